import type { Line } from './frame.js';
import type { Caret } from './field.js';

/** What covers the foot of the body while something is chosen or written: a title and its lines. */
export interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Where text is typed, counted from the first of `lines`. */
  readonly caret: Caret | null;
}
