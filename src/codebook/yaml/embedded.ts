import type { Place } from '../../core/diagnostic.js';
import type { Findings } from './findings.js';
import type { Range, Text } from './tree.js';

/*
 * Expressions of the query language that stand in a file of YAML: their mistakes are counted within the expression, and
 * are shown in the file.
 */

/** Where the words of an expression stand: within its quotation marks; all of a scalar that is folded over lines. */
export function rangeOf(node: Text, text: string, { text: file }: Findings): Range {
  const start = file.indexOf(text, node.start);
  return start < 0 || start + text.length > node.end ? node : { start, end: start + text.length };
}

/** The part of an expression that a mistake means. */
export function within(at: Range, text: string, place: Place | undefined): Range {
  if (at.end - at.start !== text.length || place?.column === undefined) return at;
  const characters = Array.from(text);
  const start = at.start + characters.slice(0, place.column - 1).join('').length;
  const width = characters.slice(place.column - 1, place.column - 1 + (place.width ?? 1)).join('').length;
  return { start, end: start + width };
}
