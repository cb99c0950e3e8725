import { expect } from '@jest/globals';
import { selection } from '../../../../src/tui/model/marks.js';
import type { Cases } from '../key-cases.js';
import { at, type Coder, said } from '../shell.js';
import { begin, SOURCE } from '../study.js';

const selected = ({ state }: Coder): string | null => {
  const span = selection(state);
  return span && said(state, span);
};

/** Selecting in Mr Chan's first turn. */
const given = (): Coder => begin().press('j v');

/** The cases of the keys of a selection. */
export const selectCases: Cases = {
  'select: word more': {
    given,
    then: (after) => {
      expect(selected(after)).toBe('The street');
      // On into 資金夠嗎, over the full stop, the label and the line break.
      expect(selected(given().press('j l'))).toMatch(/alone\.\nInterviewer: 資$/u);
    },
  },
  'select: word less': {
    given: () => given().press('l l'),
    then: (after) => {
      expect(selected(after)).toBe('The street');
      expect(selected(after.press('h h'))).toBe('then');
    },
  },
  'select: later start': {
    given: () => given().press('l l'),
    then: (after) => {
      expect(selected(after)).toBe('street office');
      expect(selected(after.press('L L L'))).toBe('us');
    },
  },
  'select: earlier start': {
    given: () => given().press('L'),
    then: (after) => expect(selected(after)).toBe('The street'),
  },
  'select: sentence more': {
    given,
    then: (after) => {
      expect(selected(after)).toBe('The street office helped us.');
      expect(selected(after.press(')'))).toBe('The street office helped us. Money was late.');
    },
  },
  'select: sentence less': {
    given: () => given().press(') ) )'),
    then: (after) => {
      expect(selected(after)).toBe('The street office helped us. Money was late.');
      expect(after.press('( (').state.message).toBe('the selection begins in this one');
    },
  },
  'select: later sentence': { given, then: (after) => expect(selected(after)).toBe('Money') },
  'select: earlier sentence': {
    given: () => given().press('] )'),
    then: (after) => {
      expect(selected(after)).toBe('The street office helped us. Money was late.');
      expect(selected(given().press('l L ['))).toBe('The street');
    },
  },
  'select: unit more': {
    given,
    then: (after) => {
      expect(selected(after)).toBe('The street office helped us. Money was late. We decided alone.');
      expect(selected(after.press('j'))).toMatch(/資金夠嗎？$/u);
    },
  },
  'select: unit less': {
    given: () => given().press('j j'),
    then: (after) => {
      expect(selected(after)).toMatch(/alone\.$/u);
      expect(after.press('k').state.message).toBe('the selection begins in this one');
    },
  },
  'select: help': {
    given,
    then: (after, before) => {
      expect(after.state.mode.name).toBe('help');
      expect(after.press('j escape').state.mode).toEqual(before.state.mode);
    },
  },
  'select: code': {
    given: () => given().press('l l'),
    then: (after) => {
      const segment = at(SOURCE, 'The street office');
      expect(after.state.mode).toMatchObject({ name: 'pick', purpose: { for: 'apply', segment } });
      const { state } = after.press('t r u space m o n return');
      expect(state.source.codings).toMatchObject([
        { ...segment, code: 'trust' },
        { ...segment, code: 'money' },
      ]);
      expect(state.mode.name).toBe('read');
      expect(selected(after.press('escape'))).toBe('The street office');
    },
  },
  'select: recent': {
    given: () => given().with({ recent: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] }),
    then: ({ effects, state }, before, key) => {
      const code = before.state.recent[Number(key) - 1]!;
      expect(effects).toMatchObject([{ changes: [{ kind: 'apply', segment: at(SOURCE, 'The'), code }] }]);
      expect(state.mode.name).toBe('read');
    },
  },
  'select: new code': {
    given: () => given().press('l'),
    then: (after) => {
      const { effects } = after.type('Space').press('return');
      expect(effects).toMatchObject([
        { kind: 'add code', name: 'Space' },
        { kind: 'record', changes: [{ segment: at(SOURCE, 'The street'), code: 'space' }] },
      ]);
    },
  },
  'select: in vivo': {
    given: () => given().press('] ] l l'),
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'write', field: { text: 'We decided alone' } });
      const { effects, state } = after.press('return');
      expect(effects).toMatchObject([
        { kind: 'add code', name: 'We decided alone', parent: null },
        { kind: 'record', changes: [{ segment: at(SOURCE, 'We decided alone'), code: 'we-decided-alone' }] },
      ]);
      expect(state.recent).toEqual(['we-decided-alone']);
    },
  },
  'select: back': { given, then: ({ state }) => expect(state.mode).toEqual({ name: 'read' }) },
};
