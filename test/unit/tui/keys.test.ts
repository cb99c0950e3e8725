import { describe, expect, it } from '@jest/globals';
import { footerKeys } from '../../../src/tui/keys/footer.js';
import { helpRows, helpSections } from '../../../src/tui/keys/help.js';
import { bindings } from '../../../src/tui/keys/table.js';
import type { ModeName, TagState } from '../../../src/tui/model/state.js';
import { type Case, cases } from './key-cases.js';
import { plainRows } from '../../../src/tui/view/paint.js';
import { frameOf } from '../../../src/tui/view/frame-of.js';
import { Coder, open } from './shell.js';
import { adjudicating, begin, finding, reviewing } from './study.js';

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

  it.each([
    ['%', '% does nothing here: ? shows the keys'],
    ['ctrl-y', 'Ctrl-y does nothing here: ? shows the keys'],
    ['meta-x', 'Alt-x does nothing here: ? shows the keys'],
  ])('changes nothing where it is not bound, and says so: %s', (name, message) => {
    const before = begin();
    const { state, effects } = before.press(name);
    expect(state).toEqual({ ...before.state, message });
    expect(effects).toEqual([]);
  });

  it('says so in a word where many are pasted', () => {
    expect(begin().type('%%%').state.message).toBe('a text that is pasted does nothing here: ? shows the keys');
  });

  const bare = Coder.begin({ source: open('bare.txt', 'Ms Lee: Money.\n'), codes: [] });
  const modes = 'v;a;a z z z z;M;M x;c;/;/ m return;:;s;s z z z z;tab;f;?;? G'.split(';');
  const given = [begin(), bare].flatMap((coder) => [coder, ...modes.map((keys) => coder.press(keys))]);
  const listed = [
    ...[begin().press('G'), begin().press('j j j'), begin().press('j j j y'), begin().press('M x escape')],
    ...[finding(), finding().press('A c'), finding().press('escape'), reviewing(), reviewing().press('l')],
    ...[adjudicating(), adjudicating().press('l'), adjudicating().press('k')],
  ];

  it.each([...given, ...listed].map((coder, i) => [coder.state.mode.name, i, coder] as const))(
    'is never silent, pressed once or twice: %s %i',
    (_, __, coder) => {
      const { name } = coder.state.mode;
      const keys = bindings.filter(({ mode }) => mode === name || mode === 'any').flatMap((binding) => binding.keys);
      for (const pressed of [...keys, '%', 'ctrl-y']) {
        for (const before of [coder, coder.press(pressed)]) {
          const { state, effects } = before.press(pressed);
          const drawn = (each: TagState): string => JSON.stringify(frameOf({ ...each, message: '' }));
          const isHeard = effects.length > 0 || state.message !== '' || drawn(state) !== drawn(before.state);
          expect({ pressed, isHeard }).toEqual({ pressed, isHeard: true });
        }
      }
    },
  );

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

  it.each([
    ['a', '⏎ take  Esc back  Space tick  Ctrl-e new code  ↓ down  ↑ up'],
    ['a space', '⏎ take  Esc back  Space untick  Ctrl-e new code  ↓ down  ↑ up'],
    ['a space down space', '⏎ take 2  Esc back  Space untick  Ctrl-e new code  ↓ down  ↑ up'],
    ['a t r u', '⏎ take  Esc back  Space tick  Ctrl-e new code'],
    ['a space t r u', '⏎ take 2  Esc back  Space tick  Ctrl-e new code'],
    ['a z z z', '⏎ new code  Esc back'],
    ['a space z z z', 'Esc back  Ctrl-e new code'],
    ['f', '⏎ take  Esc back  ↓ down  ↑ up'],
    ['f z z z', 'Esc back'],
    ['j y t z z z', '⏎ new code  Esc back'],
  ])('tells what the keys of the picker do now: %s', (keys, told) => {
    const shown = footerKeys(begin().press(keys).state).map((each) => `${each.keys} ${each.name}`);
    expect(shown.join('  ')).toBe(told);
  });

  it.each([
    ['v', 80, ['⏎ code', 'Esc back', 'i in vivo', '? help']],
    ['v', 60, ['⏎ code', 'Esc back', 'i in vivo']],
    ['tab', 80, ['⏎ code', 'Tab back', 'm memo', 'f follow', '? help']],
    ['tab', 60, ['⏎ code', 'Tab back', 'm memo', 'f follow', '? help']],
  ] as const)('has room for what is needed most: %s on %i columns', (keys, columns, needed) => {
    const { state } = begin().press(keys);
    const last = plainRows(frameOf({ ...state, size: { columns, rows: 24 } })).at(-1)!;
    for (const each of needed) expect(last).toContain(each);
  });

  it('goes through the places of a review on a narrow screen', () => {
    const { state } = reviewing();
    const last = plainRows(frameOf({ ...state, size: { columns: 60, rows: 20 } })).at(-1)!;
    for (const each of ['K keep', '. next place', ', before', 'l places']) expect(last).toContain(each);
  });

  it('leaves out of the code pane what changes others’ work where one codes blind', () => {
    const names = footerKeys(begin().with({ blind: true }).press('tab').state).map(({ name }) => name);
    expect(names).toContain('code');
    for (const barred of ['rename', 'merge', 'memo']) expect(names).not.toContain(barred);
  });

  it('tells whether a place of a search is ticked or has its tick taken away, by one key in both lists', () => {
    const names = ({ state }: Coder): string[] => footerKeys(state).map(({ keys, name }) => `${keys} ${name}`);
    expect(names(finding())).toContain('Space tick');
    expect(names(finding())).not.toContain('c code ticked');
    expect(names(finding().press('space k'))).toEqual(expect.arrayContaining(['Space untick', 'c code ticked']));
    expect(finding().press('T').state.queue).toEqual(finding().press('space').state.queue);
    expect(names(finding().press('escape'))).toContain('T tick');
    expect(names(finding().press('space escape'))).toContain('T untick');
    const coded = finding().press('space c k');
    expect(names(coded).join()).not.toContain('tick,');
    expect(coded.press('space').state.message).toBe('this place is coded already');
    expect(coded.press('escape T').state.message).toBe('this place is coded already');
  });

  it('does not speak of picking codes where a coding is given other words', () => {
    const shown = footerKeys(begin().press('j a return e').state).map((each) => `${each.keys} ${each.name}`);
    expect(shown[0]).toBe('⏎ set extent');
    expect(shown.join()).not.toContain('code');
  });
});

describe('the help', () => {
  it('tells of every binding, each under its heading', () => {
    const told = helpSections().flatMap(({ bindings: rows }) => rows);
    expect(told).toHaveLength(bindings.length);
    expect(helpRows(200)).toHaveLength(told.length + 2 * helpSections().length - 1);
  });

  it.each([60, 80, 120, 200])('is whole on a screen of %i columns, no line of it wider', (columns) => {
    const all = bindings.map(({ help }) => help);
    const rows = helpRows(columns).flatMap((row) => (row !== null && 'keys' in row ? [row] : []));
    const sentences = rows.reduce<string[]>(
      (told, { keys, help }) => (keys === '' ? [...told.slice(0, -1), `${told.at(-1)} ${help}`] : [...told, help]),
      [],
    );
    expect(sentences.sort()).toEqual([...all].sort());
    const { state } = Coder.begin({ source: open('a.txt', 'A: a\n'), codes: [], size: { columns, rows: 400 } }).press(
      '?',
    );
    const shown = plainRows(frameOf(state));
    for (const { help } of rows) expect(shown.some((line) => line.trimEnd().endsWith(help))).toBe(true);
  });
});
