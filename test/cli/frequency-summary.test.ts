import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { displayWidth } from '../../src/core/width.js';
import { loggedStudy } from './logged-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

/*
 * Three providers and a bureau. Segments of money (资金, a rule over all): 甲 3, 乙 1, 丙 0, the bureau 2.
 * ann read 甲 and 乙, and laid trust twice in 甲: 2, 0, and nobody looked in 丙 and the bureau.
 */
const FILES = {
  'qcode.yaml': 'title: Four\nanalysis: all\nexclude_roles: [interviewer]\nunit: sentence\n',
  'codebook.yaml':
    'codes:\n  - id: means\n    name: 机构为维持服务而争取的各种资源与条件，以及由此产生的限制\n    codes:\n      - id: money\n        name: 项目资金的数额与拨付\n        keywords: [资金]\n      - id: trust\n',
  'cases.csv': 'case,agency,area,type\nZ1,甲,北,provider\nZ2,乙,北,provider\nZ3,丙,,provider\nD1,局,南,government\n',
  'transcripts/Z1/a.txt': '访谈者：资金呢？\n答：资金不够。要靠信任。资金迟到。\n',
  'transcripts/Z1/b.txt': '答：还是资金。他们信我们。\n',
  'transcripts/Z2/a.txt': '答：资金够了。没有别的。\n',
  'transcripts/Z3/a.txt': '答：没有了。\n',
  'transcripts/D1/a.txt': '答：资金有限。资金公开。\n',
};
const AT = '2026-03-01T00:00:00Z';
const LOGS = {
  ann: {
    'transcripts/Z1/a.txt': [{ at: AT, words: '要靠信任。', code: 'trust' }],
    'transcripts/Z1/b.txt': [{ at: AT, words: '他们信我们。', code: 'trust' }],
    'transcripts/Z2/a.txt': [{ at: AT }],
  },
};

let study = '';
beforeAll(() => {
  study = loggedStudy(FILES, LOGS);
});
afterAll(removeFolders);

const run = (...words: string[]) => qcode(study, ['frequency', '--summary', ...words], { COLUMNS: '80' });
function out(...words: string[]): string {
  const { stdout, stderr, code } = run(...words);
  // That nobody looked for a code of a query is warned of, and tested with the queries.
  expect({ stderr: stderr.replace(/^warning QC492: .*\n.*\n/, ''), code }).toEqual({ stderr: '', code: 0 });
  return stdout;
}
const FIGURES = ['total', 'minimum', 'maximum', 'mean', 'sd', 'n', 'left_out'];
/** Figures by `code group`; null where a field is empty. */
function figures(...words: string[]): Record<string, (number | null)[]> {
  const rows: Record<string, string>[] = parse(out(...words, '--format', 'csv'), { columns: true });
  return Object.fromEntries(
    rows.map((row) => [
      `${row['code']} ${row['group']}`,
      FIGURES.map((key) => (row[key] === '' ? null : Number(row[key]))),
    ]),
  );
}

describe('qcode frequency --summary', () => {
  it('gives total, least, largest, mean and deviation over the cases of each group', () => {
    const rows = figures();
    // 3, 1, 0: mean 4/3, squares 25/9 + 1/9 + 16/9 = 42/9, over 2.
    expect(rows['money provider']).toEqual([4, 0, 3, 4 / 3, expect.closeTo(Math.sqrt(42 / 18), 12), 3, 0]);
    expect(rows['money government']).toEqual([2, 2, 2, 2, null, 1, 0]);
  });

  it('leaves out cases in which nobody looked, and takes a 0 for a figure', () => {
    const rows = figures();
    expect(rows['trust provider']).toEqual([2, 0, 2, 1, expect.closeTo(Math.SQRT2, 12), 2, 1]);
    expect(rows['trust government']).toEqual([null, null, null, null, null, 0, 1]);
    expect(rows['means government']).toEqual([null, null, null, null, null, 0, 1]);
    const text = out().replace(/\s+/g, ' ');
    expect(text).toMatch(/trust 2 0 2 1\.00 1\.41 2 of 3 /);
    expect(text).toMatch(/trust – – – – – 0 of 1 /);
    expect(text).toContain('Left out is each case without a figure, where nobody looked there for the code');
  });

  it('rolls up, keeps to codes, filters and queries', () => {
    expect(figures('--rollup', '--code', 'means')).toEqual({
      'means provider': [6, 0, 5, 2, expect.closeTo(Math.sqrt(7), 12), 3, 0],
      'means government': [2, 2, 2, 2, null, 1, 0],
    });
    expect(figures('--where', 'area=北', '--code', 'money')['money provider']!.slice(0, 4)).toEqual([4, 1, 3, 2]);
    const asked = figures('--query', 'money near trust within 1 sentence');
    // Of 甲 the two beside trust and the one before it; trust was not looked for in 丙, and the query cannot select it.
    expect(asked['money provider']).toEqual([3, 0, 3, 1.5, expect.closeTo(Math.sqrt(4.5), 12), 2, 1]);
    expect(asked['trust provider']).toEqual([null, null, null, null, null, 0, 3]);
  });

  it('is over what --by makes, without what has no value of it', () => {
    expect(figures('--by', 'source', '--code', 'money')['money provider']).toEqual([
      ...[4, 0, 2, 1, expect.closeTo(Math.sqrt(2 / 3), 12), 4, 0],
    ]);
    expect(figures('--by', 'area', '--code', 'money')['money provider']).toEqual([4, 4, 4, 4, null, 1, 0]);
    expect(figures('--by', 'type', '--code', 'money')).toEqual({
      'money ': [6, 2, 4, 3, expect.closeTo(Math.SQRT2, 12), 2, 0],
    });
    const text = out('--by', 'area').replace(/\s+/g, ' ');
    expect(text).toContain('over 1 value of area of the group provider');
    expect(text).toContain('What has no area is in the total alone.');
    expect(out('--by', 'source')).not.toContain('in the total alone');
  });

  it('takes counts, rates and shares: a total rate is pooled', () => {
    expect(figures('--count', 'cases', '--code', 'money')['money provider']!.slice(0, 3)).toEqual([2, 0, 1]);
    const words = Object.fromEntries(
      (parse(qcode(study, ['sources', '--format', 'csv']).stdout, { columns: true }) as Record<string, string>[]).map(
        (row) => [row['source']!.slice(12), Number(row['words'])],
      ),
    );
    const [first, second, third] = [words['Z1/a.txt']! + words['Z1/b.txt']!, words['Z2/a.txt']!, words['Z3/a.txt']!];
    const [total, least, largest, mean] = figures('--per', '1000words', '--code', 'money')['money provider']!;
    expect(total).toBeCloseTo(4000 / (first + second + third), 9);
    expect([least, largest]).toEqual([0, expect.closeTo(3000 / first, 9)]);
    expect(mean).toBeCloseTo((3000 / first + 1000 / second) / 3, 9);
    expect(figures('--percent', 'column', '--code', 'money')['money provider']!.slice(1, 3)).toEqual([60, 100]);
  });

  it('draws bars against the largest total, in the terminal and in Markdown, and none in CSV and JSON', () => {
    expect(out('--code', 'money', '--code', 'trust')).toMatch(/ 3 {2}⣿{8}\n *trust .* 2 of 3 {2}⣿{4}\n/);
    expect(out('--format', 'markdown')).toMatch(/\| &emsp;trust +\|.*\| 2 of 3 \| ⣿{4} +\|/);
    expect(out('--code', 'money', '--code', 'trust')).toContain('bar: the total, against the largest, 4.');
    for (const format of ['csv', 'json']) expect(out('--format', format)).not.toMatch(/[⡇⣿]|bar/);
    const { sections } = JSON.parse(out('--json')) as { sections: { blocks: { rows: { cells: unknown[] }[] }[] }[] };
    expect(sections[0]!.blocks[0]!.rows[1]!.cells.slice(0, 5)).toEqual(['money', 'provider', 4, 0, 3]);
  });

  it('fits 80 columns with long Chinese names', () => {
    const lines = out().split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
    expect(lines.filter((line) => /项目资金的数额与拨付 +\d/.test(line))).toHaveLength(2);
  });

  it('is over sources where nobody named cases', () => {
    const { 'cases.csv': _, ...files } = SMALL;
    const folder = folderWith({
      ...files,
      'transcripts/a.txt': 'R: Funding of trust.\n',
      'transcripts/d.txt': '答：资金靠信任。\n',
    });
    expect(qcode(folder, ['frequency', '--summary']).stdout).toContain('Code frequency over 2 sources: segments');
  });

  it.each([
    [['--mean'], '--summary and --mean exclude each other'],
    [['--long'], '--summary and --long exclude each other'],
    [['--percent', 'row'], 'have the same mean whatever the text'],
    [['--test'], '--summary is of the table of counts'],
  ])('refuses %s, which says something else', (words, message) => {
    const { stdout, stderr, code } = run(...words);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(message);
  });
});
