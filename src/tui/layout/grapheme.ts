import { displayWidth } from '../../core/width.js';
import { codePointAt, decode, sizeOf } from '../../text/utf8.js';
import { shownCluster, shownCodePoint } from './shown.js';

/*
 * Graphemes, the characters as a reader counts them. The segmenter of the runtime is asked only about stretches that
 * could hold more than one code point a grapheme: letters and ideographs alone stand for themselves.
 */

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Whether the code point never joins another, but for one that is not plain after it. Ranges without marks, joiners,
 * emoji and jamo.
 */
function isPlain(codePoint: number): boolean {
  if (codePoint < 0x300) return true;
  if (codePoint < 0x2000)
    return (
      (codePoint >= 0x370 && codePoint < 0x483) ||
      (codePoint >= 0x48a && codePoint < 0x590) ||
      (codePoint >= 0x5d0 && codePoint < 0x5f5) ||
      (codePoint >= 0x620 && codePoint < 0x64b) ||
      (codePoint >= 0x671 && codePoint < 0x6d4) ||
      (codePoint >= 0x1e00 && codePoint < 0x2000)
    );
  if (codePoint < 0x2e80) return codePoint >= 0x2010 && codePoint < 0x2028;
  if (codePoint < 0xa4d0)
    return (codePoint < 0x302a || codePoint > 0x3030) && codePoint !== 0x3099 && codePoint !== 0x309a;
  if (codePoint < 0xe000) return codePoint >= 0xac00 && codePoint < 0xd7a4;
  if (codePoint < 0x10000) return codePoint >= 0xff00 && codePoint < 0xff9e;
  return codePoint >= 0x20000 && codePoint < 0x32000;
}

/** Told of each grapheme: its bytes, the code point it begins with, and the columns it takes as it is shown. */
export type GraphemeVisit = (start: number, end: number, codePoint: number, width: number) => void;

/** Widths of graphemes of several code points, as they came. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 4096;

function clusterWidth(cluster: string): number {
  let width = widths.get(cluster);
  if (width === undefined) {
    width = displayWidth(shownCluster(cluster));
    if (widths.size >= MOST_WIDTHS) widths.clear();
    if (cluster.length <= 64) widths.set(cluster, width);
  }
  return width;
}

function bytesOf(cluster: string): number {
  let bytes = 0;
  for (let i = 0; i < cluster.length; i++) {
    const unit = cluster.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // Half of a surrogate pair, which takes four bytes.
    else if (unit >= 0xd800 && unit < 0xe000) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** Visits the graphemes of bytes `start`…`end`, both of which are taken to be their bounds, in text order. */
export function eachGrapheme(text: Uint8Array, start: number, end: number, visit: GraphemeVisit): void {
  let at = start;
  while (at < end) {
    const codePoint = codePointAt(text, at);
    let after = at + sizeOf(text[at]!);
    if (isPlain(codePoint) && (after >= end || text[after]! < 0x80 || isPlain(codePointAt(text, after)))) {
      const plain = codePoint >= 0x20 && codePoint < 0x7f;
      visit(at, after, codePoint, plain ? 1 : displayWidth(shownCodePoint(codePoint)));
      at = after;
      continue;
    }
    while (after < end && text[after]! >= 0x80 && !isPlain(codePointAt(text, after))) after += sizeOf(text[after]!);
    // The plain one after them may belong to a sign that stands before its letter; if not, its turn comes next.
    const plain = after;
    if (after < end) after += sizeOf(text[after]!);
    for (const { segment } of segmenter.segment(decode(text, at, after))) {
      if (at === plain && at > start) break;
      const next = at + bytesOf(segment);
      visit(at, next, segment.codePointAt(0)!, clusterWidth(segment));
      at = next;
    }
  }
}

/** The bytes where graphemes of `start`…`end` begin, then `end`. */
export function graphemeBounds(text: Uint8Array, start: number, end: number): number[] {
  const bounds: number[] = [];
  eachGrapheme(text, start, end, (at) => bounds.push(at));
  bounds.push(end);
  return bounds;
}

/** How one grapheme is written, see `shown.ts`. `codePoint` is its first. */
export function shownGrapheme(text: Uint8Array, start: number, end: number, codePoint: number): string {
  if (end - start === sizeOf(text[start]!)) return shownCodePoint(codePoint);
  return shownCluster(decode(text, start, end));
}
