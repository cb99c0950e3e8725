import { decode } from '../text/utf8.js';
import { weight } from './decide.js';
import { alike } from './similarity.js';
import type { Quotation } from './quotation.js';
import { likelyPlaces } from './seeds.js';
import { type Side, sideAfter, sideBefore } from './sides.js';
import type { Skeleton } from './skeleton.js';

/** A stretch of the skeleton, in bytes, whose words are like those of a quotation. */
export interface Like {
  readonly start: number;
  readonly end: number;
  /** 1 less the edits, in code points, for each code point of the quotation. */
  readonly similarity: number;
  /** The same with the stored context. */
  readonly together: number;
}

/** Half of the words must be there where the context agrees on one side, and seven tenths where it does not. */
const BESIDE_CONTEXT = 0.5;
const ALONE = 0.7;
/** Bytes of a quotation that is looked for without its context. */
const LONG = 24;
/** Quotations of more code points are not compared: nobody could judge the difference. */
const LONGEST = 50_000;

/** For each quotation the stretches that are enough like it, the best first. */
export function likeStretches(text: Uint8Array, skeleton: Skeleton, quotations: readonly Quotation[]): Like[][] {
  const places = likelyPlaces(
    skeleton.bytes,
    quotations.map(({ whole }) => ({ bytes: whole })),
  );
  return quotations.map((quotation, i) => {
    const likes = places[i]!.flatMap((at) => likeAt(text, skeleton, quotation, at) ?? []);
    likes.sort((a, b) => b.together - a.together || a.start - b.start);
    return likes.filter((like, n) => !likes.slice(0, n).some((other) => overlap(like, other)));
  });
}

function overlap(a: Like, b: Like): boolean {
  return a.start < b.end && b.start < a.end;
}

function likeAt(text: Uint8Array, skeleton: Skeleton, quotation: Quotation, at: number): Like | null {
  const { words, lead, bytes } = quotation;
  if (words.length === 0 || words.length > LONGEST) return null;
  const slack = Math.min(400, 24 + Math.trunc(bytes.length / 2));
  const from = boundary(skeleton.bytes, Math.max(0, at + lead - slack));
  const to = boundary(skeleton.bytes, Math.min(skeleton.bytes.length, at + lead + bytes.length + slack));
  const window = Array.from(decode(skeleton.bytes, from, to), (character) => character.codePointAt(0)!);
  const found = alike(words, window);
  if (found.end <= found.start) return null;
  const start = from + weight(window.slice(0, found.start));
  const end = start + weight(window.slice(found.start, found.end));
  const before = sideBefore(quotation.context, text, skeleton, start);
  const after = sideAfter(quotation.context, text, skeleton, end);
  const similarity = 1 - found.edits / words.length;
  const isBeside = agrees(before) || agrees(after);
  if (similarity < (isBeside ? BESIDE_CONTEXT : ALONE) || (!isBeside && bytes.length < LONG)) return null;
  const all = words.length + before.length + after.length;
  return { start, end, similarity, together: 1 - (found.edits + before.edits + after.edits) / all };
}

/** A side agrees where seven tenths of it are there. */
function agrees({ length, edits }: Side): boolean {
  return length >= 4 && edits <= 0.3 * length;
}

/** The first character boundary at or after a byte. */
function boundary(bytes: Uint8Array, at: number): number {
  let byte = at;
  while (byte < bytes.length && (bytes[byte]! & 0xc0) === 0x80) byte++;
  return byte;
}
