import type { ApplyEvent, Event, RemoveEvent, SeenEvent } from '../../src/coding/event.js';
import { apply, remove, seen, verdict } from '../unit/coding/build.js';

const CODES = ['trust', 'autonomy', '拖欠'];

/** One coder's dealings with one source, action by action, as the terminal records them. */
export interface History {
  /** The events of the next action; they stand together, and what comes stands before the removal of what goes. */
  next(): readonly Event[];
}

/**
 * Random actions over what a log holds: lay codes, remove, edit, judge, mark as seen, undo, redo.
 *
 * @param past what the log holds already
 * @param newId an id that no event of any log has
 */
export function historyOf(past: readonly Event[], random: (below: number) => number, newId: () => string): History {
  const events = new Map(past.map((event) => [event.id, event]));
  const gone = new Set(past.flatMap((event) => (event.event === 'remove' ? event.targets : [])));
  const actions: (readonly Event[])[] = [];

  const alive = (): (ApplyEvent | SeenEvent)[] =>
    [...events.values()].filter(
      (event): event is ApplyEvent | SeenEvent => event.event !== 'remove' && !gone.has(event.id),
    );
  const lay = (more: Partial<ApplyEvent> = {}): ApplyEvent =>
    apply(newId(), CODES[random(CODES.length)]!, random(50), '我们信任', more);
  const again = (event: Event): Event => ({ ...event, id: newId(), ...(event.event === 'apply' && { was: event.id }) });

  const undone = (action: readonly Event[]): Event[] => {
    const undoes = action[0]!.id;
    const back = action.flatMap((event) =>
      event.event === 'remove' ? event.targets.map((id) => again(events.get(id)!)) : [],
    );
    const away = action.filter(({ event }) => event !== 'remove').map(({ id }) => id);
    const removal = away.length > 0 ? [remove(newId(), ...away)] : [];
    return [...back, ...removal].map((event) => ({ ...event, undoes }));
  };

  const make = (): readonly Event[] => {
    const held = alive();
    const one = held[random(Math.max(1, held.length))];
    switch (random(8)) {
      case 0:
      case 1:
        return [lay(), ...(random(2) === 0 ? [lay()] : [])];
      case 2:
        return [
          random(2) === 0
            ? verdict(newId(), 'trust', random(9), '信', random(2) ? 'accept' : 'reject')
            : seen(newId(), random(9), 20),
        ];
      case 3:
      case 4:
        return one ? [remove(newId(), ...new Set([one.id, held[random(held.length)]!.id]))] : [lay()];
      case 5:
        return one?.event === 'apply' ? [lay({ was: one.id, memo: 'edited' }), remove(newId(), one.id)] : [lay()];
      default: {
        // Taking back what itself took something back is a redo.
        const last = actions.at(-1 - random(Math.min(3, Math.max(1, actions.length))));
        return last ? undone(last) : [lay()];
      }
    }
  };

  return {
    next: () => {
      const action = make();
      for (const event of action) {
        events.set(event.id, event);
        if (event.event === 'remove') for (const target of event.targets) gone.add(target);
      }
      actions.push(action);
      return action;
    },
  };
}

/** What must be alive, worked out without folding: all that was laid or seen and that no removal names. */
export function survivors(events: Iterable<Event>): string[] {
  const all = [...events];
  const removals = all.filter((event): event is RemoveEvent => event.event === 'remove');
  const gone = new Set(removals.flatMap(({ targets }) => targets));
  return all.filter(({ event, id }) => event !== 'remove' && !gone.has(id)).map(({ id }) => id);
}
