import { anchorOf } from '../../coding/anchor.js';
import type { ApplyEvent, Event, RemoveEvent, SeenEvent } from '../../coding/event.js';
import { fingerprintOf } from '../../coding/seen.js';
import type { Span } from '../../core/span.js';
import type { Change } from './effect.js';
import { laidAt } from './history-of-log.js';
import type { Batch, Laid, OpenSource, Recorded } from './state.js';

/** What all events of an action share, and how each gets a name of its own. */
export interface Stamp {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly newId: (prefix: 'c' | 'r' | 's') => string;
  readonly undoes?: string;
  /** SHA-256 (hex) of the codebook in use. */
  readonly codebook: string;
  readonly blind: boolean;
  /** The present id of a code. */
  readonly codeOf: (id: string) => string;
}

/** Events for the log, and the same for the screen. */
export interface Draft {
  readonly events: readonly Event[];
  readonly batch: Batch;
}

/**
 * The events of an action. What is laid comes before what is removed: a write that is cut short leaves a coding twice
 * rather than not at all.
 */
export function draftOf(changes: readonly Change[], source: OpenSource, stamp: Stamp): Draft {
  const isRemoval = ({ kind }: Change): boolean => kind === 'remove';
  const ordered = [...changes.filter((change) => !isRemoval(change)), ...changes.filter(isRemoval)];
  const drafts = ordered.map((change): { event: Event; recorded: Recorded } => {
    if (change.kind === 'remove') {
      const event = removal(change.targets, stamp);
      return {
        event,
        recorded: {
          kind: 'remove',
          id: event.id,
          removed: change.targets.flatMap((id) => heldBy(source, id, change.known)),
        },
      };
    }
    const event = change.kind === 'seen' ? seenEvent(change, source, stamp) : applyEvent(change, source, stamp);
    const { logged } = change.kind === 'seen' ? (change.again ?? {}) : change;
    const span = change.kind === 'seen' ? change.unit : change.segment;
    return { event, recorded: laidAt(event, logged === undefined ? span : null) };
  });
  return {
    events: drafts.map(({ event }) => event),
    batch: { id: drafts[0]!.event.id, at: stamp.at, source: source.id, events: drafts.map(({ recorded }) => recorded) },
  };
}

/** Events for the log as the screen shows them. */
export function batchOf(events: readonly Event[], source: OpenSource): Batch {
  const { points } = source;
  const spanOf = ({ start, end }: Span): Span => ({ start: points.toBytes(start), end: points.toBytes(end) });
  const recorded = events.map((event): Recorded => {
    if (event.event === 'remove')
      return { kind: 'remove', id: event.id, removed: event.targets.flatMap((id) => heldBy(source, id)) };
    return laidAt(event, spanOf(event.event === 'seen' ? event.unit : event.anchor));
  });
  const [{ id, at }] = events as readonly [Event];
  return { id, at, source: source.id, events: recorded };
}

function removal(targets: readonly string[], { at, newId, undoes }: Stamp): RemoveEvent {
  return { event: 'remove', id: newId('r'), at, targets, ...(undoes !== undefined && { undoes }) };
}

function applyEvent(
  change: Extract<Change, { kind: 'apply' | 'verdict' }>,
  { transcript: { text }, digest, points }: OpenSource,
  { at, newId, undoes, codeOf }: Stamp,
): ApplyEvent {
  const { memo, properties, was } = change;
  return {
    event: 'apply',
    id: newId('c'),
    at,
    code: codeOf(change.code),
    anchor: change.logged ?? anchorOf(change.segment, text, digest, points),
    ...(change.kind === 'verdict' && { verdict: change.verdict }),
    ...(properties && { properties }),
    ...(memo !== undefined && memo !== '' && { memo }),
    ...(was !== undefined && { was }),
    ...(undoes !== undefined && { undoes }),
  };
}

function seenEvent(
  { unit, unitKind, again }: Extract<Change, { kind: 'seen' }>,
  { transcript: { text }, digest, points }: OpenSource,
  { at, newId, undoes, codebook, blind }: Stamp,
): SeenEvent {
  const made = again ?? { codebook, blind };
  const [start, end] = [points.toCodePoints(unit.start), points.toCodePoints(unit.end)];
  return {
    event: 'seen',
    id: newId('s'),
    at,
    unit: again?.logged ?? { kind: unitKind, start, end, digest, text: fingerprintOf(text, unit) },
    codebook: made.codebook,
    ...(made.blind && { blind: true }),
    ...(again && { was: again.id }),
    ...(undoes !== undefined && { undoes }),
  };
}

/** What of a source bears an id, be it shown or known to be in the log. */
function heldBy({ codings, verdicts, seen }: OpenSource, id: string, known: readonly Laid[] = []): Laid[] {
  const has = (one: Laid): boolean => one.id === id;
  const found = codings.find(has) ?? verdicts.find(has) ?? seen.find(has) ?? known.find(has);
  return found ? [found] : [];
}
