import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loggedStudy } from './logged-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/*
 * Worked by hand. Four cases, one source each; ann codes by hand, and marks nothing as seen, so that she looked for every
 * code where she coded anything:
 *   A1 增长 (affirms), 品牌 (affirms); 增长 stands before 品牌
 *   A2 增长 (affirms), 品牌 (denies)
 *   A3 增长 (affirms), trust (affirms)
 *   A4 nobody looked
 */
const TEXTS = {
  'transcripts/1.txt': '---\ncase: A1\n---\n答：项目多了，大家认得我们。\n',
  'transcripts/2.txt': '---\ncase: A2\n---\nRespondent: More projects, but we refused to chase a brand.\n',
  'transcripts/3.txt': '---\ncase: A3\n---\nRespondent: More projects, more trust.\n',
  'transcripts/4.txt': '---\ncase: A4\n---\nRespondent: Nothing of the kind.\n',
};
const CODEBOOK = `title: T
properties:
  stance: [affirms, denies, hypothetical]
codes:
  - id: 增长
  - id: 品牌
  - id: trust
`;
const CASES = 'case,agency,type\nA1,One,provider\nA2,Two,provider\nA3,Three,government\nA4,Four,\n';
const THEORY = `title: 增长与品牌
rules:
  - {name: growth brands, if: 增长, then: [路径], expect: 品牌}
  - {name: 先后, if: 增长 precedes 品牌, then: [先后]}
  - {name: late, if: 路径 and not trust, then: [late]}
  - {name: kind, if: type = provider, then: [provider-like]}
goal: late and 品牌
`;
const affirms = { more: { properties: { stance: 'affirms' } } };
const denies = { more: { properties: { stance: 'denies' } } };
const at = '2026-01-01T00:00:00Z';

const studyWith = (theory: string, more: Readonly<Record<string, string>> = {}): string =>
  loggedStudy(
    {
      'qcode.yaml': 'title: T\nanalysis: manual\n',
      'codebook.yaml': CODEBOOK,
      'cases.csv': CASES,
      ...TEXTS,
      'theory.yaml': theory,
      ...more,
    },
    {
      ann: {
        'transcripts/1.txt': [
          { at, words: '项目多了', code: '增长', ...affirms },
          { at, words: '大家认得我们', code: '品牌', ...affirms },
        ],
        'transcripts/2.txt': [
          { at, words: 'More projects', code: '增长', ...affirms },
          { at, words: 'refused to chase a brand', code: '品牌', ...denies },
        ],
        'transcripts/3.txt': [
          { at, words: 'More projects', code: '增长', ...affirms },
          { at, words: 'more trust', code: 'trust', ...affirms },
        ],
      },
    },
  );

interface Traced {
  readonly case: string;
  readonly rule: string;
  readonly said: string;
}

/** Of the CSV: by case and rule, `if expected verdict goal`, with – for unknown. */
function traced(folder: string, ...words: string[]): Traced[] {
  const { stdout, stderr, code } = qcode(folder, ['theory', '--format', 'csv', ...words]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const [head, ...rows] = stdout.trimEnd().split('\n');
  expect(head).toBe('case,rule,if,expected,verdict,goal,reason,check');
  return rows.map((row) => {
    const [id, rule, ...cells] = row.split(',');
    return {
      case: id!,
      rule: rule!,
      said: cells
        .slice(0, 4)
        .map((cell) => cell || '–')
        .join(' '),
    };
  });
}

const ofRule = (rows: readonly Traced[], rule: string): string[] =>
  rows.filter((row) => row.rule === rule).map((row) => `${row.case} ${row.said}`);

describe('qcode theory', () => {
  const rows = traced(studyWith(THEORY));

  it('takes what is denied, and what nobody looked for, for unknown', () => {
    expect(ofRule(rows, 'growth brands')).toEqual([
      'A1 1 1 supports 1',
      'A2 1 – silent –',
      'A3 1 0 contradicts 0',
      'A4 – – silent –',
    ]);
  });

  it('asks for pairs of codings, and for attributes, three-valued', () => {
    expect(ofRule(rows, '先后').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'A1 1',
      'A2 –',
      'A3 0',
      'A4 –',
    ]);
    expect(ofRule(rows, 'kind').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'A1 1',
      'A2 1',
      'A3 0',
      'A4 –',
    ]);
  });

  it('reads themes of the rules above', () => {
    expect(ofRule(rows, 'late').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'A1 1',
      'A2 1',
      'A3 0',
      'A4 –',
    ]);
  });

  it('puts judgements of codes and themes before codings', () => {
    const judged = `${THEORY}judgements:
  - {case: A2, code: 品牌, value: false, why: It was refused., quotations: [refused to chase a brand]}
  - {case: A3, code: trust, value: unknown, why: Said in irony.}
  - {case: A1, code: late, value: false, why: It is early.}
`;
    const folder = studyWith(judged);
    const found = traced(folder);
    expect(ofRule(found, 'growth brands')).toEqual([
      'A1 1 1 supports 0',
      'A2 1 0 contradicts 0',
      'A3 1 0 contradicts 0',
      'A4 – – silent –',
    ]);
    expect(ofRule(found, '先后')[1]).toBe('A2 0 – IF not met 0');
    expect(ofRule(found, 'late')).toEqual([
      'A1 1 – contradicts 0',
      'A2 1 – silent 0',
      'A3 – – silent 0',
      'A4 – – silent –',
    ]);
  });

  it('puts what was judged of a theme before what is expected of codes', () => {
    const judged = `${THEORY}judgements:
  - {case: A1, code: 路径, value: false, why: The name came first.}
  - {case: A2, code: 路径, value: true, why: Read as a whole.}
  - {case: A3, code: 路径, value: unknown, why: It says both.}
`;
    expect(ofRule(traced(studyWith(judged)), 'growth brands')).toEqual([
      'A1 1 1 contradicts 0',
      'A2 1 – supports –',
      'A3 1 0 silent 0',
      'A4 – – silent –',
    ]);
  });

  it('wants as many affirming codings as the threshold says', () => {
    const found = traced(studyWith(`threshold: 2\n${THEORY}`));
    expect(ofRule(found, 'growth brands').map((one) => one.split(' ')[1])).toEqual(['0', '0', '0', '–']);
  });

  it('counts every coding where the codebook declares no stance, and zero only where every source was looked at', () => {
    const folder = folderWith({
      ...SMALL,
      'theory.yaml':
        'rules:\n  - {name: a, if: trust, then: [x], expect: grant}\n  - {name: b, if: latent, then: [y]}\n',
    });
    const found = traced(folder);
    expect(ofRule(found, 'a')).toEqual(['A1 1 1 supports –', 'D1 1 0 contradicts –']);
    // A code without rules, which no coder looked for.
    expect(ofRule(found, 'b')).toEqual(['A1 – – silent –', 'D1 – – silent –']);
  });

  it('tries rules until nothing is added with --fixpoint; else it warns of themes read too early', () => {
    const [first, ...rest] = ['{name: b, if: 路径, then: [later]}', '{name: a, if: 增长, then: [路径]}'];
    const folder = studyWith(`rules:\n  - ${first}\n  - ${rest[0]}\n`);
    const { stderr, stdout, code } = qcode(folder, ['theory', '--format', 'csv', '--case', 'A1']);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /theory\.yaml:2:19: warning QC484: the rule "b" reads the theme "路径", which no rule above it adds/,
    );
    expect(stdout).toContain('A1,b,0,');
    expect(ofRule(traced(folder, '--fixpoint', '--case', 'A1'), 'b')).toEqual(['A1 1 – silent –']);
  });

  it('says the same on several threads', () => {
    const folder = studyWith(THEORY);
    expect(traced(folder, '--jobs', '2')).toEqual(rows);
  });

  it('does not write over its theory', () => {
    const folder = studyWith(THEORY);
    expect(qcode(folder, ['theory', '-o', 'theory.yaml', '--format', 'csv']).code).toBe(2);
    expect(readFileSync(join(folder, 'theory.yaml'), 'utf8')).toBe(THEORY);
  });
});
