import { byCodePoint } from '../core/order.js';
import { labelKey } from '../text/speaker.js';
import type { Turn } from '../text/transcript.js';
import { type CodedSource, MISSING, attributeOf, variesByTurn } from './coded-source.js';
import type { FrequencyOptions, Needs } from './frequency-types.js';
import type { Looked } from './looked.js';

/**
 * What sources that somebody looked at for the same codes added to one column and one case: the smallest thing from
 * which columns, totals and means are made. There are few such sets of codes: those of coders, and those with rules.
 */
export interface Stratum {
  /** The value of the attribute; of speakers the key of the label. */
  readonly column: string;
  readonly group: string;
  readonly case: string;
  /** By position of the code. */
  readonly segments: Uint32Array;
  readonly hits: Uint32Array | null;
  readonly words: Float64Array | null;
  readonly characters: Float64Array | null;
  /** One bit a code: somebody looked for it, and where it is not, it is not in any of the sources. */
  readonly looked: Uint32Array;
  /** One bit a code: somebody looked for it, in all of each source or in the part that was read. */
  readonly read: Uint32Array;
  /** Sums over all codes and all text. */
  readonly base: {
    segments: number;
    hits: number;
    turns: number;
    words: number;
    characters: number;
    paragraphs: number;
    /** Of these what coders read: marked as seen, or coded; all where they mark nothing. */
    readWords: number;
    readCharacters: number;
    readParagraphs: number;
  };
}

/** Which stratum. */
export type StratumName = Pick<Stratum, 'group' | 'column' | 'case'>;

export function keyOf({ group, column, case: ofCase }: StratumName, looked: Looked, read: Looked): string {
  return `${group}\0${column}\0${ofCase}\0${looked.key}\0${read.key}`;
}

/** Stands for the group where cases are not grouped. */
export const NO_GROUP = '';

export function newStratum(
  { group, column, case: ofCase }: StratumName,
  looked: Looked,
  read: Looked,
  codes: number,
  needs: Needs,
): Stratum {
  return {
    column,
    group,
    case: ofCase,
    segments: new Uint32Array(codes),
    hits: needs.hits ? new Uint32Array(codes) : null,
    words: needs.words ? new Float64Array(codes) : null,
    characters: needs.words ? new Float64Array(codes) : null,
    looked: looked.bits,
    read: read.bits,
    base: Object.fromEntries(SUMS.map((name) => [name, 0])) as unknown as Stratum['base'],
  };
}

const SUMS = [
  ...(['segments', 'hits', 'turns', 'words', 'characters', 'paragraphs'] as const),
  ...(['readWords', 'readCharacters', 'readParagraphs'] as const),
];

/** Adds a stratum of the same key. */
export function mergeStratum(into: Stratum, from: Stratum): void {
  addAll(into.segments, from.segments);
  if (into.hits && from.hits) addAll(into.hits, from.hits);
  if (into.words && from.words) addAll(into.words, from.words);
  if (into.characters && from.characters) addAll(into.characters, from.characters);
  for (const name of SUMS) into.base[name] += from.base[name];
}

type Counters = Uint32Array | Float64Array;

export function addAll(into: Counters, from: Counters): void {
  for (let i = 0; i < into.length; i++) into[i]! += from[i]!;
}

/**
 * How labels are shown, by their keys: where one is written in several ways, as the first of them in code-point order.
 * So it is the same whichever source comes first.
 */
export type Labels = Map<string, string>;

/** Notes how a label is written. */
export function noteLabel(labels: Labels, key: string, label: string): void {
  const known = labels.get(key);
  if (known === undefined || byCodePoint(label, known) < 0) labels.set(key, label);
}

/** What a turn's column goes by: of speakers the key of the label, however it is written there. */
export function columnOf(source: CodedSource, turn: Turn | undefined, by: string, labels: Labels): string {
  const value = attributeOf(source, turn, by);
  if (by !== 'speaker' || value === MISSING) return value;
  const key = labelKey(value);
  noteLabel(labels, key, value);
  return key;
}

/**
 * Tells which stratum each turn of a source adds to. Sources whose column, case and group are the same for all turns
 * (most) have one, found once.
 */
export function strataOf<T>(
  source: CodedSource,
  { by, groupBy }: Pick<FrequencyOptions, 'by' | 'groupBy'>,
  labels: Labels,
  open: (name: StratumName) => T,
): (turn: Turn) => T {
  const nameFor = (turn: Turn | undefined): StratumName => ({
    group: groupBy === null ? NO_GROUP : attributeOf(source, turn, groupBy),
    column: columnOf(source, turn, by, labels),
    case: attributeOf(source, turn, 'case'),
  });
  const varies = [by, 'case', ...(groupBy === null ? [] : [groupBy])].some((name) => variesByTurn(source, name));
  const { turns } = source.transcript;
  if (!varies) {
    const only = open(nameFor(undefined));
    return () => only;
  }
  const known: (T | undefined)[] = new Array(turns.length);
  return (turn) => (known[turn.index] ??= open(nameFor(turn)));
}
