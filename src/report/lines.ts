import { firstColumns } from '../core/columns.js';
import { displayWidth, widthOf } from '../core/width.js';

/* All widths are columns of a terminal; texts are single lines. */

/** `text` with spaces after it to fill `width`. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** `text` with spaces before it to fill `width`. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/**
 * Private-use characters that stand for an opening and a closing mark of emphasis while lines are broken, so that a sign
 * of the text itself is never taken for one. Each is one column wide; a line breaks neither after one nor before the other.
 */
export const OPEN = '\ue000';
export const CLOSE = '\ue001';

/** Punctuation that does not begin a line, also where ideographs stand before it. */
const CLOSING = new Set(CLOSE + ')]}.,;:!?%\'"/，。、；：！？）」』】》〉〕％…—”’％·～');
/** Punctuation that does not end one. */
const OPENING = new Set(OPEN + '([{（「『【《〈〔“‘');

function isWide(character: string): boolean {
  return widthOf(character.codePointAt(0)!) === 2;
}

/** Whether a line may end between two neighbouring characters that are no space. */
function mayBreak(before: string, after: string): boolean {
  if (widthOf(after.codePointAt(0)!) === 0 || CLOSING.has(after) || OPENING.has(before)) return false;
  return isWide(before) || isWide(after);
}

/** Splits a text into the shortest stretches that a line is not broken within; spaces end a stretch. */
function stretchesOf(text: string): string[] {
  const stretches: string[] = [];
  let stretch = '';
  let before = '';
  for (const character of text) {
    if (before !== '' && (before === ' ' ? character !== ' ' : character !== ' ' && mayBreak(before, character))) {
      stretches.push(stretch);
      stretch = '';
    }
    stretch += character;
    before = character;
  }
  if (stretch !== '') stretches.push(stretch);
  return stretches;
}

/** The widest stretch of a text that `wrap` keeps whole. */
export function widestStretch(text: string): number {
  return Math.max(0, ...stretchesOf(text).map((stretch) => displayWidth(stretch.trimEnd())));
}

/** The beginning of a long stretch up to the last of its joints, as `nature-of-` and `local-interests*`, if that fills half of it. */
function upToJoint(head: string): string {
  const joint = Math.max(...['-', '*', '/', '_'].map((sign) => head.lastIndexOf(sign)));
  return joint + 1 >= head.length / 2 ? head.slice(0, joint + 1) : head;
}

/**
 * Breaks a text into lines of at most `width` (≥ 2) columns: at spaces, and between ideographs; a stretch longer than a
 * line is cut, behind a sign that joins its parts where there is one. An empty text is one empty line.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let stretch of stretchesOf(text)) {
    if (line !== '' && displayWidth(line) + displayWidth(stretch.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    // Measured once: a word may be as long as a book.
    for (let rest = displayWidth(stretch.trimEnd()); rest > width;) {
      const head = upToJoint(firstColumns(stretch, width));
      lines.push(head);
      stretch = stretch.slice(head.length);
      rest -= displayWidth(head);
    }
    line += stretch;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Text hanging from a sign or name: the first line after it, the others below the first. */
export function hanging(head: string, text: string, width: number): string[] {
  const indent = displayWidth(head);
  return wrap(text, Math.max(2, width - indent)).map((line, i) =>
    ((i === 0 ? head : ' '.repeat(indent)) + line).trimEnd(),
  );
}

/** Short texts as lines, none of them broken that fits into one. */
export function pack(texts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    const joined = `${last ?? ''}   ${text}`;
    if (last !== undefined && displayWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrap(text, width));
  }
  return lines;
}
