import { expect } from '@jest/globals';
import type { Cases } from '../key-cases.js';
import { type Coder, said } from '../shell.js';
import { begin, SECOND } from '../study.js';

/** The text and cursor of the field that is written in. */
function field({ state: { mode } }: Coder): string {
  const { text, at } = 'query' in mode ? mode.query : 'field' in mode ? mode.field : { text: '', at: 0 };
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

/** A flag is one character as readers see it, though two to Unicode and four to JavaScript. */
const FLAG = '🇭🇰';

/** The cases of the editing keys, which are the same wherever text is written. */
function editing(mode: string, given: () => Coder): Cases {
  const typed = (): Coder => given().type(`a ${FLAG}b`);
  return {
    [`${mode}: left`]: {
      given: typed,
      then: (after) => {
        expect(field(after)).toBe(`a ${FLAG}|b`);
        expect(field(after.press('left'))).toBe(`a |${FLAG}b`);
      },
    },
    [`${mode}: right`]: {
      given: () => typed().press('home right right'),
      then: (after) => {
        expect(field(after)).toBe(`a ${FLAG}|b`);
        expect(field(after.press('right right'))).toBe(`a ${FLAG}b|`);
      },
    },
    [`${mode}: begin`]: { given: typed, then: (after) => expect(field(after)).toBe(`|a ${FLAG}b`) },
    [`${mode}: end`]: { given: () => typed().press('home'), then: (after) => expect(field(after)).toBe(`a ${FLAG}b|`) },
    [`${mode}: rub out`]: {
      given: () => typed().press('left'),
      then: (after) => expect(field(after)).toBe('a |b'),
    },
    [`${mode}: delete`]: {
      given: () => typed().press('left left'),
      then: (after) => expect(field(after)).toBe('a |b'),
    },
    [`${mode}: rub out word`]: {
      given: typed,
      then: (after) => {
        expect(field(after)).toBe('a |');
        expect(field(after.press('ctrl-w'))).toBe('|');
      },
    },
    [`${mode}: rub out line`]: { given: () => typed().press('left'), then: (after) => expect(field(after)).toBe('|b') },
  };
}

const index = ({ state: { mode } }: Coder): number => ('index' in mode ? mode.index : -1);
const pick = (): Coder => begin().press('j a');
const memo = (): Coder => begin().press('M');

/** Many codes, so that there are pages of them. */
function many(): Coder {
  const codes = Array.from({ length: 30 }, (_, i) => ({ ...begin().state.codes[0]!, id: `c${i}`, name: `Code ${i}` }));
  return begin().with({ codes });
}

/** Many sources, likewise. */
function sources(): Coder {
  const entry = begin().state.sources[0]!;
  return begin()
    .with({ sources: [entry, ...Array.from({ length: 30 }, (_, i) => ({ ...entry, id: `s${i}` }))] })
    .press('s');
}

function moving(mode: string, given: () => Coder): Cases {
  return {
    [`${mode}: down`]: { given, then: (after) => expect(index(after)).toBe(1) },
    [`${mode}: up`]: {
      given: () => given().press('down down'),
      then: (after) => {
        expect(index(after)).toBe(1);
        expect(index(after.press('up up'))).toBe(0);
      },
    },
    [`${mode}: page down`]: { given, then: (after) => expect(index(after)).toBe(10) },
    [`${mode}: page up`]: {
      given: () => given().press('pagedown pagedown'),
      then: (after) => expect(index(after)).toBe(10),
    },
  };
}

/** The cases of the keys where other keys are text. */
export const fieldCases: Cases = {
  ...editing('pick', pick),
  ...editing('sources', () => begin().press('s')),
  ...editing('ask', () => begin().press('/')),
  ...editing('write', memo),
  ...moving('pick', () => many().press('a')),
  ...moving('sources', sources),
  'pick: take': {
    given: () => pick().type('自'),
    then: ({ effects, state }) => {
      expect(effects).toMatchObject([{ kind: 'record', changes: [{ kind: 'apply', code: 'autonomy' }] }]);
      expect(state.mode).toEqual({ name: 'read' });
      const unknown = pick().type('Street office').press('return');
      expect(unknown.state.mode).toMatchObject({ name: 'write', field: { text: 'Street office' } });
      expect(unknown.press('return').state.source.codings).toMatchObject([{ code: 'street-office' }]);
    },
  },
  'pick: tick': {
    given: () => pick().type('trust'),
    then: (after) => {
      expect(after.state.mode).toMatchObject({ ticked: ['trust'], query: { text: '' } });
      const { state } = after.press('l a t e return');
      expect(state.source.codings.map(({ code }) => code)).toEqual(['trust', 'late']);
      // One action, so that one key takes it back.
      expect(after.press('l a t e return z').state.source.codings).toEqual([]);
      expect(after.press('return').state.source.codings).toMatchObject([{ code: 'trust' }]);
      expect(after.press('t r u s t space').state.mode).toMatchObject({ ticked: [] });
    },
  },
  'pick: new code': {
    given: () => pick().type('tru'),
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'write', purpose: { for: 'new code' }, field: { text: 'tru' } });
      // A code of this name is there: it is laid, and none is made.
      const { state, effects } = after.type('st').press('return');
      expect(effects).toMatchObject([{ kind: 'record', changes: [{ kind: 'apply', code: 'trust' }] }]);
      expect(state.message).toBe('coded Trust');
      expect(after.press('escape').press('y').state.mode).toMatchObject({ name: 'pick', query: { text: 'tru' } });
    },
  },
  'pick: back': {
    given: () => begin().press('j v l a'),
    then: ({ state, effects }) => {
      expect(state.mode.name).toBe('select');
      expect(effects).toEqual([]);
    },
  },
  'sources: open': {
    given: () => begin().press('s').type('b2'),
    then: ({ effects, state }) => {
      expect(effects).toEqual([{ kind: 'open', source: 'B2.txt' }]);
      expect(state.source.id).toBe(SECOND.id);
      expect(state.progress.units).toBe(2);
      expect(begin().press('s return').effects).toEqual([]);
      expect(begin().press('s z return').state.message).toBe('no source fits what you typed');
    },
  },
  'sources: back': {
    given: () => begin().press('s'),
    then: ({ state }) => expect(state.mode).toEqual({ name: 'read' }),
  },
  'ask: go': {
    given: () => begin().press('/').type('ＯＦＦＩＣＥ'),
    then: (after) => {
      expect(said(after.state, after.state.cursor)).toContain('street office');
      expect(said(after.press('/ return').state, after.press('/ return').state.cursor)).toContain('the office pays');
      expect(begin().press(':').type('three').press('return').state.message).toBe('“three” is no number of a line');
      const beyond = begin().press(':').type('99').press('return');
      expect(said(beyond.state, beyond.state.cursor)).toContain('the office pays');
      expect(beyond.state.message).toMatch(/^the last line is/u);
    },
  },
  'ask: back': {
    given: () => begin().press('/').type('office'),
    then: ({ state }) => expect(state).toMatchObject({ mode: { name: 'read' }, search: '' }),
  },
  'write: line': {
    given: () => memo().type('one'),
    then: (after) => {
      expect(field(after)).toBe('one\n|');
      expect(begin().press('j c').type('New').press('return').state.source.codings).toMatchObject([{ code: 'new' }]);
      expect(begin().press('j c return').state.message).toBe('a code needs a name');
    },
  },
  'write: save': {
    given: () => memo().type('one\ntwo'),
    then: ({ effects, state }) => {
      expect(effects).toEqual([{ kind: 'memo', on: { source: 'A1.txt' }, text: 'one\ntwo' }]);
      expect(state).toMatchObject({ mode: { name: 'read' }, message: 'memo saved' });
      expect(memo().press('ctrl-s')).toMatchObject({ effects: [], state: { message: 'nothing was changed' } });
    },
  },
  'write: editor': {
    given: () => memo().type('one'),
    then: ({ effects, state }) => {
      expect(effects).toEqual([
        { kind: 'editor', text: 'one' },
        { kind: 'memo', on: { source: 'A1.txt' }, text: 'one and more' },
      ]);
      expect(state.mode.name).toBe('read');
    },
  },
  'write: back': {
    given: () => memo().type('one'),
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'confirm', question: { for: 'discard' } });
      expect(memo().press('escape').state.mode.name).toBe('read');
    },
  },
  'write: up': {
    given: () => memo().type(`${FLAG}${FLAG}b\nab`),
    then: (after) => {
      expect(field(after)).toBe(`${FLAG}${FLAG}|b\nab`);
      expect(field(after.press('up'))).toBe(`|${FLAG}${FLAG}b\nab`);
    },
  },
  'write: down': {
    given: () => memo().type(`${FLAG}b\nab`).press('up left'),
    then: (after) => expect(field(after)).toBe(`${FLAG}b\na|b`),
  },
};
