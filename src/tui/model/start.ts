import { type Digits, NO_DIGITS } from './digits.js';
import { type Edits, NO_EDITS } from './edits.js';
import { firstProgress } from './progress.js';
import type { Batch, CodeEntry, OpenSource, Queue, Size, SourceEntry, TagState, WalkKind } from './state.js';
import { cursorAt, READ } from './step.js';

/** What the shell knows when the terminal UI begins. */
export interface Loaded {
  readonly title: string;
  readonly coder: string;
  readonly blind: boolean;
  readonly size: Size;
  readonly codes: readonly CodeEntry[];
  readonly counts: Readonly<Record<string, number>>;
  readonly sources: readonly SourceEntry[];
  readonly source: OpenSource;
  /** Byte where the coder stopped; null for the beginning. */
  readonly at: number | null;
  readonly walk: WalkKind;
  readonly done: readonly Batch[];
  readonly undone: readonly Batch[];
  readonly queue: Queue | null;
  readonly digits?: Digits;
  readonly edits?: Edits;
}

/** The state in which the terminal UI begins: a search with its list of places, everything else with the transcript. */
export function startState({ at, digits = NO_DIGITS, edits = NO_EDITS, ...loaded }: Loaded): TagState {
  const state: TagState = {
    ...loaded,
    ...digits,
    cursor: { start: 0, end: 0 },
    top: 0,
    mode: loaded.queue?.kind === 'find' ? { name: 'places', index: loaded.queue.index } : READ,
    search: '',
    follow: loaded.queue?.kind === 'review' ? loaded.queue.code : null,
    showOthers: true,
    folded: [],
    progress: firstProgress(loaded.source, loaded.walk),
    ofSession: [],
    edits,
    saved: { state: 'saved' },
    message: '',
  };
  return cursorAt(state, at ?? 0);
}
