import { type Span, bySpan } from '../core/span.js';
import type { LaidCoding } from '../coding/laid.js';

/** A stretch of text that a code covers. */
export interface Stretch extends Span {
  readonly code: number;
}

/**
 * The union of each code's spans: its maximal stretches, in text order. Spans that overlap or touch are one stretch, so
 * that nothing is counted twice and no word is cut where two segments meet.
 *
 * @param codings sorted by `byPlace`
 * @param codes how many codes there are
 */
export function stretches(codings: readonly LaidCoding[], codes: number): Stretch[] {
  const from = new Int32Array(codes);
  const to = new Int32Array(codes).fill(-1);
  const found: Stretch[] = [];
  const close = (code: number): void => {
    if (to[code]! >= 0) found.push({ start: from[code]!, end: to[code]!, code });
  };
  for (const { start, end, code } of codings) {
    if (start <= to[code]!) {
      if (end > to[code]!) to[code] = end;
      continue;
    }
    close(code);
    from[code] = start;
    to[code] = end;
  }
  for (let code = 0; code < codes; code++) close(code);
  return found.sort((a, b) => bySpan(a, b) || a.code - b.code);
}
