import type { Codebook } from '../codebook/codebook.js';
import { MISSING, type CodedSource, attributeOf, isCounted } from './coded-source.js';
import { hasBit, lookedIn, setBit } from './looked.js';
import { type Ancestors, ancestorsIn } from './rollup.js';
import { turnFinder } from './turns.js';

/** Which codes a source or a case has. */
export interface Presence {
  /** The id of the source or case. */
  readonly key: string;
  /** The sources that it was read from. */
  readonly sources: Set<string>;
  /** The values of the attribute that people know it by, and of the one that orders. */
  readonly labels: Set<string>;
  readonly ranks: Set<string>;
  /** One bit a code: it occurs. */
  readonly codes: Uint32Array;
  /** One bit a code: somebody looked for it. */
  readonly looked: Uint32Array;
}

/** What to tell apart. */
export interface PresenceOptions {
  readonly by: 'source' | 'case';
  /** The attribute whose value people know a case by. */
  readonly label: string;
  /** The attribute that gives the order; null where none does. */
  readonly rank: string | null;
  readonly rollup: boolean;
}

/** Presence in the making: plain data, in the order in which sources and cases were met. */
export interface PresenceTally {
  readonly options: PresenceOptions;
  readonly codes: number;
  readonly ancestors: Ancestors;
  readonly rows: Map<string, Presence>;
}

export function createPresence(codebook: Codebook, options: PresenceOptions): PresenceTally {
  return { options, codes: codebook.codes.length, ancestors: ancestorsIn(codebook), rows: new Map() };
}

/** Adds a source. A source of which nothing passes the filters is none. */
export function addToPresence(tally: PresenceTally, source: CodedSource): void {
  if (!isCounted(source)) return;
  const { by, label, rank, rollup } = tally.options;
  const { turns, source: id } = source.transcript;
  const { bits } = lookedIn(source, tally.codes);
  const included = turns.filter(source.included);
  for (const turn of included.length > 0 ? included : [undefined]) {
    const row = rowOf(tally, attributeOf(source, turn, by));
    row.sources.add(id);
    for (const [name, values] of [[label, row.labels] as const, [rank, row.ranks] as const]) {
      const value = name === null ? MISSING : attributeOf(source, turn, name);
      if (value !== MISSING) values.add(value);
    }
    addBits(row.looked, bits);
  }
  const find = turnFinder(source);
  for (const coding of source.codings) {
    const turn = find(coding);
    if (turn === null) continue;
    const { codes } = rowOf(tally, attributeOf(source, turn, by));
    setBit(codes, coding.code);
    if (rollup) for (const above of tally.ancestors[coding.code]!) setBit(codes, above);
  }
}

function rowOf({ rows, codes }: PresenceTally, key: string): Presence {
  let row = rows.get(key);
  if (row === undefined) {
    const bits = (): Uint32Array => new Uint32Array((codes + 31) >>> 5);
    row = { key, sources: new Set(), labels: new Set(), ranks: new Set(), codes: bits(), looked: bits() };
    rows.set(key, row);
  }
  return row;
}

function addBits(into: Uint32Array, from: Uint32Array): void {
  for (let i = 0; i < into.length; i++) into[i]! |= from[i]!;
}

/** Adds a tally of other sources to `into`, as if their sources had been added to it. */
export function mergePresence(into: PresenceTally, from: PresenceTally): void {
  for (const row of from.rows.values()) {
    const known = rowOf(into, row.key);
    for (const source of row.sources) known.sources.add(source);
    for (const value of row.labels) known.labels.add(value);
    for (const value of row.ranks) known.ranks.add(value);
    addBits(known.codes, row.codes);
    addBits(known.looked, row.looked);
  }
}

/** Which of these codes a row has, as positions in the codebook. */
export function codesIn({ codes: bits }: Presence, codes: readonly number[]): number[] {
  return codes.filter((code) => hasBit(bits, code));
}

/** Whether somebody looked for any of these codes. */
export function isLookedAt({ looked, codes: bits }: Presence, codes: readonly number[]): boolean {
  return codes.some((code) => hasBit(looked, code) || hasBit(bits, code));
}
