import path from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeCorpus, textOf } from '../corpora/corpus.js';
import { blocksOf, documentOf } from './docs-blocks.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const WIDE = 'source,unit,ann,bo\nA,1,yes,yes\nA,2,yes,no\nB,1,no,no\nB,2,no,no\nB,3,no,\n';
const LONG =
  'source,unit,coder,code\nA,1,ann,yes\nA,1,bo,yes\nA,2,ann,yes\nA,2,bo,no\nB,1,ann,no\nB,1,bo,no\nB,2,ann,no\nB,2,bo,no\nB,3,ann,no\n';

function rows(csv: string): Map<string, string[]> {
  return new Map(
    csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map((cells) => [cells[0]!, cells]),
  );
}

describe('--ratings', () => {
  it('wide and long say the same', () => {
    const folder = folderWith({ 'wide.csv': WIDE, 'long.csv': LONG });
    const [wide, long] = ['wide.csv', 'long.csv'].map((file) =>
      qcode(folder, ['agree', '--ratings', file, '--format', 'csv']),
    );
    expect(wide!.stderr).toBe('');
    expect(long!.stdout).toBe(wide!.stdout);
  });

  it('has the figures of the textbook table', () => {
    const folder = folderWith({ 'r.csv': WIDE });
    const found = rows(qcode(folder, ['agree', '--ratings', 'r.csv', '--format', 'csv']).stdout);
    const value = (id: string): number => Number(found.get(id)![1]);
    // Four units, three alike. Shares of yes: 2/4 and 1/4.
    expect(value('percent')).toBeCloseTo(0.75);
    expect(value('cohen')).toBeCloseTo((0.75 - 0.5) / 0.5);
    // α: 1 − (n − 1)(n − Σ o_kk) / (n² − Σ n_k²), n = 8, o = 2 + 4, n_yes = 3.
    expect(value('alpha')).toBeCloseTo(1 - (7 * 2) / (64 - 9 - 25));
    // AC1: π_yes = 3/8; chance 2 · 3/8 · 5/8.
    expect(value('ac1')).toBeCloseTo((0.75 - 30 / 64) / (1 - 30 / 64));
    expect(value('brennan-prediger')).toBeCloseTo(0.5);
    expect(found.get('units')![1]).toBe('4');
  });

  it('takes the number of categories from the codebook where one is named', () => {
    const codebook = 'codes:\n  - id: yes\n  - id: no\n  - id: maybe\n  - id: never\n'
      .replace('id: yes', 'id: "yes"')
      .replace('id: no\n', 'id: "no"\n');
    const folder = folderWith({ 'r.csv': WIDE, 'codes.yaml': codebook });
    const found = rows(
      qcode(folder, ['agree', '--ratings', 'r.csv', '--codebook', 'codes.yaml', '--format', 'csv']).stdout,
    );
    expect(Number(found.get('brennan-prediger')![1])).toBeCloseTo((0.75 - 0.25) / 0.75);
  });

  it('--fail-under names the coefficient and the bound, and ends with 1', () => {
    const folder = folderWith({ 'r.csv': WIDE });
    const run = (bound: string) =>
      qcode(folder, ['agree', '--ratings', 'r.csv', '--fail-under', bound, '-o', 'out.csv']);
    expect(run('cohen:0.5')).toEqual({ stdout: '', stderr: '', code: 0 });
    expect(run('alpha:0.7')).toEqual({
      stdout: '',
      stderr: "alpha (Krippendorff's α) is 0.5333, below the bound 0.7\n",
      code: 1,
    });
    expect(run('kohen:0.5').stderr).toContain('Did you mean cohen?');
    expect(run('alpha').stderr).toContain('--fail-under wants measure:bound');
    const same = folderWith({ 'r.csv': 'ann,bo\nyes,yes\nyes,yes\n' });
    expect(qcode(same, ['agree', '--ratings', 'r.csv', '--fail-under', 'alpha:0.1', '-o', 'out.csv'])).toEqual({
      stdout: '',
      stderr: "alpha (Krippendorff's α) is undefined (no variation), and so not at least 0.1\n",
      code: 1,
    });
  });

  it('says what METHODS works out', () => {
    const blocks = blocksOf(documentOf('METHODS.md'));
    const block = (kind: string): string => blocks.find((one) => one.kind === kind)!.content;
    const folder = folderWith({ 'r.csv': block('ratings') });
    const found = rows(qcode(folder, ['agree', '--ratings', 'r.csv', '--format', 'csv']).stdout);
    for (const line of block('agreement').trimEnd().split('\n')) {
      const [id, value] = line.split(',') as [string, string];
      expect([id, Number(found.get(id)![1]).toFixed(value.length - 2)]).toEqual([id, value]);
    }
  });

  it('does not write over the table that it reads', () => {
    const folder = folderWith({ 'r.csv': WIDE });
    expect(qcode(folder, ['agree', '--ratings', 'r.csv', '-o', 'r.csv']).code).toBe(2);
    expect(readFileSync(path.join(folder, 'r.csv'), 'utf8')).toBe(WIDE);
  });
});

describe('--brat', () => {
  describeCorpus('es-brat', (corpus) => {
    const report = textOf(corpus, 'published-agreement.md');
    const shown = [...report.matchAll(/^\| (\S+?)(?:\.ann)? +\| +([\d.]+) \| +([\d.]+) \|$/gm)].map(
      ([, ...row]) => row,
    );
    const agree = (...words: string[]) =>
      qcode(path.dirname(corpus), ['agree', '--brat', 'es-brat', '--resamples', '0', '--format', 'csv', ...words])
        .stdout;
    const columns = (csv: string, ...names: string[]): number[] =>
      names.map((name) => csv.split('\n')[0]!.split(',').indexOf(name));
    const figures = (csv: string): string[][] => {
      const at = columns(csv, 'f1_exact', 'f1_exact_sd');
      const all = csv.split('\n').filter((line) => !line.split(',')[1]?.includes(' – '));
      return [...rows(all.join('\n'))].map(([name, cells]) => [name, ...at.map((i) => Number(cells[i]).toFixed(3))]);
    };

    it('has the agreement that its authors published: each document, each label, all', () => {
      expect(shown).toHaveLength(11);
      expect([...figures(agree('--by', 'source')), ...figures(agree('--by', 'code'))]).toEqual(shown);
      const all = rows(agree());
      const [mean, sd] = ['f1-exact', 'f1-exact-sd'].map((id) => Number(all.get(id)![1]).toFixed(3));
      expect(report).toContain(`Mean F1: ${mean!}, SD F1: ${sd!}`);
    });
  });
});
