import type { Span } from '../core/span.js';
import { decode, encode } from '../text/utf8.js';
import type { Anchor } from './coding.js';
import { labelsIn, withoutLabels } from './label-shape.js';
import { type Skeleton, skeletonPoints } from './skeleton.js';

/**
 * Whether a stretch holds the words of a quotation, and only labels of speakers within it differ. What looks like a
 * changed label counts as one where the new one begins another line of the text, too.
 *
 * @param place bytes of the skeleton
 * @param isLabel whether a label begins several lines of the text, as `labelTest` says
 * @returns the stretch, from the beginning of its line where the quotation begins with a label; null where it is not so
 */
export function labelsMayDiffer(
  { exact, prefix }: Anchor,
  text: Uint8Array,
  skeleton: Skeleton,
  place: Span,
  isLabel: (label: string) => boolean,
): Span | null {
  const startsLine = prefix === '' || prefix.endsWith('\n');
  const labels = labelsIn(exact, startsLine);
  if (labels.length === 0) return null;
  const words = skeletonPoints(withoutLabels(exact, startsLine)).join();
  const original = { start: skeleton.original(place.start, 'start'), end: skeleton.original(place.end, 'end') };
  const start = startsLine ? lineStart(text, original.start) : original.start;
  const found = decode(text, start, original.end);
  if (skeletonPoints(withoutLabels(found, startsLine)).join() !== words) return null;
  const now = labelsIn(found, startsLine);
  if (now.length !== labels.length) return null;
  const changed = now.filter((label, i) => label !== labels[i]);
  if (!changed.every(isLabel)) return null;
  return { start: place.start - skeletonBytes(decode(text, start, original.start)), end: place.end };
}

/** Tells which of what looks like labels begins several lines of a text. The text is read at the first question. */
export function labelTest(text: Uint8Array): (label: string) => boolean {
  let lines: Map<string, number> | undefined;
  return (label) => {
    if (lines === undefined) {
      lines = new Map();
      for (const found of labelsIn(decode(text), true)) lines.set(found, (lines.get(found) ?? 0) + 1);
    }
    return (lines.get(label) ?? 0) > 1;
  };
}

function lineStart(text: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== 0x0a) start--;
  return start;
}

function skeletonBytes(stretch: string): number {
  return encode(String.fromCodePoint(...skeletonPoints(stretch))).length;
}
