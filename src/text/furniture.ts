import type { Span } from '../core/span.js';
import { trimEnd, trimStart } from './blank.js';
import { classOf, HAN, WORD } from './character.js';
import type { Furniture, Transcript } from './transcript.js';
import { codePointAt, sizeOf } from './utf8.js';

/** The position of the first span that ends after byte `at`, in a list in text order without overlaps; its length if none. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Furniture that is no part of what is said. Markers are: `we left [laughs] in the end` is one sentence. */
function isOutside({ kind }: Furniture): boolean {
  return kind !== 'marker';
}

/** Less white space and furniture at either end; markers stay. Null when nothing is left. */
export function trimmed({ text, furniture }: Transcript, span: Span): Span | null {
  let start = trimStart(text, span.start, span.end);
  let f = firstEndingAfter(furniture, start);
  for (; f < furniture.length && furniture[f]!.start <= start && start < span.end && isOutside(furniture[f]!); f++) {
    start = trimStart(text, Math.min(furniture[f]!.end, span.end), span.end);
  }
  let end = trimEnd(text, start, span.end);
  f = firstEndingAfter(furniture, end - 1);
  for (; f >= 0 && start < end; f--) {
    const piece = furniture[f];
    if (piece === undefined || piece.start >= end) continue;
    if (piece.end < end || !isOutside(piece)) break;
    end = trimEnd(text, start, Math.max(piece.start, start));
  }
  return start < end ? { start, end } : null;
}

/** Whether a span holds a letter, digit or ideograph that is no furniture. Nearly always the first character decides. */
export function hasWord({ text, furniture }: Transcript, span: Span): boolean {
  let f = firstEndingAfter(furniture, span.start);
  for (let i = span.start; i < span.end;) {
    const piece = furniture[f];
    if (piece !== undefined && piece.start <= i) {
      i = piece.end;
      f++;
      continue;
    }
    const characterClass = classOf(codePointAt(text, i));
    if (characterClass === WORD || characterClass === HAN) return true;
    i += sizeOf(text[i]!);
  }
  return false;
}

/** Header lines and what an export left, such as page headers: no paragraph goes on over them. */
function isBarrier({ kind }: Furniture): boolean {
  return kind === 'header' || kind === 'export';
}

/** The stretches of a turn's speech between barriers; they may be blank. */
export function stretchesOf(
  { furniture }: Transcript,
  { speech, end }: { readonly speech: number; readonly end: number },
): Span[] {
  const found: Span[] = [];
  let at = speech;
  for (let f = firstEndingAfter(furniture, at); f < furniture.length && furniture[f]!.start < end; f++) {
    if (!isBarrier(furniture[f]!)) continue;
    if (at < furniture[f]!.start) found.push({ start: at, end: furniture[f]!.start });
    at = furniture[f]!.end;
  }
  if (at < end) found.push({ start: at, end });
  return found;
}

/** A span of a text as it is split: the bytes `start`…`end` of `text`, `shift` before their place in the transcript. */
export interface Speech extends Span {
  readonly text: Uint8Array;
  readonly shift: number;
}

/**
 * A span as if its furniture, markers excepted, were spaces: speech goes on from cue to cue, and the blank line between
 * them parts nothing. Spans without furniture, nearly all, are lent as they stand.
 */
export function speechIn({ text, furniture }: Transcript, { start, end }: Span): Speech {
  let copy: Uint8Array | null = null;
  for (let f = firstEndingAfter(furniture, start); f < furniture.length && furniture[f]!.start < end; f++) {
    const piece = furniture[f]!;
    if (!isOutside(piece)) continue;
    // Not `slice`, which of a Buffer makes no copy.
    copy ??= new Uint8Array(text.subarray(start, end));
    copy.fill(0x20, Math.max(0, piece.start - start), piece.end - start);
  }
  return copy === null ? { text, start, end, shift: 0 } : { text: copy, start: 0, end: copy.length, shift: start };
}
