import { expect } from '@jest/globals';
import type { Cases } from '../key-cases.js';
import { type Coder, code } from '../shell.js';
import { begin, finding } from '../study.js';

const index = ({ state: { mode } }: Coder): number => ('index' in mode ? mode.index : -1);

/** Choosing between the two suggestions of 陳生's turn. */
const suggestions = (): Coder => begin().press('j j j y');

/** Choosing which of nine codings to remove. */
function nine(): Coder {
  const codes = Array.from({ length: 9 }, (_, i) => code(`c${i}`, `Code ${i}`));
  const coder = begin().with({ codes, recent: codes.map(({ id }) => id) });
  return coder.press('1 2 3 4 5 6 7 8 9 x');
}

/** A question with thirty lines. */
function long(): Coder {
  const preview = Array.from({ length: 30 }, (_, i) => `Line ${i}.`);
  return begin().with({ mode: { name: 'confirm', question: { for: 'quit' }, preview } });
}
const topOf = ({ state: { mode } }: Coder): number => (mode.name === 'confirm' ? (mode.top ?? 0) : -1);

/** The cases of choosing among several, and of questions. */
export const choosingCases: Cases = {
  'choose: down': {
    given: suggestions,
    then: (after) => {
      expect(index(after)).toBe(1);
      expect(index(after.press('j'))).toBe(1);
    },
  },
  'choose: up': { given: () => suggestions().press('j'), then: (after) => expect(index(after)).toBe(0) },
  'choose: choose': {
    given: () => suggestions().press('j'),
    then: ({ state }) => {
      expect(state.source.verdicts).toMatchObject([{ code: 'money', verdict: 'accept' }]);
      expect(state.mode.name).toBe('read');
    },
  },
  'choose: number': {
    given: nine,
    then: ({ state }, before, key) => {
      expect(before.state.source.codings).toHaveLength(9);
      const gone = `c${Number(key) - 1}`;
      expect(state.source.codings.map((coding) => coding.code)).not.toContain(gone);
      expect(state.source.codings).toHaveLength(8);
      expect(suggestions().press('9').state.message).toBe('there are 2');
    },
  },
  'choose: back': {
    given: suggestions,
    then: ({ state, effects }) => {
      expect(state.mode.name).toBe('read');
      expect(effects).toEqual([]);
    },
  },
  'any: quit': {
    given: () => begin().press('v'),
    then: ({ effects }) => expect(effects).toEqual([{ kind: 'quit' }]),
  },
  'any: suspend': {
    given: () => begin().press('v'),
    then: ({ state, effects }, before) => {
      expect(effects).toEqual([{ kind: 'suspend' }]);
      expect(state).toEqual(before.state);
    },
  },
  'confirm: yes': {
    given: () => begin().press('tab j R').type(' or never').press('return'),
    then: ({ effects, state }) => {
      expect(effects).toEqual([
        { kind: 'rename code', code: 'late', id: 'late-payment-or-never', name: 'Late payment or never' },
      ]);
      expect(state.mode).toEqual({ name: 'codes', index: 1 });
      expect(finding().press('space q y').effects).toEqual([{ kind: 'quit' }]);
    },
  },
  'confirm: down': { given: long, then: (after) => expect(topOf(after)).toBe(1) },
  'confirm: up': { given: () => long().press('j j'), then: (after) => expect(topOf(after)).toBe(1) },
  'confirm: page down': { given: long, then: (after) => expect(topOf(after)).toBe(10) },
  'confirm: page up': { given: () => long().press('G'), then: (after) => expect(topOf(after)).toBe(19) },
  'confirm: first': { given: () => long().press('G'), then: (after) => expect(topOf(after)).toBe(0) },
  'confirm: last': { given: long, then: (after) => expect(topOf(after)).toBe(29) },
  'confirm: no': {
    given: () => begin().press('M').type('one').press('escape'),
    then: ({ state }) => expect(state.mode).toMatchObject({ name: 'write', field: { text: 'one' } }),
  },
};
