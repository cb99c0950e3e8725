import { afterAll, describe, expect, it } from '@jest/globals';
import { comparisonEntries } from '../../src/core/catalogue/comparison.js';
import { folderWith, qcode, removeFolders } from '../cli/run.js';

afterAll(removeFolders);

const study = (sources: Readonly<Record<string, string>>): string =>
  folderWith({
    'qcode.yaml': 'title: Few\n',
    'codebook.yaml': 'codes:\n  - id: money\n    keywords: [money, 钱]\n',
    'cases.csv': 'case,agency,size\nA1,Hope,large\nB1,和里,small\nC1,Elm,small\n',
    ...sources,
  });
const english = (date: string): string => `---\nlanguage: en\ndate: ${date}\n---\nR: Money.\n`;
const chinese = '---\nlanguage: zh\n---\n答：钱。\n';
const few = {
  'transcripts/A1/a.txt': english('2026-02-01'),
  'transcripts/A1/b.txt': english('2026-02-02'),
  'transcripts/B1/a.txt': chinese,
  'transcripts/C1/a.txt': english('2026-02-02'),
};

/** Sources, words, and how the diagnostic reads. */
const cases: readonly (readonly [
  code: string,
  sources: Readonly<Record<string, string>>,
  words: readonly string[],
  says: string,
])[] = [
  [
    'QC460',
    { 'transcripts/A1/a.txt': english('1'), 'transcripts/C1/a.txt': english('2') },
    [],
    'error QC460: no two groups of agency have two sources each (Elm 1, Hope 1)',
  ],
  [
    'QC460',
    few,
    ['--by', 'size'],
    'error QC460: no two groups of size have two cases each in one language (en: large 1, small 1; zh: small 1)',
  ],
  ['QC460', few, ['--by', 'source'], 'error QC460: no two groups of source have two sources each in one language'],
  ['QC461', few, ['--by', 'date'], 'error QC461: the case A1 is in several groups of date: 2026-02-01, 2026-02-02'],
];

describe('diagnostics of comparisons', () => {
  it('each have a case here', () => {
    const tested = new Set(cases.map(([code]) => code));
    // What check says of languages is told in check alone.
    expect(Object.keys(comparisonEntries).filter((code) => !tested.has(code))).toEqual(['QC462']);
  });

  it('QC462: a source of an undeclared language, once for all', () => {
    const bare = study({ 'transcripts/A1/a.txt': 'R: Money.\n', 'transcripts/B1/a.txt': chinese });
    const { stdout, code } = qcode(bare, ['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('transcripts/A1/a.txt: info QC462: nobody says of which language this source is\n');
    expect(stdout).toContain(`remedy: ${comparisonEntries['QC462']!.remedy}`);
    const told = study({ 'qcode.yaml': 'title: Few\nlanguage: en\n', 'transcripts/A1/a.txt': 'R: Money.\n' });
    expect(qcode(told, ['check']).stdout).not.toContain('QC462');
  });

  it.each(cases)('%s %#', (name, sources, words, says) => {
    const { stdout, stderr, code } = qcode(study(sources), ['frequency', '--test', ...words]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(says);
    expect(stderr).toContain(`remedy: ${comparisonEntries[name]!.remedy}`);
  });
});
