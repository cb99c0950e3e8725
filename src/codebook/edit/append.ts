import type { Entry, List, Mapping } from '../yaml/tree.js';
import { blockLists } from './found.js';
import {
  columnOf,
  commaBetween,
  dashOf,
  endOf,
  entryEnd,
  entryOf,
  indentAt,
  isSpaced,
  lineAfter,
  lineEnd,
  lineStart,
} from './layout.js';
import { insertion, type Draft, type Splice } from './splice.js';

/** An item for a list, in both of the forms that lists have. */
export interface NewItem {
  /** The item as lines, its dash after so many spaces. */
  readonly lines: (dash: string) => readonly string[];
  /** The item on one line, without a comma. */
  readonly flow: string;
}

/** Puts lines in where `lineAfter` said. */
export function linesAt(text: string, at: number, lines: readonly string[]): Splice {
  if (at > text.length) return insertion(text.length, `\n${lines.join('\n')}`);
  return insertion(at, `${lines.join('\n')}\n`);
}

/** The map itself, between brackets or as lines, gets a key: on a line below an entry, or behind it. */
export function addEntry({ text }: Draft, owner: Mapping, after: Entry, key: string, value: string): Splice {
  const end = entryEnd(text, after);
  if (owner.flow) return insertion(end, `, ${key}: ${value}`);
  const column = columnOf(text, owner.start);
  return linesAt(text, lineAfter(text, end, column), [`${indentAt(text, owner.start)}${key}: ${value}`]);
}

/**
 * Puts items at the end of the list that a map has under a key, in the form and with the indentation that it has; makes
 * the list where there is none.
 */
export function appendItems(draft: Draft, owner: Mapping, key: string, items: readonly NewItem[]): Splice[] {
  if (items.length === 0) return [];
  const { text } = draft;
  const entry = entryOf(owner, key);
  const list = entry?.value;
  const inFlow = `[${items.map(({ flow }) => flow).join(', ')}]`;
  if (list?.kind === 'list') {
    if (!list.flow && list.items.length > 0) return [inLines(text, list, items)];
    if (list.items.length > 0) return inBrackets(text, list, items);
    const bare = text.slice(list.start, list.end).replace(/ /gu, '') === '[]';
    if (!bare || owner.flow) return [insertion(list.start + 1, inFlow.slice(1, -1))];
    const from = text.slice(0, list.start).trimEnd().length;
    return [{ start: from, end: list.end, text: '' }, newLines(draft, owner, key, list.end, items)];
  }
  if (entry) {
    const end = entryEnd(text, entry);
    const colon = text[end - 1] === ':' ? '' : ':';
    return owner.flow ? [insertion(end, `${colon} ${inFlow}`)] : [newLines(draft, owner, key, end, items)];
  }
  const last = owner.entries.filter((one) => one.key.value !== 'codes').at(-1) ?? owner.entries.at(-1);
  const after = key === 'codes' ? owner.entries.at(-1) : last;
  if (owner.flow)
    return [insertion(after ? entryEnd(text, after) : owner.start + 1, `${after ? ', ' : ''}${key}: ${inFlow}`)];
  const at = lineAfter(text, entryEnd(text, after!), columnOf(text, owner.start));
  const dash = ' '.repeat(dashColumn(draft, owner, key));
  return [linesAt(text, at, [`${indentAt(text, owner.start)}${key}:`, ...items.flatMap(({ lines }) => lines(dash))])];
}

/** Items as lines below a key that has none. */
function newLines(draft: Draft, owner: Mapping, key: string, end: number, items: readonly NewItem[]): Splice {
  const dash = ' '.repeat(dashColumn(draft, owner, key));
  const at = lineEnd(draft.text, end) + 1;
  return linesAt(
    draft.text,
    at,
    items.flatMap(({ lines }) => lines(dash)),
  );
}

function inLines(text: string, list: List, items: readonly NewItem[]): Splice {
  const column = columnOf(text, list.start);
  const at = lineAfter(text, endOf(text, list), column);
  const blank = isSpaced(text, list) ? [''] : [];
  return linesAt(
    text,
    at,
    items.flatMap(({ lines }) => [...blank, ...lines(' '.repeat(column))]),
  );
}

function inBrackets(text: string, list: List, items: readonly NewItem[]): Splice[] {
  const last = list.items.at(-1)!;
  const before = list.items.at(-2)?.end ?? list.start;
  if (!text.slice(before, last.start).includes('\n')) {
    return [insertion(last.end, items.map(({ flow }) => `, ${flow}`).join(''))];
  }
  // Each item has a line of its own: so have the new ones, below comments beside the last.
  const comma = commaBetween(text, last.end, list.end - 1);
  const end = comma < 0 ? last.end : comma + 1;
  const line = text.slice(lineStart(text, last.start), last.start);
  const indent = line.trim() === '' ? line : indentAt(text, list.start + 1);
  const closes = list.end - 1 <= lineEnd(text, end);
  const added = items.map(({ flow }) => `\n${indent}${flow}`).join(',') + (comma < 0 ? '' : ',');
  return [...(comma < 0 ? [insertion(last.end, ',')] : []), insertion(closes ? end : lineEnd(text, end), added)];
}

/** The column of the dashes of a new list: as far from its key as the nearest such list of the file has them. */
function dashColumn({ text, root }: Draft, owner: Mapping, key: string): number {
  const lists = blockLists(root);
  const alike = lists.filter((other) => other.key === key);
  const inCodes = alike.filter((other) => other.owner !== root);
  const example = inCodes.at(-1) ?? alike.at(-1) ?? lists.at(-1);
  const step = example ? columnOf(text, dashOf(text, example.list, 0)) - columnOf(text, example.owner.start) : 2;
  return columnOf(text, owner.start) + step;
}
