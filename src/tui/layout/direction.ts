/*
 * Terminals that reorder right-to-left text do so over a whole row, and would carry the panes beside it along. A
 * left-to-right mark behind such text keeps what follows in its place; elsewhere it takes no room and does nothing.
 */

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const LEFT_TO_RIGHT_MARK = '\u200e';

/** Whether the text holds characters that are written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
