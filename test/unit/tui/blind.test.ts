import { describe, expect, it } from '@jest/globals';
import { begin } from './study.js';

describe('what belongs to all coders, while one codes blind', () => {
  it.each([
    ['the memo on the source', 'M'],
    ['the memo on a code', 'tab m'],
    ['the name of a code', 'tab R'],
    ['which codes there are', 'tab J'],
  ])('is not touched: %s', (_, keys) => {
    const seeing = begin().press(keys);
    const blind = begin().with({ blind: true }).press(keys);
    expect(['write', 'pick']).toContain(seeing.state.mode.name);
    expect(['read', 'codes']).toContain(blind.state.mode.name);
    expect(blind.state.message).toEqual(
      expect.stringMatching(/^while you code blind, .* cannot be changed: .*c makes a new code/u),
    );
  });
});
