import { type Span, overlaps } from '../core/span.js';
import { boundaryAfter, decode, encodePoints } from '../text/utf8.js';
import type { Quotation, Words } from './quotation.js';
import { type Reading, candidateAt, placeAt } from './reading.js';
import { likelyPlaces } from './seeds.js';
import { agrees, weight } from './sides.js';
import { mostAlike } from './similarity.js';
import {
  ALONE_LEAST,
  BESIDE_DIFFERS,
  LIKE_ALONE,
  LIKE_BESIDE,
  LIKE_LONGEST,
  LIKE_SLACK,
  LIKE_SLACK_LEAST,
  STANDS_LEAST,
} from './thresholds.js';

/** A stretch of the skeleton, in bytes, whose words are like those of a quotation. */
export interface Like extends Span {
  /** 1 less the edits, in code points, for each code point of the quotation. */
  readonly similarity: number;
  /** The same with the stored context. */
  readonly together: number;
}

/** For each quotation the stretches that are enough like it, the best first. */
export function likeStretches(reading: Reading, quotations: readonly Quotation[]): Like[][] {
  const places = likelyPlaces(
    reading.skeleton.bytes,
    quotations.map(({ plain }) => withContext(plain)),
  );
  return quotations.map((quotation, i) => {
    const likes = places[i]!.flatMap((at) => likeAt(reading, quotation, at) ?? []);
    likes.sort((a, b) => b.together - a.together || a.start - b.start);
    return likes.filter((like, n) => !likes.slice(0, n).some((other) => overlaps(like, other)));
  });
}

/** Prefix, quotation and suffix. */
function withContext({ before, points, after }: Words): Uint8Array {
  return encodePoints([...[...before].reverse(), ...points, ...after]);
}

/** @param at the byte where prefix, quotation and suffix may begin */
function likeAt(reading: Reading, quotation: Quotation, at: number): Like | null {
  const { points, bytes, before } = quotation.plain;
  if (points.length > LIKE_LONGEST) return null;
  const text = reading.skeleton.bytes;
  const lead = weight(before);
  const slack = Math.min(LIKE_SLACK, LIKE_SLACK_LEAST + Math.trunc(bytes.length / 2));
  const from = boundaryAfter(text, Math.max(0, at + lead - slack));
  const to = boundaryAfter(text, Math.min(text.length, at + lead + bytes.length + slack));
  const window = Array.from(decode(text, from, to), (character) => character.codePointAt(0)!);
  const found = mostAlike(points, window);
  if (found.end <= found.start) return null;
  const start = from + weight(window.slice(0, found.start));
  const end = start + weight(window.slice(found.start, found.end));
  const sides = candidateAt(quotation, placeAt(reading, { start, end }));
  const similarity = 1 - found.edits / points.length;
  const isBeside = [sides.before, sides.after].some((side) => agrees(side, STANDS_LEAST, BESIDE_DIFFERS));
  if (similarity < (isBeside ? LIKE_BESIDE : LIKE_ALONE) || (!isBeside && bytes.length < ALONE_LEAST)) return null;
  const all = points.length + sides.before.length + sides.after.length;
  return { start, end, similarity, together: 1 - (found.edits + sides.before.edits + sides.after.edits) / all };
}
