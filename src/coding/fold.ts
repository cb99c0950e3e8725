import { byCodePoint } from '../core/order.js';
import type { ApplyEvent, Event, SeenEvent, Verdict } from './event.js';
import { printEvent } from './print-event.js';

/** An answer to a rule's coding, which is a segment and a code. */
export type VerdictEvent = ApplyEvent & { readonly verdict: Verdict };

/** What a coder's log of one source amounts to. */
export interface Folded {
  /** Codings by hand, in text order. */
  readonly codings: readonly ApplyEvent[];
  /** The verdict that holds on each segment and code, in text order. */
  readonly verdicts: readonly VerdictEvent[];
  readonly seen: readonly SeenEvent[];
  /** Ids that different events share, in code-point order. */
  readonly shared: readonly string[];
}

/**
 * Folds the events of one coder and source into what holds now. Order and repeats make no difference, so the union of
 * two branches' logs is right: an event that any `remove` names is gone, wherever the `remove` stands. Of several
 * verdicts on one segment and code the latest holds (by time, then id).
 */
export function foldEvents(events: readonly Event[]): Folded {
  const distinct = new Map(events.map((event) => [printEvent(event), event]));
  const removed = new Set<string>();
  const counts = new Map<string, number>();
  for (const event of distinct.values()) {
    counts.set(event.id, (counts.get(event.id) ?? 0) + 1);
    if (event.event === 'remove') for (const target of event.targets) removed.add(target);
  }
  const live = [...distinct].filter(([, event]) => !removed.has(event.id));
  live.sort(([lineA, a], [lineB, b]) => placeOf(a) - placeOf(b) || endOf(a) - endOf(b) || byCodePoint(lineA, lineB));
  const codings: ApplyEvent[] = [];
  const verdicts = new Map<string, VerdictEvent>();
  const seen: SeenEvent[] = [];
  for (const [, event] of live) {
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
  const { start, end, exact } = event.anchor;
  const key = JSON.stringify([start, end, event.code, exact]);
  const held = verdicts.get(key);
  if (held === undefined || later(event, held) >= 0) verdicts.set(key, event);
}

function later(a: Event, b: Event): number {
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
