import { encodePoints } from '../text/utf8.js';
import type { Anchor } from './coding.js';
import { withoutLabels } from './label-shape.js';
import type { Beside } from './sides.js';
import { skeletonPoints } from './skeleton.js';
import { CONTEXT } from './thresholds.js';

/** The skeleton of a quotation and of its stored context: code points, and the words as UTF-8. */
export interface Words extends Beside {
  readonly points: readonly number[];
  readonly bytes: Uint8Array;
}

/** An anchor, ready to be looked for: as it stands, and without what looks like labels. */
export interface Quotation {
  readonly anchor: Anchor;
  readonly plain: Words;
  readonly bare: Words;
}

export function quotationOf(anchor: Anchor): Quotation {
  const { exact, prefix, suffix, start } = anchor;
  const startsText = [...prefix].length === start;
  const bare = [
    withoutLabels(exact, startsLine(anchor)),
    withoutLabels(prefix, startsText),
    withoutLabels(suffix, exact.endsWith('\n')),
  ] as const;
  const plain = wordsOf(exact, prefix, suffix);
  const isBare = bare[0] === exact && bare[1] === prefix && bare[2] === suffix;
  return { anchor, plain, bare: isBare ? plain : wordsOf(...bare) };
}

/** Whether a quotation begins where a line begins, white space aside. */
export function startsLine({ prefix }: Anchor): boolean {
  return prefix === '' || prefix.endsWith('\n');
}

function wordsOf(exact: string, prefix: string, suffix: string): Words {
  const points = skeletonPoints(exact);
  const before = skeletonPoints(prefix).reverse().slice(0, CONTEXT);
  return { points, bytes: encodePoints(points), before, after: skeletonPoints(suffix).slice(0, CONTEXT) };
}
