import { describe, expect, it } from '@jest/globals';
import { Coder, open } from './shell.js';
import { begin, CODES } from './study.js';

describe('the name of a code', () => {
  const rename = (name: string): Coder => begin().press('tab R ctrl-u').type(name).press('return');

  it('cannot become that of another, with a pointer to merging', () => {
    const { state, effects } = rename('trust');
    expect(effects).toEqual([]);
    expect(state.message).toBe('another code is called Trust: to make one of the two, leave this and press J');
    expect(state.mode.name).toBe('write');
  });

  it('can change its case', () => {
    expect(rename('MONEY').state.mode).toMatchObject({ name: 'confirm', question: { for: 'rename', name: 'MONEY' } });
  });

  it('lays the code that has it, and makes none', () => {
    const { state, effects } = begin().press('j c').type('TRUST').press('return');
    expect(effects).toMatchObject([{ kind: 'record', changes: [{ kind: 'apply', code: 'trust' }] }]);
    expect(state).toMatchObject({ mode: { name: 'read' }, message: 'coded Trust' });
    const moved = begin().press('j a').type('late').press('return').press('t').type('tru').press('ctrl-e').type('st');
    expect(moved.press('return').state.source.codings.map(({ code }) => code)).toEqual(['trust']);
    // In the code pane nothing is to be coded.
    const pane = begin().press('tab c').type('trust').press('return');
    expect(pane.effects).toEqual([]);
    expect(pane.state.message).toBe('there is a code of this name already: Trust');
  });
});

describe('a name in vivo', () => {
  const inVivo = (text: string, keys: string): Coder => {
    const source = open('vivo.txt', text);
    return Coder.begin({ source, codes: CODES }).press(keys);
  };

  it('takes no labels of speakers', () => {
    const { state } = inVivo('Interviewer: And then?\nMs Lee: Then we stopped.\n', 'v j j i');
    expect(state.mode).toMatchObject({ name: 'write', field: { text: 'And then? Then we stopped.' } });
  });

  it.each([
    ['letters', 'a'.repeat(80), 'a'.repeat(81)],
    ['Han', '資'.repeat(40), '資'.repeat(41)],
  ])('is as long in columns of the screen: %s', (_, longest, longer) => {
    const named = (words: string) => inVivo(`Ms Lee: ${words}\n`, 'v j i').state;
    expect(named(longest).mode).toMatchObject({ name: 'write', field: { text: longest } });
    expect(named(longer).message).toBe('these are too many words for a name: select fewer');
  });
});
