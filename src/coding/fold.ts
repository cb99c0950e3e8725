import { byCodePoint } from '../core/order.js';
import type { ApplyEvent, Event, SeenEvent, Verdict } from './event.js';
import { printEvent } from './print-event.js';
import { standingOf } from './retold.js';

/** An answer to a rule's coding, which is a segment and a code. */
export type VerdictEvent = ApplyEvent & { readonly verdict: Verdict };

/** What a coder's log of one source amounts to. */
export interface Folded {
  /** Codings by hand, in text order. */
  readonly codings: readonly ApplyEvent[];
  /** The latest verdict on each anchor and code, and on each former id of the code, in text order. */
  readonly verdicts: readonly VerdictEvent[];
  readonly seen: readonly SeenEvent[];
  /** Ids that different events share, in code-point order. */
  readonly shared: readonly string[];
}

/** Events by their lines: merged logs may hold a line twice. */
export function distinctEvents(events: readonly Event[]): ReadonlyMap<string, Event> {
  return new Map(events.map((event) => [printEvent(event), event]));
}

/**
 * Folds the events of one coder and source into what holds now. Order and repeats make no difference, so the union of
 * two branches' logs is right: an event that any `remove` names is gone, wherever the `remove` stands; a coding that was
 * re-anchored on both is one (`standingOf`). Of several
 * verdicts with one anchor and code, stored under one id, the latest holds (by time, then id); which others answer the same
 * shows in the text only (`placeEvents`).
 */
export function foldEvents(events: readonly Event[]): Folded {
  const distinct = distinctEvents(events);
  const counts = new Map<string, number>();
  for (const event of distinct.values()) {
    counts.set(event.id, (counts.get(event.id) ?? 0) + 1);
  }
  const { gone, toldAs } = standingOf([...distinct.values()]);
  const live = [...distinct].filter(([, event]) => !gone.has(event.id));
  live.sort(([lineA, a], [lineB, b]) => placeOf(a) - placeOf(b) || endOf(a) - endOf(b) || byCodePoint(lineA, lineB));
  const codings: ApplyEvent[] = [];
  const verdicts = new Map<string, VerdictEvent>();
  const seen: SeenEvent[] = [];
  const told = new Set<string>();
  for (const [, event] of live) {
    const name = toldAs(event.id);
    if (name !== null) {
      if (told.has(name)) continue;
      told.add(name);
    }
    if (event.event === 'seen') seen.push(event);
    else if (event.event === 'apply') {
      if (isVerdict(event)) keepLatest(verdicts, event);
      else codings.push(event);
    }
  }
  const shared = [...counts]
    .filter(([, count]) => count > 1)
    .map(([id]) => id)
    .sort(byCodePoint);
  return { codings, verdicts: [...verdicts.values()], seen, shared };
}

function isVerdict(event: ApplyEvent): event is VerdictEvent {
  return event.verdict !== undefined;
}

/** The events come in an order of their own, so a tie of time and id is decided alike each time. */
function keepLatest(verdicts: Map<string, VerdictEvent>, event: VerdictEvent): void {
  const { start, end, exact, digest } = event.anchor;
  const key = JSON.stringify([start, end, event.formerly ?? event.code, exact, digest]);
  const held = verdicts.get(key);
  if (held === undefined || later(event, held) >= 0) verdicts.set(key, event);
}

/**
 * Which of several verdicts on one segment and code holds: the latest. But codes that were merged were judged each for
 * itself: a rejection of one overrules no acceptance of the other. Only one given later, to the code as it is now, does.
 *
 * @param verdicts at least one
 */
export function holding(verdicts: readonly ApplyEvent[]): ApplyEvent {
  const sorted = [...verdicts].sort(later);
  const latest = [...new Map(sorted.map((event) => [event.formerly, event])).values()].sort(later);
  const accepted = latest.findLast(({ verdict }) => verdict === 'accept');
  const last = latest.at(-1)!;
  if (!accepted) return last;
  const now = latest.find(({ formerly }) => formerly === undefined);
  return now?.verdict === 'reject' && compareTimes(now.at, accepted.at) > 0 ? now : accepted;
}

/** The order in which events were recorded: by time, then id. */
export function later(a: Event, b: Event): number {
  return compareTimes(a.at, b.at) || byCodePoint(a.id, b.id);
}

/** Times are ISO 8601 in UTC; fractions of a second may be given or not: `…05Z` is before `…05.1Z`. */
function compareTimes(a: string, b: string): number {
  return byCodePoint(a.replace('Z', ''), b.replace('Z', ''));
}

function placeOf(event: Event): number {
  if (event.event === 'remove') return 0;
  return event.event === 'apply' ? event.anchor.start : event.unit.start;
}

function endOf(event: Event): number {
  if (event.event === 'remove') return 0;
  return event.event === 'apply' ? event.anchor.end : event.unit.end;
}
