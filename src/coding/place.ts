import type { Span } from '../core/span.js';
import { type CodePointIndex, codePointIndex } from '../text/offset.js';
import { encode } from '../text/utf8.js';
import type { Anchor } from './coding.js';
import { occurrences } from './occurrences.js';

/** Where an anchor's quotation stands, in bytes of canonical text. */
export interface Placement extends Span {
  /** How many code points further towards the end it stands than it was coded; negative: towards the beginning. */
  readonly moved: number;
}

/**
 * Finds the places of anchors in a text that may have been corrected since. A quotation is placed
 *
 * 1. where it stands at its position, between its stored context;
 * 2. else where it stands between its context, if that is one place in the text;
 * 3. else, if it stands nowhere between its context: at its position, if one side of the context fits there;
 * 4. else where it stands at all, if that is one place in the text, and one side of the context fits there or it is its
 *    position.
 *
 * Else it has no place (null): of several candidates none is chosen. The time is in proportion to the text and the
 * quotations together; a text in which all stand at their positions is not searched.
 */
export function placeAnchors(
  anchors: readonly Anchor[],
  text: Uint8Array,
  index: CodePointIndex = codePointIndex(text),
): (Placement | null)[] {
  const quotations = anchors.map((anchor) => quotationOf(anchor, text, index));
  const lost = quotations.filter(({ at, fitsAt }) => !fitsAt(at));
  const between = occurrences(
    text,
    lost.map(({ whole }) => whole),
  );
  const changed = lost.filter((_, i) => between[i]!.times === 'never');
  const anywhere = occurrences(
    text,
    changed.map(({ exact }) => exact),
  );
  const starts = new Map<Quotation, number | null>();
  lost.forEach((quotation, i) => {
    const found = between[i]!;
    starts.set(quotation, found.times === 'once' ? found.start + quotation.prefix.length : null);
  });
  changed.forEach((quotation, i) => {
    const { at, halfFitsAt } = quotation;
    const found = anywhere[i]!;
    if (halfFitsAt(at)) starts.set(quotation, at);
    else if (found.times === 'once' && (found.start === at || halfFitsAt(found.start)))
      starts.set(quotation, found.start);
  });
  return quotations.map((quotation, i) => {
    const start = starts.has(quotation) ? starts.get(quotation)! : quotation.at;
    if (start === null) return null;
    return { start, end: start + quotation.exact.length, moved: index.toCodePoints(start) - anchors[i]!.start };
  });
}

/** An anchor in bytes, ready to be compared with the text. */
interface Quotation {
  readonly prefix: Uint8Array;
  readonly exact: Uint8Array;
  /** Prefix, quotation and suffix. */
  readonly whole: Uint8Array;
  /** The byte of its position. */
  readonly at: number;
  /** Whether it stands at a byte, between as much context as is stored. */
  readonly fitsAt: (start: number) => boolean;
  /** Whether it stands at a byte, and one side of its context there, too. */
  readonly halfFitsAt: (start: number) => boolean;
}

function quotationOf(anchor: Anchor, text: Uint8Array, index: CodePointIndex): Quotation {
  const [prefix, exact, suffix] = [encode(anchor.prefix), encode(anchor.exact), encode(anchor.suffix)];
  const after = (start: number): boolean => holds(text, start - prefix.length, prefix);
  const before = (start: number): boolean => holds(text, start + exact.length, suffix);
  // A side without context is no evidence.
  const isBeside = (start: number): boolean =>
    (prefix.length > 0 && after(start)) || (suffix.length > 0 && before(start));
  return {
    prefix,
    exact,
    whole: encode(anchor.prefix + anchor.exact + anchor.suffix),
    at: index.toBytes(anchor.start),
    fitsAt: (start) => holds(text, start, exact) && after(start) && before(start),
    halfFitsAt: (start) => holds(text, start, exact) && isBeside(start),
  };
}

/** Whether bytes stand in the text at a byte. */
function holds(text: Uint8Array, at: number, bytes: Uint8Array): boolean {
  if (at < 0) return false;
  for (let i = 0; i < bytes.length; i++) if (text[at + i] !== bytes[i]) return false;
  return true;
}
