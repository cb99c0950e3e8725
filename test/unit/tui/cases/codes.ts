import { expect } from '@jest/globals';
import type { Cases } from '../key-cases.js';
import { at, type Coder, code, said } from '../shell.js';
import { begin, SOURCE } from '../study.js';

const index = ({ state: { mode } }: Coder): number => ('index' in mode ? mode.index : -1);
const pane = (): Coder => begin().press('j tab');

/** The pane with thirty codes. */
const many = (): Coder =>
  begin()
    .with({ codes: Array.from({ length: 30 }, (_, i) => code(`c${i}`, `Code ${i}`)) })
    .press('tab');

/** Two turns coded with Money, the cursor at the first unit, the pane on Money. */
const coded = (): Coder => begin().press('j a m o n e y return j j a m o n e y return g tab');

/** The cases of the keys of the code pane. */
export const codesCases: Cases = {
  'codes: down': { given: pane, then: (after) => expect(index(after)).toBe(1) },
  'codes: up': { given: () => pane().press('j j'), then: (after) => expect(index(after)).toBe(1) },
  'codes: page down': { given: many, then: (after) => expect(index(after)).toBe(10) },
  'codes: page up': { given: () => many().press('G'), then: (after) => expect(index(after)).toBe(19) },
  'codes: first': { given: () => many().press('G'), then: (after) => expect(index(after)).toBe(0) },
  'codes: last': { given: many, then: (after) => expect(index(after)).toBe(29) },
  'codes: fold': {
    given: pane,
    then: (after) => {
      expect(after.state.folded).toEqual(['money']);
      expect(index(after.press('j'))).toBe(2);
      // What is folded, or has nothing below it, has only a code above it to go to.
      expect(after.press('h').state.message).toBe('nothing is above this code');
      expect(index(pane().press('j h'))).toBe(0);
    },
  },
  'codes: unfold': {
    given: () => pane().press('h'),
    then: (after) => {
      expect(after.state.folded).toEqual([]);
      expect(index(after)).toBe(0);
      expect(index(after.press('l'))).toBe(1);
      expect(after.press('l l').state.message).toBe('nothing is below this code');
    },
  },
  'codes: fold all': {
    given: () => pane().press('j'),
    then: (after) => {
      expect(after.state.folded).toEqual(['money']);
      expect(index(after)).toBe(0);
      expect(index(after.press('G'))).toBe(3);
      // What is looked for or made shows.
      expect(after.press('/ l a t e return').state).toMatchObject({ folded: [], mode: { name: 'codes', index: 1 } });
    },
  },
  'codes: unfold all': {
    given: () => pane().press('H j'),
    then: (after) => {
      expect(after.state.folded).toEqual([]);
      expect(index(after)).toBe(2);
    },
  },
  'codes: code': {
    given: () => pane().press('j j'),
    then: ({ effects, state }) => {
      const segment = at(SOURCE, 'The street office helped us. Money was late. We decided alone.');
      expect(effects).toMatchObject([{ changes: [{ kind: 'apply', segment, code: 'trust' }] }]);
      expect(state.mode.name).toBe('read');
    },
  },
  'codes: search': {
    given: pane,
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'pick', purpose: { for: 'go' } });
      expect(after.press('t r return').state.mode).toEqual({ name: 'codes', index: 2 });
      expect(after.press('escape').state.mode).toEqual({ name: 'codes', index: 0 });
    },
  },
  'codes: new code': {
    given: () => pane().press('j j'),
    then: (after) => {
      const { effects, state } = after.type('In offices').press('return');
      expect(effects).toEqual([{ kind: 'add code', name: 'In offices', parent: 'trust' }]);
      expect(state.mode).toEqual({ name: 'codes', index: 4 });
      expect(state.message).toBe('new code: In offices');
    },
  },
  'codes: new top code': {
    given: () => pane().press('j j'),
    then: (after) => {
      const { effects } = after.type('Offices').press('return');
      expect(effects).toEqual([{ kind: 'add code', name: 'Offices', parent: null }]);
    },
  },
  'codes: rename': {
    given: () => pane().press('j j'),
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'write', field: { text: 'Trust' } });
      const asked = after.press('ctrl-u').type('Faith').press('return');
      expect(asked.effects).toEqual([]);
      expect(asked.state.mode).toMatchObject({ name: 'confirm', question: { for: 'rename', id: 'faith' } });
      const used = begin().press('j a t r u s t return tab R').press('ctrl-u').type('Faith').press('return y');
      expect(used.state.source.codings).toMatchObject([{ code: 'faith' }]);
      expect(used.state).toMatchObject({ recent: ['faith'], mode: { name: 'codes', index: 2 } });
      expect(used.press('escape z z').state.source.codings).toEqual([]);
    },
  },
  'codes: merge': {
    given: () => pane().press('j'),
    then: (after) => {
      const asked = after.press('m o n e y return');
      expect(asked.effects).toEqual([{ kind: 'preview merge', from: 'late', into: 'money' }]);
      expect(asked.state.mode).toMatchObject({ preview: expect.arrayContaining(['No coding by hand has the code.']) });
      expect(asked.state.mode).toMatchObject({
        name: 'confirm',
        question: { for: 'merge', from: 'late', into: 'money' },
      });
      const { effects, state } = asked.press('y');
      expect(effects).toEqual([{ kind: 'merge codes', from: 'late', into: 'money' }]);
      expect(state.mode).toEqual({ name: 'codes', index: 0 });
    },
  },
  'codes: memo': {
    given: () => pane().press('j j'),
    then: (after) => {
      const { effects, state } = after.type('In whom?').press('ctrl-s');
      expect(effects).toEqual([{ kind: 'memo', on: { code: 'trust' }, text: 'In whom?' }]);
      expect(state.codes[2]!.memo).toBe('In whom?');
      expect(state.mode).toEqual({ name: 'codes', index: 2 });
    },
  },
  'codes: follow': { given: () => pane().press('j j'), then: ({ state }) => expect(state.follow).toBe('trust') },
  'codes: coding': {
    given: coded,
    then: (after) => {
      expect(said(after.state, after.state.cursor)).toContain('The street office');
      expect(said(after.press(']').state, after.press(']').state.cursor)).toContain('拖欠');
      expect(after.state.mode.name).toBe('codes');
    },
  },
  'codes: coding before': {
    given: coded,
    then: ({ state }) => {
      expect(said(state, state.cursor)).toContain('拖欠');
      expect(state.message).toBe('went on from the end');
    },
  },
  'codes: undo': {
    given: () => pane().press('C').type('Typpo').press('return'),
    then: ({ effects, state }, before) => {
      expect(before.state.codes).toHaveLength(5);
      expect(effects).toEqual([{ kind: 'restore', which: 'done' }]);
      expect(state.codes).toEqual(pane().state.codes);
      expect(state).toMatchObject({ message: 'undone: new code: Typpo', mode: { name: 'codes', index: 3 } });
    },
  },
  'codes: redo': {
    given: () => pane().press('C').type('Typpo').press('return z'),
    then: ({ state }) => {
      expect(state.codes.at(-1)).toMatchObject({ name: 'Typpo' });
      expect(state.message).toBe('done again: new code: Typpo');
    },
  },
  'codes: help': { given: pane, then: ({ state }) => expect(state.mode.name).toBe('help') },
  'codes: back': { given: pane, then: ({ state }) => expect(state.mode).toEqual({ name: 'read' }) },
};
