import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../src/coding/anchor.js';
import { printEvent } from '../../src/coding/print-event.js';
import { digestOf } from '../../src/text/digest.js';
import { encode } from '../../src/text/utf8.js';
import { CODEBOOK, SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const TEXT = SMALL['transcripts/a.txt'].replace(/^---[\s\S]*?---\n/, '');

/** A line of a log that codes the only place of some words. */
function coded(id: string, code: string, words: string): string {
  const text = encode(TEXT);
  const start = encode(TEXT.slice(0, TEXT.indexOf(words))).length;
  const anchor = anchorOf({ start, end: start + encode(words).length }, text, digestOf(text));
  return `${printEvent({ event: 'apply', id, at: '2026-01-02T03:04:05Z', code, anchor })}\n`;
}

const study = (): string =>
  folderWith({
    ...SMALL,
    'codings/ann/transcripts/a.txt.jsonl': coded('c1', 'trust', 'No funds, no trust.') + coded('c2', 'latent', 'grant'),
    'codings/ben/transcripts/a.txt.jsonl': coded('c1', 'trust', 'Funding is a grant of trust.'),
  });
const codebookOf = (folder: string): string => readFileSync(join(folder, 'codebook.yaml'), 'utf8');
const segments = (folder: string, ...words: string[]): string =>
  qcode(folder, ['frequency', '--manual', '--format', 'csv', ...words]).stdout;

describe('qcode codebook rename', () => {
  it('shows what it would do, and writes nothing without a yes', () => {
    const folder = study();
    const { stdout, stderr, code } = qcode(folder, [
      'codebook',
      'rename',
      'trust',
      'confidence',
      '--name',
      'Confidence',
    ]);
    expect(stdout).toBe(`codebook.yaml
@@ line 5 @@
      codes:
        - id: grant
          keywords: [grant]
-   - id: trust
+   - id: confidence
+     was: [trust]
+     name: Confidence
      keywords: [trust, 信任]
    - id: latent
2 codings by hand in 2 logs of 2 coders have the code trust. What was coded trust counts as confidence.
`);
    expect(stderr).toBe('Nothing was written. Add --yes to write it.\n');
    expect(code).toBe(1);
    expect(codebookOf(folder)).toBe(CODEBOOK);
  });

  it('leaves every figure what it was', () => {
    const folder = study();
    const log = join(folder, 'codings/ann/transcripts/a.txt.jsonl');
    const [before, lines] = [segments(folder), readFileSync(log, 'utf8')];
    expect(before).toContain('\ntrust,2,2,\n');
    const { code, stdout } = qcode(folder, ['codebook', 'rename', 'trust', 'confidence', '--yes']);
    expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, last: 'written: codebook.yaml' });
    expect(segments(folder)).toBe(before.replace('\ntrust,', '\nconfidence,'));
    expect(readFileSync(log, 'utf8')).toBe(lines);
    expect(qcode(folder, ['check']).stdout).not.toContain('QC208');
    expect(qcode(folder, ['codebook', 'show', 'confidence']).stdout).toMatch(/Formerly\n=+\n\n.*trust/);
  });

  it('makes the old id say what it is called now', () => {
    const folder = study();
    qcode(folder, ['codebook', 'rename', 'trust', 'confidence', '--yes']);
    const { stderr, code } = qcode(folder, ['frequency', '--manual', '--code', 'trust']);
    expect({ stderr, code }).toEqual({
      code: 2,
      stderr:
        'error: the code "trust" was renamed or merged: it is confidence now\n  remedy: Name confidence: what was coded trust is among its codings.\n',
    });
  });
});

describe('qcode codebook merge', () => {
  it('counts the codings of both as those of one', () => {
    const folder = study();
    const { code, stdout } = qcode(folder, ['codebook', 'merge', 'latent', 'trust', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      '1 coding by hand in 1 log of 1 coder has the code latent. What was coded latent counts as trust.',
    );
    expect(codebookOf(folder)).toBe(
      CODEBOOK.replace('  - id: latent\n', '').replace('id: trust\n', 'id: trust\n    was: [latent]\n'),
    );
    expect(segments(folder)).toContain('\ntrust,3,3,\n');
  });
});

describe('the memo on a code', () => {
  const memo = (code: string, text: string) => ({
    [`memos/code/${code}.md`]: `---\ntype: theory\non: code ${code}\n---\n\n${text}\n`,
  });

  it('goes with its code', () => {
    const folder = folderWith({ ...SMALL, ...memo('trust', 'On trust.'), ...memo('latent', 'On what is latent.') });
    const { stdout } = qcode(folder, ['codebook', 'rename', 'trust', 'confidence', '--yes']);
    expect(stdout).toContain('The memo on trust is one on confidence now.\n');
    const path = join(folder, 'memos/code/confidence.md');
    expect(readFileSync(path, 'utf8')).toBe('---\ntype: theory\non: code confidence\n---\n\nOn trust.\n');
    qcode(folder, ['codebook', 'merge', 'latent', 'confidence', '--yes']);
    expect(readFileSync(path, 'utf8')).toBe(
      '---\ntype: theory\non: code confidence\n---\n\nOn trust.\n\nOn what is latent.\n',
    );
    expect(readdirSync(join(folder, 'memos/code'))).toEqual(['confidence.md']);
  });
});

describe('qcode codebook add', () => {
  it('makes the id of the name, also for the first code of a codebook', () => {
    const folder = study();
    expect(qcode(folder, ['codebook', 'add', 'Client trust', '--below', 'trust', '--yes']).code).toBe(0);
    expect(codebookOf(folder)).toContain(
      '    keywords: [trust, 信任]\n    codes:\n      - id: client-trust\n        name: Client trust\n  - id: latent\n',
    );
    const empty = folderWith({ ...SMALL, 'codebook.yaml': 'title: To come # yet\n' });
    expect(qcode(empty, ['codebook', 'add', '信任', '--definition', 'In whom: and why', '--yes'])).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(codebookOf(empty)).toBe("title: To come # yet\ncodes:\n  - id: 信任\n    definition: 'In whom: and why'\n");
  });

  it('edits a codebook without a study', () => {
    const folder = folderWith({ 'codes.yaml': '\ufeffcodes:\r\n  - id: a # one\r\n' });
    const { code } = qcode(folder, ['codebook', 'add', 'B', '--codebook', 'codes.yaml', '--yes']);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'codes.yaml'), 'utf8')).toBe(
      '\ufeffcodes:\r\n  - id: a # one\r\n  - id: b\r\n    name: B\r\n',
    );
  });

  it('does not touch a codebook with mistakes', () => {
    const wrong = CODEBOOK.replace('keywords: [grant]', 'keyword: [grant]');
    const folder = folderWith({ ...SMALL, 'codebook.yaml': wrong });
    const { code, stderr } = qcode(folder, ['codebook', 'add', 'B', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('codebook.yaml:7:9: error QC107');
    expect(codebookOf(folder)).toBe(wrong);
  });
});
