import type { ApplyEvent, Event, SeenEvent } from './event.js';

/** A coding, verdict or mark that tells another anew, whose place in a corrected text it has. */
interface Retold {
  readonly id: string;
  readonly was: string;
  readonly event: ApplyEvent | SeenEvent;
  /** Whether it has its very words: in other ones somebody may have seen more than a place. */
  readonly isMoved: boolean;
}

/** What of a log does not hold. */
export interface Standing {
  /** Ids of what is gone. */
  readonly gone: ReadonlySet<string>;
  /** A name for what tells a coding anew, which all share that tell the same one alike; null for anything else. */
  readonly toldAs: (id: string) => string | null;
}

/**
 * Works out what removals leave. A coding that two people re-anchored apart is one coding, told twice: a removal of the one
 * takes the other with it. And what somebody took back, another's telling it anew does not bring back: only the removal
 * that belongs to telling it anew leaves that. Neither order nor repeats make a difference.
 */
export function standingOf(events: readonly Event[]): Standing {
  const removed = new Set<string>();
  const actions = new Set<string>();
  for (const event of events) {
    if (event.event !== 'remove') continue;
    for (const target of event.targets) {
      removed.add(target);
      actions.add(actionOn(target, event));
    }
  }
  const retold = retoldIn(events, actions);
  if (retold.size === 0) return { gone: removed, toldAs: () => null };
  const nameOf = joiner(retold);
  const tellings = new Map<string, string[]>();
  const same = new Map<string, string[]>();
  for (const { id, was, isMoved } of retold.values()) {
    if (isMoved) push(tellings, was, id);
    push(same, nameOf(id), id);
  }
  const spread = (ids: Iterable<string>, next: (id: string) => readonly string[]): Set<string> => {
    const reached = new Set(ids);
    for (const id of reached) for (const other of next(id)) reached.add(other);
    return reached;
  };
  const twins = (id: string): readonly string[] => same.get(nameOf(id)) ?? [];
  const toldAnew = new Set([...retold.values()].map(({ was, event }) => actionOn(was, event)));
  const takenBack = events.flatMap((event) =>
    event.event === 'remove' ? event.targets.filter((target) => !toldAnew.has(actionOn(target, event))) : [],
  );
  const gone = spread(takenBack, (id) => [...twins(id), ...(tellings.get(id) ?? [])]);
  return { gone: new Set([...gone, ...spread(removed, twins)]), toldAs: (id) => (retold.has(id) ? nameOf(id) : null) };
}

/** The events of one action have one time. */
function actionOn(target: string, { at }: Event): string {
  return `${at} ${target}`;
}

/**
 * What tells another anew, by its id: all is the same but the place in another state of the text, and its action removes
 * that one. What takes back an action does so too, but knows of it.
 */
function retoldIn(events: readonly Event[], actions: ReadonlySet<string>): ReadonlyMap<string, Retold> {
  const byId = new Map<string, Event | null>();
  for (const event of events) byId.set(event.id, byId.has(event.id) ? null : event);
  const found = new Map<string, Retold>();
  for (const event of byId.values()) {
    if (event === null || event.event === 'remove' || event.was === undefined || event.undoes !== undefined) continue;
    const before = byId.get(event.was);
    if (!before || before.event === 'remove' || !actions.has(actionOn(event.was, event))) continue;
    if (!isSameIn(before, event)) continue;
    const isMoved = event.event === 'seen' || event.anchor.exact === (before as ApplyEvent).anchor.exact;
    found.set(event.id, { id: event.id, was: event.was, event, isMoved });
  }
  return found;
}

function isSameIn(a: ApplyEvent | SeenEvent, b: ApplyEvent | SeenEvent): boolean {
  if (a.event === 'apply' && b.event === 'apply') {
    const said = ({ code, verdict, properties, memo }: ApplyEvent): string =>
      JSON.stringify([code, verdict, sorted(properties), memo]);
    return a.anchor.digest !== b.anchor.digest && said(a) === said(b);
  }
  const marked = ({ unit: { kind, start, end, digest }, codebook, blind }: SeenEvent): string =>
    JSON.stringify([kind, start, end, digest, codebook, blind]);
  return a.event === 'seen' && b.event === 'seen' && marked(a) === marked(b);
}

/** Names one of those that tell the same coding, or the same telling of it, anew with the same place. */
function joiner(retold: ReadonlyMap<string, Retold>): (id: string) => string {
  const names = new Map<string, string>();
  const firsts = new Map<string, string>();
  const nameOf = (id: string): string => {
    const known = names.get(id);
    const one = retold.get(id);
    if (known !== undefined || one === undefined) return known ?? id;
    const { event, was } = one;
    // Whoever made a log by hand may have made a ring: there it ends.
    names.set(id, id);
    const place = event.event === 'apply' ? Object.entries(event.anchor).sort() : [event.unit.text];
    const key = JSON.stringify([nameOf(was), event.event, place]);
    const name = firsts.get(key) ?? id;
    firsts.set(key, name);
    names.set(id, name);
    return name;
  };
  return nameOf;
}

function sorted(properties: ApplyEvent['properties']): unknown {
  return properties && Object.entries(properties).sort();
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
