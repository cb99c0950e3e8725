import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode } from '../cli/run.js';

/* The whole command over the tiny study; every number is derived in tiny/README.md. */

const CODES = ['funding', 'late-payment', 'resources', 'autonomy', 'link'];

function run(words: readonly string[]): string {
  const { stdout, stderr, code } = qcode('.', ['cooccurrence', '--study', 'test/golden/tiny', ...words]);
  // The study has two languages, which figures against chance say on stderr.
  expect({ stderr: stderr.replace(/^note: Languages are pooled .*\n/, ''), code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

/** The cells from CSV; JSON has to say the same. */
function cells(line: string): (number | null)[][] {
  const words = line.split(' ');
  const [head, ...rows] = parse(run([...words, '--format', 'csv'])) as string[][];
  expect(head).toEqual(['code', ...CODES]);
  expect(rows.map(([code]) => code)).toEqual(CODES);
  const found = rows.map(([, ...row]) => row.map((cell) => (cell === '' ? null : Number(cell))));
  const json = JSON.parse(run([...words, '--json'])).sections[0].blocks[0] as { rows: { cells: unknown[] }[] };
  expect(json.rows.map((row) => row.cells.slice(1))).toEqual(found);
  return found;
}

const long = (unit: string): Record<string, string>[] =>
  parse(run(['--unit', unit, '--long', '--format', 'csv']), { columns: true });

/** A triangle (F, L, R, A, K, each row from its own diagonal on) as a whole table; null where F and L would meet. */
const mirrored = (triangle: readonly (readonly (number | null)[])[]): (number | null)[][] =>
  triangle.map((_, row) => triangle.map((__, column) => triangle[Math.min(row, column)]![Math.abs(row - column)]!));

const BY_SENTENCE = [[6, null, 2, 1, 0], [3, 1, 0, 0], [2, 0, 0], [4, 0], [1]];
const BY_PARAGRAPH = [[5, null, 2, 2, 0], [3, 1, 1, 0], [2, 1, 0], [3, 0], [1]];
const tables: Record<string, (number | null)[][]> = {
  sentence: BY_SENTENCE,
  paragraph: BY_PARAGRAPH,
  turn: BY_PARAGRAPH,
  line: BY_PARAGRAPH,
  source: [[4, null, 2, 3, 1], [3, 2, 2, 1], [2, 1, 1], [3, 1], [1]],
  case: [[3, null, 2, 2, 1], [3, 2, 2, 1], [2, 1, 1], [2, 1], [1]],
  overlap: BY_SENTENCE,
};

describe('qcode cooccurrence in the tiny study', () => {
  it.each(Object.entries(tables))('by %s', (unit, triangle) => {
    expect(cells(`--unit ${unit}`)).toEqual(mirrored(triangle));
    for (const { code, with: other, both, first, second, jaccard, remark, same_words } of long(unit)) {
      const [i, j] = [CODES.indexOf(code!), CODES.indexOf(other!)];
      const [n1, n2, n11] = [triangle[i]![0]!, triangle[j]![0]!, triangle[i]![j - i]!];
      expect([Number(first), Number(second)]).toEqual([n1, n2]);
      expect(both).toBe(n11 === null ? '' : String(n11));
      expect(jaccard).toBe(n11 === null ? '' : String(n11 / (n1 + n2 - n11)));
      expect(remark).toBe(n11 === null ? 'related' : '');
      expect(same_words).toBe(n11 === null ? '' : code === 'funding' && other === 'resources' ? '2' : '0');
    }
    expect(long(unit)).toHaveLength(10);
  });

  it('is by the study’s unit, the sentence, where none is named', () => {
    expect(run(['--format', 'csv'])).toBe(run(['--unit', 'sentence', '--format', 'csv']));
  });

  it('rolled up: funding has the units of late payment too', () => {
    expect(cells('--rollup --unit sentence')[0]).toEqual([7, null, 2, 1, 0]);
    expect(cells('--rollup --unit paragraph')[0]).toEqual([6, null, 2, 2, 0]);
    expect(cells('--rollup --unit sentence').slice(1)).toEqual(cells('--unit sentence').slice(1));
  });

  it('cases with the pair in one sentence', () => {
    expect(cells('--measure cases')).toEqual(mirrored([[3, null, 2, 1, 0], [3, 1, 0, 0], [2, 0, 0], [2, 0], [1]]));
    expect(long('sentence').map(({ cases }) => cases)).toEqual(['', '2', '1', '0', '1', '0', '0', '0', '0', '0']);
  });

  it('Jaccard', () => {
    expect(cells('--measure jaccard')).toEqual(
      mirrored([[1, null, 2 / 6, 1 / 9, 0], [1, 1 / 4, 0, 0], [1, 0, 0], [1, 0], [1]]),
    );
  });

  it('lift over all units, those with neither code too', () => {
    const sources = mirrored(tables.source!);
    // Only in one source did somebody look for links, which has all other codes; a code with itself has no lift.
    const link = CODES.indexOf('link');
    const lifts = sources.map((row, i) =>
      row.map((both, j) => {
        if (both === null || i === j) return null;
        return i === link || j === link ? 1 : (both * 4) / (sources[i]![i]! * sources[j]![j]!);
      }),
    );
    cells('--unit source --measure lift').forEach((row, i) =>
      row.forEach((cell, j) => {
        if (lifts[i]![j] === null) expect(cell).toBeNull();
        else expect(cell).toBeCloseTo(lifts[i]![j]!, 12);
      }),
    );
    expect(run(['--unit', 'source', '--measure', 'lift'])).toContain('There are 4 in all');
  });

  it('the conditional reads from row to column', () => {
    const shown = cells('--measure conditional');
    expect([shown[0]![3], shown[3]![0]]).toEqual([1 / 6, 1 / 4]);
  });

  it('no measure over all units of segments that overlap', () => {
    const { stderr, code } = qcode('.', [
      ...['cooccurrence', '--study', 'test/golden/tiny', '--unit', 'overlap', '--measure', 'phi'],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('over pairs of segments there is no N, and so no Phi');
  });
});
