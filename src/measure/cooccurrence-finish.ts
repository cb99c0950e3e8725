import type { Codebook } from '../codebook/codebook.js';
import { countCases } from './case-presence.js';
import type { CooccurrenceTally } from './cooccurrence.js';
import type { Blank, Cooccurrence, Pair } from './cooccurrence-types.js';
import { rowsOf } from './frequency-finish.js';
import { hasBit, setBit } from './looked.js';
import { newTriangles } from './sweep.js';
import { pairIndex, rowOffsets } from './triangle.js';

/**
 * Makes the table of a tally. A code with its own ancestor or descendant is blank: rolled up, the parent is wherever
 * the child is, and without roll-up the codebook itself joins them.
 */
export function finishCooccurrence(tally: CooccurrenceTally, codebook: Codebook): Cooccurrence {
  const { options, codes, ancestors } = tally;
  const offsets = rowOffsets(codes);
  const triangles = options.unit === 'case' ? newTriangles(codes) : tally.triangles;
  if (options.unit === 'case') countCases(tally.presence, codes, offsets, triangles);
  const cases = options.unit === 'case' ? tally.presence.size : tally.cases.size;
  const patterns = [...tally.looked.values()].map((bits) => (options.rollup ? withAncestors(bits, tally) : bits));

  const occurs = (code: number): boolean => triangles.both[pairIndex(offsets, code, code)]! > 0;
  const lookedAt = (a: number, b: number): boolean => patterns.some((bits) => hasBit(bits, a) && hasBit(bits, b));
  const holding = (code: number): number | null =>
    occurs(code) || lookedAt(code, code) ? triangles.both[pairIndex(offsets, code, code)]! : null;
  const blankOf = (a: number, b: number): Blank | undefined => {
    if (ancestors[a]!.includes(b) || ancestors[b]!.includes(a)) return 'related';
    return triangles.both[pairIndex(offsets, a, b)]! > 0 || lookedAt(a, b) ? undefined : 'not looked at';
  };
  const pair = (a: number, b: number): Pair => {
    const [first, second] = [holding(a), holding(b)];
    const blank = blankOf(a, b);
    if (blank !== undefined) return { both: null, sameWords: null, cases: null, first, second, blank };
    const at = pairIndex(offsets, a, b);
    // A code shares its words with itself: on the diagonal that says nothing.
    const sameWords = a === b ? null : triangles.sameWords[at]!;
    return { both: triangles.both[at]!, sameWords, cases: triangles.cases[at]!, first, second };
  };
  return { rows: rowsOf(codebook), options, units: unitsOf(tally, cases), cases, uneven: patterns.length > 1, pair };
}

function unitsOf({ options, units }: CooccurrenceTally, cases: number): number | null {
  if (options.unit === 'case') return cases;
  if (options.unit === 'source') return units;
  return options.units && options.unit !== 'overlap' ? units : null;
}

/** Rolled up, a code was looked at where it or a descendant was. */
export function withAncestors(
  bits: Uint32Array,
  { ancestors, codes }: Pick<CooccurrenceTally, 'ancestors' | 'codes'>,
): Uint32Array {
  const rolled = bits.slice();
  for (let code = 0; code < codes; code++) {
    if (hasBit(bits, code)) for (const above of ancestors[code]!) setBit(rolled, above);
  }
  return rolled;
}
