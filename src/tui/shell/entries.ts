import { byCodePoint } from '../../core/order.js';
import { anchoringOf } from '../../coding/anchoring.js';
import type { ApplyEvent, Event } from '../../coding/event.js';
import { foldEvents } from '../../coding/fold.js';
import { seenTest } from '../../coding/is-seen.js';
import { placeSeen } from '../../coding/seen.js';
import { caseOf } from '../../store/case-of.js';
import { findLogs } from '../../store/logs.js';
import { readTranscript } from '../../store/read-transcript.js';
import type { ReadLog } from '../../store/read-log.js';
import type { Source } from '../../store/sources.js';
import { units } from '../../text/unit.js';
import { type Desk, logOf } from './desk.js';
import { type Digits, NO_DIGITS, withUsed } from '../model/digits.js';
import type { SourceCount, SourceEntry } from '../model/state.js';

/** The coder's logs by source. */
export type OwnLogs = ReadonlyMap<string, ReadLog>;

const EMPTY: ReadLog = { events: [], folded: foldEvents([]) };

/** Reads all logs of the coder. What cannot be read is left out here and told where its source is opened. */
export function ownLogs(desk: Desk): OwnLogs {
  const own = findLogs(desk.study.folder).filter(({ coder }) => coder === desk.coder);
  return new Map(own.map(({ source }) => [source, logOf(desk, desk.coder, source).value ?? EMPTY]));
}

/** The sources as the list shows them until they are counted: from the logs alone, without reading a transcript. */
export function sourceEntries({ study, assigned }: Desk, logs: OwnLogs): SourceEntry[] {
  return study.sources.map((source) => ({
    id: source.id,
    case: caseOf(study, source, {}).case,
    units: 0,
    seen: 0,
    codings: logs.get(source.id)?.folded.codings.length ?? 0,
    assigned: assigned.size === 0 || assigned.has(source.id),
  }));
}

/** Reads a source and its coder's log to count what of it is seen; null where it cannot be read. */
export async function counted(desk: Desk, source: Source): Promise<SourceCount | null> {
  const { study, coder, walk } = desk;
  const { value: transcript } = await readTranscript(study, source);
  if (!transcript) return null;
  const marks = logOf(desk, coder, source.id).value?.folded.seen ?? [];
  const seen = placeSeen(marks, transcript, anchoringOf(transcript.text)).map(({ span }) => span);
  const all = units(transcript, walk);
  const { case: named } = caseOf(study, source, transcript.header);
  return { id: source.id, case: named, units: all.length, seen: all.filter(seenTest(seen, transcript)).length };
}

/**
 * The segments that the coder gave each code, over all sources; suggestions accepted are not among them. Of two codings of
 * one segment with one code, as a merge leaves them, one counts.
 */
export function codeCounts(desk: Desk, logs: OwnLogs): Record<string, number> {
  const counts = new Map(desk.codebook.codes.map(({ id }) => [id, 0]));
  for (const { folded } of logs.values()) {
    const segments = new Map(
      folded.codings.map(({ code, anchor: { start, end } }) => [`${start} ${end} ${code}`, code]),
    );
    for (const code of segments.values()) {
      const count = counts.get(code);
      if (count !== undefined) counts.set(code, count + 1);
    }
  }
  return Object.fromEntries(counts);
}

/**
 * The digits as the coder left them: found by going through all that was coded by hand, in the order of time, as it was
 * when it was done. What undo or redo laid again was no use of a code.
 */
export function digitsOf({ codebook }: Desk, logs: OwnLogs): Digits {
  const known = new Set(codebook.codes.map(({ id }) => id));
  const isUse = (event: Event): event is ApplyEvent =>
    event.event === 'apply' && event.verdict === undefined && event.undoes === undefined && known.has(event.code);
  const uses = [...logs.values()].flatMap(({ events }) => events.filter(isUse));
  uses.sort((a, b) => byCodePoint(a.at, b.at));
  return withUsed(
    NO_DIGITS,
    uses.map(({ code }) => code),
  );
}
