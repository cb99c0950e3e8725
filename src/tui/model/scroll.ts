import type { Span } from '../../core/span.js';
import { textArea } from '../layout/panes.js';
import { pageFrom, topFor } from '../layout/scroll.js';
import type { TagState } from './state.js';

/** Scrolls so far that a span is on the screen; not at all where it is already. */
export function inView(state: TagState, target: Span): TagState {
  const { columns, rows } = textArea(state.size, state.source);
  const top = topFor(state.source, state.top, target, columns, rows);
  return top === state.top ? state : { ...state, top };
}

/** The byte of the first row a page further towards the end (1) or the beginning (-1). */
export function pageTop(state: TagState, direction: 1 | -1): number {
  const { columns, rows } = textArea(state.size, state.source);
  return pageFrom(state.source, state.top, columns, rows, direction);
}
