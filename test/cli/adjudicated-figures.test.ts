import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BOTH, YAML, comparedStudy, snapshotsOf } from './compared-study.js';
import { loggedStudy } from './logged-study.js';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const AFTER = '2026-04-01T09:00:00Z';
/** Ann and Bo differ on one answer of each interview. That of b.txt is decided, that of a.txt is open. */
const OPEN = {
  ...BOTH,
  adjudicated: {
    a: {
      seen: [1, 3],
      codes: [
        ['钱不够', 'money'],
        ['信任有', 'trust'],
      ] as const,
      at: AFTER,
    },
    b: { seen: [1, 3], codes: [['Money is late.', 'money']] as const, at: AFTER },
  },
};
const prose = (folder: string, ...words: string[]): string => qcode(folder, words).stdout.replace(/\s+/g, ' ');
const rows = (folder: string, ...words: string[]): Record<string, string>[] =>
  parse(qcode(folder, [...words, '--format', 'csv']).stdout, { columns: true });

describe('figures from adjudicated codings', () => {
  const folder = comparedStudy(OPEN);

  it('count as read what interviewers do not say', () => {
    expect(prose(folder, 'frequency')).toContain(
      'adjudicated has marked 4 of 5 turns seen: 1 source is not read to the end',
    );
    const all = { ...OPEN, adjudicated: { a: { ...OPEN.adjudicated.a, seen: [1, 3, 5] }, b: OPEN.adjudicated.b } };
    expect(prose(comparedStudy(all), 'frequency')).not.toContain('has marked');
  });

  it('have no 0 where a code may be in what is open', () => {
    expect(rows(folder, 'frequency')).toEqual([
      { code: 'money', 'transcripts/a.txt': '1', 'transcripts/b.txt': '1', total: '2' },
      { code: 'trust', 'transcripts/a.txt': '1', 'transcripts/b.txt': '0', total: '1' },
      { code: 'fear', 'transcripts/a.txt': '', 'transcripts/b.txt': '0', total: '0' },
    ]);
  });

  // Fear is in one of the two interviews as far as they are decided: in neither are all answers.
  const partly = comparedStudy({
    ...OPEN,
    adjudicated: {
      a: {
        seen: [1, 3],
        codes: [
          ['钱不够', 'money'],
          ['我们怕', 'fear'],
        ] as const,
        at: AFTER,
      },
      b: { seen: [1], codes: [['Money is late.', 'money']] as const, at: AFTER },
    },
  });
  const figure = (...words: string[]): (string | undefined)[] => {
    const [row] = rows(partly, ...words);
    return ['transcripts/a.txt', 'transcripts/b.txt', 'total', 'mean'].map((key) => row![key]);
  };

  it('are over what is decided of every source, whether the code is there or not', () => {
    const fear = ['frequency', '--mean', '--code', 'fear'];
    // 我们怕 and 钱不够 are one answer, 信任有 another: 9 characters of Han, and Money is late. We fear it.: 6 words.
    expect(figure(...fear)).toEqual(['1', '', '1', '0.5']);
    expect(figure(...fear, '--per', 'sources')).toEqual(['1', '', '0.5', '0.5']);
    expect(figure(...fear, '--per', '15words')).toEqual([String(15 / 9), '', '1', String(15 / 18)]);
    expect(figure(...fear, '--per', 'paragraphs')).toEqual(['0.5', '', String(1 / 3), '0.25']);
    expect(figure(...fear, '--count', 'cases', '--percent', 'column')).toEqual(['100', '', '50', '50']);
    expect(figure(...fear, '--count', 'sources', '--percent', 'column')).toEqual(['100', '', '50', '50']);
    const [pair] = rows(partly, 'cooccurrence', '--pairs', '--code', 'money', '--code', 'fear');
    const [both, first, second, units] = ['both', 'first', 'second', 'units'].map((key) => pair![key]);
    expect([both, first, second, units]).toEqual(['1', '2', '1', '3']);
    const table = rows(partly, 'cooccurrence', '--measure', 'lift', '--code', 'money', '--code', 'fear');
    expect(table.find(({ code }) => code === 'money')!['fear']).toBe('1.5');
  });

  it('say of rules what is decided of every source', () => {
    const codebook = 'codes:\n  - id: money\n  - id: trust\n  - id: fear\n    keywords: [怕, late]\n';
    const { a, b } = { a: { seen: [1], codes: [['我们怕', 'fear']] as const, at: AFTER }, b: { seen: [1], at: AFTER } };
    const folder = comparedStudy({ ...BOTH, adjudicated: { a, b } }, { 'codebook.yaml': codebook });
    const sum = (key: string): number =>
      Math.max(...rows(folder, 'rule-check', '--code', 'fear').map((row) => Number(row[key])));
    expect([sum('hits'), sum('false_hits')]).toEqual([1, 1]);
  });

  it('name the coders, the open units and what one coded alone, in the report too', () => {
    const said = 'Adjudicated are codings of ann, bo: of 5 turns that two of them saw 1 is open';
    for (const command of ['frequency', 'report', 'rule-check', 'saturation']) {
      expect([command, prose(folder, command)]).toEqual([command, expect.stringContaining(said)]);
    }
    expect(prose(folder, 'report')).toContain('mean: unweighted over its 2 cases.');
    const alone = comparedStudy({ ...OPEN, adjudicated: { b: OPEN.adjudicated.b } });
    expect(prose(alone, 'frequency')).toContain('none adjudicated (transcripts/a.txt)');
  });

  it('are those of rule-check and saturation too, in the order in which coders worked', () => {
    for (const command of ['rule-check', 'saturation'])
      expect(prose(folder, command)).toContain('Analysis set: adjudicated codings');
    const [first] = rows(folder, 'saturation');
    expect(first!['began']).toBe('2026-03-01T09:00:00Z');
    expect(prose(folder, 'saturation', '--manual')).toContain('Analysis set: manual codings');
  });
});

describe('figures of a coder who met a code late', () => {
  it('are not over the sources alone that have it', () => {
    const first = 'codes:\n  - id: money\n  - id: trust\n';
    const [a, b] = [
      { seen: [1, 3, 5], codes: [['钱不够', 'money']] as const, codebook: first },
      { seen: [1, 3], codes: [['Money is late.', 'money']] as const, codebook: first },
    ];
    const fear = { codes: [['我们怕', 'fear']] as const, at: AFTER };
    const folder = comparedStudy({ ann: { a: [a, fear], b } }, snapshotsOf(first, YAML));
    expect(rows(folder, 'frequency', '--code', 'fear')[0]).toMatchObject({ 'transcripts/a.txt': '1', total: '1' });
    expect(rows(folder, 'frequency', '--code', 'fear', '--per', 'sources')[0]).toMatchObject({ total: '' });
    expect(rows(folder, 'cooccurrence', '--pairs', '--code', 'money', '--code', 'fear')).toEqual([]);
    const again = { ...a, codes: [], codebook: YAML, at: '2026-05-01T09:00:00Z' };
    const read = comparedStudy({ ann: { a: [a, fear, again], b } }, snapshotsOf(first, YAML));
    expect(rows(read, 'frequency', '--code', 'fear', '--per', 'sources')[0]).toMatchObject({ total: '1' });
    expect(rows(read, 'cooccurrence', '--pairs', '--code', 'money', '--code', 'fear')[0]).toMatchObject({ units: '3' });
  });
});

describe('hits that a coder answered', () => {
  const AT = '2026-03-01T00:00:00Z';
  const files = {
    'qcode.yaml': 'title: Answered\nunit: turn\n',
    'codebook.yaml':
      'codes:\n  - id: money\n    keywords: [grant]\n  - id: pay\n    keywords: [fee]\n  - id: rest\n    keywords: [sun]\n',
    'transcripts/a.txt': 'R: A grant came.\nR: A fee.\nR: The fee.\nR: The sun.\nR: Fee for grant.\n',
  };
  const answered = (words: string, code: string, verdict: 'accept' | 'reject') => ({
    at: AT,
    words,
    code,
    more: { verdict },
  });
  const folder = loggedStudy(files, {
    ann: {
      'transcripts/a.txt': [
        answered('A grant came.', 'money', 'accept'),
        answered('A fee.', 'pay', 'reject'),
        answered('The fee.', 'pay', 'reject'),
      ],
    },
  });

  it('are judged: rejected ones are false, and how many are answers is told', () => {
    const keys = ['code', 'hits', 'accepted', 'false_hits', 'rejected', 'precision'];
    expect(rows(folder, 'rule-check').map((row) => keys.map((key) => row[key]))).toEqual([
      ['money', '1', '1', '1', '0', '0.5'],
      ['pay', '0', '0', '3', '2', '0'],
      ['rest', '0', '0', '1', '0', ''],
    ]);
    const { stdout } = qcode(folder, ['rule-check']);
    expect(stdout).toMatch(/money +1 \(1\) +1 /);
    expect(stdout).toMatch(/pay +0 +3 \(2\) /);
  });
});

describe('a table that a narrow page numbers', () => {
  it('numbers the columns that it shows, and has a key', () => {
    const folder = folderWith({
      'r.csv': ['source,unit,a,b,c', ...['A', 'B'].map((s) => `${s},1,x,y,x`), ''].join('\n'),
    });
    const { stdout } = qcode(folder, ['agree', '--ratings', 'r.csv', '--by', 'source'], { COLUMNS: '60' });
    const heading = stdout.split('\n').find((line) => /^source +1 /.test(line))!;
    const numbers = heading.trim().split(/\s+/).slice(1).map(Number);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    for (const number of numbers) expect(stdout).toMatch(new RegExp(`(^| )${number} [^\\d ]`, 'm'));
  });
});
