import { readFileSync } from 'node:fs';
import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import { anchoringOf } from '../coding/anchoring.js';
import { asOf } from '../coding/as-of.js';
import { withCurrentCodes } from '../coding/current-codes.js';
import type { Event } from '../coding/event.js';
import { foldEvents } from '../coding/fold.js';
import type { LaidCoding } from '../coding/laid.js';
import { parseLog } from '../coding/log.js';
import { lookedFor } from '../coding/looked-for.js';
import { placeLog } from '../coding/placed.js';
import { type PlacedSeen, placeSeen } from '../coding/seen.js';
import { type SeenBy, seenBy } from '../coding/seen-by.js';
import { type UnplacedCodings, unplacedIn } from '../coding/unplaced.js';
import type { Diagnostic } from '../core/diagnostic.js';
import type { Span } from '../core/span.js';
import { layCodings } from '../measure/analysis-set.js';
import type { Transcript } from '../text/transcript.js';
import { unreadable } from './finding.js';
import type { Log } from './logs.js';
import type { Snapshots } from './snapshots.js';

/** One coder's work on one source, for comparing it with another's. */
export interface CoderHand {
  readonly codings: readonly LaidCoding[];
  /** What else the coder laid, whose place is not sure: there it is not known which codes a unit has. */
  readonly unplaced: UnplacedCodings;
  /** Null where the coder marked nothing as seen. */
  readonly seen: SeenBy | null;
  /** Ids of the codes of which it is known whether the coder applied them to a span; null for all. */
  readonly asked: (span: Span) => ReadonlySet<string> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The events of a log, and what was found in its lines. */
export function eventsOf(log: Log): { events: readonly Event[]; diagnostics: readonly Diagnostic[] } {
  let text: string;
  try {
    text = readFileSync(log.path, 'utf8');
  } catch (error) {
    return { events: [], diagnostics: [unreadable(log.id, error)] };
  }
  const { value = [], diagnostics } = parseLog(text, log.id);
  return { events: value, diagnostics };
}

/**
 * Lays a coder's log on a source: codings by hand and the keyword hits that were accepted.
 *
 * @param before only what was stored before this time (ISO 8601, UTC); null for all
 */
export function readHand(
  log: Log,
  transcript: Transcript,
  codebook: Codebook,
  snapshots: Snapshots,
  before: string | null,
): CoderHand {
  const { events, diagnostics } = eventsOf(log);
  const current = withCurrentCodes(events, currentId(codebook));
  const anchoring = anchoringOf(transcript.text);
  const counted = before === null ? current : asOf(current, before, anchoring).events;
  const folded = foldEvents(counted);
  const positions = new Map(codebook.codes.map(({ id }, i) => [id, i]));
  const { coder, source, id: file } = log;
  const placed = placeLog(folded, { coder, source, file }, anchoring, new Set(positions.keys()));
  const marks = placed.seen.length > 0 ? placeSeen(placed.seen, transcript, anchoring) : [];
  const seen = placed.seen.length > 0 ? seenBy(marks, transcript) : null;
  const unplaced = unplacedIn(placed.doubtful);
  const known = new Map<string, ReadonlySet<string> | null>();
  const couldApply = (touching: readonly PlacedSeen[]): ReadonlySet<string> | null => {
    const key = [...new Set(touching.map(({ event }) => event.codebook))].sort().join(' ');
    if (!known.has(key)) known.set(key, lookedFor(touching, codebook, snapshots));
    return known.get(key)!;
  };
  return {
    codings: layCodings([], [placed], { kind: 'coder', coder }, positions),
    seen,
    unplaced,
    asked: (span) => {
      const could = seen === null ? null : couldApply(seen.marks(span));
      if (unplaced.lost.size === 0) return could;
      return new Set([...(could ?? positions.keys())].filter((id) => !unplaced.lost.has(id)));
    },
    diagnostics: [...diagnostics, ...placed.diagnostics],
  };
}
