import { createHash } from 'node:crypto';
import { byCodePoint } from './order.js';

/**
 * Draws some of a list of names without putting them back: those whose SHA-256 of `seed`, a line feed and the name comes
 * first, in code-point order. The same seed draws the same names in whatever order they are given, and a name that joins
 * them moves no more than one of the others out. (A simple random sample by sorting on random numbers: Sunter 1977.)
 *
 * @param names in NFC, none twice
 * @param count how many; all where there are no more
 */
export function drawn(names: readonly string[], count: number, seed: number): string[] {
  const ranked = names.map((name) => ({ name, rank: createHash('sha256').update(`${seed}\n${name}`).digest('hex') }));
  ranked.sort((a, b) => byCodePoint(a.rank, b.rank));
  return ranked
    .slice(0, count)
    .map(({ name }) => name)
    .sort(byCodePoint);
}
