import { describe, expect, it } from '@jest/globals';
import type { ApplyEvent, Event, RemoveEvent } from '../../../src/coding/event.js';
import { takingBack } from '../../../src/tui/model/history.js';
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

  it('has what has no sure place any more, to be removed by its id or laid again as it was', () => {
    const lost = (event: Event) => (event.id === 'c1' ? null : anywhere());
    const log = [apply('c0', 0), apply('c1', 1), remove('r1', 2, ['c1']), apply('c2', 3)];
    const { done } = historyOf(log, 's', lost);
    expect(done.map(({ id }) => id)).toEqual(['c0', 'c1', 'r1', 'c2']);
    expect(takingBack(done[1]!)).toMatchObject([{ kind: 'remove', targets: ['c1'] }]);
    const { anchor } = apply('c1', 1);
    expect(takingBack(done[2]!)).toMatchObject([{ kind: 'apply', code: 'a', was: 'c1', logged: anchor }]);
  });

  it('leaves out what removed nothing, and finds what a merge put behind its removal', () => {
    expect(names([apply('c0', 0), remove('r1', 1, ['elsewhere']), apply('c2', 2)])).toEqual({
      done: ['c0', 'c2'],
      undone: [],
    });
    const { done } = historyOf([remove('r1', 1, ['c0']), apply('c0', 0)], 's', anywhere);
    expect(done[0]).toMatchObject({ events: [{ kind: 'remove', removed: [{ id: 'c0' }] }] });
  });

  it('takes an undo of what is unknown for an action of its own', () => {
    expect(names([apply('c1', 1), apply('c2', 2, 'gone')])).toEqual({ done: ['c1', 'c2'], undone: [] });
  });
});
