import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { codeSpans, documentOf, rowsOf as documented } from './docs-blocks.js';
import { loggedStudy } from './logged-study.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/**
 * Worked by hand. Local interests L, a leader reached R, the service became policy Y; founded before 2010 E.
 *
 *     case  L R E Y
 *     甲    1 1 1 1
 *     乙    1 0 0 1
 *     Cee   0 1 1 0
 *     Dee   0 0 0 0
 *     戊    1 0 ? 0     not founded in any year that we know
 */
const turn = (words: string): string => `---\ncase: ${words.split('|')[0]!}\n---\n${words.split('|')[1]!}`;
const FILES = {
  'qcode.yaml': 'title: Small\nexclude_roles: [interviewer]\nunit: sentence\n',
  'codebook.yaml': `title: Small
codes:
  - id: local
    keywords: [local, 本地]
  - id: leader
    keywords: [leader, 领导]
  - id: policy
    keywords: [policy, 政策]
  - id: irony
`,
  'cases.csv': 'case,agency,founded\nDee,Dee House,2015\n甲,晴川,2008\n乙,同舟,2011\nCee,Cee Trust,2009\n戊,和里,\n',
  'transcripts/1.txt': turn('甲|问：领导政策本地？\n答：本地的事。领导来了。\n'),
  'transcripts/2.txt': turn('甲|答：这就成了政策。\n'),
  'transcripts/3.txt': turn('乙|答：本地的政策。\n'),
  'transcripts/4.txt': turn('Cee|Interviewer: Any policy?\nRespondent: A leader came.\n'),
  'transcripts/5.txt': turn('Dee|Interviewer: And you?\nRespondent: Nothing came.\n'),
  'transcripts/6.txt': turn('戊|答：本地的。\n'),
};
const LOGS = {
  chan: { 'transcripts/1.txt': [{ at: '2026-01-02T03:04:05.678Z', words: '领导来了', code: 'irony' }] },
};

let study = '';
beforeAll(() => {
  study = folderWith(FILES);
});

const ASKED = ['--condition', 'L=local', '--condition', 'R=leader', '--outcome', 'Y=policy'];
const rowsOf = (folder: string, table: string, ...words: string[]): Record<string, string>[] => {
  const { stdout } = qcode(folder, ['qca', ...words, '--table', table, '--format', 'csv']);
  return parse(stdout, { columns: true }) as Record<string, string>[];
};
const lines = (rows: readonly Record<string, string>[], ...keys: string[]): string[] =>
  rows.map((row) => keys.map((key) => row[key]).join(' '));

describe('what cases have', () => {
  it('is told in the order of cases.csv, with sources of each', () => {
    expect(lines(rowsOf(study, 'cases', ...ASKED), 'case', 'L', 'R', 'Y')).toEqual([
      'Dee 0 0 0',
      '甲 1 1 1',
      '乙 1 0 1',
      'Cee 0 1 0',
      '戊 1 0 0',
    ]);
    const evidence = rowsOf(study, 'evidence', ...ASKED).filter((row) => row['case'] === '甲');
    expect(lines(evidence, 'condition', 'value', 'sources')).toEqual([
      'L 1 transcripts/1.txt',
      'R 1 transcripts/1.txt',
      'Y 1 transcripts/2.txt',
    ]);
  });

  it('and cases are called by their names, where no other case has the same', () => {
    const cases = FILES['cases.csv'].replace('Cee Trust', 'Dee House');
    const { stdout } = qcode(folderWith({ ...FILES, 'cases.csv': cases }), ['qca', ...ASKED, '--table', 'cases']);
    expect(stdout).toContain('晴川 (甲)');
    expect(stdout).not.toContain('Dee House');
  });

  it('is 0 of what is denied, and follows proximity, patterns and attributes of cases without codings', () => {
    const rows = rowsOf(
      study,
      'cases',
      ...['--condition', 'N=not leader', '--condition', 'P=local precedes leader', '--condition', 'S=l*'],
      ...['--condition', 'E＝founded < 2010', '--outcome', 'policy'],
    );
    expect(lines(rows, 'case', 'N', 'P', 'S', 'E', 'unknown')).toEqual([
      'Dee 1 0 0 0 ',
      '甲 0 1 1 1 ',
      '乙 1 0 1 0 ',
      'Cee 0 0 1 1 ',
      '戊 1 0 1  E',
    ]);
  });

  it('is unknown where nobody gave the attribute: the case is named and left out', () => {
    const words = ['--condition', 'E=founded < 2010', '--outcome', 'policy'];
    const { stdout, stderr, code } = qcode(study, ['qca', ...words, '--table', 'truth-table', '--format', 'csv']);
    expect(stdout).not.toContain('戊');
    expect(stderr).toContain('QC476: the case 戊 is left out: E (founded < 2010) is unknown there');
    expect(code).toBe(0);
  });

  it('is unknown where nobody looked for the code', () => {
    const folder = loggedStudy(
      {
        ...FILES,
        'transcripts/7.txt': turn('乙|答：没有。\n'),
      },
      {
        chan: {
          ...LOGS.chan,
          'transcripts/7.txt': [{ at: '2026-01-02T03:04:05.678Z', seen: '没有。' }],
          'transcripts/5.txt': [{ at: '2026-01-02T03:04:05.678Z' }],
        },
      },
    );
    const rows = rowsOf(
      folder,
      'cases',
      '--all',
      '--condition',
      'irony',
      '--condition',
      'L=local',
      '--outcome',
      'Y=policy',
    );
    expect(lines(rows, 'case', 'irony', 'unknown')).toEqual(['Dee 0 ', '甲 1 ', '乙 0 ', 'Cee  irony', '戊  irony']);
  });

  it('that is unknown everywhere leaves nothing to go on with', () => {
    // A column in which nobody wrote.
    const cases = FILES['cases.csv'].replaceAll('\n', ',\n').replace('founded,', 'founded,area');
    const blank = folderWith({ ...FILES, 'cases.csv': cases });
    const { stdout, stderr, code } = qcode(blank, ['qca', '--condition', 'E=area > 10', '--outcome', 'policy']);
    expect(stdout).toBe('');
    expect(stderr).toContain('QC476: of no case is it known whether it has E (area > 10)');
    expect(code).toBe(1);
  });
});

describe('the analysis', () => {
  it('names contradictory configurations first', () => {
    const rows = rowsOf(study, 'truth-table', ...ASKED).filter(({ of }) => of === 'Y');
    expect(lines(rows, 'L', 'R', 'outcome', 'n', 'consistency', 'cases', 'remark')).toEqual([
      '1 0 0 2 0.5 乙; 戊 contradiction',
      '0 0 0 1 0 Dee ',
      '0 1 0 1 0 Cee ',
      '1 1 1 1 1 甲 ',
    ]);
    const { stdout } = qcode(study, ['qca', ...ASKED]);
    expect(stdout).toContain('1 contradictory configuration.');
    expect(stdout).toMatch(/L\*~R: 乙 with it, 戊\s+without\./);
    expect(stdout.indexOf('contradictory')).toBeLessThan(stdout.indexOf('Truth table: Y'));
  });

  it('takes a lower consistency, and more cases, where it is told to', () => {
    const models = (...words: string[]): string[] =>
      lines(
        rowsOf(study, 'models', ...ASKED, ...words).filter(({ of }) => of === 'Y'),
        'solution',
        'formula',
        'consistency',
        'coverage',
      );
    expect(models()).toEqual(['conservative L*R 1 0.5', 'intermediate L*R 1 0.5', 'parsimonious L*R 1 0.5']);
    expect(models('--consistency', '0.5')).toEqual([
      'conservative L 0.6666666666666666 1',
      'intermediate L 0.6666666666666666 1',
      'parsimonious L 0.6666666666666666 1',
    ]);
    // Only 乙 and 戊 share a configuration: all others are remainders.
    expect(models('--consistency', '0.5', '--least-cases', '2')).toEqual([
      'conservative L*~R 0.5 0.5',
      'intermediate L*~R 0.5 0.5',
      'parsimonious 1 0.4 1',
    ]);
  });

  it('shows all solutions with counterfactuals, those expected to be easy in the intermediate one', () => {
    // Without 乙 and 戊 L*~R is a remainder: to take it gives L.
    const some = ['--case', '甲', '--case', 'Cee', '--case', 'Dee'];
    const rows = (...words: string[]): string[] =>
      lines(
        rowsOf(study, 'models', ...ASKED, ...some, ...words).filter(({ of }) => of === 'Y'),
        'solution',
        'formula',
        'counterfactuals',
      );
    expect(rows()).toEqual(['conservative L*R 0', 'intermediate L*R 0', 'parsimonious L 1']);
    // Had the leader been missing as expected, the outcome would have come all the more.
    expect(rows('--expect', 'R=0')).toEqual(['conservative L*R 0', 'intermediate L 1', 'parsimonious L 1']);
    const taken = rowsOf(study, 'counterfactuals', ...ASKED, ...some, '--expect', 'R=0').filter(({ of }) => of === 'Y');
    expect(lines(taken, 'counterfactual', 'intermediate', 'parsimonious')).toEqual(['L*~R 1 1']);
    expect(rows('--expect', 'R=1')).toEqual(rows());
  });

  it('tells the outcome and its absence apart', () => {
    const of = (...words: string[]): string[] => [
      ...new Set(rowsOf(study, 'truth-table', ...ASKED, ...words).map((row) => row['of']!)),
    ];
    expect(of()).toEqual(['Y', '~Y']);
    expect(of('--negated')).toEqual(['~Y']);
    const absence = rowsOf(study, 'terms', ...ASKED, '--negated').filter((row) => row['solution'] === 'conservative');
    expect(lines(absence, 'term', 'coverage', 'unique_coverage', 'cases')).toEqual(['~L 0.6666666666666666  Dee; Cee']);
  });

  it('says how necessary a condition is', () => {
    const rows = rowsOf(study, 'necessity', ...ASKED).filter(({ of }) => of === 'Y');
    expect(lines(rows, 'condition', 'consistency', 'coverage', 'relevance')).toEqual([
      'L 1 0.6666666666666666 0.6666666666666666',
      '~L 0 0 0.6',
      'R 0.5 0.5 0.75',
      '~R 0.5 0.3333333333333333 0.5',
    ]);
  });

  it('says what changes when a case is left out', () => {
    const rows = rowsOf(study, 'leave-one-out', ...ASKED).filter(({ of }) => of === 'Y');
    expect(lines(rows, 'without', 'conservative', 'parsimonious')).toEqual([
      'Dee the same the same',
      '甲 no model no model',
      '乙 the same the same',
      'Cee the same R',
      '戊 L L',
    ]);
  });

  it('warns where configurations exceed cases', () => {
    const three = [...ASKED, '--condition', 'near=local near leader'];
    const { stdout, stderr } = qcode(study, ['qca', ...three]);
    expect(stderr).toContain('QC475: 5 cases are fewer than the 8 configurations of 3 conditions');
    expect(stdout).toContain('! 5 cases are fewer');
    expect(qcode(study, ['qca', ...ASKED]).stderr).toBe('');
  });
});

describe('the formats', () => {
  it.each(['table', 'markdown', 'csv', 'json'])('%s are the same with several threads', (format) => {
    const run = (jobs: string): string => qcode(study, ['qca', ...ASKED, '--format', format, '--jobs', jobs]).stdout;
    expect(run('3')).toBe(run('1'));
    expect(run('1').length).toBeGreaterThan(100);
  });

  it.each(
    documented(documentOf('FORMATS.md'), 'output')
      .filter(([output, columns]) => /^`qca --table/.test(output!) && columns!.includes('`: '))
      .map(([output, columns]) => [codeSpans(output!)[0]!.split(' ')[2]!, codeSpans(columns!)[0]!]),
  )('CSV of %s has the columns that FORMATS says', (table, columns) => {
    const { stdout } = qcode(study, ['qca', ...ASKED, '--table', table, '--format', 'csv']);
    expect(stdout.split('\n')[0]).toBe(columns);
  });

  it('JSON has every table, and the configurations without cases', () => {
    const { stdout } = qcode(study, ['qca', ...ASKED, '--json']);
    const report = JSON.parse(stdout) as {
      sections: { heading: string; blocks: { kind: string; name?: string }[] }[];
      attachments: { name: string; rows: unknown[] }[];
    };
    const names = report.sections.flatMap(({ blocks }) => blocks.flatMap(({ name }) => name ?? []));
    expect(names).toContain('leave-one-out-absence');
    expect(new Set(names).size).toBe(names.length);
    expect(report.attachments.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['truth-table', 4],
      ['truth-table-absence', 4],
    ]);
  });
});

describe('mistakes', () => {
  const stderrOf = (...words: string[]): string => {
    const { stdout, stderr, code } = qcode(study, ['qca', ...words]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    return stderr;
  };

  it('are shown where they stand', () => {
    expect(stderrOf('--condition', '本地=local and leadr', '--outcome', 'policy')).toContain(
      '--condition:1:14: error QC471: the codebook has no code "leadr"\n 1 | 本地=local and leadr\n   |                ^^^^^',
    );
    expect(stderrOf('--condition', 'local', '--outcome', 'Y=(policy')).toContain('--outcome:1:');
    expect(stderrOf('--condition', 'founded=2008', '--outcome', 'policy')).toContain('NAME=founded=2008');
  });

  it.each([
    [['--outcome', 'policy'], 'wants conditions'],
    [['--condition', 'local'], 'wants an outcome'],
    [['--condition', 'local or leader', '--outcome', 'policy'], 'has no name'],
    [['--condition', 'a*b=local', '--outcome', 'policy'], 'begins with no name'],
    [['--condition', 'local', '--outcome', 'local'], 'names two things'],
    [[...ASKED, '--expect', 'X=1'], 'names no condition'],
    [[...ASKED, '--expect', 'L'], 'wants NAME=1 or NAME=0'],
    [[...ASKED, '--consistency', '0'], 'share above 0'],
    [[...ASKED, '--least-cases', '1.5'], 'whole number'],
    [[...Array.from({ length: 11 }, (_, i) => ['--condition', `c${i}=local`]).flat(), '--outcome', 'policy'], 'QC473'],
    [['--case', '甲', ...ASKED], 'QC474: each of 1 case has Y'],
  ])('%j', (words, message) => {
    expect(stderrOf(...words)).toContain(message);
  });
});
