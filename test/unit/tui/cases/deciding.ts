import { expect } from '@jest/globals';
import type { Cases } from '../key-cases.js';
import type { Coder } from '../shell.js';
import { adjudicating } from '../study.js';

/** What was asked to be stored, and where the coder stands then. */
const decided = (after: Coder, codes: readonly string[]): void => {
  expect(after.effects).toMatchObject([{ kind: 'decide', source: 'A1.txt', codes }]);
  expect(after.state.queue!.places.map(({ done }) => done)).toEqual([true, false, false]);
  expect(after.state.queue!.index).toBe(1);
};

/** The cases of the keys that settle where coders differ. */
export const decidingCases: Cases = {
  'read: as coder': {
    given: adjudicating,
    then: (after, _, key) => {
      if (key === 'A') decided(after, ['money', 'late']);
      else if (key === 'B') decided(after, ['late']);
      else {
        expect(after.effects).toEqual([]);
        expect(after.state.message).toBe(key === 'C' ? 'cy did not see this unit' : 'there are 3 coders: ann, bo, cy');
      }
    },
  },
  'read: all': { given: adjudicating, then: (after) => decided(after, ['money', 'late']) },
  'read: common': { given: adjudicating, then: (after) => decided(after, ['late']) },
  'read: none': { given: adjudicating, then: (after) => decided(after, []) },
};
