import { describe, expect, it } from '@jest/globals';
import * as library from '../../src/measure/statistics.js';
import { codeSpans, documentOf, rowsOf } from './docs-blocks.js';
import { POINTS, type Entry, entriesOf, examplesOf, partOf, scopeOf, wrongSides } from './measure-examples.js';

const part = partOf(documentOf('METHODS.md'), 'Measures');
const entries = entriesOf(part);
const scope = scopeOf(part);
/** What the library exports beside the measures, in the table at the end. */
const beside = rowsOf(part, 'export').flatMap(([names]) => codeSpans(names!));

/** Exports that no entry and no row of the table is about, and names that are no exports. */
function strangers(described: readonly string[], exported: readonly string[]): string[] {
  return [
    ...exported.filter((name) => !described.includes(name)).map((name) => `${name}: not described`),
    ...described.filter((name) => !exported.includes(name)).map((name) => `${name}: not exported`),
  ];
}

/** An example with the last digit of each printed figure, or the reason why there is none, changed. */
function oneOff(example: string): string[] {
  const start = example.lastIndexOf(' = ') + ' = '.length;
  const printed = example.slice(start);
  if (printed.startsWith('undefined: ')) return [`${example}!`];
  return [...printed.matchAll(/\d(?![\d.])/g)].map(({ 0: digit, index }) => {
    const at = start + index;
    return `${example.slice(0, at)}${(Number(digit) + 1) % 10}${example.slice(at + 1)}`;
  });
}

describe('the measures of METHODS', () => {
  it('are those that the library exports, each described once', () => {
    const described = [...entries.flatMap(({ names }) => names), ...beside];
    expect(strangers(described, Object.keys(library))).toEqual([]);
    expect(described.filter((name, place) => described.indexOf(name) !== place)).toEqual([]);
  });

  it.each(entries.map((entry): [string, Entry] => [entry.title, entry]))('%s', (_, entry) => {
    expect([...entry.points.keys()]).toEqual(POINTS);
    expect(entry.points.get('Source')).toMatch(/\b(18|19|20)\d\d\b|^elementary/);
    expect(entry.lines).toBeLessThanOrEqual(14);
    const examples = examplesOf(entry);
    for (const name of entry.names) expect(examples.join('\n')).toMatch(new RegExp(`\\b${name}\\b`));
    expect(examples.flatMap((example) => wrongSides(example, scope))).toEqual([]);
  });

  it('are found with commands and options that there are', () => {
    const manual = documentOf('MANUAL.md');
    const named = rowsOf(part, 'question').flatMap((row) => codeSpans(row.at(-1)!));
    expect(named.length).toBeGreaterThan(5);
    for (const command of named) {
      const [, name, ...options] = command.split(' ');
      const section = manual.split(`\n### qcode ${name}\n`)[1]?.split(/^##+ /m)[0] ?? '';
      for (const word of options.filter((option) => option.startsWith('--'))) expect(section).toContain(word);
      expect(section).not.toBe('');
    }
  });
});

describe('the check of worked examples', () => {
  const pair = { ...scope, few: { both: 5, first: 100, second: 10, units: 400 } };

  it('takes figures that are rounded right', () => {
    expect(wrongSides('jaccard(few) = 5 / (100 + 10 − 5) = 0.0476', pair)).toEqual([]);
    expect(wrongSides('wilson(81, 263) = 0.2553 … 0.3662', pair)).toEqual([]);
    expect(wrongSides('chiSquare([[762, 327, 468], [484, 239, 477]]).p = 2.95e−7', pair)).toEqual([]);
    expect(wrongSides('wilson(0, 0) = undefined: nothing to divide by', pair)).toEqual([]);
  });

  it.each([
    ['a wrong last digit', 'jaccard(few) = 0.0477'],
    ['a wrong count', 'jaccard(few) = 5 / (100 + 10) = 0.0476'],
    ['a wrong bound', 'wilson(81, 263) = 0.2553 … 0.3663'],
    ['a wrong power', 'chiSquare([[762, 327, 468], [484, 239, 477]]).p = 2.95e−6'],
    ['a wrong member of a list', 'benjaminiHochberg([0.01, 0.5]) = [0.02, 0.4]'],
    ['a wrong reason', 'wilson(0, 0) = undefined: no variation'],
    ['a figure where there is none', 'wilson(0, 0) = 0 … 1'],
    ['a wrong text', "guest([2, 1, 0], { baseSize: 1, runLength: 1, threshold: 0 }).notation = '1+1'"],
  ])('finds %s', (_, example) => {
    expect(wrongSides(example, pair)).toHaveLength(1);
  });

  it('finds every figure of METHODS that is one off in its last place', () => {
    const examples = entries.flatMap(examplesOf);
    const wrong = examples.flatMap(oneOff);
    expect(wrong.length).toBeGreaterThan(examples.length);
    expect(wrong.filter((example) => wrongSides(example, scope).length === 0)).toEqual([]);
  });

  it('finds measures without an entry, entries without a measure, and points that are missing', () => {
    expect(strangers(['jaccard', 'jacard'], ['jaccard', 'dice'])).toEqual([
      'dice: not described',
      'jacard: not exported',
    ]);
    const [entry] = entriesOf('\n#### Jaccard: `jaccard`\nWhat share?\n- **Formula** `J`\n- **Source** 1901\n');
    expect([...entry!.points.keys()]).toEqual(['Formula', 'Source']);
    expect(examplesOf(entry!)).toEqual([]);
  });
});
