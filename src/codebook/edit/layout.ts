import type { Entry, List, Mapping, Node } from '../yaml/tree.js';
import { commentsIn } from './comments.js';

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line of an offset ends: at its line feed, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed;
}

/** Where the next line begins; past the end of the text where there is none. */
export const nextLine = (text: string, offset: number): number => lineEnd(text, offset) + 1;

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** What stands before an offset on its line, dashes and keys as spaces. */
export const indentAt = (text: string, offset: number): string => ' '.repeat(columnOf(text, offset));

/** Where what a node says ends: line breaks and comments after it are not part of it. */
export function endOf(text: string, node: Node): number {
  if (node.kind === 'mapping' && !node.flow && node.entries.length > 0) return entryEnd(text, node.entries.at(-1)!);
  if (node.kind === 'list' && !node.flow && node.items.length > 0) return endOf(text, node.items.at(-1)!);
  if (node.kind !== 'text' || node.style !== 'block') return node.end;
  const end = text[node.end - 1] === '\n' ? node.end - 1 : node.end;
  // Where line breaks at its end count, blank lines are part of the text.
  if (/^[|>]\d?\+/u.test(text.slice(node.start, node.start + 3))) return end;
  return node.start + text.slice(node.start, end).trimEnd().length;
}

/** The same of a key with its value. */
export function entryEnd(text: string, { key, value }: Entry): number {
  if (value.kind !== 'nothing') return endOf(text, value);
  const colon = /^["']?\s*:/u.exec(text.slice(key.end));
  return key.end + (colon?.[0].length ?? 0);
}

/**
 * Where a line can be put in after a block that ends at an offset: comments below it that are indented deeper than a column
 * belong to it. An offset past the end of the text means that a line feed is missing there.
 */
export function lineAfter(text: string, end: number, column: number): number {
  let at = nextLine(text, end);
  for (let next = at; next < text.length; next = nextLine(text, next)) {
    const line = text.slice(next, lineEnd(text, next));
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '') continue;
    if (!line.trimStart().startsWith('#') || indent <= column) break;
    at = nextLine(text, next);
  }
  return at;
}

/** Where the dash of an item of a list of lines stands. */
export function dashOf(text: string, list: List, index: number): number {
  const column = columnOf(text, list.start);
  for (let at = lineStart(text, list.items[index]!.start); at >= 0; at = lineStart(text, at - 1)) {
    if (text[at + column] === '-' && text.slice(at, at + column).trim() === '') return at + column;
    if (at === 0) break;
  }
  return list.start;
}

/** Whether the items of a list of lines are parted by blank lines, as far as can be told. */
export function isSpaced(text: string, list: List): boolean {
  if (list.items.length < 2) return false;
  const last = lineStart(text, dashOf(text, list, list.items.length - 1));
  return text.slice(endOf(text, list.items.at(-2)!), last).includes('\n\n');
}

/** The comma after an offset and before another, comments passed over; -1 where there is none. */
export function commaBetween(text: string, start: number, end: number): number {
  const comments = commentsIn(text).filter((comment) => comment.start >= start && comment.start < end);
  for (let at = start; at < end; at++) {
    const comment = comments.find((one) => one.start <= at && at < one.end);
    if (comment) at = comment.end - 1;
    else if (text[at] === ',') return at;
  }
  return -1;
}

export const entryOf = (mapping: Mapping, key: string): Entry | undefined =>
  mapping.entries.find((entry) => entry.key.value === key);
