import { expect } from '@jest/globals';
import type { Cases } from '../key-cases.js';
import { at, type Coder, said } from '../shell.js';
import { begin, CODES, SOURCE } from '../study.js';

/** At Mr Chan's first turn. */
const turn = (): Coder => begin().press('j');
const ofTurn = at(SOURCE, 'The street office helped us. Money was late. We decided alone.');
/** The turn coded with Trust. */
const coded = (): Coder => turn().press('a t r u s t return');
/** The turn coded with Trust and Money. */
const twice = (): Coder => coded().press('a m o n e y return');
/** At 陳生's turn, with two suggestions. */
const suggested = (): Coder => begin().press('j j j');
const ofSuggestion = at(SOURCE, '資金不夠，政府拖欠資金。');

const codes = ({ state }: Coder): string[] => state.source.codings.map(({ code }) => code);

/** Nine codes used, so that all digits stand for one. */
const nine = (): Coder => turn().with({ recent: [...CODES.map(({ id }) => id), 'e', 'f', 'g', 'h', 'i'] });

/** The cases of the keys of the transcript that code, judge and lead elsewhere. */
export const codingCases: Cases = {
  'read: seen': {
    given: turn,
    then: (after) => {
      expect(after.effects).toEqual([
        { kind: 'record', source: 'A1.txt', changes: [{ kind: 'seen', unit: ofTurn, unitKind: 'turn' }] },
      ]);
      expect(after.state.source.seen).toEqual([
        { kind: 'seen', ...ofTurn, id: 's1', unit: 'turn', codebook: 'codebook' },
      ]);
      expect(after.state.progress).toMatchObject({ seen: 1, units: 6 });
      expect(said(after.state, after.state.cursor)).toBe('資金夠嗎？');
      expect(after.press('k space').effects).toEqual([]);
    },
  },
  'read: unseen': {
    given: () => turn().press('space'),
    then: (after) => {
      expect(after.effects).toMatchObject([{ changes: [{ kind: 'remove', targets: ['s1'] }] }]);
      expect(after.state.cursor).toEqual(ofTurn);
      expect(after.state.source.seen).toEqual([]);
      expect(after.state.progress.seen).toBe(0);
    },
  },
  'read: code': {
    given: turn,
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'pick', purpose: { for: 'apply', segment: ofTurn } });
      const { effects, state } = after.press('l a t e return');
      expect(effects).toEqual([
        { kind: 'record', source: 'A1.txt', changes: [{ kind: 'apply', segment: ofTurn, code: 'late' }] },
      ]);
      expect(state.source.codings).toEqual([{ kind: 'apply', ...ofTurn, id: 'c1', code: 'late' }]);
      expect(state).toMatchObject({ mode: { name: 'read' }, message: 'coded Late payment', counts: { late: 1 } });
    },
  },
  'read: recent': {
    given: nine,
    then: (after, before, key) => {
      const code = before.state.recent[Number(key) - 1]!;
      expect(after.effects).toMatchObject([{ changes: [{ kind: 'apply', segment: ofTurn, code }] }]);
      expect(codes(after)).toEqual([code]);
      expect(after.state.recent).toEqual(before.state.recent);
      expect(turn().press(key).effects).toEqual([]);
    },
  },
  'read: select': {
    given: turn,
    then: ({ state }) => {
      const word = at(SOURCE, 'The');
      expect(state.mode).toEqual({ name: 'select', fixed: word, moving: word, extentOf: null });
    },
  },
  'read: new code': {
    given: turn,
    then: (after) => {
      const made = after.type('Street office').press('return');
      expect(made.effects).toMatchObject([
        { kind: 'add code', name: 'Street office', parent: null },
        { kind: 'record', changes: [{ kind: 'apply', segment: ofTurn, code: 'street-office' }] },
      ]);
      expect(made.state.mode.name).toBe('read');
      expect(codes(made)).toEqual(['street-office']);
    },
  },
  'read: remove': {
    given: coded,
    then: (after) => {
      expect(after.effects).toMatchObject([{ changes: [{ kind: 'remove', targets: ['c1'] }] }]);
      expect(codes(after)).toEqual([]);
      expect(after.state.counts).toEqual({ trust: 0 });
      expect(turn().press('x')).toMatchObject({
        effects: [],
        state: { message: 'no coding of yours is here to remove' },
      });
      expect(twice().press('x').state.mode).toMatchObject({ name: 'choose', purpose: 'remove', choices: [{}, {}] });
    },
  },
  'read: extent': {
    given: coded,
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'select', extentOf: 'c1' });
      const changed = after.press('( return');
      const segment = at(SOURCE, 'The street office helped us. Money was late.');
      expect(changed.effects).toMatchObject([
        {
          changes: [
            { kind: 'apply', segment, code: 'trust', was: 'c1' },
            { kind: 'remove', targets: ['c1'] },
          ],
        },
      ]);
      expect(changed.state.source.codings).toMatchObject([{ ...segment, code: 'trust' }]);
      expect(after.press('return').effects).toEqual([]);
    },
  },
  'read: move': {
    given: () => coded().press('* m').type('note').press('ctrl-s'),
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'pick', purpose: { for: 'move' } });
      const { state } = after.press('m o n e y return');
      expect(state.source.codings).toMatchObject([{ code: 'money', memo: 'note', properties: { star: 'yes' } }]);
      expect(state.message).toBe('moved to Money');
    },
  },
  'read: memo': {
    given: coded,
    then: (after) => {
      expect(after.state.mode).toMatchObject({ name: 'write', purpose: { for: 'coding memo', coding: 'c1' } });
      const saved = after.press('d o u b t return').type('繁體').press('ctrl-s');
      expect(saved.state.source.codings).toMatchObject([{ code: 'trust', memo: 'doubt\n繁體' }]);
      expect(turn().press('m').state.message).toBe('no coding of yours is here: code the unit first');
    },
  },
  'read: star': {
    given: coded,
    then: (after) => {
      expect(after.state.source.codings).toMatchObject([{ properties: { star: 'yes' } }]);
      expect(after.press('*').state.source.codings[0]!.properties).toBeUndefined();
    },
  },
  'read: undo': {
    given: coded,
    then: (after) => {
      expect(after.effects).toMatchObject([{ undoes: 'c1', changes: [{ kind: 'remove', targets: ['c1'] }] }]);
      expect(codes(after)).toEqual([]);
      expect(after.state.message).toBe('undone: coded Trust');
      expect(after.press('z').state.message).toBe('nothing to undo in this source');
    },
  },
  'read: redo': {
    given: () => coded().press('z'),
    then: (after, before) => {
      const undone = before.state.undone.at(-1)!.id;
      expect(after.effects).toMatchObject([{ undoes: undone, changes: [{ kind: 'apply', code: 'trust', was: 'c1' }] }]);
      expect(codes(after)).toEqual(['trust']);
      expect(after.state.undone).toEqual([]);
    },
  },
  'read: accept': {
    given: turn,
    then: (after) => {
      const segment = at(SOURCE, 'Money was late.');
      expect(after.effects).toMatchObject([
        { changes: [{ kind: 'verdict', segment, code: 'late', verdict: 'accept' }] },
      ]);
      expect(after.state.source.verdicts).toMatchObject([{ ...segment, code: 'late', verdict: 'accept' }]);
      expect(after.state.progress.coded).toBe(1);
      expect(suggested().press('y').state.mode).toMatchObject({ name: 'choose', purpose: 'accept' });
      expect(after.press('y').state.message).toBe('no suggestion is here: press } for the next');
    },
  },
  'read: reject': {
    given: turn,
    then: (after) => {
      expect(after.state.source.verdicts).toMatchObject([{ code: 'late', verdict: 'reject' }]);
      expect(after.state.progress.coded).toBe(0);
      expect(after.press('z').state.source.verdicts).toEqual([]);
    },
  },
  'read: accept all': {
    given: suggested,
    then: (after) => {
      const verdict = { kind: 'verdict', segment: ofSuggestion, verdict: 'accept' };
      expect(after.effects).toMatchObject([
        {
          changes: [
            { ...verdict, code: 'late' },
            { ...verdict, code: 'money' },
          ],
        },
      ]);
    },
  },
  'read: reject all': {
    given: suggested,
    then: (after) => {
      expect(after.state.source.verdicts).toMatchObject([{ verdict: 'reject' }, { verdict: 'reject' }]);
    },
  },
  'read: codes': { given: turn, then: ({ state }) => expect(state.mode).toEqual({ name: 'codes', index: 0 }) },
  'read: sources': {
    given: turn,
    then: ({ state }) => expect(state.mode).toMatchObject({ name: 'sources', index: 0 }),
  },
  'read: source memo': {
    given: turn,
    then: (after) => {
      const { effects, state } = after.type('A long day').press('ctrl-s');
      expect(effects).toEqual([{ kind: 'memo', on: { source: 'A1.txt' }, text: 'A long day' }]);
      expect(state).toMatchObject({ mode: { name: 'read' }, source: { memo: 'A long day' } });
    },
  },
  'read: others': {
    given: turn,
    then: ({ state }, before) => expect(state.showOthers).toBe(!before.state.showOthers),
  },
  'read: help': { given: turn, then: ({ state }) => expect(state.mode).toEqual({ name: 'help', top: 0 }) },
  'read: clear': {
    given: () => turn().press('/').type('money').press('return'),
    then: ({ state }) => expect(state.search).toBe(''),
  },
  'read: quit': {
    given: turn,
    then: ({ effects }) => {
      expect(effects).toEqual([{ kind: 'quit' }]);
      const failed = turn().full().press('space q');
      expect(failed.state.mode).toMatchObject({ name: 'confirm', question: { for: 'quit' } });
      expect(failed.press('y').effects).toEqual([{ kind: 'quit' }]);
    },
  },
};
