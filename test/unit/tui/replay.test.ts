import { describe, expect, it } from '@jest/globals';
import type { ApplyEvent, Event, RemoveEvent } from '../../../src/coding/event.js';
import { historyOf } from '../../../src/tui/model/history-of-log.js';

const apply = (id: string, second: number, undoes?: string): ApplyEvent => ({
  event: 'apply',
  id,
  at: `2026-01-01T00:00:0${second}.000Z`,
  code: 'a',
  anchor: { start: 0, end: 1, exact: 'x', prefix: '', suffix: '', digest: 'd' },
  ...(undoes !== undefined && { undoes }),
});
const remove = (id: string, second: number, targets: string[], undoes?: string): RemoveEvent => ({
  event: 'remove',
  id,
  at: `2026-01-01T00:00:0${second}.000Z`,
  targets,
  ...(undoes !== undefined && { undoes }),
});
const anywhere = () => ({ start: 0, end: 1 });
const names = (events: readonly Event[], placeOf: Parameters<typeof historyOf>[2] = anywhere) => {
  const { done, undone } = historyOf(events, 's', placeOf);
  return { done: done.map(({ id }) => id), undone: undone.map(({ id }) => id) };
};

describe('history read from a log', () => {
  it('takes events of one time that stand together for one action', () => {
    expect(names([apply('c1', 1), apply('c2', 1), apply('c3', 2)])).toEqual({ done: ['c1', 'c3'], undone: [] });
  });

  it('knows what was undone, and forgets it when something new is done', () => {
    const undone = [apply('c1', 1), apply('c2', 2), remove('r1', 3, ['c2'], 'c2')];
    expect(names(undone)).toEqual({ done: ['c1'], undone: ['r1'] });
    expect(names([...undone, apply('c3', 4, 'r1')])).toEqual({ done: ['c1', 'c3'], undone: [] });
    expect(names([...undone, apply('c4', 4)])).toEqual({ done: ['c1', 'c4'], undone: [] });
  });

  it('begins after what has no sure place any more, or removes what is not known', () => {
    const lost = (event: Event) => (event.id === 'c1' ? null : anywhere());
    expect(names([apply('c0', 0), apply('c1', 1), apply('c2', 2)], lost)).toEqual({ done: ['c2'], undone: [] });
    expect(names([apply('c0', 0), remove('r1', 1, ['elsewhere']), apply('c2', 2)])).toEqual({
      done: ['c2'],
      undone: [],
    });
  });

  it('takes an undo of what is unknown for an action of its own', () => {
    expect(names([apply('c1', 1), apply('c2', 2, 'gone')])).toEqual({ done: ['c1', 'c2'], undone: [] });
  });
});
