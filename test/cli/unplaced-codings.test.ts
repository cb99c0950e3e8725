import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { A, B, BOTH, comparedStudy } from './compared-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const AFTER = '2026-04-01T09:00:00Z';
const EDITED = { a: 'transcripts/a.txt', b: 'transcripts/b.txt' };
// Only what interviewers say changes: the words that were coded stay, but are too short to be sure of beside other words.
const CORRECTED = A.replace('钱呢？', '经费够不够用？')
  .replace('信任呢？', '你们信得过谁？')
  .replace('还有吗？', '另外呢？');
const CORRECTED_B = B.replace('Money?', 'What about it all?').replace('Trust?', 'Whom would you rely on?');
const correct = (folder: string): string => {
  writeFileSync(join(folder, EDITED.a), CORRECTED);
  writeFileSync(join(folder, EDITED.b), CORRECTED_B);
  return folder;
};
const rows = (folder: string, ...words: string[]): Record<string, string>[] =>
  parse(qcode(folder, [...words, '--format', 'csv']).stdout, { columns: true });
const prose = (folder: string, ...words: string[]): string => qcode(folder, words).stdout.replace(/\s+/g, ' ');
const percent = (folder: string): Record<string, string> =>
  rows(folder, 'agree', 'ann', 'bo').find(({ measure }) => measure === 'percent')!;

const REANCHOR = ['reanchor', '--coder', 'ann', '--coder', 'bo', '--accept-moved', '--accept-fuzzy', '0.5'];

describe('units with codings without a sure place', () => {
  it('are left out of agreement, and said, until the codings have a place again', () => {
    const folder = comparedStudy(BOTH);
    expect([percent(folder)['value'], percent(folder)['n']]).toEqual(['0.6', '5']);
    expect(prose(folder, 'agree', 'ann', 'bo')).not.toContain('sure place');
    correct(folder);
    // Ann laid nothing over the last answer of a.txt, but Bo did; that of b.txt has no code.
    expect([percent(folder)['value'], percent(folder)['n']]).toEqual(['1', '1']);
    for (const view of [[], ['--disagreements'], ['--by', 'code']])
      expect(prose(folder, 'agree', 'ann', 'bo', ...view)).toContain(
        '4 turns on which a coder is not compared (ann on 3, bo on 4), for a coding over them has no sure place in the corrected text. qcode reanchor',
      );
    qcode(folder, REANCHOR);
    expect([percent(folder)['value'], percent(folder)['n']]).toEqual(['0.6', '5']);
  });

  it('leave nothing to compare where there are no others', () => {
    const run = qcode(correct(comparedStudy({ ann: { a: BOTH.ann.a }, bo: { a: BOTH.bo.a } })), ['agree', 'ann', 'bo']);
    expect(run.stderr.replace(/\s+/g, ' ')).toContain('over 3 turns that two of ann, bo saw there are codings without');
    expect(run).toMatchObject({ code: 1, stdout: '' });
  });

  it('stay open in adjudication, also where two others agree on them', () => {
    const cleo = { a: { seen: [1, 3, 5] }, b: { seen: [1, 3] } };
    const dora = { a: { seen: [1, 3, 5] }, b: { seen: [1, 3] } };
    // Once they have a place they are stored where nobody differs: Cleo and Dora do, who saw them too and laid nothing.
    for (const [work, stand] of [
      [BOTH, '3 units agreed or decided, 2 still open'],
      [{ ...BOTH, cleo, dora }, '1 unit agreed or decided, 4 still open'],
    ] as const) {
      const folder = correct(comparedStudy(work));
      const coders = Object.keys(work);
      writeFileSync(join(folder, 'none.csv'), 'source,start,end,decision\n');
      const { stdout } = qcode(folder, ['agree', ...coders, '--adjudicate', 'none.csv']);
      expect(stdout).toContain('1 unit agreed or decided');
      qcode(folder, REANCHOR);
      const listed = rows(folder, 'agree', 'ann', 'bo', '--disagreements', '--open', '--after-adjudication');
      expect(listed.map(({ line }) => line)).toEqual(['6', '2']);
      const later = qcode(folder, ['agree', 'ann', 'bo', '--after-adjudication', '--adjudicate', 'none.csv']);
      expect(later.stdout).toContain(stand);
    }
  });

  it('are all of a source, for the code of a coding that is lost', () => {
    const { ann } = BOTH;
    const work = { ...ann, a: { ...ann.a, codes: [...ann.a.codes, ['还有吗', 'fear'] as const] } };
    const folder = comparedStudy({ ...BOTH, ann: work });
    writeFileSync(join(folder, EDITED.a), A.replace('还有吗？', '除此以外？'));
    // Bo alone laid fear over the last answer: whether Ann did is not known.
    expect([percent(folder)['value'], percent(folder)['n']]).toEqual(['0.8', '5']);
    expect(prose(folder, 'agree', 'ann', 'bo')).toContain('a coding of them is lost: fear of ann in transcripts/a.txt');
  });

  it('are no false hits, and no units without the code, of a rule', () => {
    const codebook = 'codes:\n  - id: money\n    keywords: [钱, money]\n  - id: trust\n  - id: fear\n';
    const folder = comparedStudy({ ann: BOTH.ann }, { 'codebook.yaml': codebook });
    const before = rows(folder, 'rule-check', '--coder', 'ann', '--code', 'money');
    correct(folder);
    const after = rows(folder, 'rule-check', '--coder', 'ann', '--code', 'money');
    const sums = (list: Record<string, string>[]): number[] =>
      ['hits', 'false_hits', 'misses'].map((key) => Math.max(...list.map((row) => Number(row[key]))));
    expect(sums(before)).toEqual([2, 0, 0]);
    expect(sums(after)).toEqual([0, 0, 0]);
  });
});

describe('what was adjudicated before a text was corrected', () => {
  const decided = {
    a: {
      seen: [1, 3],
      codes: [
        ['钱不够', 'money'],
        ['信任有', 'trust'],
      ] as const,
      at: AFTER,
    },
    b: { seen: [3], at: AFTER },
  };

  it('leaves the codings before it what they were, once they are re-anchored', () => {
    const folder = comparedStudy({ ...BOTH, adjudicated: decided });
    const figures = rows(folder, 'agree', 'ann', 'bo');
    const open = rows(folder, 'agree', 'ann', 'bo', '--disagreements', '--open').map(({ line }) => line);
    expect(open).toEqual(['6', '2']);
    correct(folder);
    qcode(folder, [...REANCHOR, '--coder', 'adjudicated']);
    expect(rows(folder, 'agree', 'ann', 'bo')).toEqual(figures);
    expect(rows(folder, 'agree', 'ann', 'bo', '--disagreements', '--open').map(({ line }) => line)).toEqual(open);
    const run = qcode(folder, ['agree', 'ann', 'bo']);
    expect(run.stderr).toBe('');
    expect(run.stdout).not.toContain('left out.');
  });

  const DECIDED = { ...decided, b: { seen: [3], codes: [['Trust, yes.', 'trust']] as const, at: AFTER } };
  const LAST = '没有了。';
  const tableOf = (folder: string, decision: string): string => {
    const [{ start, end }] = rows(folder, 'agree', 'ann', 'bo', '--disagreements', '--after-adjudication').filter(
      ({ text }) => text === LAST,
    ) as [Record<string, string>];
    const path = join(folder, 'decisions.csv');
    writeFileSync(path, `source,start,end,decision\ntranscripts/a.txt,${start},${end},${decision}\n`);
    return path;
  };
  const lastAnswer = { a: { seen: [1, 3, 5], codes: [['没有了', 'fear']] as const, at: AFTER }, b: DECIDED.b };

  it('is open, and cannot be decided anew, where a decision has no sure place', () => {
    const folder = correct(comparedStudy({ ...BOTH, adjudicated: lastAnswer }));
    qcode(folder, REANCHOR);
    const listed = (...more: string[]): (string | undefined)[] =>
      rows(folder, 'agree', 'ann', 'bo', '--disagreements', ...more).flatMap(({ text, decision }) =>
        text === LAST ? [decision] : [],
      );
    expect([listed(), listed('--open')]).toEqual([[''], ['']]);
    for (const view of [[], ['--disagreements']])
      expect(prose(folder, 'agree', 'ann', 'bo', ...view)).toContain(
        'codings of adjudicated over them have no sure place in the corrected text. qcode reanchor --coder adjudicated',
      );
    expect(qcode(folder, ['check']).stdout.replace(/\s+/g, ' ')).toMatch(/QC207.*adjudicated/);
    const log = join(folder, 'codings/adjudicated/transcripts/a.txt.jsonl');
    const before = readFileSync(log, 'utf8');
    const table = tableOf(folder, 'money');
    const refused = qcode(folder, ['agree', 'ann', 'bo', '--adjudicate', table]);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.replace(/\s+/g, ' ')).toMatch(/QC453.*sure place.*qcode reanchor --coder adjudicated/);
    expect(readFileSync(log, 'utf8')).toBe(before);
    qcode(folder, ['reanchor', '--coder', 'adjudicated', '--accept-moved', '--accept-fuzzy', '0.5']);
    expect([listed(), listed('--open')]).toEqual([['fear'], []]);
    expect(qcode(folder, ['agree', 'ann', 'bo', '--adjudicate', table]).stdout).toContain('1 of earlier decisions');
    expect(listed()).toEqual(['money']);
  });

  it.each([
    ['both re-anchored', true],
    ['one re-anchored', false],
  ])('is replaced by one decision, though %s it apart', (_, both) => {
    const folder = comparedStudy({ ...BOTH, adjudicated: lastAnswer });
    // Each unit moves, and each coding of it is sure.
    writeFileSync(join(folder, EDITED.a), A.replace('问：钱呢？', '访谈者：钱呢？'));
    qcode(folder, REANCHOR);
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    const reanchor = ['reanchor', '--coder', 'adjudicated', '--accept-moved'];
    qcode(folder, reanchor);
    if (both) qcode(copy, reanchor);
    expect(qcode(copy, ['agree', 'ann', 'bo', '--adjudicate', tableOf(copy, 'money')]).code).toBe(0);
    const log = 'codings/adjudicated/transcripts/a.txt.jsonl';
    appendFileSync(join(folder, log), readFileSync(join(copy, log), 'utf8'));
    const figures = (of: string): string => qcode(of, ['frequency', '--source', 'a', '--format', 'csv']).stdout;
    expect(figures(folder)).toBe(figures(copy));
    expect(rows(folder, 'agree', 'ann', 'bo', '--disagreements').map(({ decision }) => decision)).toContain('money');
  });

  it('is not stored again either, where nobody differs', () => {
    const folder = correct(comparedStudy({ ...BOTH, adjudicated: decided }));
    qcode(folder, REANCHOR);
    writeFileSync(join(folder, 'none.csv'), 'source,start,end,decision\n');
    const { stdout, stderr } = qcode(folder, ['agree', 'ann', 'bo', '--adjudicate', 'none.csv']);
    expect(stdout).toContain(
      '0 codings are stored as adjudicated in 0 sources: 1 unit agreed or decided, 4 still open',
    );
    expect(stderr).toContain('2 turns stay open: codings of adjudicated over them have no sure place');
  });
});
