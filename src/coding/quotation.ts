import { encode } from '../text/utf8.js';
import type { Anchor } from './coding.js';
import { type Context, contextOf } from './sides.js';
import { skeletonPoints } from './skeleton.js';

/** An anchor, ready to be looked for. */
export interface Quotation {
  readonly anchor: Anchor;
  /** The skeleton of the quotation: code points, and UTF-8. */
  readonly words: readonly number[];
  readonly bytes: Uint8Array;
  readonly context: Context;
  /** The skeleton of prefix, quotation and suffix, and how many of its bytes stand before the quotation. */
  readonly whole: Uint8Array;
  readonly lead: number;
}

export function quotationOf(anchor: Anchor): Quotation {
  const words = skeletonPoints(anchor.exact);
  const context = contextOf(anchor);
  const bytes = utf8(words);
  const before = utf8([...context.before.plain].reverse());
  const whole = new Uint8Array([...before, ...bytes, ...utf8(context.after.plain)]);
  return { anchor, words, bytes, context, whole, lead: before.length };
}

function utf8(points: readonly number[]): Uint8Array {
  return encode(points.map((point) => String.fromCodePoint(point)).join(''));
}
