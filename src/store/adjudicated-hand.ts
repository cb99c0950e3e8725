import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import { anchoringOf } from '../coding/anchoring.js';
import { withCurrentCodes } from '../coding/current-codes.js';
import type { Event, SeenEvent } from '../coding/event.js';
import { foldEvents } from '../coding/fold.js';
import type { LaidCoding } from '../coding/laid.js';
import { placeLog } from '../coding/placed.js';
import { placeSeen } from '../coding/seen.js';
import { byCodePoint } from '../core/order.js';
import { areSameCodes } from '../measure/agree/compared.js';
import { layCodings } from '../measure/analysis-set.js';
import type { Transcript } from '../text/transcript.js';
import { type CoderHand, eventsOf, readHand } from './coder-hand.js';
import { codesByUnit, type UnitPlace } from './compared-source.js';
import type { Log } from './logs.js';
import type { Snapshots } from './snapshots.js';

/** What is stored as adjudicated of a source. */
export interface AdjudicatedHand extends CoderHand {
  /** Ids of the marks of the last decisions on a unit: several where decisions do not know of each other. */
  readonly latest: (unit: UnitPlace) => readonly string[];
  /**
   * What a unit was decided to have by decisions that do not know of each other, where they differ: of two people who
   * decided at once, and whose logs were joined then. Empty else.
   */
  readonly apart: (unit: UnitPlace) => readonly (readonly string[])[];
  /** When a unit was first marked as decided, be it that this was taken back (ISO 8601, UTC); null where it never was. */
  readonly firstDecided: (unit: UnitPlace) => string | null;
}

/** Reads the log of what was adjudicated. */
export function readAdjudicated(
  log: Log,
  transcript: Transcript,
  codebook: Codebook,
  snapshots: Snapshots,
): AdjudicatedHand {
  const hand = readHand(log, transcript, codebook, snapshots, null);
  const events = withCurrentCodes(eventsOf(log).events, currentId(codebook));
  const ids = codebook.codes.map(({ id }) => id);
  const anchoring = anchoringOf(transcript.text);
  const knownBy = actionsKnownBy(events);
  /** The last decisions on a unit, by the times of their actions. */
  const latestOf = (unit: UnitPlace): Map<string, SeenEvent> => {
    const marks = new Map((hand.seen?.marks(unit) ?? []).map(({ event }) => [event.at, event]));
    for (const at of [...marks.keys()]) for (const earlier of knownBy(at)) marks.delete(earlier);
    return marks;
  };
  /** The codes of a unit, had only what these actions knew of been done. */
  const codesWithout = (unit: UnitPlace, others: readonly string[]): readonly string[] =>
    codesByUnit(codingsWithout(others), [unit], ids)[0]!;
  const known = new Map<string, readonly LaidCoding[]>();
  const codingsWithout = (times: readonly string[]): readonly LaidCoding[] => {
    const others = new Set(times);
    const key = [...others].sort(byCodePoint).join(' ');
    if (!known.has(key)) known.set(key, lay(others));
    return known.get(key)!;
  };
  const lay = (others: ReadonlySet<string>): readonly LaidCoding[] => {
    const folded = foldEvents(events.filter(({ at }) => !others.has(at)));
    const placed = placeLog(folded, { coder: log.coder, source: log.source, file: log.id }, anchoring, new Set(ids));
    const positions = new Map(ids.map((id, i) => [id, i]));
    return layCodings([], [placed], { kind: 'coder', coder: log.coder }, positions);
  };
  const marks = events.filter((event) => event.event === 'seen');
  const everMarked = placeSeen(marks, transcript, anchoring);
  const firstTime = timesOfMarks(marks);
  return {
    ...hand,
    latest: (unit) => [...latestOf(unit).values()].map(({ id }) => id),
    apart: (unit) => {
      const latest = [...latestOf(unit).keys()];
      if (latest.length < 2) return [];
      const decisions = latest.map((at) => {
        const own = new Set([at, ...knownBy(at)]);
        const others = latest.flatMap((other) => [other, ...knownBy(other)]).filter((other) => !own.has(other));
        return codesWithout(unit, others);
      });
      return decisions.every((codes) => areSameCodes(codes, decisions[0]!)) ? [] : decisions;
    },
    firstDecided: (unit) =>
      everMarked
        .filter(({ span }) => unit.pieces.some(({ start, end }) => start < span.end && span.start < end))
        .map(({ event }) => firstTime(event))
        .reduce<string | null>((first, at) => (first === null || at < first ? at : first), null),
  };
}

/**
 * The actions that an action knew of, by their times: those whose events it names, and those that they knew of. What one
 * command or key stores has one time.
 */
function actionsKnownBy(events: readonly Event[]): (at: string) => ReadonlySet<string> {
  const timeOf = new Map(events.map(({ id, at }) => [id, at]));
  const named = new Map<string, Set<string>>();
  for (const event of events) {
    const ids = event.event === 'remove' ? event.targets : [event.was];
    const own = named.get(event.at) ?? new Set<string>();
    for (const id of [...ids, event.undoes]) {
      const at = timeOf.get(id ?? '');
      if (at !== undefined && at !== event.at) own.add(at);
    }
    named.set(event.at, own);
  }
  return (at) => {
    const known = new Set<string>();
    const open = [at];
    for (const one of open) {
      for (const other of named.get(one) ?? []) {
        if (known.has(other) || other === at) continue;
        known.add(other);
        open.push(other);
      }
    }
    return known;
  };
}

/** When a mark was made first: one that tells another anew is as old as that. */
function timesOfMarks(marks: readonly SeenEvent[]): (mark: SeenEvent) => string {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  return (mark) => {
    let [first, at] = [mark, mark.at];
    for (const visited = new Set([mark.id]); ;) {
      const before = byId.get(first.was ?? '');
      if (before === undefined || visited.has(before.id)) return at;
      visited.add(before.id);
      first = before;
      if (before.at < at) at = before.at;
    }
  };
}
