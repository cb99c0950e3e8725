import { decode, previous, sizeOf } from '../text/utf8.js';
import type { Anchor } from './coding.js';
import { withoutLabels } from './label-shape.js';
import { editsFromStart } from './similarity.js';
import { type Skeleton, skeletonPoints } from './skeleton.js';

/** How much of one side of the stored context stands beside a place. */
export interface Side {
  /** Code points stored, white space left out. */
  readonly length: number;
  /** The fewest edits, in code points, that make the text there of it. */
  readonly edits: number;
  /** How much adjoins unchanged, in bytes. */
  readonly run: number;
  /** Whether all of it does. */
  readonly complete: boolean;
}

/** The stored context of an anchor on one side, nearest code point first: as it is, and without labels. */
interface Stored {
  readonly plain: readonly number[];
  readonly bare: readonly number[];
}

/** The context of an anchor, ready to be compared. */
export interface Context {
  readonly before: Stored;
  readonly after: Stored;
  /** Whether the quotation ends with a line. */
  readonly endsLine: boolean;
}

/** Code points beyond the stored ones that are read of the text: what may have been put in between. */
const SLACK = 16;
/** Bytes that surely hold the stored context and labels between its lines. */
const NEARBY = 300;

export function contextOf({ exact, prefix, suffix, start }: Anchor): Context {
  const startsText = [...prefix].length === start;
  const endsLine = exact.endsWith('\n');
  return {
    before: {
      plain: skeletonPoints(prefix).reverse(),
      bare: skeletonPoints(withoutLabels(prefix, startsText)).reverse(),
    },
    after: { plain: skeletonPoints(suffix), bare: skeletonPoints(withoutLabels(suffix, endsLine)) },
    endsLine,
  };
}

/** The text before a place of the skeleton, compared with the stored context. Labels of speakers may have changed. */
export function sideBefore({ before }: Context, text: Uint8Array, skeleton: Skeleton, start: number): Side {
  const wanted = before.plain.length + SLACK;
  const plain = compare(before.plain, pointsBefore(skeleton.bytes, start, wanted));
  if (plain.complete || before.bare.length === before.plain.length) return plain;
  const end = skeleton.original(start, 'start');
  let from = Math.max(0, end - NEARBY);
  while (from < end && (text[from]! & 0xc0) === 0x80) from++;
  const nearby = skeletonPoints(withoutLabels(decode(text, from, end), from === 0)).reverse();
  return better(plain, compare(before.bare, nearby.slice(0, wanted)));
}

/** The same after a place. */
export function sideAfter({ after, endsLine }: Context, text: Uint8Array, skeleton: Skeleton, end: number): Side {
  const wanted = after.plain.length + SLACK;
  const plain = compare(after.plain, pointsAfter(skeleton.bytes, end, wanted));
  if (plain.complete || after.bare.length === after.plain.length) return plain;
  const from = skeleton.original(end, 'end');
  let to = Math.min(text.length, from + NEARBY);
  while (to < text.length && (text[to]! & 0xc0) === 0x80) to++;
  const nearby = skeletonPoints(withoutLabels(decode(text, from, to), endsLine && text[from] !== 0x0a));
  return better(plain, compare(after.bare, nearby.slice(0, wanted)));
}

/** Compares code points, nearest first. */
export function compare(stored: readonly number[], found: readonly number[]): Side {
  let same = 0;
  let run = 0;
  while (same < stored.length && stored[same] === found[same]) run += bytesOf(stored[same++]!);
  const complete = same === stored.length;
  const edits = complete ? 0 : editsFromStart(stored.slice(same), found.slice(same));
  return { length: stored.length, edits, run, complete };
}

function better(a: Side, b: Side): Side {
  if (b.length === 0) return a;
  const [differsA, differsB] = [a.edits * b.length, b.edits * a.length];
  return differsB < differsA || (differsB === differsA && b.run > a.run) ? { ...b, complete: false } : a;
}

/** How many bytes a code point takes in UTF-8: a Han character three, a Latin letter one. */
export function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** At most `count` code points before a byte, the nearest first. */
export function pointsBefore(bytes: Uint8Array, end: number, count: number): number[] {
  let from = end;
  for (let n = 0; n < count && from > 0; n++) from = previous(bytes, from);
  return Array.from(decode(bytes, from, end), (character) => character.codePointAt(0)!).reverse();
}

/** At most `count` code points from a byte on. */
export function pointsAfter(bytes: Uint8Array, start: number, count: number): number[] {
  let to = start;
  for (let n = 0; n < count && to < bytes.length; n++) to += sizeOf(bytes[to]!);
  return Array.from(decode(bytes, start, to), (character) => character.codePointAt(0)!);
}
