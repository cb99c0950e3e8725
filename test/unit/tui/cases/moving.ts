import { expect } from '@jest/globals';
import type { Cases } from '../key-cases.js';
import { type Coder, said } from '../shell.js';
import { begin, long } from '../study.js';

const cursor = ({ state }: Coder): string => said(state, state.cursor);

/** At the beginning, with the words coded that are named by how to get there. */
const coded = (): Coder => begin().press('j a t r u s t return j j a m o n e y return g');

/** The cases of the keys that move the cursor of the transcript. */
export const movingCases: Cases = {
  'read: next': {
    given: begin,
    then: (after) => expect(cursor(after)).toBe('The street office helped us. Money was late. We decided alone.'),
  },
  'read: back': {
    given: () => begin().press('j'),
    then: (after) => expect(cursor(after)).toBe('Who helped you then?'),
  },
  'read: page down': {
    given: long,
    then: (after, before) => {
      expect(after.state.top).toBeGreaterThan(before.state.top);
      expect(after.state.cursor.start).toBeGreaterThanOrEqual(after.state.top);
    },
  },
  'read: page up': {
    given: () => long().press('G'),
    then: (after, before) => {
      expect(after.state.top).toBeLessThan(before.state.top);
      expect(after.state.cursor.start).toBeLessThan(before.state.cursor.start);
    },
  },
  'read: first': { given: () => long().press('G'), then: (after) => expect(cursor(after)).toBe('This is number 0.') },
  'read: last': {
    given: long,
    then: (after, before) => {
      expect(cursor(after)).toBe('This is number 199.');
      expect(after.state.top).toBeGreaterThan(before.state.top);
    },
  },
  'read: line': {
    given: long,
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'ask', purpose: 'line' });
      expect(cursor(after.press('4 2 return'))).toBe('This is number 41.');
    },
  },
  'read: unit': {
    given: () => begin().press('j'),
    then: (after) => {
      expect(after.state.walk).toBe('paragraph');
      expect(cursor(after.press('u'))).toBe('The street office helped us.');
      expect(after.press('u u').state.walk).toBe('turn');
    },
  },
  'read: next uncoded': { given: () => coded().press('j'), then: (after) => expect(cursor(after)).toBe('資金夠嗎？') },
  'read: next unseen': {
    given: () => begin().press('space space k k'),
    then: (after) => expect(cursor(after)).toBe('資金夠嗎？'),
  },
  'read: suggestion': {
    given: begin,
    then: (after) => {
      expect(cursor(after)).toContain('Money was late.');
      expect(cursor(after.press('}'))).toContain('政府拖欠資金');
      const around = after.press('} }');
      expect(cursor(around)).toContain('Money was late.');
      expect(around.state.message).toBe('went on from the beginning');
    },
  },
  'read: suggestion before': {
    given: () => begin().press('G'),
    then: (after) => {
      expect(cursor(after)).toContain('政府拖欠資金');
      expect(cursor(after.press('{'))).toContain('Money was late.');
    },
  },
  'read: coding': {
    given: coded,
    then: (after) => {
      expect(cursor(after)).toContain('The street office');
      expect(cursor(after.press(']'))).toContain('政府拖欠資金');
    },
  },
  'read: coding before': {
    given: () => coded().press('G'),
    then: (after) => expect(cursor(after)).toContain('政府拖欠資金'),
  },
  'read: follow': {
    given: coded,
    then: (after) => {
      const following = after.press('m o n e y return');
      expect(following.state).toMatchObject({ follow: 'money', mode: { name: 'read' } });
      expect(cursor(following.press(']'))).toContain('政府拖欠資金');
      expect(following.press('] ]').state.message).toBe('there is no other');
    },
  },
  'read: follow none': {
    given: () => coded().press('f m o n e y return'),
    then: (after) => expect(after.state.follow).toBeNull(),
  },
  'read: search': {
    given: begin,
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'ask', purpose: 'search' });
      expect(cursor(after.type('资金').press('return'))).toBe('資金夠嗎？');
    },
  },
  'read: next match': {
    given: () => begin().press('/').type('office').press('return'),
    then: (after, before) => {
      expect(cursor(before)).toContain('The street office');
      expect(cursor(after)).toContain('the office pays');
    },
  },
  'read: match before': {
    given: () => begin().press('/').type('OFFICE').press('return'),
    then: (after) => {
      expect(cursor(after)).toContain('the office pays');
      expect(after.state.message).toBe('the search went on from the end');
    },
  },
};
