import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode } from '../cli/run.js';

/* The whole command over the tiny study; every number is derived in tiny/README.md. */

type Cell = string | number | null;
const CODES = ['funding', 'late-payment', 'resources', 'autonomy', 'link'];

const done = new Map<string, string>();

/** Each command line runs once. */
function run(words: readonly string[]): string {
  const line = words.join(' ');
  if (!done.has(line)) done.set(line, output(words));
  return done.get(line)!;
}

function output(words: readonly string[]): string {
  const { stdout, stderr, code } = qcode('.', ['frequency', '--study', 'test/golden/tiny', ...words]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

/** The head and the rows, from CSV; JSON has to say the same. */
function table(line: string): { head: string[]; rows: Cell[][] } {
  const words = line === '' ? [] : line.split(' ');
  const [head, ...lines] = parse(run([...words, '--format', 'csv'])) as string[][];
  const rows = lines.map(([code, ...cells]) => [code!, ...cells.map((cell) => (cell === '' ? null : Number(cell)))]);
  const json = JSON.parse(run([...words, '--json'])).sections[0].blocks[0] as { rows: { cells: Cell[] }[] };
  expect(json.rows.map(({ cells }) => cells)).toEqual(rows);
  return { head: head!, rows };
}

/** Rows F, L, R, A, K; columns A1, A2, total, D1 unless told. */
function check(
  line: string,
  cells: readonly (readonly (number | null)[])[],
  columns = ['A1', 'A2', 'total', 'D1'],
): void {
  const { head, rows } = table(line);
  expect(head).toEqual(['code', ...columns]);
  expect(rows.map(([code]) => code)).toEqual(CODES);
  rows.forEach(([code, ...found], r) => {
    found.forEach((cell, c) => {
      const wanted = cells[r]![c]!;
      if (cell === null || wanted === null) expect([code, head[c + 1], cell]).toEqual([code, head[c + 1], wanted]);
      else expect(cell).toBeCloseTo(wanted, 9);
    });
    expect(found).toHaveLength(cells[r]!.length);
  });
}

describe('qcode frequency in the tiny study', () => {
  it('segments', () =>
    check('', [
      [4, 1, 5, 1],
      [1, 1, 2, 1],
      [0, 1, 1, 1],
      [3, 1, 4, 0],
      [null, 1, 1, null],
    ]));
  it('hits', () =>
    check('--count hits', [
      [4, 2, 6, 1],
      [2, 1, 3, 2],
      [0, 2, 2, 1],
      [3, 1, 4, 0],
      [null, null, null, null],
    ]));
  it('sources', () =>
    check('--count sources', [
      [2, 1, 3, 1],
      [1, 1, 2, 1],
      [0, 1, 1, 1],
      [2, 1, 3, 0],
      [null, 1, 1, null],
    ]));
  it('cases', () =>
    check('--count cases', [
      [1, 1, 2, 1],
      [1, 1, 2, 1],
      [0, 1, 1, 1],
      [1, 1, 2, 0],
      [null, 1, 1, null],
    ]));
  it('words', () =>
    check('--count words', [
      [27, 10, 37, 5],
      [12, 10, 22, 6],
      [0, 10, 10, 5],
      [15, 6, 21, 0],
      [null, 5, 5, null],
    ]));
  it('characters', () =>
    check('--count characters', [
      [116, 12, 128, 16],
      [51, 12, 63, 26],
      [0, 12, 12, 16],
      [76, 7, 83, 0],
      [null, 6, 6, null],
    ]));

  it('rolled up: only the row of funding differs', () => {
    const rest = (counting: string): Cell[][] => table(`--count ${counting}`).rows.slice(1);
    const first = {
      segments: [4, 1, 5, 2],
      hits: [6, 3, 9, 3],
      sources: [2, 1, 3, 1],
      cases: [1, 1, 2, 1],
      words: [27, 10, 37, 11],
      characters: [116, 12, 128, 42],
    };
    for (const [counting, cells] of Object.entries(first)) {
      const { rows } = table(`--rollup --count ${counting}`);
      expect(rows[0]).toEqual(['funding', ...cells]);
      expect(rows.slice(1)).toEqual(rest(counting));
    }
  });

  it('segments per 1,000 words, with the mean of the cases looked at', () => {
    const { rows } = table('--per 1000words --mean');
    const expected = [
      [4000 / 35, 1000 / 26, 5000 / 61, (4000 / 35 + 1000 / 26) / 2, 1000 / 11],
      [1000 / 35, 1000 / 26, 2000 / 61, (1000 / 35 + 1000 / 26) / 2, 1000 / 11],
      [0, 1000 / 26, 1000 / 61, 1000 / 26 / 2, 1000 / 11],
      [3000 / 35, 1000 / 26, 4000 / 61, (3000 / 35 + 1000 / 26) / 2, 0],
      // K: A1's 35 words count in no rate of it: nobody looked there.
      [null, 1000 / 26, 1000 / 26, 1000 / 26, null],
    ];
    rows.forEach(([, ...cells], r) => {
      cells.forEach((cell, c) => {
        const wanted = expected[r]![c]!;
        if (wanted === null) expect(cell).toBeNull();
        else expect(cell).toBeCloseTo(wanted, 9);
      });
    });
  });

  it('per 1,000 characters, per source, per case, per paragraph', () => {
    const rates = (line: string): Cell[][] => table(line).rows.map(([, ...cells]) => cells);
    expect(rates('--per 1000characters')[0]).toEqual([25, 31.25, 5000 / 192, 1000 / 42]);
    expect(rates('--per sources')).toEqual([
      [2, 1, 5 / 3, 1],
      [0.5, 1, 2 / 3, 1],
      [0, 1, 1 / 3, 1],
      [1.5, 1, 4 / 3, 0],
      [null, 1, 1, null],
    ]);
    expect(rates('--per cases')).toEqual([
      [4, 1, 2.5, 1],
      [1, 1, 1, 1],
      [0, 1, 0.5, 1],
      [3, 1, 2, 0],
      [null, 1, 1, null],
    ]);
    expect(rates('--per paragraphs')).toEqual([
      [1, 0.5, 5 / 6, 0.5],
      [0.25, 0.5, 1 / 3, 0.5],
      [0, 0.5, 1 / 6, 0.5],
      [0.75, 0.5, 2 / 3, 0],
      [null, 0.5, 0.5, null],
    ]);
  });

  it('the share of words that is coded', () => {
    const shares = table('--count words --per words').rows.map(([, ...cells]) => cells);
    const expected = [
      [27 / 35, 10 / 26, 37 / 61, 5 / 11],
      [12 / 35, 10 / 26, 22 / 61, 6 / 11],
      [0, 10 / 26, 10 / 61, 5 / 11],
      [15 / 35, 6 / 26, 21 / 61, 0],
      [null, 5 / 26, 5 / 26, null],
    ];
    expect(shares).toEqual(expected);
  });

  it('row per cent: of the row’s total in the group', () =>
    check('--percent row', [
      [80, 20, 100, 100],
      [50, 50, 100, 100],
      [0, 100, 100, 100],
      [75, 25, 100, null],
      [null, 100, 100, null],
    ]));

  it('column per cent: of all segments of the column', () =>
    check('--percent column', [
      [400 / 8, 20, 500 / 13, 100 / 3],
      [100 / 8, 20, 200 / 13, 100 / 3],
      [0, 20, 100 / 13, 100 / 3],
      [300 / 8, 20, 400 / 13, 0],
      [null, 20, 100 / 13, null],
    ]));

  it('by role: two groups of several columns have a total each', () =>
    check(
      '--by role --include-interviewer',
      [
        [2, 5, 7, 0, 1, 1],
        [0, 2, 2, 0, 1, 1],
        [1, 1, 2, 0, 1, 1],
        [0, 4, 4, 0, 0, 0],
        [0, 1, 1, null, null, null],
      ],
      ['interviewer', 'other', 'total', 'interviewer (government)', 'respondent', 'total (government)'],
    ));

  it('with the interviewers, numerators and denominators grow alike', () => {
    check('--include-interviewer', [
      [5, 2, 7, 1],
      [1, 1, 2, 1],
      [0, 2, 2, 1],
      [3, 1, 4, 0],
      [null, 1, 1, null],
    ]);
    expect(table('--include-interviewer --per 1000words').rows[0]!.slice(1)).toEqual([
      5000 / 45,
      2000 / 33,
      7000 / 78,
      1000 / 15,
    ]);
  });

  it('one row a cell, with all its figures', () => {
    const rows = parse(run(['--long', '--format', 'csv']), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(25);
    const one = (code: string, column: string, group = 'provider') =>
      rows.find((row) => row.code === code && row.column === column && row.group === group)!;
    expect(one('late-payment', 'A1')).toEqual({
      code: 'late-payment',
      group: 'provider',
      column: 'A1',
      kind: 'value',
      segments: '1',
      hits: '2',
      sources: '1',
      cases: '1',
      words: '12',
      characters: '51',
      cases_looked_at: '1',
      segments_per_1000_words: String(1000 / 35),
      row_percent: '50',
      column_percent: '12.5',
      column_segments: '8',
      column_hits: '9',
      column_sources: '2',
      column_cases: '1',
      column_words: '35',
      column_characters: '160',
    });
    expect(one('funding', 'total')).toMatchObject({
      kind: 'total',
      segments: '5',
      hits: '6',
      sources: '3',
      cases: '2',
      words: '37',
      characters: '128',
      cases_looked_at: '2',
      column_segments: '13',
      column_hits: '15',
      column_sources: '3',
      column_cases: '2',
      column_words: '61',
      column_characters: '192',
    });
    expect(one('link', 'total')).toMatchObject({ segments: '1', hits: '', cases: '1', cases_looked_at: '1' });
    expect(one('link', 'D1', 'government')).toMatchObject({
      segments: '',
      hits: '',
      words: '',
      cases_looked_at: '0',
      column_words: '11',
      column_characters: '42',
    });
    for (const column of ['A1', 'A2', 'D1']) {
      const group = column === 'D1' ? 'government' : 'provider';
      const wide = table('').rows.map(([, a1, a2, , d1]) => ({ A1: a1, A2: a2, D1: d1 })[column] ?? null);
      expect(CODES.map((code) => one(code, column, group).segments)).toEqual(
        wide.map((cell) => (cell === null ? '' : String(cell))),
      );
    }
  });
});
