import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loggedStudy } from './logged-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

/*
 * Sentences, and who codes them with `money`: the rules (r), the coder (h).
 *
 * en  a  The grant came. (r h) Grants are slow. (r) We waited for the cheque. (h) Another cheque came late. (h), four more
 *     c  The grant is gone. (r); the other sentence was not seen
 * zh  b  资金到了。(r h) 没钱的时候靠街坊。(h: the rule excepts 没钱) 钱很少。(r), three more
 */
const FILES = {
  'qcode.yaml': 'title: Rules\nunit: sentence\nlanguage: zh\nanalysis: all\n',
  'codebook.yaml': [
    'codes:',
    '  - id: money',
    '    name: Money',
    '    keywords: [grant*, {any: [钱, 资金, 补助], unless: [没钱]}, overdue]',
    '  - id: trust',
    '    keywords: [信任]',
    '  - id: luck',
    '  - id: left',
    '    keywords: [rent]',
    '',
  ].join('\n'),
  'people.csv': 'source,speaker,consent\ntranscripts/c.txt,S,paraphrase\n',
  'transcripts/a.txt':
    '---\nlanguage: en-GB\n---\nR: The grant came. Grants are slow. We waited for the cheque. Another cheque came late. The rent is high. We hope. The school has many children and they play in the yard near the old river. On Mondays the nurse walks with them to the market and the small temple.\n',
  'transcripts/b.txt':
    'R: 资金到了。没钱的时候靠街坊。街坊给米。钱很少。他们信任我们。孩子们在学校门口等着放学，老师陪着他们慢慢走回家里去。\n',
  'transcripts/c.txt': '---\nlanguage: en\n---\nS: The grant is gone. The grant is back.\n',
  'transcripts/e.txt': '---\nlanguage: en\n---\nR: Nobody has read this.\n',
};
const AT = '2026-03-01T00:00:00Z';
const coded = (words: string, code: string) => ({ at: AT, words, code });
const LOGS = {
  ann: {
    'transcripts/a.txt': [
      coded('The grant came.', 'money'),
      coded('We waited for the cheque. Another cheque', 'money'),
    ],
    'transcripts/b.txt': [
      coded('资金到了。', 'money'),
      coded('没钱的时候靠街坊。', 'money'),
      coded('靠街坊。街坊', 'luck'),
      { ...coded('他们信任我们。', 'trust'), more: { verdict: 'accept' as const } },
    ],
    'transcripts/c.txt': [{ at: AT, seen: 'The grant is gone.' }, coded('back', 'money')],
  },
};

let study = '';
beforeAll(() => {
  study = loggedStudy(FILES, LOGS);
});
afterAll(removeFolders);

const run = (...words: string[]) => qcode(study, ['rule-check', ...words]);
const rows = (...words: string[]): Record<string, string>[] => {
  const { stdout, stderr, code } = run('--format', 'csv', ...words);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return parse(stdout, { columns: true });
};
const pick = (found: Record<string, string>[], ...keys: string[]) => found.map((row) => keys.map((key) => row[key]));
const prose = (...words: string[]): string => run(...words).stdout.replace(/\s+/g, ' ');

describe('qcode rule-check', () => {
  it('counts units by language and code, and in all languages together', () => {
    const found = rows();
    expect(pick(found, 'language', 'code', 'hits', 'false_hits', 'misses', 'neither')).toEqual([
      ['en', 'money', '1', '2', '2', '4'],
      ['en', 'trust', '0', '0', '0', '9'],
      ['en', 'left', '0', '1', '0', '8'],
      ['zh', 'money', '1', '1', '1', '3'],
      ['zh', 'trust', '1', '0', '0', '5'],
      ['zh', 'left', '0', '0', '0', '6'],
      ['all', 'money', '2', '3', '3', '7'],
      ['all', 'trust', '1', '0', '0', '14'],
      ['all', 'left', '0', '1', '0', '14'],
    ]);
  });

  it('gives precision, recall and F1 with Wilson intervals', () => {
    const [en] = rows();
    expect([en!.precision, en!.recall].map(Number)).toEqual([1 / 3, 1 / 3]);
    expect(Number(en!.f1)).toBeCloseTo(2 / (2 + 2 + 2), 12);
    // Wilson for 1 of 3, with z = 1.959964: (1/3 + z²/6 ∓ z √(2/27 + z²/36)) / (1 + z²/3).
    const z = 1.959963984540054;
    const half = z * Math.sqrt(2 / 27 + (z * z) / 36);
    const middle = 1 / 3 + (z * z) / 6;
    expect(Number(en!.precision_low)).toBeCloseTo((middle - half) / (1 + (z * z) / 3), 10);
    expect(Number(en!.recall_high)).toBeCloseTo((middle + half) / (1 + (z * z) / 3), 10);
    const trust = rows()[4]!;
    expect([trust.precision, trust.precision_high]).toEqual(['1', '1']);
    expect(Number(trust.precision_low)).toBeCloseTo(1 / (1 + z * z), 10);
  });

  it('gives no precision of what coders may have left to the rules, and says why figures are undefined', () => {
    const found = rows();
    expect(pick([found[1]!, found[2]!], 'precision', 'recall', 'f1', 'remark')).toEqual([
      ['', '', '', 'the rule never fires; the code was never laid by hand'],
      ['', '', '', 'never laid or rejected by hand: perhaps left to the rules; the code was never laid by hand'],
    ]);
    expect(prose()).toContain('No precision where no coder ever laid the code');
  });

  it('takes rules and keywords by themselves', () => {
    const zh = rows('--per', 'keyword', '--code', 'money').filter(({ language }) => language === 'zh');
    expect(pick(zh, 'rule', 'keyword', 'hits', 'false_hits', 'misses')).toEqual([
      ['', '', '1', '1', '1'],
      ['grant*', '', '0', '0', '2'],
      ['钱 | 资金 | 补助', '', '1', '1', '1'],
      ['钱 | 资金 | 补助', '钱', '0', '1', '2'],
      ['钱 | 资金 | 补助', '资金', '1', '0', '1'],
      ['钱 | 资金 | 补助', '补助', '0', '0', '2'],
      ['overdue', '', '0', '0', '2'],
    ]);
    expect(rows('--per', 'rule', '--code', 'money')).toHaveLength(3 * 4);
    expect(Object.keys(rows('--per', 'rule')[0]!)).not.toContain('keyword');
  });

  it('quotes where rules and coders differ, with consent', () => {
    const quoted = (part: string) =>
      pick(rows('--list', part, '--code', 'money'), 'source', 'quotation', 'keywords', 'coders');
    expect(quoted('false-hits')).toEqual([
      ['transcripts/a.txt', 'Grants are slow.', 'Grants', ''],
      ['transcripts/b.txt', '钱很少。', '钱', ''],
      ['transcripts/c.txt', '[withheld: no consent to quote]', '', ''],
    ]);
    expect(quoted('misses')).toEqual([
      ['transcripts/a.txt', 'We waited for the cheque.', '', 'ann'],
      ['transcripts/a.txt', 'Another cheque came late.', '', 'ann'],
      ['transcripts/b.txt', '没钱的时候靠街坊。', '', 'ann'],
    ]);
    expect(rows('--list', 'misses', '--code', 'money', '--limit', '1')).toHaveLength(1);
    expect(prose('--list', 'misses', '--code', 'money', '--limit', '1')).toContain('1 of 3');
    // A code without rules has no misses; what may have been left to the rules is quoted where it is named.
    expect(rows('--list', 'misses', '--code', 'luck')).toEqual([]);
    expect(rows('--list', 'false-hits').filter(({ code }) => code === 'left')).toEqual([]);
    expect(rows('--list', 'false-hits', '--code', 'left')).toHaveLength(1);
  });

  it('names rules that never fire, and keywords that add nothing', () => {
    expect(pick(rows('--list', 'silent'), 'code', 'rule', 'keyword')).toEqual([
      ['money', '钱 | 资金 | 补助', '补助'],
      ['money', 'overdue', ''],
    ]);
    expect(run().stdout).toContain('- money: 补助 (of 钱 | 资金 | 补助); overdue\n');
  });

  it('suggests words in English and Chinese, also for a code without rules', () => {
    const found = rows('--list', 'suggestions', '--least', '2');
    expect(pick(found, 'language', 'code', 'word', 'in_coded', 'in_rest', 'found', 'added')).toEqual([
      ['en', 'money', 'cheque', '2', '0', '2', '0'],
      ['zh', 'luck', '街坊', '2', '0', '2', '0'],
    ]);
    // 12 words in coded sentences of a, 38 in the others; what S says is left out.
    const g2 = 2 * (2 * Math.log((2 * 50) / (2 * 12)) + 10 * Math.log((10 * 50) / (48 * 12)) + 38 * Math.log(50 / 48));
    expect(Number(found[0]!.keyness)).toBeCloseTo(g2, 10);
    expect(run('--least', '2').stdout).toContain('- money: keywords: [cheque]\n- luck: keywords: [街坊]\n');
    expect(rows('--list', 'suggestions', '--least', '3')).toHaveLength(1);
    expect(rows('--list', 'suggestions', '--least', '2', '--words', '0')).toEqual([]);
    expect(run().stdout).toContain('Words that would raise recall: 0');
  });

  it('says what it is, whose codings, and what was not compared', () => {
    const words = prose();
    for (const said of [
      'Agreement of keyword rules with coders, not validity',
      'Not compared, as nobody looked for the codes there: 1 source (transcripts/e.txt).',
      'Not compared: 1 sentence with a coding by hand outside of what was marked as seen.',
      'by sentence',
      '95% by Wilson',
      'Analysis set: manual codings',
      '1 code without rules has no row.',
    ])
      expect(words).toContain(said);
  });

  it('is the same on several threads, and compares other units', () => {
    expect(run('--jobs', '3').stdout).toBe(run().stdout);
    const turn = rows('--unit', 'turn', '--code', 'money');
    expect(pick(turn, 'language', 'hits', 'false_hits', 'misses', 'neither')).toEqual([
      ['en', '1', '0', '0', '0'],
      ['zh', '1', '0', '0', '0'],
      ['all', '2', '0', '0', '0'],
    ]);
  });

  it('goes by script where nobody names a language that fits', () => {
    const bare = loggedStudy(
      { ...FILES, 'transcripts/a.txt': FILES['transcripts/a.txt'].replace(/^---[^]*---\n/, '') },
      {
        ann: { 'transcripts/a.txt': LOGS.ann['transcripts/a.txt'], 'transcripts/b.txt': LOGS.ann['transcripts/b.txt'] },
      },
    );
    const { stdout } = qcode(bare, ['rule-check', '--code', 'money', '--format', 'csv']);
    expect(pick(parse(stdout, { columns: true }), 'language')).toEqual([['spaced script'], ['zh'], ['all']]);
  });
});

describe('what rule-check cannot tell', () => {
  it.each([
    [['--coder', 'bob'], 'there are no codings of "bob"; there are those of ann'],
    [['--source', 'e'], 'no source has been coded by hand yet'],
    [['--unit', 'source'], 'sentence, paragraph, turn, line'],
    [['--limit', '-1'], '--limit wants a whole number from 0, not "-1"'],
    [['--code', 'mony'], 'Did you mean money?'],
  ])('%j: %s', (words, message) => {
    const { stdout, stderr, code } = run(...words);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });

  it('without codings by hand says what to do', () => {
    const { stderr, code } = qcode(folderWith(SMALL), ['rule-check']);
    expect(code).toBe(2);
    expect(stderr).toContain('there are no codings by hand in this study');
  });

  it('one unit, one code, and a codebook without rules give no figures that are not there', () => {
    const one = loggedStudy(
      { 'qcode.yaml': 'title: One\n', 'codebook.yaml': 'codes:\n  - id: a\n', 'transcripts/x.txt': 'R: One.\n' },
      { ann: { 'transcripts/x.txt': [coded('One', 'a')] } },
    );
    const { stdout, code } = qcode(one, ['rule-check']);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('1 code without rules has no row.');
    expect(qcode(one, ['rule-check', '--format', 'csv']).stdout.split('\n')).toHaveLength(2);
  });

  it('a rule that runs out of time is told once', () => {
    const runaway = loggedStudy(
      {
        'qcode.yaml': 'title: One\n',
        'codebook.yaml': "codes:\n  - id: a\n    keywords: [one, '/(x+x+)+y/']\n",
        'transcripts/x.txt': `R: One ${'x'.repeat(40)}.\n`,
      },
      { ann: { 'transcripts/x.txt': [coded('One', 'a')] } },
    );
    const { stdout, stderr, code } = qcode(runaway, ['rule-check']);
    expect(code).toBe(1);
    expect(stderr.match(/ran out of time/g)).toHaveLength(1);
    expect(stdout.match(/ran out of time/g)).toHaveLength(1);
    // What was not run is neither silent nor compared.
    expect(stdout).toContain('Rules and keywords that never fire: 0.');
    const rules = qcode(runaway, ['rule-check', '--per', 'rule', '--format', 'csv']).stdout;
    expect(pick(parse(rules, { columns: true }), 'rule')).toEqual([[''], ['one']]);
  });
});
