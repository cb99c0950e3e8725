import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loggedStudy } from './logged-study.js';
import { qcode, removeFolders, sampleStudy } from './run.js';

afterAll(removeFolders);

const FILES = {
  'qcode.yaml': 'title: Small study\nexclude_roles: [interviewer]\nunit: sentence\nanalysis: all\n',
  'codebook.yaml': `title: Small
codes:
  - id: money
    name: Money
    definition: What it costs.
    include: Loans too.
    exclude: Time.
    keywords: [fund*, 资金]
  - id: trust
    keywords: [trust, 信任]
  - id: irony
relations:
  - { from: money, type: causes, to: trust }
`,
  'cases.csv': 'case,agency,type\nA1,Hope,provider\nA2,和里,provider\nA3,Quiet,provider\nD1,Bureau,government\n',
  'people.csv': 'source,speaker,consent\ntranscripts/d.txt,答,count\n',
  'transcripts/a.txt':
    '---\ncase: A1\n---\nInterviewer: What about funding?\nRespondent: Funding needs trust. No funds came.\n',
  'transcripts/b.txt':
    '---\ncase: A2\n---\n问：资金怎么样？\n答：资金靠信任。我们信任街道，街道不信任我们。没有资金。\n',
  'transcripts/c.txt': '---\ncase: A3\n---\nInterviewer: And you?\nRespondent: Nothing to say.\n',
  'transcripts/d.txt': '---\ncase: D1\n---\n问：资金呢？\n答：资金是公家的。\n',
};

/** The coder lays irony by hand in one source, beside and across what the rules code, and reads no other. */
const LOGS = {
  chan: {
    'transcripts/b.txt': [
      { at: '2026-01-02T03:04:05.678Z', words: '没有资金。', code: 'irony', more: { memo: '反话？' } },
      { at: '2026-01-02T03:05:05.678Z', words: '资金靠信任。我们信任', code: 'irony' },
    ],
  },
};

const study = (): string => loggedStudy(FILES, LOGS);
let small = '';
beforeAll(() => {
  small = study();
});

const rowsOf = (folder: string, ...words: string[]): Record<string, string>[] => {
  const { stdout, stderr, code } = qcode(folder, ['compare', ...words, '--format', 'csv', '--raw']);
  // That nobody looked for a code of a query is warned of, and tested with the queries.
  expect({ stderr: stderr.replace(/^warning QC492: .*\n.*\n/, ''), code }).toEqual({ stderr: '', code: 0 });
  return parse(stdout, { columns: true }) as Record<string, string>[];
};
const brief = (rows: readonly Record<string, string>[]): string[] =>
  rows.map(({ group, code, quotation }) => `${group!} ${code!}: ${quotation!}`);

describe('the incidents of one code', () => {
  it('stand under the columns of the frequency table, in its order', () => {
    expect(brief(rowsOf(small, 'money'))).toEqual([
      'Hope money: Funding needs trust.',
      'Hope money: No funds came.',
      '和里 money: 资金靠信任。',
      '和里 money: 没有资金。',
      'Bureau money: [withheld: no consent to quote]',
    ]);
  });

  it('come with the code, 0 and –, the question, who coded, and memos', () => {
    const { stdout } = qcode(small, ['compare', 'irony'], { COLUMNS: '80' });
    expect(stdout).toContain('Code  irony\n');
    expect(stdout.replace(/ +/g, ' ')).toContain('\nHope – – 0\nQuiet – – 0\n和里 2 1 1\n');
    expect(stdout).toContain('–: nobody looked there for the code.');
    expect(stdout).not.toContain('0: somebody looked');
    expect(stdout).toContain(
      [
        '和里',
        '2 segments',
        '',
        '  答, 和里 (transcripts/b.txt, line 5)',
        '    问: 资金怎么样？',
        '    资金靠信任。我们信任',
        '    coded by chan',
        '',
        '  答, 和里 (transcripts/b.txt, line 5)',
        '    问: 资金怎么样？',
        '    没有资金。',
        '    coded by chan',
        '    memo: 反话？',
      ].join('\n'),
    );
    const money = qcode(small, ['compare', 'money']).stdout;
    expect(money).toContain('Definition     What it costs.\nUse it         Loans too.\nDo not use it  Time.\n');
    expect(money.replace(/ +/g, ' ')).toContain('\nQuiet 0 0 1\n');
    expect(money).toContain('0: somebody looked there and found none.');
  });

  it('show the memo on the code at the head', () => {
    const folder = study();
    mkdirSync(join(folder, 'memos/code'), { recursive: true });
    writeFileSync(join(folder, 'memos/code/money.md'), '---\non: code money\n---\n\n钱就是时间。\n');
    expect(qcode(folder, ['compare', 'money']).stdout).toContain('Memo           钱就是时间。\n');
  });

  it('are grouped by any attribute, with the cases that have one', () => {
    expect([...new Set(rowsOf(small, 'money', '--by', 'type').map(({ group }) => group))]).toEqual([
      'provider',
      'government',
    ]);
    expect(qcode(small, ['compare', 'money', '--by', 'type'], { COLUMNS: '80' }).stdout).toContain(
      'provider\n4 segments, in 2 of 3 cases\n',
    );
    expect([...new Set(rowsOf(small, 'money', '--by', 'speaker').map(({ group }) => group))]).toEqual([
      'Respondent',
      '答',
      '答 (government)',
    ]);
  });

  it('are chosen by the rule of quotes --limit, group by group, and none is withheld', () => {
    expect(brief(rowsOf(small, 'money', '--by', 'type', '--limit', '2'))).toEqual([
      'provider money: Funding needs trust.',
      'provider money: 资金靠信任。',
    ]);
    expect(qcode(small, ['compare', 'money', '--limit', '1']).stdout).toContain('At most 1 quotation a group');
    const { stdout } = qcode(small, ['compare', 'money', '--by', 'type', '--limit', '2'], { COLUMNS: '80' });
    expect(stdout).toContain('At most 2 quotations a group');
    expect(stdout).toContain('provider\n2 of 4 segments, in 2 of 3 cases\n');
    expect(stdout).toContain('government\n0 of 1 segment\n');
  });

  it('pass the filters, and whose codings count', () => {
    expect(brief(rowsOf(small, 'money', '--case', 'A2', '--role', 'interviewer'))).toEqual([
      '和里 money: 资金怎么样？',
    ]);
    expect(brief(rowsOf(small, 'irony', '--rules'))).toEqual([]);
    expect(brief(rowsOf(small, 'money', '--query', 'money and irony'))).toEqual(['和里 money: 没有资金。']);
  });

  it('where there are none are none, with the groups all the same', () => {
    const { stdout, code } = qcode(small, ['compare', 'trust', '--case', 'A3']);
    expect(code).toBe(0);
    expect(stdout.replace(/ +/g, ' ')).toContain('\nQuiet 0 0 1\n');
    expect(stdout).toMatch(/\(none\)\n$/);
    expect(qcode(small, ['compare', 'trust', '--case', 'A3', '--format', 'csv']).stdout).toMatch(
      /^group,code,[^\n]*\n$/,
    );
    const [section] = JSON.parse(qcode(small, ['compare', 'trust', '--case', 'A3', '--json']).stdout).sections;
    expect(section.blocks.map(({ name }: { name: string }) => name)).toEqual(['code', 'groups', 'incidents']);
    expect(section.blocks[2].groups).toEqual([]);
  });
});

describe('the incidents of two codes', () => {
  it('are those on the same segment under each code, then those of each alone', () => {
    const rows = rowsOf(small, 'money', 'trust');
    expect(brief(rows)).toEqual([
      'both money: Funding needs trust.',
      'both trust: Funding needs trust.',
      'both money: 资金靠信任。',
      'both trust: 资金靠信任。',
      'money money: No funds came.',
      'money money: 没有资金。',
      'money money: [withheld: no consent to quote]',
      'trust trust: 我们信任街道，街道不信任我们。',
    ]);
    expect(rows.slice(0, 2).map(({ keywords }) => keywords)).toEqual(['Funding', 'trust']);
  });

  it('say where they overlap otherwise', () => {
    const rows = rowsOf(small, 'irony', 'trust');
    expect(rows.map(({ group, quotation, overlaps }) => [group, quotation, overlaps])).toEqual([
      ['irony', '资金靠信任。我们信任', 'trust'],
      ['irony', '没有资金。', ''],
      ['trust', 'Funding needs trust.', ''],
      ['trust', '资金靠信任。', 'irony'],
      ['trust', '我们信任街道，街道不信任我们。', 'irony'],
    ]);
    const { stdout } = qcode(small, ['compare', 'irony', 'trust'], { COLUMNS: '80' });
    expect(stdout).toContain('    coded by chan\n    overlaps trust\n');
  });

  it('are quoted once for people, keywords of both marked, with who coded under which', () => {
    const { stdout } = qcode(small, ['compare', 'money', 'trust'], { COLUMNS: '80' });
    expect(stdout.match(/\*Funding\* needs \*trust\*\./g)).toHaveLength(1);
    expect(stdout.replace(/ +/g, ' ')).toContain('\non the same segment 2 2\nonly money 3 0 3\nonly trust 1 0 1\n');
    expect(stdout.replace(/ +/g, ' ')).toContain('\nmoney in all 5 3\ntrust in all 3 2\n');
    expect(stdout).toContain('Cases with both codes: 2; with money only: 1; with trust only: 0.');
    expect(stdout).toContain('The codebook says: money causes trust.');
    const ironic = qcode(small, ['compare', 'irony', 'money', '--format', 'markdown']).stdout;
    expect(ironic).toContain('### On the same segment\n\n1 segment\n');
    expect(ironic).toContain('> irony: coded by chan\n>\n> irony: memo: 反话？\n');
    expect(ironic).toContain('没有**资金**。');
  });

  it('take keys of their own in JSON', () => {
    const [section] = JSON.parse(qcode(small, ['compare', 'irony', 'money', '--json']).stdout).sections;
    const { groups } = section.blocks.at(-1);
    expect(groups.map(({ key }: { key: string }) => key)).toEqual(['both', 'irony', 'money']);
    expect(groups[0].quotations.map(({ code }: { code: string }) => code)).toEqual(['irony', 'money']);
    expect(groups[1].quotations[0]).toMatchObject({ overlaps: ['money'] });
  });

  it('are – where nobody looked for one of them', () => {
    const { stdout } = qcode(small, ['compare', 'irony', 'trust', '--rules']);
    expect(stdout.replace(/ +/g, ' ')).toContain('\non the same segment – –\nonly irony – – –\nonly trust 3 0 2\n');
    expect(stdout).toContain('–: nobody looked there for the code.');
  });
});

describe('a code with the codes below it', () => {
  const TREE = {
    ...FILES,
    'codebook.yaml': `codes:
  - id: means
    name: Means 资源
    codes:
      - {id: money, keywords: [fund*, 资金]}
      - {id: grant, keywords: [No funds, 资金靠]}
  - id: bond
    codes:
      - {id: trust, keywords: [trust, 信任]}
relations:
  - { from: money, type: causes, to: trust }
`,
  };
  const tree = (): string => loggedStudy(TREE, {});

  it('is compared by --below: each segment once, with the codes that it has', () => {
    const folder = tree();
    const rows = rowsOf(folder, 'means', '--below');
    expect(rows.map(({ group, code, quotation, applied }) => [group, code, quotation, applied])).toEqual([
      ['Hope', 'means', 'Funding needs trust.', 'money'],
      ['Hope', 'means', 'No funds came.', 'money; grant'],
      ['和里', 'means', '资金靠信任。', 'money; grant'],
      ['和里', 'means', '没有资金。', 'money'],
      ['Bureau', 'means', '[withheld: no consent to quote]', 'money'],
    ]);
    const { stdout } = qcode(folder, ['compare', 'means', '--below'], { COLUMNS: '80' });
    expect(stdout.replace(/ +/g, ' ')).toContain('\nHope 2 1 1\n');
    expect(stdout).toContain('Incidents of Means 资源 (means) and the codes below it by agency (codings)');
    expect(stdout).toContain('Codes below  money, grant\n');
    expect(stdout).toContain('    coded as money, grant\n');
    const counted = qcode(folder, ['frequency', '--code', 'means', '--rollup', '--format', 'csv']).stdout;
    expect(counted).toContain('\nmeans,2,0,2,4,1\n');
  });

  it('is held against another so, and what the codebook says of codes in both is told', () => {
    const folder = tree();
    const rows = rowsOf(folder, 'means', 'bond', '--below');
    expect(rows.map(({ group, code, quotation, applied }) => [group, code, quotation, applied]).slice(0, 5)).toEqual([
      ['both', 'means', 'Funding needs trust.', 'money'],
      ['both', 'bond', 'Funding needs trust.', 'trust'],
      ['both', 'means', '资金靠信任。', 'money; grant'],
      ['both', 'bond', '资金靠信任。', 'trust'],
      ['means', 'means', 'No funds came.', 'money; grant'],
    ]);
    expect(qcode(folder, ['compare', 'means', 'bond', '--below']).stdout).toContain(
      'The codebook says: money causes trust.',
    );
    const [section] = JSON.parse(qcode(folder, ['compare', 'means', '--below', '--json']).stdout).sections;
    expect(section.blocks.at(-1).groups[0].quotations[1].applied).toEqual(['money', 'grant']);
  });

  it('is not held against a code within it', () => {
    expect(qcode(tree(), ['compare', 'means', 'grant', '--below'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('grant is below means: with --below they are one'),
    });
    expect(qcode(tree(), ['compare', 'means', 'grant'])).toMatchObject({ code: 0 });
  });

  it('is named where it has no codings of its own', () => {
    const folder = tree();
    expect(qcode(folder, ['compare', 'means']).stdout).toContain(
      'means has no codings of its own; --below compares those of the codes below it.',
    );
    for (const words of [
      ['compare', 'means', '--below'],
      ['compare', 'money'],
    ])
      expect(qcode(folder, words).stdout).not.toContain('of its own');
  });
});

describe('under a query', () => {
  it('a code that it cannot select is not said to be looked for by nobody', () => {
    const { stdout } = qcode(small, ['compare', 'trust', '--query', 'money']);
    expect(stdout).toContain('–: the query cannot select the code.');
    expect(stdout).not.toContain('nobody looked');
    expect(qcode(small, ['compare', 'trust', 'money', '--query', 'money']).stdout).toContain(
      '–: the query cannot select the code.',
    );
    const near = qcode(small, ['compare', 'money', '--query', 'money near irony'], { COLUMNS: '200' }).stdout;
    expect(near).toContain('–: nobody looked there for the code, or for one that the query holds it against.');
  });
});

describe('the memo on a comparison', () => {
  const MEMO = '---\non: code money\ntype: theoretical\n---\n\n钱在前。\n- 一\n- 二\n\nTrust comes after.\n';

  it('stands under it, and codebook show names it', () => {
    const folder = study();
    mkdirSync(join(folder, 'memos/comparison/money'), { recursive: true });
    writeFileSync(join(folder, 'memos/comparison/money/by-agency.md'), MEMO);
    writeFileSync(join(folder, 'memos/comparison/money/with-trust.md'), MEMO);
    const { stdout } = qcode(folder, ['compare', 'money']);
    expect(stdout).toMatch(
      /\nMemo on this comparison\n=+\n\n钱在前。\n\n- 一\n\n- 二\n\nTrust comes after.\n\nmemos\/comparison\/money\/by-agency\.md\n$/,
    );
    expect(qcode(folder, ['compare', 'trust', 'money']).stdout).toContain('Memo on this comparison');
    expect(qcode(folder, ['compare', 'money', '--by', 'type']).stdout).not.toContain('Memo on this comparison');
    const show = (code: string): string => qcode(folder, ['codebook', 'show', code]).stdout;
    expect(show('money')).toContain(
      'Memos\n=====\n\n- memos/comparison/money/by-agency.md\n- memos/comparison/money/with-trust.md\n',
    );
    expect(show('trust')).toContain('Memos\n=====\n\n- memos/comparison/money/with-trust.md\n');
    expect(show('irony')).not.toContain('Memos');
  });
});

describe('what cannot be compared', () => {
  it.each([
    [['compare', 'mony'], 'the codebook has no code "mony"'],
    [['compare', 'money', '--by', 'agncy'], 'no source has the attribute "agncy"'],
    [['compare', 'money', 'trust', '--by', 'type'], '--by is for the incidents of one code'],
    [['compare', 'money', 'money'], 'money is compared with itself'],
    [['compare', 'money', 'trust', 'irony'], 'compare takes one code or two'],
    [['compare', 'money', '--limit', '0'], '--limit wants a whole number from 1'],
  ])('%j', (words, message) => {
    expect(qcode(small, words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  it('no memo is begun without a terminal', () => {
    const { stderr, code, stdout } = qcode(small, ['compare', 'money', '--memo'], { EDITOR: 'true' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no terminal for it');
    expect(stderr).toContain('memos/comparison/money/by-agency.md');
    expect(existsSync(join(small, 'memos'))).toBe(false);
  });
});

describe('on the sample study', () => {
  const sample = sampleStudy();
  const csv = (words: string[]): Record<string, string>[] =>
    parse(qcode(sample, words).stdout, { columns: true }) as Record<string, string>[];

  it.each([['late-payment'], ['dependent-to-survive'], ['tendering', '--by', 'background']])(
    'there are as many incidents as qcode frequency counts: %s %s %s',
    (code, ...by) => {
      const { code: _, ...cells } = csv(['frequency', '--code', code, ...by, '--format', 'csv'])[0]!;
      const counts = new Map<string, number>();
      for (const { group } of csv(['compare', code, ...by, '--format', 'csv']))
        counts.set(group!, (counts.get(group!) ?? 0) + 1);
      const expected = Object.entries(cells).filter(([name, count]) => !name.startsWith('total') && Number(count) > 0);
      expect(expected.length).toBeGreaterThan(1);
      expect([...counts]).toEqual(expected.map(([name, count]) => [name, Number(count)]));
    },
  );

  it('a wide terminal has groups beside one another, and no line is wider than it', () => {
    const wide = qcode(sample, ['compare', 'late-payment'], { COLUMNS: '200' }).stdout.split('\n');
    expect(wide.some((line) => /^Common Ground 同行 +Heli 和里 +Kangtian 康田$/.test(line))).toBe(true);
    const narrow = qcode(sample, ['compare', 'late-payment'], { COLUMNS: '80' }).stdout.split('\n');
    expect(narrow).toEqual(expect.arrayContaining(['Common Ground 同行', 'Heli 和里', 'Kangtian 康田']));
  });
});
