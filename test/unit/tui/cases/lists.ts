import { expect } from '@jest/globals';
import { helpRows } from '../../../../src/tui/keys/help.js';
import type { FoundPlace } from '../../../../src/tui/model/state.js';
import type { Cases } from '../key-cases.js';
import { at, type Coder } from '../shell.js';
import { begin, finding, reviewing, SECOND, SOURCE } from '../study.js';

const index = ({ state: { mode } }: Coder): number => ('index' in mode ? mode.index : -1);
const top = ({ state: { mode } }: Coder): number => (mode.name === 'help' ? mode.top : -1);

/** The places of a search. */
const places = ({ state: { queue } }: Coder): readonly FoundPlace[] => (queue?.kind === 'find' ? queue.places : []);
const help = (): Coder => begin().press('?');

/** Thirty places in a list. */
function many(): Coder {
  const coder = finding();
  const queue = { kind: 'find', title: 'money', code: 'trust', index: 0 } as const;
  return coder.with({ queue: { ...queue, places: Array.from({ length: 30 }, () => places(coder)[0]!) } });
}

/** The cases of the list of places and of the help. */
export const listCases: Cases = {
  'places: down': { given: finding, then: (after) => expect(index(after)).toBe(1) },
  'places: up': { given: () => finding().press('j j'), then: (after) => expect(index(after)).toBe(1) },
  'places: page down': { given: many, then: (after) => expect(index(after)).toBe(10) },
  'places: page up': { given: () => many().press('G'), then: (after) => expect(index(after)).toBe(19) },
  'places: first': { given: () => many().press('G'), then: (after) => expect(index(after)).toBe(0) },
  'places: last': { given: many, then: (after) => expect(index(after)).toBe(29) },
  'places: show': {
    given: () => finding().press('j j'),
    then: ({ effects, state }) => {
      expect(effects).toEqual([{ kind: 'open', source: 'B2.txt', at: at(SECOND, 'Money enough.').start }]);
      expect(state).toMatchObject({ mode: { name: 'read' }, queue: { index: 2 }, source: { id: 'B2.txt' } });
    },
  },
  'places: tick': {
    given: finding,
    then: (after) => {
      expect(places(after).map(({ ticked }) => ticked)).toEqual([true, false, false, false]);
      expect(index(after)).toBe(1);
      expect(places(after.press('k space'))[0]!.ticked).toBe(false);
      const kept = reviewing().press('l space');
      expect(kept.state.queue!.places.map(({ done }) => done)).toEqual([true, false, false]);
    },
  },
  'places: all': {
    given: finding,
    then: (after) => {
      expect(places(after).every(({ ticked }) => ticked)).toBe(true);
      expect(places(after.press('A')).some(({ ticked }) => ticked)).toBe(false);
      expect(reviewing().press('l A').state.message).toBe('only what a search found can be ticked');
    },
  },
  'places: code ticked': {
    given: () => finding().press('space j space space'),
    then: (after) => {
      const change = (segment: { start: number; end: number }) => ({ kind: 'apply', segment, code: 'trust' });
      expect(after.effects).toEqual([
        { kind: 'record', source: 'A1.txt', changes: [change(at(SOURCE, 'Money was late.'))], digest: SOURCE.digest },
        {
          kind: 'record',
          source: 'B2.txt',
          changes: [change(at(SECOND, 'Money enough.')), change(at(SECOND, 'The money came.'))],
          digest: SECOND.digest,
        },
      ]);
      expect(places(after).map(({ done, ticked }) => [done, ticked])).toEqual([
        [true, false],
        [false, false],
        [true, false],
        [true, false],
      ]);
      expect(after.state.counts).toEqual({ trust: 3 });
      expect(after.state.message).toBe('coded Trust; B2.txt: coded Trust in 2 places');
      expect(after.state.sources.map(({ codings }) => codings)).toEqual([1, 2]);
      expect(after.press('c').state.message).toBe('nothing is ticked that is not coded');
    },
  },
  'places: help': { given: finding, then: ({ state }) => expect(state.mode.name).toBe('help') },
  'places: back': { given: finding, then: ({ state }) => expect(state.mode).toEqual({ name: 'read' }) },
  'places: quit': {
    given: finding,
    then: ({ effects }) => {
      expect(effects).toEqual([{ kind: 'quit' }]);
      const asked = finding().press('space q');
      expect(asked.state.mode).toMatchObject({ name: 'confirm', preview: ['1 ticked place is not coded yet'] });
      expect(asked.press('n').state.mode.name).toBe('places');
    },
  },
  'help: down': { given: help, then: (after) => expect(top(after)).toBe(1) },
  'help: up': {
    given: () => help().press('j j'),
    then: (after) => {
      expect(top(after)).toBe(1);
      expect(top(after.press('k k'))).toBe(0);
    },
  },
  'help: page down': { given: help, then: (after) => expect(top(after)).toBe(20) },
  'help: page up': { given: () => help().press('pagedown pagedown'), then: (after) => expect(top(after)).toBe(20) },
  'help: first': { given: () => help().press('G'), then: (after) => expect(top(after)).toBe(0) },
  'help: last': { given: help, then: (after) => expect(top(after)).toBe(helpRows(80).length - 20) },
  'help: back': { given: help, then: ({ state }) => expect(state.mode).toEqual({ name: 'read' }) },
};
