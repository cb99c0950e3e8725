import { describe, expect, it } from '@jest/globals';
import type { Coder } from './shell.js';
import { begin, finding, SECOND, SOURCE } from './study.js';

describe('a write that fails', () => {
  it('is not covered by one that comes after it: the rest is not tried', () => {
    const ticked = finding().press('A').refusing(SOURCE.id).press('c');
    expect(ticked.effects).toHaveLength(1);
    expect(ticked.state.saved.state).toBe('failed');
    expect(ticked.state.message).toBe('no space left on device; 1 more source was not coded');
    expect(ticked.state.queue!.places.some(({ done }) => done)).toBe(false);
    const again = ticked.mended().press('c');
    expect(again.state.saved.state).toBe('saved');
    expect(again.state.queue!.places.every(({ done }) => done)).toBe(true);
  });

  it('keeps what was stored before it', () => {
    const { state } = finding().press('A').refusing(SECOND.id).press('c');
    expect(state.queue!.places.map(({ done }) => done)).toEqual([true, true, false, false]);
    expect(state.saved.state).toBe('failed');
  });

  const memo = (): Coder => begin().press('M').type('A long day');
  const written: readonly (readonly [string, () => Coder, string])[] = [
    ['a memo on the source', memo, 'ctrl-s'],
    ['a memo on a code', () => begin().press('tab m').type('Mine'), 'ctrl-s'],
    ['a memo on a coding', () => begin().press('a t r u s t return m').type('Mine'), 'ctrl-s'],
    ['a new code', () => begin().press('tab c').type('Mine'), 'return'],
    ['a new code for a unit', () => begin().press('j c').type('Mine'), 'return'],
    ['a new code for a selection', () => begin().press('j v c').type('Mine'), 'return'],
    ['another name', () => begin().press('tab R').type(' or not'), 'return y'],
  ];

  it.each(written)('leaves %s in its field, so that it can be saved again', (_, given, keys) => {
    const before = given();
    const failed = before.full().press(keys);
    expect(failed.state.mode).toEqual(before.state.mode);
    expect(failed.state.saved.state).toBe('failed');
    const saved = failed.mended().press(keys);
    expect(saved.state.mode.name).not.toBe('write');
    expect(saved.state.saved).toEqual({ state: 'saved' });
  });

  it('leaves what came back from the editor in the field', () => {
    const failed = memo().full().act({ kind: 'written', text: 'A longer day\n' });
    expect(failed.state.mode).toMatchObject({ name: 'write', field: { text: 'A longer day' } });
    expect(failed.mended().press('ctrl-s').state.source.memo).toBe('A longer day');
  });
});

describe('Ctrl-C', () => {
  it('quits', () => {
    expect(begin().press('ctrl-c').effects).toEqual([{ kind: 'quit' }]);
    expect(begin().press('j a t r ctrl-c').effects).toEqual([{ kind: 'quit' }]);
    expect(begin().press('M ctrl-c').effects).toEqual([{ kind: 'quit' }]);
  });

  it('asks first where something written is not saved, and comes back to it on no', () => {
    const writing = begin().press('M').type('half a tho');
    const asked = writing.press('ctrl-c');
    expect(asked.effects).toEqual([]);
    expect(asked.state.mode).toMatchObject({
      name: 'confirm',
      question: { for: 'quit' },
      preview: ['what you wrote is not saved'],
    });
    expect(asked.press('n').state.mode).toEqual(writing.state.mode);
    expect(asked.press('y').effects).toEqual([{ kind: 'quit' }]);
    const discarding = writing.press('escape ctrl-c');
    expect(discarding.state.mode).toMatchObject({ question: { for: 'quit' } });
    expect(discarding.press('n n').state.mode).toEqual(writing.state.mode);
  });

  it('pressed a second time quits without an answer', () => {
    expect(begin().press('M x ctrl-c ctrl-c').effects).toEqual([{ kind: 'quit' }]);
  });
});

describe('Ctrl-Z', () => {
  it('lends the terminal to the shell and changes nothing', () => {
    const before = begin().press('M x');
    const { state, effects } = before.press('ctrl-z');
    expect(effects).toEqual([{ kind: 'suspend' }]);
    expect(state).toEqual(before.state);
  });
});
