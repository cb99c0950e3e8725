import type { Codebook } from '../../codebook/codebook.js';
import type { Span } from '../../core/span.js';
import { type CodedSource, isCounted, variesByTurn } from '../coded-source.js';
import {
  type CooccurrenceTally,
  addToCooccurrence,
  createCooccurrence,
  emptyLike,
  mergeCooccurrence,
} from '../cooccurrence.js';
import type { CooccurrenceOptions } from '../cooccurrence-types.js';
import { LANGUAGE, type Languages, addLanguage, mergeLanguages } from '../language.js';
import { readIn } from '../looked.js';
import { judgedUnits } from '../rule-check/judged.js';
import { languageOf } from '../rule-check/language.js';
import { type Labels, NO_GROUP, columnOf, noteLabel } from '../stratum.js';

export interface PairOptions extends CooccurrenceOptions {
  /** The attribute whose values make groups, each with pairs of its own; null for one group. */
  readonly by: string | null;
  /** By position of the code: rules of it ran over everything, so that units which no coder read are known too. */
  readonly everywhere: readonly boolean[];
  /** The study's main language, or null. */
  readonly language: string | null;
}

/**
 * Which units of a source a part counts. `all`: those of a source that coders read to the end. Of
 * any other source `whole` are all units, for pairs of codes whose rules ran everywhere, and `read` those that were read.
 */
export type PartScope = 'all' | 'whole' | 'read';

/** What sources of one group added in which somebody looked for the same codes. There are few such sets of codes. */
export interface PairPart {
  readonly group: string;
  readonly scope: PartScope;
  /** One bit a code: somebody looked for it in these sources. */
  readonly looked: Uint32Array;
  readonly tally: CooccurrenceTally;
}

/** Counts in the making: plain data, so that workers can hand it over. */
export interface PairTally {
  readonly options: PairOptions;
  /** What a new part is made like. */
  readonly empty: CooccurrenceTally;
  readonly parts: Map<string, PairPart>;
  /** How groups by speaker are shown. */
  readonly labels: Labels;
  /** How many sources are of which language. */
  readonly languages: Languages;
}

export function createPairs(codebook: Codebook, options: PairOptions): PairTally {
  const { unit, rollup, units } = options;
  const empty = createCooccurrence(codebook, { unit, rollup, units });
  return { options, empty, parts: new Map(), labels: new Map(), languages: new Map() };
}

/**
 * Adds a source. What it adds to a group is what it would add if only turns of the group passed the filters, as with
 * `--where attribute=value`.
 */
export function addToPairs(tally: PairTally, source: CodedSource): void {
  if (!isCounted(source)) return;
  const { by, language } = tally.options;
  const own = languageOf(source, language);
  addLanguage(tally.languages, own);
  if (by === LANGUAGE) return addToPart(tally, own, source);
  if (by === null) return addToPart(tally, NO_GROUP, source);
  const { turns } = source.transcript;
  const groupOf = (turn: (typeof turns)[number] | undefined): string => columnOf(source, turn, by, tally.labels);
  if (turns.length === 0 || !variesByTurn(source, by)) return addToPart(tally, groupOf(undefined), source);
  const groups = new Map(turns.filter(source.included).map((turn) => [turn, groupOf(turn)]));
  for (const group of new Set(groups.values())) {
    addToPart(tally, group, { ...source, included: (turn) => groups.get(turn) === group });
  }
}

function addToPart(tally: PairTally, group: string, source: CodedSource): void {
  const { unit } = tally.options;
  const { seen = null } = source;
  if (unit === 'overlap' || seen === null) return addToScope(tally, group, 'all', source);
  // Nobody read it: rules alone looked there.
  if (seen.length === 0) return addToScope(tally, group, 'whole', source);
  const judged = judgedUnits(source, unit === 'source' || unit === 'case' ? 'turn' : unit);
  if (judged.every(({ read }) => read)) return addToScope(tally, group, 'all', source);
  addToScope(tally, group, 'whole', source);
  // A source or case that was not read to the end is not known to lack a code.
  const ofText = unit !== 'source' && unit !== 'case';
  const read = new Set(ofText ? judged.filter((one) => one.read).map(({ unit: { start } }) => start) : []);
  addToScope(tally, group, 'read', source, ({ start }) => read.has(start));
}

function addToScope(
  { parts, empty }: PairTally,
  group: string,
  scope: PartScope,
  source: CodedSource,
  isUnit?: (unit: Span) => boolean,
): void {
  const looked = readIn(source, empty.codes);
  const key = `${group}\0${scope}\0${looked.key}`;
  let part = parts.get(key);
  if (part === undefined) parts.set(key, (part = { group, scope, looked: looked.bits, tally: emptyLike(empty) }));
  addToCooccurrence(part.tally, { ...source, lookedAt: source.readFor ?? source.lookedAt }, isUnit);
}

/** Adds a tally of other sources to `into`, as if their sources had been added to it. `from` is used up. */
export function mergePairs(into: PairTally, from: PairTally): void {
  for (const [key, part] of from.parts) {
    const known = into.parts.get(key);
    if (known === undefined) into.parts.set(key, part);
    else mergeCooccurrence(known.tally, part.tally);
  }
  for (const [key, label] of from.labels) noteLabel(into.labels, key, label);
  mergeLanguages(into.languages, from.languages);
}
