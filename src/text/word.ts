import type { Span } from '../core/span.js';
import { BREAK, classTable, HAN, IGNORABLE, MARK, SPACE, WORD } from './character.js';
import { firstEndingAfter } from './furniture.js';
import type { Furniture } from './transcript.js';
import { codePointAt, sizeOf } from './utf8.js';

/** What a stretch of speech counts. */
export interface WordCount {
  /** Tokens of scripts with spaces, and each Han or kana character as one. */
  readonly words: number;
  /** Code points, less white space and what does not show. */
  readonly characters: number;
  readonly hanCharacters: number;
}

/*
 * Tokens are found by a small automaton over kinds of characters. It never looks ahead: a joiner after a letter is
 * part of the token only once a letter follows it.
 */
const BLANK = 0;
const SIGN = 1;
const LETTER = 2;
const DIGIT = 3;
const IDEOGRAPH = 4;
/** Marks and what does not show: no change of state. */
const SILENT = 5;
/** Apostrophe or hyphen: don't, well-known. */
const JOINER = 6;
/** Full stop or comma: 3.5, 300,000. */
const NUMBER_JOINER = 7;
const KINDS = 8;

const OUTSIDE = 0;
const AFTER_LETTER = 1;
const AFTER_DIGIT = 2;
const AFTER_JOINER = 3;
const AFTER_NUMBER_JOINER = 4;

/** state × kind → the next state, with STARTS set where a token begins. */
const STARTS = 8; // bit 3
// prettier-ignore
const transitions = Uint8Array.of(
  /* BLANK */ /* SIGN */ /* LETTER */           /* DIGIT */           /* IDEOGRAPH */ /* SILENT */       /* JOINER */  /* NUMBER_JOINER */
  OUTSIDE,    OUTSIDE,   AFTER_LETTER | STARTS, AFTER_DIGIT | STARTS, STARTS,         OUTSIDE,             OUTSIDE,      OUTSIDE,
  OUTSIDE,    OUTSIDE,   AFTER_LETTER,          AFTER_DIGIT,          STARTS,         AFTER_LETTER,        AFTER_JOINER, OUTSIDE,
  OUTSIDE,    OUTSIDE,   AFTER_LETTER,          AFTER_DIGIT,          STARTS,         AFTER_DIGIT,         AFTER_JOINER, AFTER_NUMBER_JOINER,
  OUTSIDE,    OUTSIDE,   AFTER_LETTER,          AFTER_DIGIT,          STARTS,         AFTER_JOINER,        OUTSIDE,      OUTSIDE,
  OUTSIDE,    OUTSIDE,   AFTER_LETTER | STARTS, AFTER_DIGIT,          STARTS,         AFTER_NUMBER_JOINER, OUTSIDE,      OUTSIDE,
);

const kindOfClass = new Uint8Array(7).fill(SIGN);
kindOfClass[SPACE] = kindOfClass[BREAK] = BLANK;
kindOfClass[WORD] = LETTER;
kindOfClass[HAN] = IDEOGRAPH;
kindOfClass[IGNORABLE] = kindOfClass[MARK] = SILENT;

const asciiKinds = Uint8Array.from({ length: 128 }, (_, codePoint) => kindOf(codePoint));

/** The kind of a code point. Digits are those of ASCII and of full width; others count as letters. */
function kindOf(codePoint: number): number {
  switch (codePoint) {
    case 0x27: // '
    case 0x2d: // -
    case 0x02bc: // ʼ
    case 0x2010: // ‐
    case 0x2011: // non-breaking hyphen
    case 0x2019: // ’
    case 0xff07: // ＇
    case 0xff0d: // －
      return JOINER;
    case 0x2c: // ,
    case 0x2e: // .
      return NUMBER_JOINER;
  }
  if ((codePoint >= 0x30 && codePoint <= 0x39) || (codePoint >= 0xff10 && codePoint <= 0xff19)) return DIGIT;
  return kindOfClass[classTable[codePoint]!]!;
}

/** Set in `asciiSteps` for a character that is not white space. */
const VISIBLE = 16;

/**
 * `transitions` for ASCII, most of all text, in one look-up: the next state times 128, so that the next character need
 * only be added, with STARTS and VISIBLE in the low bits.
 */
const asciiSteps = Uint16Array.from({ length: 8 * 128 }, (_, at) => {
  const kind = asciiKinds[at & 127]!;
  const step = transitions[(at >> 7) * KINDS + kind] ?? OUTSIDE;
  return ((step & 7) << 7) | (step & STARTS) | (kind === BLANK ? 0 : VISIBLE);
});

/** Adds what bytes `start`…`end` count to `total`. A token that begins before `start` is counted from there. */
function addTo(
  total: { tokens: number; han: number; characters: number },
  text: Uint8Array,
  start: number,
  end: number,
): void {
  let tokens = 0;
  let han = 0;
  let characters = 0;
  let state = OUTSIDE;
  let i = start;
  while (i < end) {
    let lead = text[i]!;
    while (lead < 0x80) {
      const step = asciiSteps[state | lead]!;
      tokens += (step >> 3) & 1;
      characters += (step >> 4) & 1;
      state = step & 0x380;
      if (++i >= end) break;
      lead = text[i]!;
    }
    if (i >= end) break;
    const codePoint = codePointAt(text, i);
    i += sizeOf(lead);
    if (classTable[codePoint] === HAN) {
      han++;
      characters++;
      state = OUTSIDE;
      continue;
    }
    const kind = kindOf(codePoint);
    if (kind !== BLANK && classTable[codePoint] !== IGNORABLE) characters++;
    const step = transitions[(state >> 7) * KINDS + kind]!;
    tokens += step >> 3;
    state = (step & 7) << 7;
  }
  total.tokens += tokens;
  total.han += han;
  total.characters += characters;
}

/** Counts `start`…`end` without the furniture, which is in text order. */
function count(text: Uint8Array, start: number, end: number, furniture: readonly Furniture[]) {
  const total = { tokens: 0, han: 0, characters: 0 };
  let at = start;
  for (let f = firstEndingAfter(furniture, start); f < furniture.length && furniture[f]!.start < end; f++) {
    if (furniture[f]!.start > at) addTo(total, text, at, furniture[f]!.start);
    at = Math.max(at, furniture[f]!.end);
  }
  if (at < end) addTo(total, text, at, end);
  return total;
}

/**
 * Counts the words and characters of a span of speech. A word is a character of a script without spaces (Han, kana,
 * Thai …), or a token of one with spaces: letters, marks and digits, with apostrophes and hyphens between them and
 * full stops and commas between digits. Furniture is left out, and parts tokens.
 */
export function countWords(text: Uint8Array, span: Span, furniture: readonly Furniture[]): WordCount {
  const { tokens, han, characters } = count(text, span.start, span.end, furniture);
  return { words: tokens + han, characters, hanCharacters: han };
}

/**
 * Counts what stands between two hits, bytes `start`…`end`: `words` are tokens of scripts with spaces, `chars`
 * characters of those without. 0 of both when `end` ≤ `start`.
 */
export function wordsBetween(
  text: Uint8Array,
  start: number,
  end: number,
  furniture: readonly Furniture[],
): { words: number; chars: number } {
  const { tokens, han } = count(text, start, end, furniture);
  return { words: tokens, chars: han };
}

/** The words of a span, in text order: as many as `countWords` counts where there is no furniture. */
export function tokens(text: Uint8Array, span: Span): Span[] {
  const found: { start: number; end: number }[] = [];
  let state = OUTSIDE;
  for (let i = span.start; i < span.end;) {
    const codePoint = codePointAt(text, i);
    const kind = kindOf(codePoint);
    const end = i + sizeOf(text[i]!);
    const next = transitions[state * KINDS + kind]!;
    const last = found[found.length - 1];
    if (next >= STARTS) found.push({ start: i, end });
    else if (last !== undefined && isPart(kind, state, last.end === i)) last.end = end;
    state = next & 7;
    i = end;
  }
  return found;
}

/** Whether a character that starts no token belongs to the last: a letter after anything, a mark only directly after. */
function isPart(kind: number, state: number, adjacent: boolean): boolean {
  if (kind === LETTER || kind === DIGIT) return state !== OUTSIDE;
  return kind === SILENT && adjacent;
}
