import type { List, Range } from '../yaml/tree.js';
import type { NewItem } from './append.js';
import { commentsIn } from './comments.js';
import { columnOf, dashOf, lineEnd } from './layout.js';
import { itemLines } from './remove.js';
import { inFlow } from './scalar.js';

/** An item that goes to another list, and where its comments are that go with it. */
export interface MovedItem extends NewItem {
  /** The stretch that goes along when it is written as lines; of what goes between brackets no comment goes along. */
  readonly region: Range | null;
}

/** The items of a list as they are put into another. */
export function movedItems(text: string, list: List): MovedItem[] {
  return list.items.map((node, index) => {
    const flow = inFlow(node);
    if (list.flow) return { flow, lines: (dash) => [`${dash}- ${flow}`], region: null };
    const region = itemLines(text, list, index);
    const from = columnOf(text, dashOf(text, list, index));
    const written = text.slice(region.start, region.end).replace(/\n+$/u, '').split('\n');
    return { flow, region, lines: (dash) => written.map((line) => shifted(line, dash.length - from)) };
  });
}

/** A line further to the right by so many columns, or to the left as far as it is indented. */
function shifted(line: string, columns: number): string {
  if (line.trim() === '') return line;
  if (columns >= 0) return ' '.repeat(columns) + line;
  const indent = line.length - line.trimStart().length;
  return line.slice(Math.min(-columns, indent));
}

/** The comments within a range that lie in none of the others, as they are written. */
export function commentsOutside(text: string, range: Range, others: readonly Range[]): string[] {
  const within = (at: number, { start, end }: Range): boolean => start <= at && at < end;
  return commentsIn(text)
    .filter(({ start }) => within(start, range) && !others.some((other) => within(start, other)))
    .map(({ start }) => text.slice(start, lineEnd(text, start)));
}
