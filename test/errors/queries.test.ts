import { afterAll, describe, expect, it } from '@jest/globals';
import { SMALL, folderWith, qcode, removeFolders } from '../cli/run.js';

afterAll(removeFolders);

const saved = (queries: string): string =>
  folderWith({ ...SMALL, 'qcode.yaml': `${SMALL['qcode.yaml']}queries:\n${queries}` });
const renamed = (queries: string): string =>
  folderWith({
    ...SMALL,
    'codebook.yaml': SMALL['codebook.yaml'].replace('- id: trust', '- id: trust\n    was: [信赖]'),
    'qcode.yaml': `${SMALL['qcode.yaml']}queries:\n${queries}`,
  });
const QCA = ['qca', '--condition', 'm=money', '--outcome'];
const UNKNOWN = 'error QC471: the codebook has no code "mony"';

/** Folder, words, how the diagnostic reads, exit code. */
const cases: readonly (readonly [string, () => string, readonly string[], string, number])[] = [
  ['QC470', () => folderWith(SMALL), ['frequency', '--query', 'trust or'], 'query:1:9: error QC470: the query ends', 2],
  ['QC470', () => folderWith(SMALL), ['quotes', 'trust ~ x'], 'query:1:1: error QC470: ~ is asked of text and memo', 2],
  ['QC471', () => folderWith(SMALL), ['quotes', '--query', 'trust near mony'], `query:1:12: ${UNKNOWN}`, 2],
  ['QC471', () => saved('  a: mony\n'), ['kwic', '--query', '@a'], `qcode.yaml:4:6: ${UNKNOWN}`, 2],
  ['QC471', () => saved('  a: mony\n'), ['check'], `qcode.yaml:4:6: ${UNKNOWN}`, 1],
  [
    'QC472',
    () => saved('  a: (trust\n'),
    ['kwic', '--query', '@a'],
    'qcode.yaml:4:6: error QC472: this bracket is not closed',
    1,
  ],
  ['QC472', () => saved('  a: (trust\n'), ['check'], 'qcode.yaml:4:6: error QC472: this bracket is not closed', 1],
  ['QC477', () => renamed('  a: x\n'), ['quotes', '信赖 or money'], 'query:1:1: warning QC477: the code "信赖" was', 0],
  ['QC477', () => renamed('  a: 信赖\n'), ['kwic', '--query', '@a'], 'qcode.yaml:4:6: warning QC477: the code', 0],
  ['QC477', () => renamed('  a: 信赖\n'), ['check'], 'qcode.yaml:4:6: warning QC477: the code "信赖" was renamed', 0],
  ['QC477', () => renamed('  a: 信赖\n'), [...QCA, 'x=@a'], 'qcode.yaml:4:6: warning QC477: the code', 2],
  ['QC477', () => renamed('  a: 信赖\n'), [...QCA, '信赖'], '--outcome:1:1: warning QC477: the code', 2],
  ['QC478', () => saved('  a: trust\n'), ['kwic', '--query', 'money or @b'], 'query:1:10: error QC478: qcode.yaml', 2],
  ['QC478', () => saved('  a: trust\n'), [...QCA, 'x=@b'], '--outcome:1:3: error QC478: qcode.yaml has no', 2],
  ['QC478', () => saved('  a: "@b"\n'), ['check'], 'qcode.yaml:4:7: error QC478: qcode.yaml has no query "b"', 1],
  ['QC479', () => saved('  a: "@b"\n  b: "not @a"\n'), ['kwic', '--query', '@a'], 'qcode.yaml:5:11: error QC479', 1],
  ['QC479', () => saved('  a: trust or @a\n'), ['check'], 'qcode.yaml:4:15: error QC479: the query @a asks', 1],
  ['QC490', () => folderWith(SMALL), ['frequency', '--query', 'typ = x'], 'query:1:1: error QC490: no source has', 2],
  ['QC490', () => saved('  a: typ = x\n'), ['check'], 'qcode.yaml:4:6: error QC490: no source has', 1],
  [
    'QC491',
    () => folderWith(SMALL),
    ['code', '--query', 'type = x'],
    'query:1:8: warning QC491: no source has type',
    0,
  ],
  ['QC491', () => folderWith(SMALL), ['kwic', '--query', 'coder = x'], 'query:1:9: error QC491: there are no', 2],
  ['QC491', () => saved('  a: type = x\n'), ['check'], 'qcode.yaml:4:13: warning QC491: no source has', 0],
  ['QC492', () => folderWith(SMALL), ['code', '--query', 'trust near latent'], 'warning QC492: nobody looked in', 0],
];

describe('diagnostics of queries', () => {
  it.each(cases)('%s %#', (_, folder, words, says, exit) => {
    const { stdout, stderr, code } = qcode(folder(), words);
    // `check` lists findings, and each of them once.
    const told = words[0] === 'check' ? stdout : stderr;
    expect(told).toContain(says);
    expect(told.split(says)).toHaveLength(2);
    expect(code).toBe(exit);
  });
});
