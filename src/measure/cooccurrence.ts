import type { Codebook } from '../codebook/codebook.js';
import type { LaidCoding } from '../coding/laid.js';
import type { Span } from '../core/span.js';
import type { Turn } from '../text/transcript.js';
import { type CasePresence, addToCases, mergePresence } from './case-presence.js';
import { type CodedSource, attributeOf, isCounted, variesByTurn } from './coded-source.js';
import { codingColumns } from './coding-columns.js';
import type { CooccurrenceOptions } from './cooccurrence-types.js';
import { lookedIn } from './looked.js';
import { type Ancestors, ancestorsIn, rolledUp } from './rollup.js';
import { type CodingColumns, type PairTriangles, type Scratch, newScratch, newTriangles, sweep } from './sweep.js';
import { sweepOverlaps } from './sweep-overlap.js';
import { pairsOf } from './triangle.js';
import { turnFinder } from './turns.js';
import { countUnits, unitColumns } from './unit-columns.js';

/** Counts in the making: plain data, so that workers can hand it over. Nothing in it grows with the text. */
export interface CooccurrenceTally {
  readonly options: CooccurrenceOptions;
  readonly codes: number;
  readonly ancestors: Ancestors;
  readonly triangles: PairTriangles;
  /** For each case, one bit a pair: the case has been counted for it. */
  readonly cases: Map<string, Uint32Array>;
  /** For the unit `case`: which codes each case has. */
  readonly presence: Map<string, CasePresence>;
  /** Which codes were looked at together, one bit a code; each pattern once. */
  readonly looked: Map<string, Uint32Array>;
  units: number;
}

/** What adding needs from one source to the next; no part of the counts, and not handed over. */
interface Working {
  readonly scratch: Scratch;
  columns: CodingColumns | undefined;
  bits: Uint32Array | undefined;
}

const workings = new WeakMap<CooccurrenceTally, Working>();

function workingOf(tally: CooccurrenceTally): Working {
  let working = workings.get(tally);
  if (working === undefined) {
    working = { scratch: newScratch(tally.codes), columns: undefined, bits: undefined };
    workings.set(tally, working);
  }
  return working;
}

export function createCooccurrence(codebook: Codebook, options: CooccurrenceOptions): CooccurrenceTally {
  return emptyLike({ options, codes: codebook.codes.length, ancestors: ancestorsIn(codebook) });
}

/** A tally of the same codes and options, with nothing counted. */
export function emptyLike({
  options,
  codes,
  ancestors,
}: Pick<CooccurrenceTally, 'options' | 'codes' | 'ancestors'>): CooccurrenceTally {
  return {
    options,
    codes,
    ancestors,
    triangles: newTriangles(codes),
    cases: new Map(),
    presence: new Map(),
    looked: new Map(),
    units: 0,
  };
}

/**
 * Adds a source.
 *
 * @param isUnit which of its units count; absent: all. A case is one where all do
 */
export function addToCooccurrence(
  tally: CooccurrenceTally,
  source: CodedSource,
  isUnit?: (unit: Span) => boolean,
): void {
  const { options, ancestors, triangles } = tally;
  const working = workingOf(tally);
  if (!isCounted(source)) return;
  noteLooked(tally, source, working);
  const codings = options.rollup ? rolledUp(source.codings, ancestors) : source.codings;
  const { unit } = options;
  if (unit === 'case') {
    if (isUnit === undefined) addToCases(tally.presence, source, codings, tally.codes);
    return;
  }
  const slots = caseSlots(tally, source);
  if (unit === 'source' || (options.units && unit !== 'overlap')) tally.units += countUnits(source, unit, isUnit);
  const columns = (working.columns = codingColumns(source, codings, working.columns));
  if (unit === 'overlap') {
    sweepOverlaps(columns, slotsOf(source, codings, slots.of), slots.sets, triangles, working.scratch);
  } else {
    sweep(unitColumns(source, unit, columns, slots.of, isUnit), columns, slots.sets, triangles, working.scratch);
  }
}

interface Slots {
  readonly sets: readonly Uint32Array[];
  readonly of: (turn: Turn) => number;
}

/** The cases of a source's turns: nearly always one. A unit `source` belongs to the case of its first included turn. */
function caseSlots(tally: CooccurrenceTally, source: CodedSource): Slots {
  const setFor = (name: string): Uint32Array => {
    let set = tally.cases.get(name);
    if (set === undefined) tally.cases.set(name, (set = new Uint32Array((pairsOf(tally.codes) + 31) >>> 5)));
    return set;
  };
  if (!variesByTurn(source, 'case')) {
    return { sets: [setFor(source.case)], of: () => 0 };
  }
  const sets: Uint32Array[] = [];
  const slots = new Map<string, number>();
  const of = (turn: Turn | undefined): number => {
    const name = attributeOf(source, turn, 'case');
    const known = slots.get(name);
    if (known !== undefined) return known;
    slots.set(name, sets.length);
    return sets.push(setFor(name)) - 1;
  };
  for (const turn of source.transcript.turns) if (source.included(turn)) of(turn);
  if (sets.length === 0) of(undefined);
  return { sets, of };
}

function slotsOf(source: CodedSource, codings: readonly LaidCoding[], slotOf: (turn: Turn) => number): Int32Array {
  const find = turnFinder(source);
  const turns = codings.map(find).filter((turn) => turn !== null);
  return Int32Array.from(turns, slotOf);
}

function noteLooked({ looked, codes }: CooccurrenceTally, source: CodedSource, working: Working): void {
  const { bits } = lookedIn(source, codes);
  if (working.bits === bits) return;
  working.bits = bits;
  looked.set(bits.join(), bits);
}

/** Adds a tally of other sources to `into`, as if their sources had been added to it. `from` is used up. */
export function mergeCooccurrence(into: CooccurrenceTally, from: CooccurrenceTally): void {
  for (const name of ['both', 'sameWords', 'cases'] as const) {
    const sums = into.triangles[name];
    from.triangles[name].forEach((count, pair) => (sums[pair]! += count));
  }
  for (const [name, set] of from.cases) {
    const known = into.cases.get(name);
    if (known === undefined) into.cases.set(name, set);
    else mergeCase(known, set, into.triangles.cases);
  }
  mergePresence(into.presence, from.presence);
  for (const [key, bits] of from.looked) into.looked.set(key, bits);
  into.units += from.units;
}

/** A case that both tallies counted for a pair is one case. */
function mergeCase(into: Uint32Array, from: Uint32Array, cases: Uint32Array): void {
  for (let word = 0; word < into.length; word++) {
    for (let twice = into[word]! & from[word]!; twice !== 0; twice &= twice - 1) {
      cases[word * 32 + 31 - Math.clz32(twice & -twice)]!--;
    }
    into[word]! |= from[word]!;
  }
}
