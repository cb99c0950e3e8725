import type { Distance } from '../codebook/codebook.js';
import type { Span } from '../core/span.js';
import type { Transcript } from '../text/transcript.js';
import { boundaryBefore } from '../text/utf8.js';
import { wordsBetween } from '../text/word.js';

/** Bytes looked at first: most gaps are decided here. */
const FIRST_LOOK = 256;

/**
 * Whether a gap holds at most so many words and at most so many Han characters. Looks at twice as much each time, so
 * that a far-off neighbour costs no more than the distance allowed.
 *
 * @param gap bytes of canonical text between two hits of one turn
 */
export function isWithin({ text, furniture }: Transcript, gap: Span, distance: Distance): boolean {
  for (let look = FIRST_LOOK; ; look *= 2) {
    const end = Math.min(gap.end, boundaryBefore(text, gap.start + look));
    const { words, chars } = wordsBetween(text, gap.start, end, furniture);
    if (words > distance.words || chars > distance.chars) return false;
    if (end === gap.end) return true;
  }
}
