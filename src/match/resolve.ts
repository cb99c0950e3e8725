import type { Hit } from './hit.js';

/** The order in which hits of a code take precedence: leftmost, then longest, then first listed. */
export function byPrecedence(a: Hit, b: Hit): number {
  return a.start - b.start || b.end - a.end || a.code - b.code || a.rule - b.rule;
}

/**
 * Of overlapping hits of one code, keeps the one that takes precedence; hits of different codes do not compete.
 *
 * @param hits by precedence
 * @param codes how many codes the codebook has
 */
export function resolve(hits: readonly Hit[], codes: number): Hit[] {
  const covered = new Int32Array(codes);
  return hits.filter(({ code, start, end }) => {
    if (start < covered[code]!) return false;
    covered[code] = end;
    return true;
  });
}
