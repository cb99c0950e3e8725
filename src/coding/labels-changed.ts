import type { Span } from '../core/span.js';
import { decode } from '../text/utf8.js';
import type { Anchor } from './coding.js';
import { labelsIn } from './label-shape.js';
import { startsLine } from './quotation.js';

/**
 * Whether a stretch that has the words of a quotation, labels aside, has as many labels, and such as may stand there: what
 * looks like a changed label counts as one where the new one begins another line of the text, too.
 *
 * @param found bytes of the text, from the first to the last word that is no label
 * @param isLabel whether a label begins several lines of the text, as `labelTest` says
 * @returns the stretch, from the beginning of its line where the quotation begins with a line; null where it is not so
 */
export function labelsMayDiffer(
  anchor: Anchor,
  text: Uint8Array,
  found: Span,
  isLabel: (label: string) => boolean,
): Span | null {
  const isLine = startsLine(anchor);
  const labels = labelsIn(anchor.exact, isLine);
  const start = isLine ? text.subarray(0, found.start).lastIndexOf(0x0a) + 1 : found.start;
  const now = labelsIn(decode(text, start, found.end), isLine);
  if (now.length !== labels.length) return null;
  const changed = now.filter((label, i) => label !== labels[i]);
  return changed.every(isLabel) ? { start, end: found.end } : null;
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
