import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../src/coding/anchor.js';
import type { Verdict } from '../../src/coding/event.js';
import { printEvent } from '../../src/coding/print-event.js';
import { digestOf } from '../../src/text/digest.js';
import { encode } from '../../src/text/utf8.js';
import { CODEBOOK, SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const TEXT = SMALL['transcripts/a.txt'].replace(/^---[\s\S]*?---\n/, '');

/** A line of a log that codes the only place of some words, or answers rules that do. */
function coded(id: string, code: string, words: string, verdict?: Verdict, at = '2026-01-02T03:04:05Z'): string {
  const text = encode(TEXT);
  const start = encode(TEXT.slice(0, TEXT.indexOf(words))).length;
  const anchor = anchorOf({ start, end: start + encode(words).length }, text, digestOf(text));
  return `${printEvent({ event: 'apply', id, at, code, anchor, ...(verdict && { verdict }) })}\n`;
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

  it('wants a name that is not empty', () => {
    const { code, stderr } = qcode(study(), ['codebook', 'rename', 'trust', 'trust', '--name', '', '--yes']);
    expect({ code, told: stderr.split('\n')[0] }).toEqual({
      code: 1,
      told: 'codebook.yaml: error QC126: the new name is empty',
    });
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

describe('what a merge does to verdicts and keyword hits', () => {
  const WORDS = 'Funding is a grant of trust.';
  const figure = (folder: string, code: string): string =>
    segments(folder, '--case', 'A1')
      .split('\n')
      .find((line) => line.startsWith(`${code},`))!;
  const judged = (...lines: string[]): string =>
    folderWith({ ...SMALL, 'codings/ann/transcripts/a.txt.jsonl': lines.join('') });

  it.each([
    ['trust', 'grant'],
    ['grant', 'trust'],
  ])('keeps the acceptance of one code where the other was rejected: %s into %s', (from, into) => {
    const folder = judged(coded('c1', 'grant', WORDS, 'accept'), coded('c2', 'trust', WORDS, 'reject'));
    expect(figure(folder, 'grant')).toBe('grant,1,1');
    const { stdout } = qcode(folder, ['codebook', 'merge', from, into, '--yes']);
    expect(stdout).not.toContain('will');
    expect(figure(folder, into)).toBe(`${into},1,1`);
    expect(qcode(folder, ['codings', 'list', '--format', 'csv']).stdout).toContain('accept');
  });

  it('names an acceptance that a later rejection of the other code overturns', () => {
    const folder = judged(
      coded('c1', 'grant', WORDS, 'accept'),
      coded('c2', 'trust', WORDS, 'reject', '2026-02-02T03:04:05Z'),
    );
    expect(qcode(folder, ['codebook', 'merge', 'grant', 'trust']).stdout).toMatch(
      /^ann accepted grant at \d+–\d+ of transcripts\/a\.txt and rejected trust later: the acceptance will not count\.$/m,
    );
  });

  it('names a rejection that comes to answer hits of the other code', () => {
    const folder = judged(coded('c1', 'trust', WORDS, 'reject'), coded('c2', 'trust', 'No funds, no trust.', 'reject'));
    const { stdout } = qcode(folder, ['codebook', 'merge', 'trust', 'grant']);
    expect(stdout.match(/.*will.*/g)).toEqual([
      expect.stringMatching(
        /^ann rejected trust at \d+–\d+ of transcripts\/a\.txt, where keywords find grant: this will be rejected too\.$/,
      ),
    ]);
  });

  it('counts the segments that one coder gave both codes, which two codings will lie on', () => {
    const both = [
      coded('c1', 'grant', WORDS),
      coded('c2', 'trust', WORDS),
      coded('c3', 'trust', 'No funds, no trust.'),
    ];
    const told = (folder: string) => qcode(folder, ['codebook', 'merge', 'grant', 'trust']).stdout;
    const twice = /segments? ha\w+ both codes.*/u;
    expect(told(judged(...both))).toMatch(
      /^1 segment has both codes from one coder: two codings with trust will lie on it, and count once\.$/m,
    );
    expect(told(judged(...both.slice(1)))).not.toMatch(twice);
    // Of two answers to rules one is left.
    const accepted = (id: string, code: string) => coded(id, code, WORDS, 'accept');
    expect(told(judged(accepted('c1', 'grant'), accepted('c2', 'trust')))).not.toMatch(twice);
    expect(told(judged(accepted('c1', 'grant'), coded('c2', 'trust', WORDS)))).toMatch(twice);
  });

  it('counts the hits that an exception of the other code takes', () => {
    const yaml = CODEBOOK.replace(
      '    keywords: [trust, 信任]',
      '    keywords: [trust, 信任]\n    except: [a grant of]',
    );
    const folder = folderWith({ ...SMALL, 'codebook.yaml': yaml });
    expect(qcode(folder, ['codebook', 'merge', 'grant', 'trust']).stdout).toContain(
      'No coding by hand has the code grant. What was coded grant counts as trust.\n',
    );
    const loose = folderWith({ ...SMALL, 'codebook.yaml': yaml.replace('[trust, 信任]', '[信任]') });
    expect(qcode(loose, ['codebook', 'merge', 'grant', 'trust']).stdout).toContain(
      '1 segment that keywords code now will not be coded: exceptions of one code hold for the keywords of the other.\n',
    );
  });
});

describe('an id that codings have and no code', () => {
  const orphaned = (): string =>
    folderWith({ ...SMALL, 'codings/ann/transcripts/a.txt.jsonl': coded('c1', 'gone', 'No funds, no trust.') });
  const warning =
    '1 coding by hand in 1 log of 1 coder has the id gone already, which no code has: this counts then, too.';

  it('is told where a code would get it', () => {
    expect(qcode(orphaned(), ['codebook', 'rename', 'trust', 'gone']).stdout).toContain(warning);
    expect(qcode(orphaned(), ['codebook', 'add', 'Gone']).stdout).toContain(warning);
    expect(qcode(orphaned(), ['codebook', 'add', 'Went']).stdout).not.toContain('already');
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

  it('stays where the disk does not let it go, and the codebook is written', () => {
    const folder = folderWith({ ...SMALL, ...memo('trust', 'On trust.'), 'memos/code/confidence.md/in-the-way': '' });
    const { stdout, stderr, code } = qcode(folder, ['codebook', 'rename', 'trust', 'confidence', '--yes']);
    expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, last: 'written: codebook.yaml' });
    expect(stderr).toBe(
      'The memo on trust cannot be made one on confidence: it is a folder.\nIt is still memos/code/trust.md; move it by hand.\n',
    );
    expect(readFileSync(join(folder, 'memos/code/trust.md'), 'utf8')).toContain('On trust.');
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

  it('makes no twin of a code, and wants an id where the name makes none', () => {
    const folder = study();
    const { code, stderr } = qcode(folder, ['codebook', 'add', 'Trust', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('there is a code "trust" already');
    expect(qcode(folder, ['codebook', 'add', ' ', '--yes'])).toMatchObject({ code: 2, stdout: '' });
    expect(qcode(folder, ['codebook', 'add', '😀', '--yes']).stderr).toContain('no id can be made of the name "😀"');
    expect(codebookOf(folder)).toBe(CODEBOOK);
    expect(qcode(folder, ['codebook', 'add', '😀', '--id', 'joy', '--yes']).code).toBe(0);
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

describe('qcode codebook move', () => {
  it('puts a code below another, and says what counts where', () => {
    const folder = study();
    expect(qcode(folder, ['codebook', 'move', 'trust']).stderr).toContain('Give --below CODE, or --top.');
    qcode(folder, ['codebook', 'add', 'Whole', '--id', 'whole', '--yes']);
    const { stdout, code } = qcode(folder, ['codebook', 'move', 'trust', '--below', 'whole', '--yes']);
    expect(stdout).toContain('it counts below whole and no longer at the top');
    expect(code).toBe(0);
    const { stdout: listed } = qcode(folder, ['codebook', 'list', '--format', 'csv']);
    expect(listed).toMatch(/^trust,.*,whole,/mu);
  });
});
