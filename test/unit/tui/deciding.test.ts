import { describe, expect, it } from '@jest/globals';
import { footerKeys } from '../../../src/tui/keys/footer.js';
import { helpFor, helpSections } from '../../../src/tui/keys/help.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { plainRows } from '../../../src/tui/view/paint.js';
import type { Coder } from './shell.js';
import { adjudicating, begin } from './study.js';

const screen = ({ state }: Coder): string => plainRows(frameOf(state)).join('\n');
const indexOf = ({ state }: Coder): number => state.queue!.index;

describe('deciding where coders differ', () => {
  it('shows what each coder gave, what all gave, and how many units are open', () => {
    const shown = screen(adjudicating());
    for (const words of ['settled 0/3', '3 open', 'A ann', 'B bo', 'C cy did not see it', '= all: Late payment'])
      expect(shown).toContain(words);
    expect(screen(adjudicating().press('.'))).toContain('B bo: no code');
  });

  it('has a help that begins with its keys, and leaves out those without a place here', () => {
    const shown = screen(adjudicating().press('?'));
    expect(shown.indexOf('Units on which coders differ')).toBeGreaterThan(-1);
    expect(shown).toContain('Decide as the first coder did');
    const keysOf = (sections: ReturnType<typeof helpFor>) =>
      sections.find(({ section }) => section === 'Coding')!.bindings.map(({ keys }) => keys);
    expect(keysOf(helpSections())).toEqual(expect.arrayContaining(['Space', 'v', 'x Del']));
    expect(keysOf(helpFor(adjudicating().state)).filter((keys) => ['Space', 'v', 'x Del'].includes(keys))).toEqual([]);
    expect(helpFor(begin().state)).toEqual(helpSections());
  });

  it('goes on to the next open unit, into another source too, and says what was decided', () => {
    const second = adjudicating().press('A');
    expect(second.state.message).toBe('decided: Money, Late payment; 2 open');
    expect(second.state.cursor.start).toBe(second.state.queue!.places[1]!.start);
    const third = second.press('+');
    expect(third.effects).toMatchObject([
      { kind: 'decide', codes: ['autonomy', 'trust'] },
      { kind: 'open', source: 'B2.txt' },
    ]);
    expect(third.state.message).toBe('decided: 自主, Trust; 1 open');
    const last = third.press('0');
    expect(last.state.message).toBe('decided: no code; all is settled');
    expect(screen(last)).toContain('3/3');
    expect(indexOf(last)).toBe(2);
  });

  it('goes back to what was passed over', () => {
    const after = adjudicating().press('. .').press('A');
    expect(after.effects).toMatchObject([
      { kind: 'decide', source: 'B2.txt' },
      { kind: 'open', source: 'A1.txt' },
    ]);
    expect(indexOf(after)).toBe(0);
  });

  it.each([
    ['picks codes, all of the unit', 'a space down space return', ['money', 'late']],
    ['takes a code used last by its digit', 'A . . , , 1', ['money']],
    ['takes a code of the code pane', 'tab return', ['money']],
  ])('%s', (_, keys, codes) => {
    const { effects } = adjudicating().press(keys);
    expect(effects.filter(({ kind }) => kind === 'decide').at(-1)).toMatchObject({ codes });
  });

  it('makes a new code and decides on it', () => {
    const after = adjudicating().press('c').type('Thanks').press('return');
    expect(after.effects).toMatchObject([{ kind: 'add code' }, { kind: 'decide', codes: ['thanks'] }]);
  });

  it('decides anew on a settled unit, and says where that is the same', () => {
    const again = adjudicating().press('A ,');
    expect(screen(again)).toContain('✓ decided: Money');
    expect(again.press('A').effects).toEqual([]);
    expect(again.press('A').state.message).toBe('this is decided already: Money, Late payment');
    const other = again.press('B');
    expect(other.effects).toMatchObject([{ kind: 'decide', codes: ['late'] }]);
    expect(other.state.source.codings.map(({ code }) => code)).toEqual(['late']);
  });

  it('is one action, which z takes back and Z does again', () => {
    const decided = adjudicating().press('A');
    expect(decided.state.source.codings).toHaveLength(2);
    const undone = decided.press('z');
    expect(undone.state.source.codings).toEqual([]);
    expect(undone.state.source.seen).toEqual([]);
    expect(undone.state.cursor.start).toBe(undone.state.queue!.places[0]!.start);
    const again = undone.press('Z');
    expect(again.state.source.codings.map(({ code }) => code)).toEqual(['money', 'late']);
    expect(again.state.source.seen).toHaveLength(1);
    expect(adjudicating().press('0 z').state.message).toBe('undone: decided: no code');
  });

  it('shows what is settled as the log has it, after an undo too', () => {
    const { state } = adjudicating().press('A');
    const [first] = state.queue!.kind === 'adjudicate' ? state.queue!.places : [];
    const batch = { id: 'r9', at: '2026-01-02T03:04:05.678Z', source: 'A1.txt', events: [] };
    const after = adjudicating()
      .with(state)
      .act({
        kind: 'recorded',
        batch,
        undoes: state.done.at(-1)!.id,
        places: [{ ...first!, done: false, decided: null }],
      });
    expect(after.state.queue!.places[0]!.done).toBe(false);
    expect(screen(after)).toContain('3 open');
  });

  it('stays where the disk takes nothing', () => {
    const full = adjudicating().full().press('A');
    expect(full.state.saved.state).toBe('failed');
    expect(indexOf(full)).toBe(0);
    expect(full.state.queue!.places[0]!.done).toBe(false);
  });

  it.each(['space', 'backspace', 'v', 'x', 'e', 't', 'y', 'R'])(
    'bars what would code without a decision: %s',
    (key) => {
      const { state, effects } = adjudicating().press(key);
      expect(effects).toEqual([]);
      expect(state.mode.name).toBe('read');
      expect(state.message).toContain('here whole units are decided');
    },
  );

  it('codes nothing but the units on which coders differ', () => {
    const beside = adjudicating().press('k');
    expect(beside.press('a return').effects).toEqual([]);
    expect(beside.press('a return').state.message).toContain('only units on which coders differ');
    // A key that decides leads back to the unit first.
    const back = beside.press('A');
    expect(back.effects).toEqual([]);
    expect(back.state.cursor.start).toBe(back.state.queue!.places[0]!.start);
  });

  it('decides the unit at the cursor, however that came there', () => {
    const below = adjudicating().press('j j').press('A');
    expect(below.effects).toMatchObject([
      { kind: 'decide', codes: ['autonomy'] },
      { kind: 'open', source: 'B2.txt' },
    ]);
    expect(below.state.queue!.places.map(({ done }) => done)).toEqual([false, true, false]);
  });

  it('lists the units, those that are settled with a tick', () => {
    const list = adjudicating().press('A l');
    expect(screen(list)).toContain('ann, bo and cy: 3 places, 1 done');
    expect(list.press('space').state.message).toContain('press ⏎');
    expect(list.press('g return').state.cursor.start).toBe(list.state.queue!.places[0]!.start);
  });

  it('tells in the footer what works there, a key for each coder', () => {
    const told = footerKeys(adjudicating().state).map(({ keys, name }) => `${keys} ${name}`);
    expect(told.slice(2, 7)).toEqual(['A B C as coder', '+ all', '= common', '0 none', 'a code']);
    expect(told.join()).not.toContain('seen');
    expect(begin().press('A').state.message).toContain('start with `qcode agree --adjudicate`');
  });

  it('goes by the new id of a code that was renamed', () => {
    const after = adjudicating().press('tab R').type('!').press('return y');
    const { queue } = after.state;
    expect(queue?.kind === 'adjudicate' && queue.places[0]!.codes[0]).toEqual([after.state.codes[0]!.id, 'late']);
  });
});
