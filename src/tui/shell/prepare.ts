import type { Outcome } from '../../core/diagnostic.js';
import { told } from './answers.js';
import { type Desk, codesOf, isBlind, keptEdits } from './desk.js';
import { codeCounts, ownLogs, digitsOf, sourceEntries } from './entries.js';
import type { Read } from './fresh.js';
import { openSource, stoppedAt } from './open.js';
import { earlierEdits } from './shared-edits.js';
import { startState } from '../model/start.js';
import type { Queue, Size, TagState } from '../model/state.js';

/** Where the coder begins. */
export interface Beginning {
  readonly source: string;
  /** Byte for the cursor; null for where the coder stopped. */
  readonly at: number | null;
  readonly queue: Queue | null;
}

/** What there is before the first frame. */
export interface Prepared {
  /** Makes the first state, for a screen of a size. */
  readonly begin: (size: Size) => TagState;
  /** What the files of the open source were when it was read. */
  readonly read: Read;
}

/** Reads what the first frame shows. */
export async function prepare(desk: Desk, begin: Beginning): Promise<Outcome<Prepared>> {
  const { value, diagnostics } = await openSource(desk, begin.source);
  if (!value) return { diagnostics };
  const { source, history, read } = value;
  const logs = ownLogs(desk);
  const parts = {
    title: desk.study.settings.title || desk.codebook.title,
    coder: desk.coder,
    blind: isBlind(desk, source.id),
    codes: codesOf(desk),
    counts: codeCounts(desk, logs),
    sources: sourceEntries(desk, logs),
    source,
    at: begin.at ?? stoppedAt(desk, source),
    walk: desk.walk,
    ...history,
    queue: begin.queue,
    digits: digitsOf(desk, logs),
    edits: earlierEdits(keptEdits(desk)),
  };
  const message = told(diagnostics);
  return { value: { begin: (size) => ({ ...startState({ ...parts, size }), message }), read }, diagnostics };
}
