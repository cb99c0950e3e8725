import type { Codebook } from '../../codebook/codebook.js';
import { type CodedSource, isCounted, variesByTurn } from '../coded-source.js';
import {
  type CooccurrenceTally,
  addToCooccurrence,
  createCooccurrence,
  emptyLike,
  mergeCooccurrence,
} from '../cooccurrence.js';
import type { CooccurrenceOptions } from '../cooccurrence-types.js';
import { lookedIn } from '../looked.js';
import { type Labels, NO_GROUP, columnOf, noteLabel } from '../stratum.js';

export interface PairOptions extends CooccurrenceOptions {
  /** The attribute whose values make groups, each with pairs of its own; null for one group. */
  readonly by: string | null;
}

/** What sources of one group added in which somebody looked for the same codes. There are few such sets of codes. */
export interface PairPart {
  readonly group: string;
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
}

export function createPairs(codebook: Codebook, options: PairOptions): PairTally {
  const { by: _, ...rest } = options;
  return { options, empty: createCooccurrence(codebook, rest), parts: new Map(), labels: new Map() };
}

/**
 * Adds a source. What it adds to a group is what it would add if only turns of the group passed the filters, as with
 * `--where attribute=value`.
 */
export function addToPairs(tally: PairTally, source: CodedSource): void {
  if (!isCounted(source)) return;
  const { by } = tally.options;
  if (by === null) return addToPart(tally, NO_GROUP, source);
  const { turns } = source.transcript;
  const groupOf = (turn: (typeof turns)[number] | undefined): string => columnOf(source, turn, by, tally.labels);
  if (turns.length === 0 || !variesByTurn(source, by)) return addToPart(tally, groupOf(undefined), source);
  const groups = new Map(turns.filter(source.included).map((turn) => [turn, groupOf(turn)]));
  for (const group of new Set(groups.values())) {
    addToPart(tally, group, { ...source, included: (turn) => groups.get(turn) === group });
  }
}

function addToPart({ parts, empty }: PairTally, group: string, source: CodedSource): void {
  const key = `${group}\0${lookedIn(source, empty.codes).key}`;
  let part = parts.get(key);
  if (part === undefined) parts.set(key, (part = { group, tally: emptyLike(empty) }));
  addToCooccurrence(part.tally, source);
}

/** Adds a tally of other sources to `into`, as if their sources had been added to it. `from` is used up. */
export function mergePairs(into: PairTally, from: PairTally): void {
  for (const [key, part] of from.parts) {
    const known = into.parts.get(key);
    if (known === undefined) into.parts.set(key, part);
    else mergeCooccurrence(known.tally, part.tally);
  }
  for (const [key, label] of from.labels) noteLabel(into.labels, key, label);
}
