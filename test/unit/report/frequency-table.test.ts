import { describe, expect, it } from '@jest/globals';
import type { Frequency } from '../../../src/measure/frequency-types.js';
import { frequencyRows } from '../../../src/report/frequency-rows.js';
import { frequencyTable } from '../../../src/report/frequency-table.js';
import { uniqueNames } from '../../../src/report/unique.js';
import { basis, frequency } from './samples.js';

const PER_1000_WORDS = { counting: 'segments', scale: { kind: 'per', size: 1000, of: 'words' } } as const;

describe('a frequency table', () => {
  it('shades the columns of cases against the largest of them, and neither totals nor means', () => {
    const { rows, columns } = frequencyTable(
      frequency,
      { counting: 'segments', scale: { kind: 'count' }, means: true },
      basis,
    );
    expect(columns.map(({ key }) => key)).toEqual(['code', 'Heli 和里', 'Tongzhou 同舟', 'total', 'mean', '民政局']);
    expect(rows[1]!.cells.map(({ heat }) => heat)).toEqual([undefined, 1, 0.25, undefined, undefined, 0]);
    expect(rows[2]!.cells.slice(1).every(({ value, heat }) => value === null && heat === undefined)).toBe(true);
  });

  it('declares shares as per cent and rates as rates', () => {
    const formats = (scale: Parameters<typeof frequencyTable>[1]['scale']): string[] =>
      frequencyTable(frequency, { counting: 'segments', scale, means: true }, basis).columns.map(
        ({ format }) => format,
      );
    expect(new Set(formats({ kind: 'row' }).slice(1))).toEqual(new Set(['percent']));
    expect(new Set(formats(PER_1000_WORDS.scale).slice(1))).toEqual(new Set(['rate']));
    expect(formats({ kind: 'count' })).toEqual(['text', 'integer', 'integer', 'integer', 'decimal', 'integer']);
  });

  it('warns where a rate per words or characters would mix languages, and only there', () => {
    const notes = (han: number, spaced: number, options: Parameters<typeof frequencyTable>[1]): string =>
      frequencyTable({ ...frequency, scripts: { han, spaced } }, options, basis).notes.join(' ');
    const perCharacter = { counting: 'segments', scale: { kind: 'per', size: 1000, of: 'characters' } } as const;
    for (const options of [PER_1000_WORDS, perCharacter]) {
      expect(notes(2, 1, options)).toContain(
        'Mixed languages: 2 sources mostly of Han characters, each counted as a word, and 1 of spaced words.',
      );
      expect(notes(3, 0, options)).not.toContain('Mixed languages');
      expect(notes(0, 3, options)).not.toContain('Mixed languages');
    }
    expect(notes(2, 1, { counting: 'segments', scale: { kind: 'count' } })).not.toContain('Mixed languages');
    expect(notes(2, 1, { counting: 'segments', scale: { kind: 'per', size: 1, of: 'cases' } })).not.toContain(
      'Mixed languages',
    );
    expect(frequencyRows({ ...frequency, scripts: { han: 2, spaced: 1 } }, basis).notes.join(' ')).toContain(
      'Mixed languages',
    );
  });
});

describe('the notes of a frequency table', () => {
  const notes = (of: Frequency, options: Parameters<typeof frequencyTable>[1]): string =>
    frequencyTable(of, options, basis).notes.join(' ');
  const COUNT = { kind: 'count' } as const;
  const hits: Frequency = {
    ...frequency,
    columns: frequency.columns.map((column) => ({ ...column, figures: { ...column.figures, hits: [1, 1, null] } })),
  };
  const speakers = (labels: readonly string[], sources: readonly number[]): Frequency => ({
    ...frequency,
    options: { ...frequency.options, by: 'speaker' },
    columns: frequency.columns.map((column, i) => ({
      ...column,
      key: labels[i]!,
      base: { ...column.base, sources: sources[i]! },
    })),
  });

  it('give for – the reasons that there can be', () => {
    expect(notes(frequency, { counting: 'segments', scale: COUNT })).toContain('–: nobody looked there for the code. ');
    expect(notes(hits, { counting: 'hits', scale: COUNT })).toContain(
      '–: nobody looked there for the code, or it has no keyword rule. ',
    );
    expect(notes(frequency, PER_1000_WORDS)).toContain(
      '–: nobody looked there for the code, or there is nothing to divide by. ',
    );
  });

  it('say where a label stands for speakers of several sources', () => {
    const of = (labels: readonly string[], sources: readonly number[]): string[] => [
      notes(speakers(labels, sources), { counting: 'segments', scale: COUNT }),
      frequencyRows(speakers(labels, sources), basis).notes.join(' '),
    ];
    for (const text of of(['A', 'R', '受访者'], [3, 1, 2])) {
      expect(text).toContain('One column, perhaps several people: A (3 sources), 受访者 (2 sources).');
      expect(text).toContain('--by person');
    }
    for (const text of of(['(none)', 'R', '受访者'], [3, 1, 1])) expect(text).not.toContain('several people');
    expect(notes(frequency, { counting: 'segments', scale: COUNT })).not.toContain('several people');
  });
});

describe('names of columns', () => {
  it('differ even where cases are called alike, or like a total', () => {
    const names = [
      { name: 'code', group: null },
      { name: 'total', group: 'provider' },
      { name: 'total', group: 'government' },
      { name: 'total', group: 'government' },
    ];
    expect(uniqueNames(names, ['code'])).toEqual(['code #2', 'total', 'total (government)', 'total (government) #2']);
  });
});
