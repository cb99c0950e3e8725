import { describe, expect, it } from '@jest/globals';
import { footerKeys } from '../../../src/tui/keys/footer.js';
import { helpRows, helpSections } from '../../../src/tui/keys/help.js';
import { bindings } from '../../../src/tui/keys/table.js';
import type { ModeName } from '../../../src/tui/model/state.js';
import { type Case, cases } from './key-cases.js';
import { begin, finding, reviewing } from './study.js';

describe('every key', () => {
  it('has a case, and every case a key', () => {
    const names = bindings.map(({ mode, name }) => `${mode}: ${name}`);
    expect(Object.keys(cases).sort()).toEqual([...names].sort());
  });

  it.each(bindings.flatMap((binding) => binding.keys.map((key) => [binding.mode, key, binding] as const)))(
    'does in %s what is said of it: %s',
    (mode, key, { name }) => {
      const { given, then }: Case = cases[`${mode}: ${name}`]!;
      const before = given();
      expect(mode).toBe(mode === 'any' ? 'any' : before.state.mode.name);
      then(before.press(key), before, key);
    },
  );

  it('does one thing in a mode', () => {
    const keys = bindings.flatMap((binding) => binding.keys.map((key) => `${binding.mode} ${key}`));
    expect(keys).toEqual([...new Set(keys)]);
    const names = bindings.map(({ mode, name }) => `${mode} ${name}`);
    expect(names).toEqual([...new Set(names)]);
  });

  it('changes nothing where it is not bound', () => {
    const before = begin();
    const { state, effects } = before.press('X % ctrl-y');
    expect(state).toEqual(before.state);
    expect(effects).toEqual([]);
  });

  it('is explained in a short sentence', () => {
    for (const { help } of bindings) {
      expect(help).toMatch(/^\p{Lu}.*\.$/u);
      expect(help.length).toBeLessThan(100);
    }
  });
});

describe('the footer', () => {
  it.each([
    ['read', begin()],
    ['select', begin().press('v')],
    ['pick', begin().press('a')],
    ['write', begin().press('M')],
    ['ask', begin().press('/')],
    ['choose', begin().press('j j j y')],
    ['sources', begin().press('s')],
    ['codes', begin().press('tab')],
    ['places', finding()],
    ['confirm', begin().press('M x escape')],
    ['help', begin().press('?')],
  ] as const)('tells of %s only keys that work there', (mode: ModeName, { state }) => {
    expect(state.mode.name).toBe(mode);
    const told = footerKeys(state);
    expect(told.length).toBeGreaterThan(0);
    for (const { name } of told) {
      expect(bindings.some((binding) => binding.mode === mode && binding.name === name)).toBe(true);
    }
  });

  it('tells of what is there to work on: recent codes, suggestions, codings, matches, a review', () => {
    const names = ({ state }: typeof before): string[] => footerKeys(state).map(({ name }) => name);
    const before = begin();
    expect(names(before)).not.toContain('recent');
    expect(names(before.press('a return'))).toContain('recent');
    expect(names(before)).not.toContain('accept');
    expect(names(before.press('j'))).toContain('accept');
    expect(names(before)).not.toContain('remove');
    expect(names(before.press('a return'))).toEqual(expect.arrayContaining(['remove', 'undo']));
    expect(names(before.press('/').type('office').press('return'))).toContain('next match');
    expect(names(before)).not.toContain('keep');
    expect(names(reviewing())).toContain('keep');
    expect(names(reviewing().press('l'))).not.toContain('code ticked');
    expect(names(reviewing().press('l'))).toContain('keep');
  });
});

describe('the help', () => {
  it('tells of every binding, each under its heading', () => {
    const told = helpSections().flatMap(({ bindings: rows }) => rows);
    expect(told).toHaveLength(bindings.length);
    expect(helpRows()).toHaveLength(told.length + 2 * helpSections().length - 1);
  });
});
