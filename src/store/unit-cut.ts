import type { LaidCoding } from '../coding/laid.js';
import { bySpan, overlaps, type Span } from '../core/span.js';
import { areSameCodes } from '../measure/agree/compared.js';
import { firstEndingAfter } from '../text/furniture.js';
import type { AdjudicatedHand } from './adjudicated-hand.js';
import type { CoderHand } from './coder-hand.js';
import { codesByUnit, type SawUnit, type UnitPlace } from './compared-source.js';

/** Coders as they stood before units were adjudicated. */
export interface BeforeDecisions {
  readonly hands: readonly (CoderHand | null)[];
  /** Units that a coder saw or coded otherwise since: that does not count. */
  readonly later: number;
}

/** A source's coders, to be read as they were at a time. */
export interface Readers {
  /** By coder the times of all events (ISO 8601, UTC), ascending; null where the coder has no log. */
  readonly times: readonly (readonly string[] | null)[];
  /** What a coder had stored before a time; all for null. */
  readonly read: (coder: number, before: string | null) => CoderHand;
}

/**
 * Coders as each unit was coded before it was adjudicated: before the first event of the adjudication by which two of them
 * had seen the unit, or that decided it. From then on they may have talked. What they read later counts as long as it is
 * neither.
 *
 * @param events times of the adjudication's events, ascending
 */
export function beforeDecisions(
  { times, read }: Readers,
  places: readonly UnitPlace[],
  saw: SawUnit,
  adjudicated: AdjudicatedHand,
  events: readonly string[],
  ids: readonly string[],
): BeforeDecisions {
  const readAt = (before: string | null): (CoderHand | null)[] =>
    times.map((own, coder) => (own === null ? null : read(coder, before)));
  const now = readAt(null);
  const all = stateKey(times, null);
  const states: { readonly from: string; readonly hands: readonly (CoderHand | null)[] }[] = [];
  let key = '';
  for (const at of events) {
    const own = stateKey(times, at);
    if (own === key) continue;
    key = own;
    states.push({ from: at, hands: own === all ? now : readAt(at) });
  }
  const handsOf = places.map((place) => {
    const decided = adjudicated.firstDecided(place);
    const isCut = ({ from, hands }: (typeof states)[number], next: string | undefined): boolean =>
      hands.filter((hand) => saw(hand, place) !== 'unseen').length >= 2 ||
      (decided !== null && decided >= from && (next === undefined || decided < next));
    return states.find((state, i) => isCut(state, states[i + 1]?.from))?.hands ?? now;
  });
  const hands = now.map((hand, coder) => {
    const own = handsOf.map((state) => state[coder]!);
    return hand && joinedHand(places, own, hand);
  });
  const [codesThen, codesNow] = [hands, now].map((list) =>
    list.map((hand) => codesByUnit(hand?.codings ?? [], places, ids)),
  );
  const later = places.filter((place, u) =>
    now.some(
      (hand, coder) =>
        saw(hand, place) !== saw(hands[coder]!, place) || !areSameCodes(codesThen![coder]![u]!, codesNow![coder]![u]!),
    ),
  ).length;
  return { hands, later };
}

/** How many events of each coder were stored before a time: what was stored alike is one state. */
function stateKey(times: Readers['times'], before: string | null): string {
  const bare = (at: string): string => at.replace('Z', '');
  return times.map((own) => (own ?? []).filter((at) => before === null || bare(at) < bare(before)).length).join(' ');
}

/** One coder's work put together: in each unit as it stood in a state of its own. */
function joinedHand(places: readonly UnitPlace[], own: readonly CoderHand[], now: CoderHand): CoderHand {
  const states = [...new Set(own)];
  const [only] = states;
  if (only === undefined) return now;
  if (states.length === 1) return { ...only, diagnostics: now.diagnostics };
  const stateAt = ({ start, end }: Span): CoderHand => {
    const i = firstEndingAfter(places, start);
    return places[i] !== undefined && places[i].start < end ? own[i]! : now;
  };
  return {
    codings: codingsOf(places, own),
    unplaced: {
      ...now.unplaced,
      spans: places.flatMap((place, u) => own[u]!.unplaced.spans.flatMap((span) => cut(span, place))),
      lost: new Set(states.flatMap(({ unplaced }) => [...unplaced.lost])),
    },
    seen: states.every(({ seen }) => seen === null)
      ? null
      : {
          all: (span) => stateAt(span).seen?.all(span) ?? false,
          blind: (span) => stateAt(span).seen?.blind(span) ?? false,
          marks: (span) => stateAt(span).seen?.marks(span) ?? [],
        },
    asked: (span) => stateAt(span).asked(span),
    diagnostics: now.diagnostics,
  };
}

/** Codings of units that count each in its state: cut where they reach into units in which they do not. */
function codingsOf(places: readonly UnitPlace[], own: readonly CoderHand[]): LaidCoding[] {
  const found = new Map<string, { coding: LaidCoding; units: number[] }>();
  for (const [u, place] of places.entries()) {
    for (const coding of own[u]!.codings.filter((one) => overlaps(one, place))) {
      const key = `${coding.start} ${coding.end} ${coding.code}`;
      const known = found.get(key);
      if (known) known.units.push(u);
      else found.set(key, { coding, units: [u] });
    }
  }
  return [...found.values()]
    .flatMap(({ coding, units }) => {
      const isWhole = places.every((place, u) => units.includes(u) || !overlaps(coding, place));
      if (isWhole) return [coding];
      const runs = units.flatMap((u, i) => (units[i - 1] === u - 1 ? [] : [u]));
      return runs.map((first, i) => {
        const last = units.filter((u) => u < (runs[i + 1] ?? Infinity)).at(-1)!;
        return {
          ...coding,
          start: Math.max(coding.start, places[first]!.start),
          end: Math.min(coding.end, places[last]!.end),
        };
      });
    })
    .sort((a, b) => bySpan(a, b) || a.code - b.code);
}

function cut<T extends Span>(span: T, place: Span): T[] {
  return overlaps(span, place)
    ? [{ ...span, start: Math.max(span.start, place.start), end: Math.min(span.end, place.end) }]
    : [];
}
