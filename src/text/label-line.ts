import { skipBlanks, trimBlanks } from './label-scan.js';
import { bracketedTime } from './time.js';

/** How a label is written; see `label.ts`. */
export type LabelStyle =
  | 'heading'
  | 'bare heading'
  | 'emphasis'
  | 'enclosed'
  | 'timed'
  | 'plain'
  | 'below'
  | 'id'
  | 'voice'
  | 'bracketed'
  | 'item'
  | 'bare line';

/** A line that could begin a turn. All positions are bytes of the text. */
export interface LabelLine {
  readonly style: LabelStyle;
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** After the label and the time and white space beside it, on the same line. */
  readonly end: number;
  /** The time in or beside the label; -1 where there is none. */
  readonly timeStart: number;
  readonly timeEnd: number;
  /** Whether nothing follows on the line. */
  readonly alone: boolean;
  /** Depth of a heading, else 0. */
  readonly depth: number;
}

/** A line that begins with a time and names nobody. */
export interface TimeLine {
  readonly start: number;
  readonly timeStart: number;
  readonly timeEnd: number;
  readonly end: number;
}

/** A label being put together while its line is read. */
export interface Reading {
  readonly text: Uint8Array;
  readonly start: number;
  readonly lineEnd: number;
  depth: number;
  timeStart: number;
  timeEnd: number;
}

/** Finishes a label whose own characters end at byte `after`: takes a bracketed time and blanks that follow. */
export function finish(
  reading: Reading,
  style: LabelStyle,
  nameStart: number,
  nameEnd: number,
  after: number,
): LabelLine | null {
  const { text, start, lineEnd, depth } = reading;
  const from = skipBlanks(text, nameStart, nameEnd);
  const to = trimBlanks(text, from, nameEnd);
  if (to <= from) return null;
  let end = skipBlanks(text, after, lineEnd);
  const time = end < lineEnd && reading.timeStart < 0 ? bracketedTime(text, end, lineEnd) : null;
  if (time !== null) {
    reading.timeStart = time.start;
    reading.timeEnd = time.end;
    end = afterRange(text, skipBlanks(text, time.close, lineEnd), lineEnd);
  }
  return {
    style,
    start,
    nameStart: from,
    nameEnd: to,
    end,
    depth,
    timeStart: reading.timeStart,
    timeEnd: reading.timeEnd,
    alone: end === lineEnd,
  };
}

/** After the second half of a stretch of time that goes on at byte `i`: `[20:18] to [21:13]`; `i` itself without one. */
function afterRange(text: Uint8Array, i: number, lineEnd: number): number {
  const joined = text[i] === 0x74 && text[i + 1] === 0x6f ? 2 : text[i] === 0x2d ? 1 : 0;
  const time = joined === 0 ? null : bracketedTime(text, skipBlanks(text, i + joined, lineEnd), lineEnd);
  return time === null ? i : skipBlanks(text, time.close, lineEnd);
}
