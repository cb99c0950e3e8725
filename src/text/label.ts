import {
  afterBullet,
  closingMarks,
  COLON,
  colonSize,
  DRESSED,
  emphasisAt,
  findColon,
  findColonInside,
  headingDepth,
  openingBefore,
  PLAIN,
  skipBlanks,
  SPACE,
  stripMarks,
  TAB,
  timeBefore,
  trimBlanks,
} from './label-scan.js';
import { bracketedTime, closing, opening, timeEnd } from './time.js';
import { finish, type LabelLine, type Reading, type TimeLine } from './label-line.js';

/**
 * The grammar of speakers' labels, on bytes. `labelAt` says how a line could begin a turn; whether it does is decided
 * in `choice.ts`, when the whole file has been seen.
 *
 *   heading    `### 唐鳳：` (bare: no colon)      emphasis  `**Tim Smith:** \[01:46\] Describing…`
 *   enclosed   `<קובי בוזו:>`, `【访谈者】：`      timed     `Sidney  55:21`, `Lenny Rachitsky (00:20:12):`
 *   plain      `Interviewer2 2: …`, `A：…`, `Dan:` and the text below, `[00:01:23] Therapist: …`
 *   below      `00:00:03 Speaker 1` and the text below
 *   id         `[ID:1] 28岁，男`                 voice     `<v Ann>` in WebVTT (found in `cue-turn.ts`)
 *   bracketed  `【访谈者】请问…`, no colon        item      `- Dan: …`, `1. 访谈者：…` (the number is no part of the name)
 *   bare line  a declared name alone on its line (found in `labelled.ts`)
 */

/** `### 唐鳳：`: a label when the colon ends the line, but for a time. `**` around the name is taken off. */
function heading(reading: Reading, i: number): LabelLine | null {
  const { text, lineEnd } = reading;
  let nameStart = skipBlanks(text, i, lineEnd);
  const marks = emphasisAt(text, nameStart, lineEnd);
  nameStart += marks;
  const limit = Math.min(lineEnd, nameStart + DRESSED);
  for (
    let colon = findColonInside(text, nameStart, limit);
    colon >= 0;
    colon = findColonInside(text, colon + 1, limit)
  ) {
    let after = colon + colonSize(text, colon);
    after += closingMarks(text, after, lineEnd, marks, text[nameStart - 1]!);
    const timed = timeBefore(text, nameStart, colon, lineEnd);
    if (timed !== null) continue;
    const label = finish(reading, 'heading', nameStart, stripMarks(text, nameStart, colon), after);
    return label !== null && label.alone ? label : null;
  }
  const nameEnd = trimBlanks(text, nameStart, lineEnd);
  return nameEnd - nameStart > DRESSED
    ? null
    : finish(reading, 'bare heading', nameStart, stripMarks(text, nameStart, nameEnd), lineEnd);
}

/** `Sidney  55:21` at the end of a line, `Lenny (00:20:12):`, `姓名(00:20:12): 正文`. */
function timedLabel(reading: Reading, nameStart: number, time: { start: number; end: number }): LabelLine | null {
  const { text, lineEnd } = reading;
  reading.timeStart = time.start;
  reading.timeEnd = time.end;
  let nameEnd = trimBlanks(text, nameStart, time.start);
  let after = time.end;
  const bracket = openingBefore(text, nameStart, nameEnd);
  if (bracket > 0) {
    nameEnd -= bracket;
    const close = closing(text, skipBlanks(text, after, lineEnd));
    if (close === null) return null;
    after = skipBlanks(text, after, lineEnd) + close.size;
  } else if (nameEnd === time.start) return null;
  after = skipBlanks(text, after, lineEnd);
  after += closingMarks(text, after, lineEnd, emphasisAt(text, after, lineEnd), text[after]!);
  const size = after < lineEnd ? colonSize(text, after) : 0;
  after += size;
  after += closingMarks(text, after, lineEnd, emphasisAt(text, after, lineEnd), text[after]!);
  if (size === 0 && after < lineEnd) return null;
  nameEnd = stripMarks(text, nameStart, trimBlanks(text, nameStart, nameEnd));
  const colonBefore = nameEnd > nameStart && text[nameEnd - 1] === COLON ? 1 : 0;
  return finish(reading, 'timed', nameStart, stripMarks(text, nameStart, nameEnd - colonBefore), after);
}

/** `<קובי בוזו:>`, `【访谈者】：`, `[Dan]:`; `[ID:1] 28岁，男`. */
function enclosed(reading: Reading, i: number): LabelLine | null {
  const { text, lineEnd } = reading;
  const limit = Math.min(lineEnd, i + DRESSED);
  if (text[i] === 0x3c) {
    for (let at = i + 1; at < limit; at++) {
      if (text[at] !== 0x3e) continue;
      const inner = text[at - 1] === COLON ? 1 : colonSize(text, at - 3) === 3 ? 3 : 0;
      const outer = at + 1 < lineEnd ? colonSize(text, at + 1) : 0;
      return inner + outer === 0 ? null : finish(reading, 'enclosed', i + 1, at - inner, at + 1 + outer);
    }
    return null;
  }
  const open = opening(text, i)!;
  for (let at = i + open.size; at < limit; at++) {
    const close = closing(text, at);
    if (close === null) continue;
    const after = skipBlanks(text, at + close.size, lineEnd);
    const size = after < lineEnd ? colonSize(text, after) : 0;
    if (size > 0) return finish(reading, 'enclosed', i + open.size, at, after + size);
    if (isId(text, i + open.size, at)) return respondentId(reading, i + open.size, at, at + close.size);
    return at - i <= PLAIN ? finish(reading, 'bracketed', i + open.size, at, at + close.size) : null;
  }
  return null;
}

/** Whether `ID:` or `ID：` and something stands between the bytes. */
function isId(text: Uint8Array, start: number, end: number): boolean {
  return (
    (text[start]! | 0x20) === 0x69 &&
    (text[start + 1]! | 0x20) === 0x64 &&
    colonSize(text, start + 2) > 0 &&
    end > start + 3
  );
}

/** The bracketed id of a respondent; a short description beside it (age, sex) belongs to the label. */
function respondentId(reading: Reading, nameStart: number, nameEnd: number, after: number): LabelLine | null {
  const { text, lineEnd } = reading;
  const rest = skipBlanks(text, after, lineEnd);
  const described =
    lineEnd - rest <= 60 &&
    /^[^。！？.!?]*(?:岁|歲|男|女|\b(?:male|female|years?|yrs?|aged?)\b)[^。！？.!?]*$/i.test(
      new TextDecoder().decode(text.subarray(rest, lineEnd)),
    );
  return finish(reading, 'id', nameStart, nameEnd, described ? lineEnd : after);
}

/** Takes a time that begins the line, in brackets or bare, off the reading; returns the byte after it and its blanks. */
function leadingTime(reading: Reading, i: number): number {
  const { text, lineEnd } = reading;
  const byte = text[i]!;
  let after = -1;
  if (byte >= 0x30 && byte <= 0x39) {
    const end = timeEnd(text, i, lineEnd);
    if (end > 0 && (end === lineEnd || text[end] === SPACE || text[end] === TAB || text[end] === 0xe3)) {
      reading.timeStart = i;
      reading.timeEnd = after = end;
    }
  } else {
    const time = bracketedTime(text, i, lineEnd);
    if (time !== null) {
      reading.timeStart = time.start;
      reading.timeEnd = time.end;
      after = time.close;
    }
  }
  if (after < 0) return i;
  after = skipBlanks(text, after, lineEnd);
  if ((text[after] === 0x2d || text[after] === COLON) && text[after + 1] === SPACE)
    after = skipBlanks(text, after + 1, lineEnd);
  return after;
}

/** A label with a colon from byte `i` on: plain, in emphasis, or with a time. */
function colonLabel(reading: Reading, i: number): LabelLine | null {
  const { text, lineEnd } = reading;
  const marks = emphasisAt(text, i, lineEnd);
  const nameStart = i + marks;
  const colon =
    marks > 0
      ? findColonInside(text, nameStart, Math.min(lineEnd, nameStart + DRESSED))
      : findColon(text, nameStart, Math.min(lineEnd, nameStart + PLAIN));
  if (colon < 0) return null;
  const time = timeBefore(text, nameStart, colon, lineEnd);
  if (time !== null) return timedLabel(reading, nameStart, time);
  const after = colon + colonSize(text, colon);
  if (
    after - colon === 1 &&
    (text[after] === 0x2f || text[after] === COLON || (text[after] === 0x5c && text[after + 1] === 0x5c))
  )
    return null;
  if (marks === 0) return finish(reading, 'plain', nameStart, colon, after);
  const closed = closingMarks(text, after, lineEnd, marks, text[i]!);
  if (closed > 0) return finish(reading, 'emphasis', nameStart, colon, after + closed);
  const nameEnd = stripMarks(text, nameStart, colon);
  if (nameEnd < colon) return finish(reading, 'emphasis', nameStart, nameEnd, after);
  return colon - nameStart <= PLAIN ? finish(reading, 'plain', nameStart, colon, after) : null;
}

/** A label behind the bullet or number of a list's item. */
function itemLabel(reading: Reading, i: number): LabelLine | null {
  const byte = reading.text[i];
  if (i === reading.lineEnd || byte === 0x28 || byte === 0x5b || byte === 0x3c) return null;
  const label = colonLabel(reading, i);
  return label === null || label.style === 'timed' ? label : { ...label, style: 'item' };
}

/**
 * How the line from byte `start` to `lineEnd` (its line feed, or the end of the text) could begin a turn: a label, a
 * time alone, or null for a line of prose.
 */
export function labelAt(text: Uint8Array, start: number, lineEnd: number): LabelLine | TimeLine | null {
  let i = skipBlanks(text, start, lineEnd);
  if (i === lineEnd) return null;
  const byte = text[i]!;
  const special =
    byte < 0x40
      ? byte === 0x23 || byte === 0x28 || byte === 0x3c || (byte >= 0x30 && byte <= 0x39)
      : byte === 0x5b || byte === 0x5c || byte === 0xe3 || byte === 0xef;
  const reading: Reading = { text, start, lineEnd, depth: 0, timeStart: -1, timeEnd: -1 };
  const item = afterBullet(text, i, lineEnd);
  if (item > i) return itemLabel(reading, item);
  if (!special) return colonLabel(reading, i);
  if (byte === 0x23) {
    const depth = headingDepth(text, i, lineEnd);
    if (depth === 0) return null;
    reading.depth = depth;
    return heading(reading, i + depth + 1);
  }
  const after = leadingTime(reading, i);
  if (after === i) {
    if (byte === 0x3c || opening(text, i) !== null) return enclosed(reading, i);
    return colonLabel(reading, i);
  }
  i = after;
  const { timeStart, timeEnd: timeStop } = reading;
  const label = i < lineEnd ? colonLabel(reading, i) : null;
  if (label !== null) return label;
  if (i < lineEnd && lineEnd - i <= 48) {
    reading.timeStart = timeStart;
    reading.timeEnd = timeStop;
    return finish(reading, 'below', i, lineEnd, lineEnd);
  }
  return { start, timeStart, timeEnd: timeStop, end: i };
}
