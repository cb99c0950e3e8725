import { afterAll, describe, expect, it } from '@jest/globals';
import { loggedStudy } from './logged-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/*
 * The rule "old" was written on 14 March 2025, "timed" at half past nine that day, "new" before anything was coded, and
 * "bare" does not say when.
 *   A1 coded on the 13th; A2 coded at ten on the 14th; A3 seen on the 13th, coded on the 20th; A4 coded on the 20th;
 *   A5 coded on the 20th, with 品牌 as a keyword hit alone as well; A6 nobody coded; A7 coded on the 1st, and taken back
 */
const TEXTS = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((n) => [
    `transcripts/${n}.txt`,
    `---\ncase: A${n}\n---\n答：项目多了。\n答：${n > 4 ? '品牌' : '名声'}也有了。\n`,
  ]),
);
const grown = (at: string) => ({ at, words: '项目多了', code: '增长' });
const THEORY = `rules:
  - {name: old, if: 增长, then: [x], expect: 增长, written: 2025-03-14}
  - {name: timed, if: 增长, then: [y], expect: 增长, written: "2025-03-14T09:30:00Z"}
  - {name: new, if: x, then: [z], expect: 品牌, written: 2024-01-01}
  - {name: bare, if: 增长, then: [w], expect: 增长}
`;
const study = (theory = THEORY): string =>
  loggedStudy(
    {
      'qcode.yaml': 'title: T\nanalysis: all\n',
      'codebook.yaml': 'title: T\ncodes:\n  - id: 增长\n  - id: 品牌\n    keywords: [品牌]\n',
      ...TEXTS,
      'theory.yaml': theory,
    },
    {
      ann: {
        'transcripts/1.txt': [grown('2025-03-13T23:59:59Z')],
        'transcripts/2.txt': [grown('2025-03-14T10:00:00Z')],
        'transcripts/3.txt': [{ at: '2025-03-13T08:00:00Z', seen: '项目多了。' }, grown('2025-03-20T00:00:00Z')],
        'transcripts/4.txt': [grown('2025-03-20T00:00:00Z')],
        'transcripts/7.txt': [
          { ...grown('2025-03-01T00:00:00Z'), id: 'first' },
          { at: '2025-03-02T00:00:00Z', removes: ['first'] },
          { ...grown('2025-03-20T00:00:00Z'), id: 'again' },
        ],
      },
      bob: { 'transcripts/5.txt': [grown('2025-03-20T00:00:00Z')] },
    },
  );

function checks(folder: string, rule: string): string[] {
  const { stdout, stderr, code } = qcode(folder, ['theory', '--format', 'csv', '--all']);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const rows = stdout.trimEnd().split('\n');
  expect(rows[0]!.endsWith(',check')).toBe(true);
  return rows
    .filter((row) => row.split(',')[1] === rule)
    .map((row) => `${row.split(',')[0]!} ${row.split(',').at(-1)!}`);
}

describe('when a rule was written', () => {
  const folder = study();

  it('tells cases that test it from those that may have suggested it', () => {
    expect(checks(folder, 'old')).toEqual([
      'A1 pattern check',
      // The same day counts as before.
      'A2 pattern check',
      'A3 pattern check',
      'A4 test',
      'A5 test',
      'A6 undated',
      'A7 pattern check',
    ]);
    expect(checks(folder, 'timed')[1]).toBe('A2 test');
  });

  it('takes keyword hits for undated, also of codes behind a theme', () => {
    expect(checks(folder, 'new')).toEqual([
      'A1 test',
      'A2 test',
      'A3 test',
      'A4 test',
      'A5 undated',
      'A6 undated',
      'A7 undated',
    ]);
  });

  it('says nothing of a rule without a date', () => {
    expect(checks(folder, 'bare')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].map((id) => `${id} `));
  });

  it('stands beside the counts', () => {
    const { stdout } = qcode(folder, ['theory', '--all']);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('A1; A2; A3; A7');
    const { stdout: markdown } = qcode(folder, ['theory', '--all', '--format', 'markdown']);
    expect(markdown).toContain('(2 tests, 4 pattern checks)');
    expect(markdown).toContain('Of rules without "written" nothing is known.');
  });

  it('is said once to be unknown where no rule says so', () => {
    const { stdout } = qcode(study(THEORY.replaceAll(/, written: [^}]*/g, '')), ['theory', '--all']);
    const said = stdout.replaceAll(/\s+/g, ' ').split('When the rules were written is not known').length - 1;
    expect(said).toBe(1);
  });
});
