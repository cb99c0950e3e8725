import type { List, Mapping } from '../yaml/tree.js';
import { commaBetween, dashOf, endOf, entryEnd, entryOf, lineAfter, lineEnd, lineStart } from './layout.js';
import type { Range } from '../yaml/tree.js';
import { codeIn } from './found.js';
import type { Draft, Splice } from './splice.js';

/** The lines of an item of a list of lines, from its dash on, with comments below it that belong to it. */
export function itemLines(text: string, list: List, index: number): Range {
  const dash = dashOf(text, list, index);
  const start = lineStart(text, dash);
  const end = lineAfter(text, endOf(text, list.items[index]!), dash - start);
  return { start, end: Math.min(end, text.length) };
}

/** Takes a code out of its list, with all below it; a list that is left empty goes with it. */
export function removeCode(draft: Draft, id: string): readonly Splice[] {
  const { list, index, owner } = codeIn(draft, id);
  return removeItem(draft, owner, 'codes', list, index);
}

/** Takes an item out of the list that a map has under a key; a list that is left empty goes with it. */
export function removeItem({ text }: Draft, owner: Mapping, key: string, list: List, index: number): readonly Splice[] {
  if (list.flow) return [cutItem(text, list, index)];
  const { start, end } = itemLines(text, list, index);
  if (list.items.length === 1) return withoutList(text, owner, key, start, end);
  const isBlank = (from: number): boolean => text.slice(from, lineEnd(text, from)).trim() === '';
  // Of the blank lines around it one group stays.
  const blankBefore = start > 0 && isBlank(lineStart(text, start - 1));
  const upTo = blankBefore && end < text.length && isBlank(end) ? lineEnd(text, end) + 1 : end;
  // The last line of a file without a line feed at its end takes the line feed before it along.
  const from = end === text.length && !text.endsWith('\n') ? start - 1 : start;
  return [{ start: from, end: upTo, text: '' }];
}

/** Takes an item out from between brackets with a comma beside it; comments stay. */
function cutItem(text: string, list: List, index: number): Splice {
  const { start, end } = list.items[index]!;
  const next = list.items[index + 1];
  const comma = commaBetween(text, end, next?.start ?? list.end - 1);
  if (comma >= 0) {
    const space = /^ */u.exec(text.slice(comma + 1))![0].length;
    return { start, end: comma + 1 + space, text: text.slice(end, comma) };
  }
  const before = list.items[index - 1];
  const earlier = before ? commaBetween(text, before.end, start) : start;
  return { start: earlier, end, text: before ? text.slice(earlier + 1, start).trimEnd() : '' };
}

/** The only item of a list goes, and the key above it where that has a line to itself. */
function withoutList(text: string, owner: Mapping, key: string, start: number, end: number): readonly Splice[] {
  const entry = entryOf(owner, key)!;
  const line = lineStart(text, entry.key.start);
  const alone = text.slice(line, lineEnd(text, line)).trim() === `${key}:`;
  if (alone && lineEnd(text, line) + 1 === start) return [{ start: line, end, text: '' }];
  const colon = text.indexOf(':', entryEnd(text, { ...entry, value: { kind: 'nothing', start: 0, end: 0 } }) - 1);
  return [
    { start: colon + 1, end: colon + 1, text: ' []' },
    { start, end, text: '' },
  ];
}
