import type { Span } from '../core/span.js';
import { isAbbreviation } from './abbreviation.js';
import { isBlank, trimEnd, trimStart } from './blank.js';
import { classOf, HAN, SPACE, WORD } from './character.js';
import { foldings } from './fold.js';
import {
  ELLIPSIS,
  endKind,
  EXCLAMATION,
  FINAL,
  FULL_STOP,
  isCloser,
  isOpener,
  isPause,
  NONE,
  SEMICOLON,
} from './punctuation.js';
import { codePointAt, previous, sizeOf } from './utf8.js';

/*
 * Sentences by our own rules, specified in METHODS, so that they are the same on every runtime. One pass over the
 * bytes: what is looked at beyond a sign is only closing and opening signs and white space, which are looked at again
 * at most once.
 */

export interface SentenceOptions {
  /** Whether a line break always ends a sentence; else it does so only after Han and before a blank line. */
  readonly paragraphPerLine: boolean;
}

const LINE_FEED = 0x0a;

/** By byte: 1 where a character begins that may end a sentence. The other bytes of a character never do. */
const mayEnd = new Uint8Array(256);
for (const sign of '\n.!?;։؟۔।༎።။‼。？') mayEnd[leadByteOf(sign.codePointAt(0)!)] = 1;

function leadByteOf(codePoint: number): number {
  if (codePoint < 0x80) return codePoint;
  return codePoint < 0x800 ? 0xc0 | (codePoint >> 6) : 0xe0 | (codePoint >> 12);
}

function isHanBefore(text: Uint8Array, start: number, at: number): boolean {
  return at > start && classOf(codePointAt(text, previous(text, at))) === HAN;
}

function isHanAt(text: Uint8Array, at: number, end: number): boolean {
  return at < end && classOf(codePointAt(text, at)) === HAN;
}

/** The first byte from `at` on whose character does not pass the test, or `end`. */
function skip(text: Uint8Array, at: number, end: number, passes: (codePoint: number) => boolean): number {
  let i = at;
  while (i < end && passes(codePointAt(text, i))) i += sizeOf(text[i]!);
  return i;
}

let small: Set<number> | undefined;

/** Whether it is a small letter, that is, one that a capital folds to. Georgian is written without capitals. */
function isSmall(codePoint: number): boolean {
  if (codePoint < 0x80) return codePoint >= 0x61 && codePoint <= 0x7a;
  small ??= new Set(foldings({ han: false }).to);
  return small.has(codePoint) && classOf(codePoint) === WORD && !(codePoint >= 0x10d0 && codePoint <= 0x10ff);
}

/** The signs at a place where a sentence may end: bytes `at`…`stop`, closing quotes and brackets with them. */
interface Signs {
  readonly at: number;
  readonly stop: number;
  /** The weightiest of the kinds. */
  readonly kind: number;
  readonly closed: boolean;
}

function signsAt(text: Uint8Array, start: number, at: number, end: number): Signs {
  let kind = NONE;
  let closed = false;
  let i = at;
  while (i < end) {
    const codePoint = codePointAt(text, i);
    const next = endKind(codePoint);
    if (next !== NONE && (kind === NONE || (kind !== SEMICOLON && next !== SEMICOLON))) {
      kind = kind === FULL_STOP && next === FULL_STOP ? ELLIPSIS : Math.max(kind, next);
    } else if (
      isCloser(codePoint) &&
      closes(text, start, i, end, kind === FINAL || (kind !== FULL_STOP && isHanBefore(text, start, at)))
    ) {
      closed = true;
    } else break;
    i += sizeOf(text[i]!);
  }
  return { at, stop: i, kind, closed };
}

/**
 * Whether the sign at byte `at`, perhaps a closing one, does close. A straight quote, which may open as well, does so
 * before white space and other signs. Beside `han` it also does as the second of a pair: there the sentence ends
 * whatever it is, so that the pairs of each sentence are counted once.
 */
function closes(text: Uint8Array, start: number, at: number, end: number, han: boolean): boolean {
  const sign = codePointAt(text, at);
  if (!isOpener(sign)) return true;
  const after = at + sizeOf(text[at]!);
  if (after >= end) return true;
  const next = codePointAt(text, after);
  if (isBlank(next) || isCloser(next) || isPause(next) || endKind(next) !== NONE) return true;
  if (!han) return false;
  let earlier = 0;
  for (let i = start; i < at; i++) if (text[i] === text[at]) earlier++;
  return earlier % 2 === 1;
}

/** Whether the sentence that began at `start` ends with these signs. */
function endsWith(text: Uint8Array, start: number, end: number, { at, stop, kind, closed }: Signs): boolean {
  if (at === start) return false;
  if (stop >= end) return true;
  if (isPause(codePointAt(text, stop))) return false;
  if (kind === FINAL) return true;
  const byHan = isHanBefore(text, start, at) || isHanAt(text, stop, end);
  if (kind === SEMICOLON) return byHan;
  if (kind === EXCLAMATION && isOpener(codePointAt(text, previous(text, at)))) return false; // (?) marks a doubt
  if (byHan && kind !== FULL_STOP) return true;
  if (!isBlank(codePointAt(text, stop))) return false;
  if (kind === EXCLAMATION && !closed) return true;
  const next = skip(text, trimStart(text, stop, end), end, isOpener);
  if (next >= end) return true;
  const codePoint = codePointAt(text, next);
  if (isSmall(codePoint) || endKind(codePoint) !== NONE) return false;
  if (kind === ELLIPSIS) return classOf(codePoint) === WORD && !(codePoint >= 0x30 && codePoint <= 0x39);
  return kind === EXCLAMATION || !isAbbreviation(text, start, at, next);
}

/** Whether the line break at byte `at` ends a sentence: a blank line follows, or Han stands before, closing signs aside. */
function endsAtLine(text: Uint8Array, start: number, at: number, end: number): boolean {
  const next = skip(text, at + 1, end, (codePoint) => classOf(codePoint) === SPACE);
  if (next >= end || text[next] === LINE_FEED) return true;
  let i = at;
  while (i > start) {
    const before = previous(text, i);
    const codePoint = codePointAt(text, before);
    if (classOf(codePoint) !== SPACE && !isCloser(codePoint)) return classOf(codePoint) === HAN;
    i = before;
  }
  return false;
}

/** Whether the byte is a letter of ASCII. */
function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/**
 * Whether a sentence ends with the sign at byte `i` when it stands, as nearly always in English, between an ASCII letter
 * and a space with an ASCII letter after it: what `endsWith` says then, said at once. Null where it stands otherwise.
 */
function endsPlainly(text: Uint8Array, start: number, i: number, end: number): boolean | null {
  if (i === start || i + 2 >= end || text[i + 1] !== 0x20) return null;
  const next = text[i + 2]!;
  if (!isLetter(next) || !isLetter(text[i - 1]!)) return null;
  if (text[i] === 0x3f || text[i] === 0x21) return true;
  if (text[i] !== 0x2e) return null;
  return next < 0x61 && !isAbbreviation(text, start, i, i + 2);
}

/** The end of the sentence that begins at `start`. */
function endOfSentence(text: Uint8Array, start: number, end: number, { paragraphPerLine }: SentenceOptions): number {
  let i = start;
  for (;;) {
    while (i < end && mayEnd[text[i]!] === 0) i++;
    if (i >= end) return end;
    const plainly = endsPlainly(text, start, i, end);
    if (plainly !== null) {
      i++;
      if (plainly) return i;
    } else if (text[i] === LINE_FEED) {
      if (paragraphPerLine || endsAtLine(text, start, i, end)) return i;
      i++;
    } else if (endKind(codePointAt(text, i)) === NONE) {
      i += sizeOf(text[i]!);
    } else {
      const signs = signsAt(text, start, i, end);
      if (endsWith(text, start, end, signs)) return signs.stop;
      i = signs.stop;
    }
  }
}

/**
 * The next sentence of a paragraph that ends at byte `end`: the span of it without white space at either end, or null
 * when nothing but white space is left. Between sentences there is nothing but white space.
 *
 * @param from where the paragraph begins, or the sentence before ended
 */
export function nextSentence(text: Uint8Array, from: number, end: number, options: SentenceOptions): Span | null {
  const start = trimStart(text, from, end);
  return start < end ? { start, end: trimEnd(text, start, endOfSentence(text, start, end, options)) } : null;
}
