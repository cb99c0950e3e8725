import { overlaps, type Span } from '../../core/span.js';
import { areSameCodes } from '../../measure/agree/compared.js';
import { namesOf } from './names.js';
import type { Disputes, DisputedPlace, TagState } from './state.js';
import { say, type Step, step } from './step.js';

/** The keys of the coders, by their order. */
export const CODER_KEYS = 'ABCDE';

/** The unit on which coders differ at a segment: the one that the list stands at before others; null where none is. */
export function disputeAt({ queue, source }: TagState, segment: Span): { index: number; place: DisputedPlace } | null {
  if (queue?.kind !== 'adjudicate') return null;
  const isThere = (place: DisputedPlace | undefined): boolean =>
    place !== undefined && place.source === source.id && overlaps(place, segment);
  const index = isThere(queue.places[queue.index]) ? queue.index : queue.places.findIndex(isThere);
  const place = queue.places[index];
  return place === undefined ? null : { index, place };
}

/** Has a decision stored on the unit at a segment. */
export function decideOn(state: TagState, segment: Span, codes: readonly string[]): Step {
  const { queue } = state;
  const here = disputeAt(state, segment);
  if (queue?.kind !== 'adjudicate' || here === null)
    return say(state, 'only units on which coders differ are decided here: press . or , to go to one');
  const { index, place } = here;
  if (place.decided !== null && areSameCodes(place.decided, codes))
    return say(state, `this is decided already: ${inWords(state, codes)}`);
  const { source, start, end, codes: given } = place;
  return step({ ...state, queue: { ...queue, index } }, { kind: 'decide', source, unit: { start, end }, codes, given });
}

/** What was decided, in words, and what is left. */
export function toldDecision(state: TagState, codes: readonly string[]): string {
  const open = state.queue?.kind === 'adjudicate' ? openIn(state.queue) : 0;
  return `decided: ${inWords(state, codes)}; ${open === 0 ? 'all is settled' : `${open} open`}`;
}

/** How many units are not settled. */
export function openIn({ places }: Disputes): number {
  return places.filter(({ done }) => !done).length;
}

/** Codes by name; in words that there are none. */
export function inWords(state: TagState, codes: readonly string[]): string {
  return codes.length === 0 ? 'no code' : namesOf(state, codes);
}

/** The units of a source as they stand now; the list keeps its order. */
export function withDisputes(state: TagState, now: readonly DisputedPlace[] | undefined): TagState {
  const { queue } = state;
  if (now === undefined || queue?.kind !== 'adjudicate') return state;
  const keyOf = ({ source, start, end }: DisputedPlace): string => `${start} ${end} ${source}`;
  const byKey = new Map(now.map((place) => [keyOf(place), place]));
  return { ...state, queue: { ...queue, places: queue.places.map((place) => byKey.get(keyOf(place)) ?? place) } };
}

/** With codes by the ids that they have now. */
export function renamedDispute(place: DisputedPlace, now: (code: string) => string): DisputedPlace {
  return {
    ...place,
    codes: place.codes.map((codes) => codes && codes.map(now)),
    given: place.given.map((codings) => codings.map((coding) => ({ ...coding, code: now(coding.code) }))),
    decided: place.decided && place.decided.map(now),
  };
}

/** What all who saw a unit gave it. */
export function commonTo({ codes }: DisputedPlace): readonly string[] {
  const [first = [], ...others] = codes.filter((own) => own !== null);
  return first.filter((code) => others.every((own) => own.includes(code)));
}

/** What anybody gave a unit. */
export function allOf({ codes }: DisputedPlace): readonly string[] {
  return [...new Set(codes.flatMap((own) => own ?? []))];
}

/** What in an adjudication would change codings without a decision. */
export const BARRED: ReadonlySet<string> = new Set([
  'seen',
  'unseen',
  'select',
  'remove',
  'extent',
  'move',
  'accept',
  'reject',
  'accept all',
  'reject all',
]);

/** Whether a key of the transcript has no place where coders' differences are settled. */
export function isBarred({ queue, mode }: TagState, name: string): boolean {
  return queue?.kind === 'adjudicate' && mode.name === 'read' && BARRED.has(name);
}
