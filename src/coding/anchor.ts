import type { Span } from '../core/span.js';
import { type CodePointIndex, codePointIndex } from '../text/offset.js';
import { boundaryAfter, decode } from '../text/utf8.js';
import type { Anchor } from './coding.js';
import { CONTEXT } from './thresholds.js';

/**
 * The anchor of a segment: its position, quotation and context.
 *
 * @param segment bytes of canonical text, at character boundaries, not empty
 * @param digest SHA-256 (hex) of `text`
 */
export function anchorOf(
  segment: Span,
  text: Uint8Array,
  digest: string,
  index: CodePointIndex = codePointIndex(text),
): Anchor {
  const start = index.toCodePoints(segment.start);
  const exact = decode(text, segment.start, segment.end);
  const before = index.toBytes(Math.max(0, start - CONTEXT));
  const after = decode(text, segment.end, Math.min(text.length, boundaryAfter(text, segment.end + 4 * CONTEXT)));
  return {
    start,
    end: start + [...exact].length,
    exact,
    prefix: decode(text, before, segment.start),
    suffix: [...after].slice(0, CONTEXT).join(''),
    digest,
  };
}
