import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { loggedStudy } from './logged-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

/*
 * A1 and A2 are in debt. The analyst says that A1 is under no stress all the same: nothing that rests on stress is said
 * of A1 then. Nobody looked at D1.
 */
const at = '2026-01-01T00:00:00Z';
const folder = loggedStudy(
  {
    'qcode.yaml': 'title: T\nanalysis: manual\nqueries:\n  拖欠多: debt\n',
    'codebook.yaml': 'title: T\ncodes:\n  - id: debt\n  - id: trust\n  - id: 亏损\n',
    'cases.csv': 'case,type\nA1,provider\nA2,provider\nD1,government\n',
    'transcripts/1.txt': '---\ncase: A1\n---\n答：欠款半年。\n',
    'transcripts/2.txt': '---\ncase: A2\n---\n答：也有欠款，大家还信任。\n',
    'transcripts/3.txt': '---\ncase: D1\n---\n答：没有什么可说。\n',
    'theory.yaml': `title: 拖欠
rules:
  - {name: 拖欠, if: '@拖欠多', then: [stress], expect: not 亏损}
  - {name: after, if: stress, then: [after], expect: trust}
goal: after and not 亏损
judgements:
  - {case: A1, code: stress, value: false, why: no}
`,
  },
  {
    ann: {
      'transcripts/1.txt': [{ at, words: '欠款半年', code: 'debt' }],
      'transcripts/2.txt': [
        { at, words: '也有欠款', code: 'debt' },
        { at, words: '大家还信任', code: 'trust' },
      ],
    },
  },
);

function printed(words: readonly string[], where = folder): string {
  const { stdout, stderr, code } = qcode(where, words, { COLUMNS: '500' });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}

describe('a theme that was judged', () => {
  it.each([[[]], [['--fixpoint']]])('is what was judged wherever it is read (%j)', (more) => {
    const rows = parse(printed(['theory', '--format', 'csv', ...more]), { columns: true }) as Record<string, string>[];
    expect(rows.map((one) => [one['case'], one['rule'], one['if'], one['verdict'], one['goal']])).toEqual([
      ['A1', '拖欠', '1', 'contradicts', '0'],
      ['A1', 'after', '0', 'IF not met', '0'],
      ['A2', '拖欠', '1', 'supports', '1'],
      ['A2', 'after', '1', 'supports', '1'],
      ['D1', '拖欠', '', 'silent', ''],
      ['D1', 'after', '', 'silent', ''],
    ]);
    expect(rows[1]!['reason']).toBe('IF false: stress judged false.');
  });

  it('is not said to be added, and its reason ends before what follows', () => {
    const text = printed(['theory', '--case', 'A1']);
    expect(text).toContain('Judged: stress is false. no.\n');
    expect(text).not.toContain('Adds stress');
    expect(text).not.toContain('Adds after');
  });
});

describe('what is said of a theory', () => {
  const text = printed(['theory']);

  it('names the cases that reach the goal right behind their number', () => {
    expect(text).toContain('Goal: after and not 亏损. Reached in 1 of 3 cases: A2; unknown in 1.');
  });

  it('says of how many cases the IF is unknown, and what those are that do not support', () => {
    expect(text).toContain(
      'The IF holds in 2 of 3 cases, and of 1 it is unknown whether it holds: 1 supports the claim, 1 contradicts it.',
    );
    expect(text).toContain('looked for in 1 source of 1 case, none found. 1 case is silent.');
    expect(text).toMatch(/By type +supports in provider 1 of 2 \(1 contradicts\); government 0 of 0 \(1 silent\)/);
  });

  it('has a query with what its names stand for, and as it was typed', () => {
    expect(text).toMatch(/^IF +debt \(@拖欠多\)$/mu);
  });

  it('does not take cases that were not read for wrong names', () => {
    expect(printed(['theory', '--source', '2*'])).toContain('What 1 case says of each claim');
  });
});

describe('a report on some codes', () => {
  it.each([[['--code', 'trust']], [['--query', 'trust']]])(
    'leaves out the theory, which needs all, and says so: %j',
    (chosen) => {
      const text = printed(['report', ...chosen]);
      expect(text).not.toContain('Goal: ');
      expect(text).toContain(
        'theory.yaml is tried over all codes: its claims are not in this report. qcode theory has them.',
      );
    },
  );

  it('has the theory where all codes are in it', () => {
    expect(printed(['report'])).toContain('Goal: after and not 亏损. Reached in 1 of 3 cases');
  });
});
