import { clipEnd, clipStart } from './columns.js';
import type { Diagnostic, Place } from './diagnostic.js';
import { displayWidth, widthOf } from './width.js';

/** The most columns of a line that an excerpt shows. */
const EXCERPT_COLUMNS = 100;
/** How much of a clipped line is shown before the caret. */
const COLUMNS_BEFORE_CARET = 40;

const CONTROL_PICTURES = 0x2400;
const REPLACEMENT = '\ufffd';

/** Bidirectional controls turn about what a reader sees; line separators break an excerpt in two. */
const deceives = (codePoint: number): boolean =>
  (codePoint >= 0x7f && codePoint <= 0x9f) ||
  (codePoint >= 0x202a && codePoint <= 0x202e) ||
  (codePoint >= 0x2066 && codePoint <= 0x2069) ||
  codePoint === 0x2028 ||
  codePoint === 0x2029 ||
  codePoint === 0xfeff;

/** One character as it may be shown: no control character of somebody's file reaches the terminal. */
function shown(character: string): string {
  const codePoint = character.codePointAt(0)!;
  if (character === '\t') return character;
  if (codePoint < 0x20) return String.fromCodePoint(CONTROL_PICTURES + codePoint);
  return deceives(codePoint) ? REPLACEMENT : character;
}

const visible = (text: string): string => Array.from(text, shown).join('');

/** A line of the file between two of its characters, with what the caret underlines. */
interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

function excerptOf(line: string, column: number, width: number): Excerpt {
  const characters = Array.from(line, shown);
  const start = Math.min(column - 1, characters.length);
  const end = Math.min(characters.length, start + width);
  const between = (from: number, to: number): string => characters.slice(from, to).join('');
  return { before: between(0, start), marked: between(start, end), after: between(end, characters.length) };
}

/** A line longer than an excerpt may be is cut on both sides, so that what is marked stays in sight. */
function clipped({ before, marked, after }: Excerpt): Excerpt {
  if (displayWidth(before + marked + after) <= EXCERPT_COLUMNS) return { before, marked, after };
  const all = displayWidth(marked) + displayWidth(after);
  const lead = clipStart(before, Math.max(COLUMNS_BEFORE_CARET, EXCERPT_COLUMNS - all));
  const middle = clipEnd(marked, EXCERPT_COLUMNS - displayWidth(lead));
  const rest = EXCERPT_COLUMNS - displayWidth(lead) - displayWidth(middle);
  return { before: lead, marked: middle, after: rest > 0 ? clipEnd(after, rest) : '' };
}

/** White space as wide as a text on any terminal: tabs stay tabs. */
const blank = (text: string): string =>
  Array.from(text, (character) => (character === '\t' ? '\t' : ' '.repeat(widthOf(character.codePointAt(0)!)))).join(
    '',
  );

function caretLines(place: Place): string[] {
  if (place.line === undefined || place.column === undefined || place.excerpt === undefined) return [];
  const { before, marked, after } = clipped(excerptOf(place.excerpt, place.column, place.width ?? 1));
  const number = String(place.line);
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [` ${number} | ${before}${marked}${after}`, ` ${' '.repeat(number.length)} | ${blank(before)}${carets}`];
}

function position(place: Place): string {
  const numbers = [place.line, place.column].filter((number) => number !== undefined);
  return [visible(place.file), ...numbers].join(':');
}

/**
 * A diagnostic as plain text of several lines, without a final line feed: where and what, the line of the file with
 * carets under the characters meant, and the remedy.
 */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { place, severity, code, message, remedy } = diagnostic;
  const head = `${severity} ${code}: ${visible(message)}`;
  return [
    place ? `${position(place)}: ${head}` : head,
    ...(place ? caretLines(place) : []),
    `  remedy: ${visible(remedy)}`,
  ].join('\n');
}
