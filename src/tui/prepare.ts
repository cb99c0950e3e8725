import type { Outcome } from '../core/diagnostic.js';
import { type Desk, codesOf, isBlind } from './desk.js';
import { codeCounts, ownLogs, recentCodes, sourceEntries } from './entries.js';
import { openSource, stoppedAt } from './open.js';
import { startState } from './start.js';
import type { Queue, Size, TagState } from './state.js';

/** Where the coder begins. */
export interface Beginning {
  readonly source: string;
  /** Byte for the cursor; null for where the coder stopped. */
  readonly at: number | null;
  readonly queue: Queue | null;
}

/** Reads what the first frame shows. What comes back makes the first state, for a screen of a size. */
export async function prepare(desk: Desk, begin: Beginning): Promise<Outcome<(size: Size) => TagState>> {
  const { value, diagnostics } = await openSource(desk, begin.source);
  if (!value) return { diagnostics };
  const { source, history } = value;
  const logs = ownLogs(desk);
  const parts = {
    title: desk.study.settings.title || desk.codebook.title,
    coder: desk.coder,
    blind: isBlind(desk, source.id),
    codes: codesOf(desk),
    counts: codeCounts(desk, logs),
    sources: sourceEntries(desk, logs, new Map()),
    source,
    at: begin.at ?? stoppedAt(desk, source),
    walk: desk.walk,
    ...history,
    queue: begin.queue,
    recent: recentCodes(desk, logs),
  };
  return { value: (size) => startState({ ...parts, size }), diagnostics };
}
