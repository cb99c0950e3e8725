import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import { foldEvents } from '../coding/fold.js';
import { type Anchoring, anchoringOf } from '../coding/anchoring.js';
import { type Progress, lookedFor, progressOf } from '../coding/looked-for.js';
import { type PlacedLog, placeLog } from '../coding/placed.js';
import { placeSeen } from '../coding/seen.js';
import type { Diagnostic } from '../core/diagnostic.js';
import type { Span } from '../core/span.js';
import type { Transcript, Turn } from '../text/transcript.js';
import type { Log } from './logs.js';
import { readLog } from './read-log.js';
import type { Snapshots } from './snapshots.js';

/** What a coder's log of a source came to. */
export interface Hand {
  readonly log: PlacedLog;
  /** Of the log's lines and of what is in them. */
  readonly diagnostics: readonly Diagnostic[];
  /** How far the coder has come in the turns that count; null where no unit was marked as seen. */
  readonly progress: ((included: (turn: Turn) => boolean) => Progress) | null;
  /** The units marked as seen, in text order; null where the coder marks none. */
  readonly seen: readonly Span[] | null;
  /** Positions of the codes that the coder looked for, and of those and what the coder laid; null for all. */
  readonly read: ReadonlySet<number> | null;
  readonly looked: ReadonlySet<number> | null;
}

/** Prepares reading logs of a source and laying them on its text. */
export function handReader(
  codebook: Codebook,
  snapshots: Snapshots,
): (logs: readonly Log[], transcript: Transcript) => Hand[] {
  const positions = new Map(codebook.codes.map(({ id }, i) => [id, i]));
  const ids = new Set(positions.keys());
  const current = currentId(codebook);
  const read = (log: Log, transcript: Transcript, anchoring: Anchoring): Hand => {
    const { value, diagnostics: told } = readLog(log, current);
    const { coder, source, id: file } = log;
    const placed = placeLog(value?.folded ?? foldEvents([]), { coder, source, file }, anchoring, ids);
    const diagnostics = [...told, ...placed.diagnostics];
    if (placed.seen.length === 0)
      return { log: placed, diagnostics, progress: null, seen: null, read: null, looked: null };
    const seen = placeSeen(placed.seen, transcript, anchoring);
    const found = lookedFor(seen, codebook, snapshots);
    const read = found && [...found].map((id) => positions.get(id)!);
    const laid = [...placed.codings, ...placed.verdicts].map(({ code }) => positions.get(code)!);
    return {
      log: placed,
      diagnostics,
      progress: (included) => progressOf(seen, transcript, included),
      seen: seen.map(({ span }) => span),
      read: read && new Set(read),
      looked: read && new Set([...read, ...laid]),
    };
  };
  return (logs, transcript) => {
    const anchoring = anchoringOf(transcript.text);
    return logs.map((log) => read(log, transcript, anchoring));
  };
}
