import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Entry, loggedStudy } from './logged-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/*
 * Worked by hand. 增长 and 品牌 have keywords, loss has none; ann and bob code by hand, and each looked for every code where
 * anything was coded. All codings say how the speaker stands to it, but keyword hits.
 */
const at = '2026-01-01T00:00:00Z';
const stance = (value: string) => ({ more: { properties: { stance: value } } });
const affirms = stance('affirms');
const denies = stance('denies');

const TEXTS = {
  'transcripts/1.txt': '---\ncase: A1\n---\n答：项目多了。\n答：项目又多了。\n答：大家认得我们的品牌。\n',
  'transcripts/2.txt': '---\ncase: A2\n---\nRespondent: More projects.\n\nRespondent: We refused a brand.\n',
  'transcripts/3.txt':
    '---\ncase: A3\n---\nRespondent: Many projects.\n\nRespondent: They know our brand.\n\nRespondent: No brand here.\n',
  'transcripts/4.txt': '---\ncase: A4\n---\n答：项目多了，没有品牌。\n',
};
const LOGS: Readonly<Record<string, Readonly<Record<string, readonly Entry[]>>>> = {
  ann: {
    'transcripts/1.txt': [
      { at, words: '项目多了', code: '增长', ...affirms },
      { at, words: '项目又多了', code: '增长', ...affirms },
      { at, words: '大家认得我们的品牌', code: '品牌', ...affirms },
    ],
    'transcripts/2.txt': [
      { at, words: 'More projects', code: '增长', ...affirms },
      { at, words: 'We refused a brand', code: '品牌', ...denies },
    ],
    'transcripts/3.txt': [
      { at, words: 'Many projects', code: '增长', ...affirms },
      { at, words: 'They know our brand', code: '品牌', ...affirms },
      { at, words: 'No brand here', code: '品牌', ...denies },
    ],
  },
  bob: {
    'transcripts/1.txt': [{ at, words: '项目多了', code: '增长', ...affirms }],
    'transcripts/2.txt': [{ at, words: 'More projects', code: '增长', ...affirms }],
  },
};
const THEORY = `title: 增长与品牌
threshold: 1
rules:
  - {name: growth brands, if: 增长, then: [路径], expect: 品牌}
  - {name: 先后, if: 增长 precedes 品牌, then: [先后]}
  - {name: late, if: 路径 and not loss, then: [late]}
goal: late and 品牌
`;

const study = (analysis = 'manual', logs = LOGS): string =>
  loggedStudy(
    {
      'qcode.yaml': `title: T\nanalysis: ${analysis}\n`,
      'codebook.yaml':
        'title: T\nproperties:\n  stance: [affirms, denies, hypothetical]\ncodes:\n  - id: 增长\n    keywords: [项目, projects]\n  - id: 品牌\n    keywords: [品牌, brand]\n  - id: loss\n',
      'cases.csv': 'case,agency\nA1,One\nA2,Two\nA3,Three\nA4,Four\n',
      ...TEXTS,
      'theory.yaml': THEORY,
    },
    logs,
  );

type Line = Readonly<Record<string, string>>;

function table(folder: string, ...words: string[]): readonly Line[] {
  const { stdout, stderr, code } = qcode(folder, ['theory', '--format', 'csv', ...words]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return parse(stdout, { columns: true }) as Line[];
}

const said = (lines: readonly Line[], rule: string, variant: string): string[] =>
  lines
    .filter((one) => one['rule'] === rule && one['variant'] === variant)
    .map((one) => `${one['case']!} ${one['verdict']!}`)
    .sort();

describe('qcode theory --sensitivity', () => {
  const lines = table(study(), '--sensitivity');

  it('tries other thresholds, shares of codings that affirm, and the coders', () => {
    expect([...new Set(lines.map((one) => one['variant']))]).toEqual([
      'threshold 2',
      'threshold 3',
      '50% of codings affirming',
      'all codings affirming',
      'codings of ann',
      'codings of bob',
    ]);
    expect(said(lines, 'growth brands', 'threshold 2')).toEqual([
      'A1 contradicts',
      'A2 IF not met',
      'A3 IF not met',
      'A4 silent',
    ]);
    // One of two codings of 品牌 in A3 affirms it: half, and not all.
    expect(said(lines, 'growth brands', '50% of codings affirming')[2]).toBe('A3 supports');
    expect(said(lines, 'growth brands', 'all codings affirming')[2]).toBe('A3 silent');
    // bob coded no 品牌 in A1 and did not read A3.
    expect(said(lines, 'growth brands', 'codings of bob')).toEqual([
      'A1 contradicts',
      'A2 contradicts',
      'A3 silent',
      'A4 silent',
    ]);
    expect(said(lines, 'goal', 'codings of bob')).toEqual([
      'A1 not reached',
      'A2 not reached',
      'A3 unknown',
      'A4 unknown',
    ]);
  });

  it('says of each case and rule whether it says the same as reported', () => {
    const reported = table(study());
    const verdicts = new Map(reported.map((one) => [`${one['rule']!} ${one['case']!}`, one['verdict']!]));
    for (const one of lines.filter(({ rule }) => rule !== 'goal')) {
      expect(one['reported']).toBe(verdicts.get(`${one['rule']!} ${one['case']!}`));
      expect(one['same']).toBe(one['reported'] === one['verdict'] ? '1' : '0');
    }
  });

  // What one pass says of all sets and thresholds, other runs say one by one.
  it.each([
    ['manual', 'threshold 2', THEORY.replace('threshold: 1', 'threshold: 2'), []],
    ['manual', 'codings of bob', THEORY, ['--coder', 'bob']],
    ['all', 'manual codings', THEORY, ['--manual']],
    ['all', 'codings of ann', THEORY, ['--coder', 'ann']],
    ['rules', 'codings of bob', THEORY, ['--coder', 'bob']],
    ['coder:ann', 'codings of bob', THEORY, ['--coder', 'bob']],
  ])('says of %s with %s what another run says', (analysis, variant, theory, words) => {
    const folder = study(analysis);
    const found = table(folder, '--sensitivity', '--jobs', '2').filter((one) => one['variant'] === variant);
    writeFileSync(join(folder, 'theory.yaml'), theory);
    const alone = table(folder, ...words);
    for (const { rule, case: name, verdict } of alone)
      expect(found.find((one) => one['rule'] === rule && one['case'] === name)!['verdict']).toBe(verdict);
    expect(found.filter(({ rule }) => rule !== 'goal')).toHaveLength(alone.length);
    const goals: Readonly<Record<string, string>> = { '1': 'reached', '0': 'not reached', '': 'unknown' };
    for (const one of found.filter(({ rule }) => rule === 'goal'))
      expect(one['verdict']).toBe(goals[alone.find((other) => other['case'] === one['case'])!['goal']!]);
  });

  it('takes what adjudication left open for unknown, as a run of adjudicated codings does', () => {
    const decided: readonly Entry[] = [
      { at, seen: '项目多了。' },
      { at, words: '项目多了', code: '增长', ...affirms },
    ];
    const folder = study('manual', { ...LOGS, adjudicated: { 'transcripts/1.txt': decided } });
    const found = table(folder, '--sensitivity').filter((one) => one['variant'] === 'adjudicated codings');
    expect(said(found, 'growth brands', 'adjudicated codings')[0]).toBe('A1 silent');
    writeFileSync(join(folder, 'qcode.yaml'), 'title: T\nanalysis: adjudicated\n');
    for (const { rule, case: name, verdict } of table(folder))
      expect(found.find((one) => one['rule'] === rule && one['case'] === name)!['verdict']).toBe(verdict);
  });

  it('does not try the set that is reported, nor a single coder, nor shares where codings cannot deny', () => {
    const variants = (folder: string, ...words: string[]): unknown[] => [
      ...new Set(table(folder, '--sensitivity', ...words).map((one) => one['variant'])),
    ];
    expect(variants(study('all'), '--coder', 'ann').slice(4)).toEqual(['codings of bob']);
    const alone = loggedStudy(
      {
        'qcode.yaml': 'title: T\n',
        'codebook.yaml': 'title: T\ncodes:\n  - id: 增长\n    keywords: [项目]\n',
        'transcripts/1.txt': TEXTS['transcripts/1.txt'],
        'theory.yaml': 'rules:\n  - {name: a, if: 增长, then: [b], expect: 增长}\n',
      },
      { ann: { 'transcripts/1.txt': [{ at, words: '项目多了', code: '增长' }] } },
    );
    expect(variants(alone)).toEqual(['threshold 2', 'threshold 3']);
    expect(variants(alone, '--all')).toEqual(['threshold 2', 'threshold 3', 'manual codings']);
  });

  it('tells which cases say otherwise where, and which majority hangs on one case', () => {
    const { stdout } = qcode(study(), ['theory', '--sensitivity']);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      '- One (A1): supports in 3 of 6 variants; contradicts with threshold 2 and codings of bob; IF not met with threshold 3.',
    );
    expect(text).toContain('- Four (A4): the same in every variant.');
    const { stdout: json } = qcode(study(), ['theory', '--sensitivity', '--json']);
    const { sections } = JSON.parse(json) as {
      sections: { heading: string; blocks: { name: string; rows: { cells: unknown[] }[] }[] }[];
    };
    const [overview] = sections.find(({ heading }) => heading === 'Sensitivity')!.blocks;
    expect(overview!.rows.map(({ cells }) => cells)).toEqual([
      ['growth brands', 1, 'support (2 of 2)', 3, 0],
      expect.anything(),
      expect.anything(),
      ['goal', 1, 'reached (2 of 2)', 3, 0],
    ]);
    const { stdout: markdown } = qcode(study(), ['theory', '--sensitivity', '--format', 'markdown']);
    expect(markdown).toContain('## Sensitivity');
    expect(markdown).toContain('codings of bob');
  });

  it('says in a line without being asked what hangs on the threshold', () => {
    const { stdout } = qcode(study(), ['theory']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'same with threshold 2, threshold 3, 50% of codings affirming and all codings affirming: 0 of 3; the goal: no.',
    );
  });
});

describe('stance', () => {
  it('of an accepted keyword hit counts as that of a coding does', () => {
    const folder = loggedStudy(
      {
        'qcode.yaml': 'title: T\n',
        'codebook.yaml':
          'title: T\nproperties:\n  stance: [affirms, denies]\ncodes:\n  - id: 品牌\n    segment: match\n    keywords: [品牌]\n',
        'transcripts/1.txt': '---\ncase: A1\n---\n答：有品牌。\n',
        'transcripts/2.txt': '---\ncase: A2\n---\n答：没有品牌。\n',
        'transcripts/3.txt': '---\ncase: A3\n---\n答：品牌？\n',
        'theory.yaml': 'rules:\n  - {name: a, if: 品牌, then: [b], expect: 品牌}\n',
      },
      {
        ann: {
          'transcripts/1.txt': [
            { at, words: '品牌', code: '品牌', more: { verdict: 'accept', properties: { stance: 'affirms' } } },
          ],
          'transcripts/2.txt': [
            { at, words: '品牌', code: '品牌', more: { verdict: 'accept', properties: { stance: 'denies' } } },
          ],
          'transcripts/3.txt': [{ at, words: '品牌', code: '品牌', more: { verdict: 'accept' } }],
        },
      },
    );
    expect(table(folder).map((one) => `${one['case']!} ${one['verdict']!}`)).toEqual([
      'A1 supports',
      'A2 silent',
      'A3 silent',
    ]);
  });
});

describe('a code that only keywords found', () => {
  const logs = { ann: { 'transcripts/1.txt': [{ at, words: '大家认得我们的品牌', code: '品牌', ...affirms }] } };
  const folder = loggedStudy(
    {
      'qcode.yaml': 'title: T\nanalysis: all\n',
      'codebook.yaml':
        'title: T\ncodes:\n  - id: 增长\n    keywords: [项目, projects]\n  - id: 品牌\n  - id: loss\n    keywords: [亏损]\n',
      'cases.csv': 'case,agency\nA1,One\nA2,Two\nA3,Three\nA4,Four\n',
      ...TEXTS,
      'theory.yaml':
        'rules:\n  - {name: grown, if: 增长, then: [x], expect: 品牌}\n  - {name: lost, if: loss, then: [y], expect: 品牌}\n',
    },
    logs,
  );

  it('is unknown without keyword hits, not absent: nobody looked for it', () => {
    const lines = table(folder, '--sensitivity');
    expect(said(lines, 'grown', 'manual codings')[0]).toBe('A1 silent');
    // Keywords found no loss either: what ann marked as read has none.
    expect(said(lines, 'lost', 'manual codings')[0]).toBe('A1 IF not met');
  });

  it('is named', () => {
    const { stdout } = qcode(folder, ['theory', '--sensitivity'], { COLUMNS: '300' });
    expect(stdout).toContain(
      'No coder laid or accepted any coding of 增长: without keyword hits nobody looked for them',
    );
    expect(qcode(folder, ['theory'], { COLUMNS: '300' }).stdout).not.toContain('No coder laid or accepted any coding');
  });
});
