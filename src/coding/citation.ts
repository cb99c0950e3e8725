/**
 * How a starred quotation is cited: the source's name without folder and extension, and the turn. It stays the same when
 * lines are broken elsewhere.
 *
 * @param turn 1-based among the source's turns
 */
export function citationOf(source: string, turn: number): string {
  const name = source.slice(source.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '');
  return `${name}, turn ${turn}`;
}

/** The property of codings that are starred, and its value. */
export const STAR = 'star';
export const STARRED = 'yes';
