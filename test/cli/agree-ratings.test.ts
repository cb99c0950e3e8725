import path from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeCorpus, textOf } from '../corpora/corpus.js';
import { blocksOf, documentOf } from './docs-blocks.js';
import { rowsOf } from './agreement-rows.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const WIDE = 'source,unit,ann,bo\nA,1,yes,yes\nA,2,yes,no\nB,1,no,no\nB,2,no,no\nB,3,no,\n';
const LONG =
  'source,unit,coder,code\nA,1,ann,yes\nA,1,bo,yes\nA,2,ann,yes\nA,2,bo,no\nB,1,ann,no\nB,1,bo,no\nB,2,ann,no\nB,2,bo,no\nB,3,ann,no\n';

/** The rows of a table of ratings. */
const ratedRows = (csv: string, ...words: string[]) =>
  rowsOf(folderWith({ 'r.csv': csv }), '--ratings', 'r.csv', ...words);

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
    const found = ratedRows(WIDE);
    const value = (id: string): number => Number(found.get(id)!.value);
    // Four units, three alike. Shares of yes: 2/4 and 1/4.
    expect(value('percent')).toBeCloseTo(0.75);
    expect(value('cohen')).toBeCloseTo((0.75 - 0.5) / 0.5);
    // α: 1 − (n − 1)(n − Σ o_kk) / (n² − Σ n_k²), n = 8, o = 2 + 4, n_yes = 3.
    expect(value('alpha')).toBeCloseTo(1 - (7 * 2) / (64 - 9 - 25));
    // AC1: π_yes = 3/8; chance 2 · 3/8 · 5/8.
    expect(value('ac1')).toBeCloseTo((0.75 - 30 / 64) / (1 - 30 / 64));
    expect(value('brennan-prediger')).toBeCloseTo(0.5);
    expect(found.get('units')!.value).toBe('4');
  });

  it('takes the number of categories from the codebook where one is named', () => {
    const codebook = 'codes:\n  - id: yes\n  - id: no\n  - id: maybe\n  - id: never\n'
      .replace('id: yes', 'id: "yes"')
      .replace('id: no\n', 'id: "no"\n');
    const folder = folderWith({ 'r.csv': WIDE, 'codes.yaml': codebook });
    const found = rowsOf(folder, '--ratings', 'r.csv', '--codebook', 'codes.yaml');
    expect(Number(found.get('brennan-prediger')!.value)).toBeCloseTo((0.75 - 0.25) / 0.75);
  });

  it('--fail-under says what falls short, and ends with 1', () => {
    const folder = folderWith({ 'r.csv': WIDE });
    const run = (...words: string[]) => qcode(folder, ['agree', '--ratings', 'r.csv', ...words, '-o', 'out.csv']);
    expect(run('--fail-under', 'cohen:0.5')).toEqual({ stdout: '', stderr: '', code: 0 });
    expect(run('--fail-under', 'alpha:0.7', '--fail-under', 'percent:0.9')).toEqual({
      stdout: '',
      stderr:
        "alpha (Krippendorff's α) is 0.5333, below the bound 0.7\n" +
        'percent (Percent agreement) is 0.7500, below the bound 0.9\n',
      code: 1,
    });
    expect(run('--fail-under', 'f1-exact-sd:0.5').code).toBe(2);
  });

  const read = (csv: string, ...words: string[]) =>
    qcode(folderWith({ 'r.csv': csv }), ['agree', '--ratings', 'r.csv', '--format', 'json', ...words]);
  const percentOf = (csv: string): number => Number(ratedRows(csv).get('percent')!.value);

  it.each([
    ['Unit,SOURCE,ann,bo\n1,A,x,x\n2,A,x,y\n'],
    ['單位,來源,ann,bo\n1,A,x,x\n2,A,x,y\n'],
    ['单元,文件,ann,bo\n1,A,x,x\n2,A,x,y\n'],
    ['unit,Coder,Code\n1,ann,x\n1,bo,x\n2,ann,x\n2,bo,y\n'],
    ['单位,编码者,代码\n1,ann,x\n1,bo,x\n2,ann,x\n2,bo,y\n'],
    ['單位,編碼者,編碼\n1,ann,x\n1,bo,x\n2,ann,x\n2,bo,y\n'],
  ])('knows its columns in any case and in Chinese: %j', (csv) => {
    const { stdout, stderr } = read(csv);
    expect(stderr).toBe('');
    expect(stdout).toContain('Agreement of ann and bo');
    expect(percentOf(csv)).toBe(0.5);
  });

  it('takes no column that describes units for a coder, and says so', () => {
    const { stdout } = read('unit,Text,Line,speaker,ann,bo\n1,abc,3,Ann,x,x\n2,def,4,Ann,x,y\n');
    expect(stdout).toContain('Agreement of ann and bo');
    expect(stdout).toContain("Columns that are no coder's, left out: Text, Line, speaker.");
  });

  it.each([
    ['segment,ann,bo\n1,x,x\n', 'error QC411: r.csv has no column "unit"; there are segment, ann, bo'],
    ['unit,code,ann,bo\n1,x,x,x\n', 'error QC411: r.csv has a column "code" and none "coder"'],
    ['unit,單位,ann,bo\n1,1,x,x\n', 'error QC418: the columns "unit" and "單位" say the same'],
    ['source,unit,ann,bo\nA,,x,x\n', 'error QC413: the row has no unit'],
  ])('refuses %j', (csv, says) => {
    const { stdout, stderr } = read(csv);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
  });

  it('takes what R writes for a missing value as not seen, and says so', () => {
    const csv = 'unit,ann,bo\n1,x,x\n2,x,y\n3,NA,NA\n4,n/a,x\n5,NaN,n.a.\n';
    expect(percentOf(csv)).toBe(0.5);
    expect(read(csv).stdout).toContain('5 cells with NA or the like: read as not seen.');
    const long = 'unit,coder,code\n1,ann,x\n1,bo,x\n2,ann,NA\n2,bo,x\n';
    expect(percentOf(long)).toBe(1);
  });

  it('knows the sign for none in any case and width, and in Chinese', () => {
    expect(percentOf('unit,ann,bo\n1,(None),（無）\n2,(無),(无)\n3,（NONE）,－\n4,x,(none)\n')).toBe(0.75);
  });

  it.each([
    ['unit,ann,bo\n1,x,X\n2,Ｘ,x\n', 'the codes “X” and “x” and “Ｘ” differ in case or width only and count as three'],
    ['unit,ann,bo\n1,"x,y",x\n2,y,y\n', 'the code “x,y” has a comma and counts as one code'],
    ['unit,ann,bo\n1,none,x\n2,x,x\n', '“none” counts as a code: write (none)'],
    [
      'unit,coder,code\n1,a,x\n1,a,\n1,b,x\n',
      'r.csv:3:1: warning QC454: a has a code here and says too that there is none',
    ],
    ['unit,ann,bo\n1,x;(none),x\n', 'ann has a code here and says too that there is none'],
  ])('warns of %j', (csv, says) => {
    const { stdout, stderr, code } = read(csv);
    expect(stderr).toContain(says);
    expect(stdout).not.toBe('');
    expect(code).toBe(0);
  });

  it.each([
    ...['light', 'holsti', 'pooled-kappa'].map(
      (id) => ['1,x,x,\n2,x,y,\n3,y,y,\n4,,,x\n5,,z,z\n', id, 'ann and cy saw no unit in common'] as const,
    ),
    ['1,x,x,\n2,x,y,\n3,,,x\n', 'conger', 'cy saw no unit that another coder saw'],
    ['1,x,x,y\n2,x,x,x\n', 'light', 'ann and bo: no variation'],
  ])('names who is wanting to a measure of several coders: %j, %s', (units, id, says) => {
    expect(ratedRows(`unit,ann,bo,cy\n${units}`).get(id)).toMatchObject({ value: '', remark: says });
  });

  it('says what METHODS works out', () => {
    const blocks = blocksOf(documentOf('METHODS.md'));
    const block = (kind: string): string => blocks.find((one) => one.kind === kind)!.content;
    const found = ratedRows(block('ratings'));
    for (const line of block('agreement').trimEnd().split('\n')) {
      const [id, value] = line.split(',') as [string, string];
      expect([id, Number(found.get(id)!.value).toFixed(value.length - 2)]).toEqual([id, value]);
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
      rowsOf(path.dirname(corpus), '--brat', 'es-brat', '--resamples', '0', ...words);
    /** Of more than two coders a code has a row over all, then one a pair. */
    const overAll = (by: string): string[][] =>
      [...agree('--by', by)].map(([name, { f1_exact, f1_exact_sd }]) => [
        name,
        ...[f1_exact, f1_exact_sd].map((value) => Number(value).toFixed(3)),
      ]);

    it('has the agreement that its authors published: each document, each label, all', () => {
      expect(shown).toHaveLength(11);
      expect([...overAll('source'), ...overAll('code')]).toEqual(shown);
      const all = agree();
      const [mean, sd] = ['f1-exact', 'f1-exact-sd'].map((id) => Number(all.get(id)!.value).toFixed(3));
      expect(report).toContain(`Mean F1: ${mean!}, SD F1: ${sd!}`);
    });
  });
});
