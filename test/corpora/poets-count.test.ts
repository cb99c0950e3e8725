import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { folderWith, qcode, removeFolders } from '../cli/run.js';
import { describeCorpus, textOf } from './corpus.js';

/* Five interviews with poets, from a table to labelled text, through the whole command. */

const POETS = ['armantrout', 'gluck', 'mcmichael', 'mohammad', 'wrigley'] as const;

const CODEBOOK = `title: Writing and computers
codes:
  - id: tools
    codes:
      - id: paper
        keywords: [notebook*, pen, pencil*, typewriter*, longhand, by hand]
        except: [pencil in]
      - id: computer
        keywords: [computer*, laptop*, Word, {stem: file}]
        except: [word for word]
  - id: revision
    keywords: [revis*, {stem: draft}, rewrit*, rewrote]
  - id: change
    keywords:
      - {any: [chang*, differen*], near: [computer*, screen*, typewriter*], within: {words: 15}, unless: [don't think]}
      - {any: [don't know], speaker: DB}
  - id: apostrophe
    keywords: [it's, didn't]
`;

interface Row {
  readonly speaker: string;
  readonly words: string;
}

const said = ({ words }: Row): string => words.replace(/&#8212;/g, '—').trim();
const speakerOf = ({ speaker }: Row): string => speaker.trim().replace(/:$/, '');

/** As a transcriber types it: a row without a speaker goes on with the one before. */
const labelled = (rows: readonly Row[]): string =>
  rows.map((row) => `${speakerOf(row) === '' ? '' : `${speakerOf(row)}: `}${said(row)}\n`).join('\n');

afterAll(removeFolders);

describeCorpus('en-ohd-poets', (corpus) => {
  const rowsOf = (poet: string): Row[] =>
    parse(textOf(corpus, `${poet}.csv`), { columns: true, bom: true, relax_column_count: true }) as unknown as Row[];
  let folder = '';
  const run = (command: string, ...words: string[]): string => {
    const { stdout, stderr, code } = qcode(folder, [
      command,
      '--codebook',
      'codebook.yaml',
      'interviews',
      '--format',
      'csv',
      ...words,
    ]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    return stdout;
  };
  const table = (command: string, ...words: string[]): Record<string, string>[] =>
    parse(run(command, ...words), { columns: true });

  beforeAll(() => {
    const files = Object.fromEntries(POETS.map((poet) => [`interviews/${poet}.txt`, labelled(rowsOf(poet))]));
    folder = folderWith({ ...files, 'codebook.yaml': CODEBOOK });
  });

  it('turns of every speaker are the rows of the table that name one', () => {
    const found = table('sources', '--speakers');
    for (const poet of POETS) {
      const expected: Record<string, number> = {};
      for (const row of rowsOf(poet))
        if (speakerOf(row) !== '') expected[speakerOf(row)] = (expected[speakerOf(row)] ?? 0) + 1;
      const rows = found.filter(({ source, speaker }) => source === `${poet}.txt` && speaker !== '');
      expect(Object.fromEntries(rows.map(({ speaker, turns }) => [speaker, Number(turns)]))).toEqual(expected);
    }
  });

  it('words of every speaker are those of the rows, a blank one with the one before', () => {
    const found = table('sources', '--speakers');
    // Words begin with letters or decimal digits: 80s, 1st and 8x11 are one each, ½ is none.
    const tokens = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_]*/gu;
    for (const poet of POETS) {
      const expected = new Map<string, number>();
      let speaker = '';
      for (const row of rowsOf(poet)) {
        speaker = speakerOf(row) || speaker;
        // What a transcriber notes beside the words is none of them; inner ' and - keep a word together, a point a number.
        const speech = said(row)
          .replace(/\(Phone rings\)|\(Indiscernible, 55:05\)|\[inaudible 01:11:26\]|[[(]\d+:\d\d(?::\d\d)?[\])]/g, ' ')
          .replace(/(?<=[\p{L}\p{N}])['’‐-](?=[\p{L}\p{N}])/gu, '_')
          .replace(/(?<=\d)[.,](?=\d)/g, '');
        expected.set(speaker, (expected.get(speaker) ?? 0) + (speech.match(tokens) ?? []).length);
      }
      for (const { source, speaker: who, words } of found) {
        if (source === `${poet}.txt` && who !== '')
          expect([poet, who, Number(words)]).toEqual([poet, who, expected.get(who!)]);
      }
    }
  });

  it('hits of plain keywords are those of an expression over the words', () => {
    const hits = table('frequency', '--count', 'hits');
    const patterns: Record<string, RegExp> = {
      paper: /\b(?:notebook\w*|pen|pencil\w*|typewriter\w*|longhand|by\s+hand)\b/gi,
      computer: /\b(?:computer\w*|laptop\w*|word(?!\s+for\s+word)|file|files|filed|filing)\b/gi,
      revision: /\b(?:revis\w*|draft|drafts|drafted|drafting|rewrit\w*|rewrote)\b/gi,
      apostrophe: /\b(?:it|didn)['’](?:s|t)\b/gi,
    };
    for (const [code, pattern] of Object.entries(patterns)) {
      const row = hits.find((one) => one.code === code)!;
      for (const poet of POETS) {
        const expected = rowsOf(poet).reduce((sum, one) => sum + (said(one).match(pattern) ?? []).length, 0);
        expect([code, poet, Number(row[`${poet}.txt`])]).toEqual([code, poet, expected]);
      }
    }
    expect(hits.map(({ code, total }) => [code, total === '' ? null : Number(total) > 0])).toEqual([
      ['tools', null],
      ['paper', true],
      ['computer', true],
      ['revision', true],
      ['change', true],
      ['apostrophe', true],
    ]);
  });

  it('rolled up and by speaker the sums hold', () => {
    const whole = table('frequency', '--rollup', '--count', 'hits');
    const own = table('frequency', '--count', 'hits');
    const of = (rows: Record<string, string>[], code: string, column: string): number =>
      Number(rows.find((row) => row.code === code)![column]);
    for (const column of [...POETS.map((poet) => `${poet}.txt`), 'total']) {
      expect(of(whole, 'tools', column)).toBe(of(own, 'paper', column) + of(own, 'computer', column));
    }
    const bySpeaker = table('frequency', '--by', 'speaker', '--count', 'hits');
    for (const row of bySpeaker) {
      const { code, total, ...columns } = row;
      expect([code, Object.values(columns).reduce((sum, cell) => sum + Number(cell), 0)]).toEqual([
        code,
        Number(total),
      ]);
    }
    expect(Number(bySpeaker.find(({ code }) => code === 'change')!.DB)).toBeGreaterThan(0);
  });

  it('the codebook on school, made for other people, runs and finds its few words', () => {
    const school = qcode(folder, [
      'frequency',
      '--codebook',
      `${process.cwd()}/codebooks/school-experience.yaml`,
      'interviews',
      '--format',
      'csv',
      '--count',
      'hits',
    ]);
    expect({ stderr: school.stderr, code: school.code }).toEqual({ stderr: '', code: 0 });
    const rows = parse(school.stdout, { columns: true }) as Record<string, string>[];
    const friends = POETS.flatMap(rowsOf).reduce(
      (sum, row) =>
        sum +
        (said(row).match(/\b(?:friend\w*|best\s+mate|mates|fell\s+out|made\s+up\s+with|clique\w*)\b/gi) ?? []).length,
      0,
    );
    expect(Number(rows.find(({ code }) => code === 'friendship')!.total)).toBe(friends);
  });
});
