import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const THEORY = `rules:
  - {name: a, if: trust and not money, then: [x], expect: "@both"}
  - {name: b, if: tr* or money/*, then: [y]}
judgements:
  # 注释留着
  - {case: D1, code: trust, value: false, why: w, quotations: [资金靠信任]}
`;
const study = (): string =>
  folderWith({
    ...SMALL,
    'qcode.yaml': `${SMALL['qcode.yaml']}queries:\n  both: money near trust\n  "两者": "@both or tr*"\n`,
    'theory.yaml': THEORY,
  });
const textsOf = (folder: string): string[] =>
  ['qcode.yaml', 'theory.yaml'].map((file) => readFileSync(join(folder, file), 'utf8'));
const preview = (folder: string, ...words: string[]): string[] =>
  qcode(folder, ['codebook', ...words])
    .stdout.split('\n')
    .filter((line) => /^(theory\.yaml|qcode\.yaml|@[^@])/.test(line));
/** What is selected, and how each rule stands. */
const answers = (folder: string): (string | undefined)[] => {
  const quoted = JSON.parse(qcode(folder, ['quotes', '--query', '@两者', '--format', 'json']).stdout) as object;
  const theory = qcode(folder, ['theory', '--format', 'csv']).stdout;
  return [
    JSON.stringify(quoted)
      .match(/资金靠信任|grant of trust/gu)
      ?.join(),
    theory.replaceAll('confidence', 'trust'),
  ];
};

describe('renaming a code that queries name', () => {
  it('shows where, edits neither file, and changes no answer', () => {
    const folder = study();
    const [before, texts] = [answers(folder), textsOf(folder)];
    const words = ['rename', 'trust', 'trusting', '--yes'];
    expect(preview(folder, ...words)).toEqual([
      'theory.yaml:2, 6, @both: trust is understood as trusting then, and every use says so.',
    ]);
    expect(textsOf(folder)).toEqual(texts);
    expect(answers(folder).map((one) => one?.replaceAll('trusting', 'trust'))).toEqual(before);
    const { stdout, code } = qcode(folder, ['check']);
    expect(stdout).toContain(
      'theory.yaml:2:19: warning QC477: the code "trust" was renamed or merged: it is trusting now (lines 2, 6)',
    );
    expect(stdout).toContain('qcode.yaml:4:20: warning QC477');
    expect(code).toBe(0);
  });

  it('says which patterns select other codes then', () => {
    const folder = study();
    expect(preview(folder, 'rename', 'trust', 'confidence')).toEqual([
      'theory.yaml:3, @两者: tr* no longer selects what is coded trust.',
      'theory.yaml:3, qcode.yaml:5: this will be an error: no code is tr*.',
      'theory.yaml:2, 6, @both: trust is understood as confidence then, and every use says so.',
    ]);
    expect(preview(folder, 'rename', 'latent', 'tricks')).toEqual([
      'theory.yaml:3, @两者: tr* selects what is coded latent, too.',
    ]);
  });

  it('says where the new id is that of a theme', () => {
    expect(preview(study(), 'rename', 'latent', 'y')).toEqual(['theory.yaml:3: this will be an error: "y" is a code.']);
  });

  it('says nothing of what nobody asks for', () => {
    expect(preview(study(), 'rename', 'latent', '潜在')).toEqual([]);
  });
});

describe('merging codes that queries name', () => {
  it('says of each what it selects then', () => {
    const folder = study();
    expect(preview(folder, 'merge', 'trust', 'money')).toEqual([
      'theory.yaml:2: trust and (not money) selects nothing then.',
      'theory.yaml:2, @both: trust selects what is coded money, too.',
      'theory.yaml:2, @both: money selects what is coded trust, too.',
      'theory.yaml:3, @两者: tr* no longer selects what is coded trust.',
      'theory.yaml:6: the judgement on trust in D1 (false) will hold there of money, too, before what is coded.',
      'theory.yaml:3, qcode.yaml:5: this will be an error: no code is tr*.',
      'theory.yaml:2, 6, @both: trust is understood as money then, and every use says so.',
    ]);
  });

  it('says of a judgement what it holds of then', () => {
    const folder = study();
    expect(preview(folder, 'merge', 'trust', 'money')).toContain(
      'theory.yaml:6: the judgement on trust in D1 (false) will hold there of money, too, before what is coded.',
    );
    expect(preview(folder, 'merge', 'latent', 'trust')).toContain(
      'theory.yaml:6: the judgement on trust in D1 (false) will hold there of latent, too, before what is coded.',
    );
  });

  it('says where a case would be judged twice of one code', () => {
    const folder = study();
    writeFileSync(join(folder, 'theory.yaml'), `${THEORY}  - {case: D1, code: latent, value: true, why: w}\n`);
    expect(preview(folder, 'merge', 'latent', 'trust')).toContain(
      'theory.yaml:7: this will be an error: "trust" in D1 is judged on line 6 already.',
    );
  });

  it('is told by every query that names them', () => {
    const folder = study();
    qcode(folder, ['codebook', 'merge', 'latent', 'trust', '--yes']);
    const { stdout, stderr, code } = qcode(folder, ['frequency', '--query', 'latent or money']);
    expect(stderr).toContain('query:1:1: warning QC477: the code "latent" was renamed or merged: it is trust now');
    expect(stdout.replaceAll('\n', ' ')).toContain('only codings where trust or money (latent or money)');
    expect(code).toBe(0);
  });
});

describe('moving a code that queries name by what is above it', () => {
  it('says what they no longer select, and what will be an error', () => {
    const folder = study();
    writeFileSync(join(folder, 'theory.yaml'), 'rules:\n  - {name: a, if: money/*, then: [x]}\n');
    expect(preview(folder, 'move', 'trust', '--below', 'money', '--yes')).toEqual([
      'theory.yaml:2: money/* selects what is coded trust, too.',
    ]);
    qcode(folder, ['codebook', 'move', 'latent', '--below', 'trust', '--yes']);
    writeFileSync(join(folder, 'theory.yaml'), 'rules:\n  - {name: 甲, if: trust/*, then: [x]}\n');
    expect(preview(folder, 'move', 'latent', '--top')).toEqual([
      'theory.yaml:2: trust/* no longer selects what is coded latent.',
      'theory.yaml:2: this will be an error: no code is trust/*.',
    ]);
  });
});
