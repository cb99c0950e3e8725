import { firstWhere } from '../core/bisection.js';
import { BREAK, HAN, IGNORABLE, SPACE, classOf } from '../text/character.js';
import { searchable } from '../text/search.js';
import { codePointAt, previous, sizeOf } from '../text/utf8.js';

/** A text with the line breaks inside Han taken out, and the way back to where it came from. */
export interface Joined {
  readonly text: Uint8Array;
  /** The byte of the original where a byte of the joined text comes from; at a joint, before (`end`) or after it. */
  readonly original: (offset: number, side: 'start' | 'end') => number;
}

/** White space taken out: bytes `start`…`end` of the original, which stood at byte `at` of the joined text. */
interface Joint {
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

const LINE_FEED = 0x0a;

/**
 * Joins the lines of a text that is broken at a margin: where one side of a line break is Han, the break and the white
 * space around it part nothing. Null where there is no such break.
 *
 * @param text composed (NFC) UTF-8
 */
export function joined(text: Uint8Array): Joined | null {
  const joints = jointsIn(text);
  if (joints.length === 0) return null;
  const last = joints.at(-1)!;
  const copy = new Uint8Array(last.at + text.length - last.end);
  let from = 0;
  let to = 0;
  for (const { start, end, at } of joints) {
    copy.set(text.subarray(from, start), to);
    from = end;
    to = at;
  }
  copy.set(text.subarray(from), to);
  return { text: copy, original: (offset, side) => originalOf(joints, offset, side) };
}

function jointsIn(text: Uint8Array): Joint[] {
  const joints: Joint[] = [];
  const searched = searchable(text);
  let removed = 0;
  for (let feed = searched.indexOf(LINE_FEED); feed >= 0; feed = searched.indexOf(LINE_FEED, feed + 1)) {
    if (isVisibleAscii(text[feed - 1]) && isVisibleAscii(text[feed + 1])) continue;
    const start = blankStart(text, feed);
    const end = blankEnd(text, feed + 1);
    if (start === 0 || end === text.length || !parts(text, start, end)) continue;
    joints.push({ start, end, at: start - removed });
    removed += end - start;
  }
  return joints;
}

/** Most line breaks are passed over by this alone. */
function isVisibleAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x20 && byte < 0x80;
}

/** Whether the white space holds one line break alone and stands beside Han. */
function parts(text: Uint8Array, start: number, end: number): boolean {
  let feeds = 0;
  for (let at = start; at < end; at++) if (text[at] === LINE_FEED) feeds += 1;
  return (
    feeds === 1 &&
    (classOf(codePointAt(text, previous(text, start))) === HAN || classOf(codePointAt(text, end)) === HAN)
  );
}

const isBlank = (codePoint: number): boolean => {
  const kind = classOf(codePoint);
  return kind === SPACE || kind === BREAK || kind === IGNORABLE;
};

function blankStart(text: Uint8Array, before: number): number {
  let start = before;
  for (let at = before; at > 0 && isBlank(codePointAt(text, (at = previous(text, at))));) start = at;
  return start;
}

function blankEnd(text: Uint8Array, from: number): number {
  let end = from;
  while (end < text.length && isBlank(codePointAt(text, end))) end += sizeOf(text[end]!);
  return end;
}

function originalOf(joints: readonly Joint[], offset: number, side: 'start' | 'end'): number {
  const isBehind = ({ at }: Joint): boolean => (side === 'start' ? at > offset : at >= offset);
  const joint = joints[firstWhere(joints.length, (i) => isBehind(joints[i]!)) - 1];
  return joint === undefined ? offset : offset - joint.at + joint.end;
}
