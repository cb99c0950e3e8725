import { expect } from '@jest/globals';
import type { Cases } from '../key-cases.js';
import { at } from '../shell.js';
import { finding, reviewing, SECOND } from '../study.js';

/** The cases of the keys that work through a list of places. */
export const queueCases: Cases = {
  'read: next place': {
    given: reviewing,
    then: (after) => {
      expect(after.state.queue!.index).toBe(1);
      expect(after.state.cursor.start).toBe(after.state.queue!.places[1]!.start);
      const there = after.press('.');
      expect(there.effects).toEqual([{ kind: 'open', source: 'B2.txt', at: at(SECOND, 'Money enough.').start }]);
      expect(there.state.source.id).toBe('B2.txt');
      expect(there.press('.').state.message).toBe('the list ends here');
    },
  },
  'read: place before': {
    given: () => reviewing().press('.'),
    then: (after) => {
      expect(after.state.queue!.index).toBe(0);
      expect(after.press(',').state.message).toBe('the list begins here');
    },
  },
  'read: places': {
    given: () => reviewing().press('.'),
    then: ({ state }) => expect(state.mode).toEqual({ name: 'places', index: 1 }),
  },
  'read: keep': {
    given: reviewing,
    then: (after) => {
      expect(after.effects).toEqual([]);
      expect(after.state.queue!.places.map(({ done }) => done)).toEqual([true, false, false]);
      expect(after.state.queue!.index).toBe(1);
      const accepted = after.press('K');
      expect(accepted.effects).toMatchObject([{ kind: 'open', source: 'B2.txt' }]);
      expect(accepted.state.queue!.places.map(({ done }) => done)).toEqual([true, true, false]);
      expect(accepted.press('K').state.message).toBe('every place of the list is done');
    },
  },
  'read: split': {
    given: reviewing,
    then: (after) => {
      const made = after.type('By half').press('return');
      expect(made.effects).toMatchObject([
        { kind: 'add code', name: 'By half', parent: 'late' },
        {
          kind: 'record',
          changes: [
            { kind: 'apply', code: 'by-half', was: 'old1' },
            { kind: 'remove', targets: ['old1'] },
          ],
        },
      ]);
      expect(made.state.queue!.places[0]!.done).toBe(true);
      // Of a coding that is gone nothing can be split off.
      expect(reviewing().press('x S').state.mode.name).toBe('read');
    },
  },
  'read: tick': {
    given: () => finding().press('escape'),
    then: (after) => {
      expect(after.state.queue).toMatchObject({ places: [{ ticked: true }, { ticked: false }, {}, {}] });
      expect(after.state.queue!.index).toBe(1);
    },
  },
};
