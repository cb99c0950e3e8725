import { afterAll, describe, expect, it } from '@jest/globals';
import { agreementEntries } from '../../src/core/catalogue/agreement.js';
import { comparedStudy } from '../cli/compared-study.js';
import { folderWith, qcode, removeFolders } from '../cli/run.js';

afterAll(removeFolders);

const table = (csv: string): string => folderWith({ 'r.csv': csv });
const RATED = ['agree', '--ratings', 'r.csv'];
const brat = (files: Readonly<Record<string, string>>): string =>
  folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`brat/${name}`, text])));
const seen = { a: { seen: [1], codes: [['钱不够', 'money']] } } as const;

/** Folder, words, and how the diagnostic reads. */
const cases: readonly (readonly [
  code: string,
  folder: () => string,
  words: readonly string[],
  says: string,
  exit: number,
])[] = [
  [
    'QC450',
    () => table('unit,ann\n1,a\n'),
    RATED,
    'r.csv:1:1: error QC450: agreement wants two coders; the table has ratings of only ann',
    2,
  ],
  [
    'QC450',
    () => table('unit,ann,bo\n1,a,b\n'),
    [...RATED, 'ann', 'cy'],
    'error QC450: the table has no ratings of "cy"; there are ann, bo',
    2,
  ],
  [
    'QC450',
    () => brat({ 'ann/a.txt': 'x', 'ann/a.ann': '' }),
    ['agree', '--brat', 'brat'],
    'error QC450: agreement wants two annotators; brat has only those of ann',
    2,
  ],
  [
    'QC451',
    () => table('unit,ann,bo\n1,,\n2,,\n'),
    RATED,
    'error QC451: all ratings are missing: every cell is empty',
    1,
  ],
  ['QC451', () => table('unit,ann,bo\n1,a,\n2,,b\n'), RATED, 'error QC451: no unit was rated by two coders', 1],
  ['QC451', () => table('unit,ann,bo\n'), RATED, 'error QC451: the table has no unit', 1],
  [
    'QC452',
    () => brat({ 'ann/a.txt': 'x', 'ann/a.ann': 'T1\tORG 0 9\txx\n', 'bo/a.txt': 'x', 'bo/a.ann': '' }),
    ['agree', '--brat', 'brat'],
    'brat/ann/a.ann:1:1: error QC452: the positions 0 9 are not in the text of 1 characters',
    1,
  ],
  [
    'QC452',
    () => brat({ 'ann/a.txt': 'x', 'ann/a.ann': '', 'bo/a.txt': 'y', 'bo/a.ann': '' }),
    ['agree', '--brat', 'brat'],
    'error QC452: the texts of a differ between annotators',
    1,
  ],
  [
    'QC453',
    () =>
      comparedStudy({ ann: seen, bo: seen }, { 'd.csv': 'source,start,end,decision\ntranscripts/a.txt,1,2,money\n' }),
    ['agree', '--adjudicate', 'd.csv'],
    'd.csv:2:1: error QC453: no compared unit of transcripts/a.txt is at characters 1–2',
    1,
  ],
  ['QC411', () => table(''), RATED, 'error QC411: r.csv has no column "unit"; it has no columns at all', 1],
  [
    'QC411',
    () => table('ann,bo\na,a\n'),
    RATED,
    'r.csv:1:1: error QC411: r.csv has no column "unit"; there are ann, bo',
    1,
  ],
  [
    'QC454',
    () => table('unit,ann,bo\n1,x,X\n'),
    [...RATED, '-o', 'out.txt'],
    'warning QC454: the codes “X” and “x” differ in case or width only',
    0,
  ],
  [
    'QC412',
    () => table('unit,ann,bo\n1,a,a\n1,b,b\n'),
    RATED,
    'r.csv:3:1: error QC412: the unit "1" is in line 2 already',
    1,
  ],
  [
    'QC412',
    () => table('unit,coder,code\n1,ann,a\n1,ann,a\n1,bo,a\n'),
    RATED,
    'r.csv:3:1: error QC412: the unit "1" with ann and a is in line 2 already',
    1,
  ],
  ['QC418', () => table('unit,ann,ann\n1,a,a\n'), RATED, 'error QC418: the column "ann" is there twice', 1],
];

describe('diagnostics of agreement', () => {
  it('each have a case here', () => {
    const tested = new Set([...cases.map(([code]) => code), 'QC455']);
    expect(Object.keys(agreementEntries).filter((code) => !tested.has(code))).toEqual([]);
  });

  it('QC455: check names what two people decided apart', () => {
    const coded = { seen: [1], codes: [['钱不够', 'money']] } as const;
    const decided = [
      { ...coded, at: '2026-04-01T09:00:00Z' },
      { seen: [1], at: '2026-04-01T10:00:00Z' },
    ];
    const folder = comparedStudy({ ann: { a: coded }, bo: { a: coded }, adjudicated: { a: decided } });
    const { stdout, code } = qcode(folder, ['check']);
    expect(stdout).toContain(
      'codings/adjudicated/transcripts/a.txt.jsonl: warning QC455: 1 unit was decided twice, apart, and not alike, and is open again: line 2',
    );
    expect(stdout).toContain('remedy: Decide it anew');
    expect(code).toBe(0);
  });

  it.each(cases)('%s %#', (name, folder, words, says, exit) => {
    const { stdout, stderr, code } = qcode(folder(), words);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr).toContain(name);
    expect(stderr).toContain('remedy: ');
    expect(code).toBe(exit);
  });
});
