import { afterAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const study = () =>
  folderWith({
    'qcode.yaml': 'exclude_roles: [interviewer]\n',
    'people.csv': 'source,speaker,consent\ntranscripts/b.txt,罗总,count\ntranscripts/b.txt,李总,quote\n',
    'transcripts/a.txt': 'I: Is there trust?\n\nR: Trust, and twenty grants. TRUST is all.\n',
    'transcripts/b.txt': '访谈者：拖欠吗？\n\n李总：政府购买服务，拖欠。\n\n罗总：拖欠二十万。\n',
    'transcripts/c.txt': '答：又拖欠，又购买服务。\n',
    'common.txt': '\ufeffgrants\r\nTWENTY\r\n\r\n',
  });

const rowsOf = (...words: readonly string[]) => {
  const { stdout, code } = qcode(study(), ['words', '--format', 'csv', ...words]);
  expect(code).toBe(0);
  return (parse(stdout, { columns: true }) as Record<string, string>[]).map(
    ({ word, count, sources, cases }) => `${word} ${count} ${sources} ${cases}`,
  );
};

it('counts the words of respondents, Chinese by runs of characters', () => {
  expect(rowsOf()).toEqual(['拖欠 2 2 2', '购买服务 2 2 2', 'trust 2 1 1']);
  expect(rowsOf('--limit', '1')).toEqual(['拖欠 2 2 2']);
  expect(rowsOf('--min-count', '1', '--source', 'a', '--except', 'common.txt')).toEqual(['trust 2 1 1']);
  expect(rowsOf('--min-count', '3')).toEqual([]);
});

it('needs no codebook, and says what it leaves out', () => {
  const { stdout } = qcode(study(), ['words', '--format', 'markdown']);
  expect(stdout).toContain('3 words that stand at least 2 times.');
  expect(stdout).toContain('1 turn left out, whose speakers did not consent to be quoted');
  expect(stdout).not.toContain('Analysis set');
  const { stderr, code } = qcode(study(), ['words', '--except', 'none.txt']);
  expect(stderr).toContain('none.txt');
  expect(code).toBe(2);
});
