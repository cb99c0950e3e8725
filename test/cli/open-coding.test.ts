import { afterAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const EMPTY = '# mine\ntitle: Open   # kept\ncodes: []   # none yet\n# the end\n';
const study = (codebook: string, keys = '') => folderWith({ ...SMALL, 'codebook.yaml': codebook, keys });
const env = { QCODE_CODER: 'chan' };
const bookIn = (folder: string): string => readFileSync(join(folder, 'codebook.yaml'), 'utf8');

describe('a study that has no code yet', () => {
  it.each([EMPTY, '', '# nothing\n', 'title: x\n'])('is begun in the terminal: %j', (codebook) => {
    const folder = study(codebook, 'c "First code" return j v i return frame z z');
    const { stdout, stderr, code } = qcode(folder, ['tag', 'a', '--script', 'keys'], env);
    expect([stderr, code]).toEqual(['', 0]);
    const [made, undone] = stdout.split(/\n(?= transcripts)/u);
    expect(made).toContain('coded 2');
    expect(undone).toContain('coded 0');
    expect(undone).toContain('none yet: c makes one');
    expect(bookIn(folder)).toBe(codebook);
  });

  it('keeps the comments of its codebook when the first code is made', () => {
    const folder = study(EMPTY, 'c "First code" return');
    expect(qcode(folder, ['tag', 'a', '--script', 'keys'], env).code).toBe(0);
    const made =
      '# mine\ntitle: Open   # kept\ncodes:   # none yet\n  - id: first-code\n    name: First code\n# the end\n';
    expect(bookIn(folder)).toBe(made);
    expect(qcode(folder, ['frequency'], env)).toMatchObject({ code: 0, stderr: '' });
  });

  it('can be looked at and searched; that there is no code is a warning to check and an error to figures', () => {
    const folder = study(EMPTY);
    for (const words of [['find', 'the'], ['sources'], ['codings', 'list'], ['codebook', 'list']])
      expect([words, qcode(folder, words, env)]).toMatchObject([words, { code: 0, stderr: '' }]);
    const checked = qcode(folder, ['check'], env);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain('codebook.yaml:3:1: warning QC114: this codebook has no codes');
    for (const words of [['frequency'], ['cooccurrence'], ['report'], ['code']]) {
      const { code, stderr } = qcode(folder, words, env);
      expect([words, code]).toEqual([words, 1]);
      expect(stderr).toContain('error QC114');
    }
  });
});
