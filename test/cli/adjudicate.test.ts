import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BOTH, YAML, comparedStudy, snapshotsOf } from './compared-study.js';
import { agree } from '../../src/commands/agree.js';
import { tag } from '../../src/commands/tag.js';
import { qcode, removeFolders, wordsOf } from './run.js';

afterAll(removeFolders);

const PAIR = ['ann', 'bo'];
const HEADER = 'source,start,end,decision\n';
const measures = (folder: string): string => qcode(folder, ['agree', '--format', 'csv']).stdout;
const fails = (folder: string, ...words: string[]) => {
  const { stdout, stderr, code } = qcode(folder, ['agree', ...words]);
  expect(stdout).toBe('');
  return { stderr, code };
};

describe('--adjudicate', () => {
  /** Writes the disagreements with these decisions in the column, one a row; what is not given stays as it stands. */
  const decide = (folder: string, ...decisions: string[]): string => {
    const { stdout } = qcode(folder, ['agree', ...PAIR, '--disagreements', '--format', 'csv']);
    const [header, ...rows] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const at = header!.indexOf('decision');
    const filled = rows.map((row, i) => row.map((cell, k) => (k === at ? (decisions[i] ?? cell) : cell)));
    writeFileSync(join(folder, 'decided.csv'), `${[header!, ...filled].map((row) => row.join(',')).join('\n')}\n`);
    return 'decided.csv';
  };
  const listed = (folder: string): string[] =>
    qcode(folder, ['codings', 'list', '--coder', 'adjudicated', '--format', 'jsonl'])
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>)
      .map(({ source, code, quotation }) => `${source!.slice(12)} ${code} ${quotation}`);

  it('stores what is agreed and what is decided, and leaves the rest open', () => {
    const folder = comparedStudy(BOTH);
    const file = decide(folder, 'fear');
    const trial = qcode(folder, ['agree', '--adjudicate', file, '--dry-run']);
    expect(trial.stdout).toBe(
      '3 codings would be stored as adjudicated in 2 sources: 4 units agreed or decided, 1 still open\n',
    );
    const run = qcode(folder, ['agree', '--adjudicate', file]);
    expect(run.code).toBe(0);
    expect(run.stdout).toBe(
      '3 codings are stored as adjudicated in 2 sources: 4 units agreed or decided, 1 still open\n',
    );
    expect(run.stderr).toContain('From now on figures come from the coder adjudicated');
    // The segment where both laid the same, else the unit.
    expect(listed(folder)).toEqual(['a.txt money 钱不够', 'a.txt trust 信任有', 'a.txt fear 没有了。']);
  });

  it('again with the same file stores nothing; with another decision it replaces, and the measures stay', () => {
    const folder = comparedStudy(BOTH);
    const before = measures(folder);
    qcode(folder, ['agree', '--adjudicate', decide(folder, 'fear', 'money; fear')]);
    expect(listed(folder).slice(3)).toEqual([
      'b.txt money Money is late. We fear it.',
      'b.txt fear Money is late. We fear it.',
    ]);
    const log = readFileSync(join(folder, 'codings/adjudicated/transcripts/b.txt.jsonl'), 'utf8');
    expect(qcode(folder, ['agree', '--adjudicate', 'decided.csv']).stdout).toContain(
      '0 codings are stored as adjudicated in 0 sources',
    );
    expect(readFileSync(join(folder, 'codings/adjudicated/transcripts/b.txt.jsonl'), 'utf8')).toBe(log);
    expect(measures(folder)).toBe(before);
    expect(qcode(folder, ['agree', '--adjudicate', decide(folder)]).stdout).toContain('0 codings are stored');
    const again = qcode(folder, ['agree', '--adjudicate', decide(folder, '(none)', 'money')]);
    expect(again.stdout).toContain(
      '0 codings are stored as adjudicated in 2 sources, 2 of earlier decisions taken back',
    );
    expect(listed(folder)).toEqual([
      'a.txt money 钱不够',
      'a.txt trust 信任有',
      'b.txt money Money is late. We fear it.',
    ]);
  });

  it('where nobody differs there is nothing to decide, and all is stored', () => {
    const folder = comparedStudy({ ann: BOTH.ann, bo: BOTH.ann });
    expect(qcode(folder, ['agree', '--adjudicate', decide(folder)]).stdout).toBe(
      '4 codings are stored as adjudicated in 2 sources: 5 units agreed or decided, 0 still open\n',
    );
  });

  it('stores nothing where a row is wrong', () => {
    const folder = comparedStudy(BOTH);
    const { stderr, code } = fails(folder, '--adjudicate', decide(folder, 'feer'));
    expect(stderr).toContain('decided.csv:2:1: error QC453: the codebook has no code "feer"');
    expect(stderr).toContain('Did you mean fear?');
    expect(code).toBe(1);
    expect(qcode(folder, ['codings', 'list', '--coder', 'adjudicated']).code).toBe(2);
  });

  const written = (folder: string, csv: string): string => {
    writeFileSync(join(folder, 'decided.csv'), csv);
    return 'decided.csv';
  };

  it.each([
    ['a row torn by its separator', 'source;start;end;decision\ntranscripts/a.txt;40;44;fear;trust\n', 'QC410'],
    [
      'one wrong row beside a right one',
      `${HEADER}transcripts/a.txt,40,44,fear\ntranscripts/a.txt,1,2,fear\n`,
      'QC453',
    ],
    ['a unit decided twice', `${HEADER}transcripts/a.txt,40,44,fear\ntranscripts/a.txt,40,44,money\n`, 'QC453'],
    [
      'codes that the coders no longer have',
      'source,start,end,codes:ann,codes:bo,decision\ntranscripts/a.txt,40,44,trust,fear,fear\n',
      'the codes of ann are “trust” in this row and “(none)” in the study',
    ],
    [
      'codes of who is not compared',
      'source,start,end,codes:cy,decision\ntranscripts/a.txt,40,44,fear,fear\n',
      'the table has codes of cy, who is not compared',
    ],
  ])('stores nothing where the table has an error: %s', (_, csv, says) => {
    const folder = comparedStudy(BOTH);
    const { stderr, code } = fails(folder, '--adjudicate', written(folder, csv));
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(existsSync(join(folder, 'codings/adjudicated'))).toBe(false);
  });

  it('says where figures come from where the study names other codings', () => {
    const settings = 'title: Compared\nunit: turn\nexclude_roles: [interviewer]\nanalysis: all\n';
    const folder = comparedStudy(BOTH, { 'qcode.yaml': settings });
    const { stderr } = qcode(folder, ['agree', '--adjudicate', written(folder, HEADER)]);
    expect(stderr).toContain('Figures come from keyword hits and manual codings, as qcode.yaml says');
    expect(stderr).not.toContain('From now on');
  });

  it('names decisions against what all gave', () => {
    const folder = comparedStudy(BOTH);
    const { stderr, code } = qcode(folder, [
      'agree',
      '--adjudicate',
      written(folder, `${HEADER}transcripts/a.txt,26,30,fear\n`),
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('the coders agree on “trust” here; the decision “fear” overrules them');
    expect(listed(folder)).toContain('a.txt fear 信任有。');
  });

  it('of some codes there is no column to decide in, and other codes of a unit are not shown', () => {
    const { stdout } = qcode(comparedStudy(BOTH), ['agree', '--disagreements', '--code', 'fear', '--format', 'csv']);
    expect(stdout).toBe(
      'source,line,start,end,speaker,codes:ann,codes:bo,differing,not_known,text\n' +
        'transcripts/a.txt,6,40,44,答,(none),fear,fear,,没有了。\n' +
        'transcripts/b.txt,2,32,58,Respondent,fear,(none),fear,,Money is late. We fear it.\n',
    );
  });

  it('lists what is decided with the decision, and with --open what is not', () => {
    const folder = comparedStudy(BOTH);
    qcode(folder, ['agree', '--adjudicate', decide(folder, '(none)')]);
    const rows = (...words: string[]): string[] =>
      qcode(folder, ['agree', '--disagreements', '--format', 'csv', ...words])
        .stdout.trimEnd()
        .split('\n')
        .slice(1);
    expect(rows()).toEqual([
      'transcripts/a.txt,6,40,44,答,(none),fear,fear,,(none),没有了。',
      'transcripts/b.txt,2,32,58,Respondent,money; fear,money,fear,,,Money is late. We fear it.',
    ]);
    expect(rows('--open')).toEqual(rows().slice(1));
    // What an earlier table decided is not open, though this one does not name it.
    const rest = written(folder, `${HEADER}transcripts/b.txt,32,58,money\n`);
    expect(qcode(folder, ['agree', '--adjudicate', rest])).toMatchObject({
      stdout: '1 coding is stored as adjudicated in 1 source: 5 units agreed or decided, 0 still open\n',
    });
    expect(rows('--open')).toEqual([]);
  });

  it('what another pair agrees on overrules no decision', () => {
    const folder = comparedStudy({ ...BOTH, cy: BOTH.bo });
    qcode(folder, ['agree', 'ann', 'bo', '--adjudicate', decide(folder, '(none)', 'trust')]);
    const before = listed(folder);
    const { stdout } = qcode(folder, ['agree', 'bo', 'cy', '--adjudicate', written(folder, HEADER)]);
    expect(stdout).toBe('0 codings are stored as adjudicated in 0 sources: 5 units agreed or decided, 0 still open\n');
    expect(listed(folder)).toEqual(before);
    expect(before).toContain('b.txt trust Money is late. We fear it.');
  });

  it('a decision on one unit of a segment leaves the code on the other', () => {
    const across = { seen: [0, 1, 3, 5], codes: [['钱呢？\n答：钱不够', 'money']] } as const;
    const folder = comparedStudy({ ann: { a: across }, bo: { a: across } });
    const here = ['agree', '--include-interviewer', '--adjudicate'];
    qcode(folder, [...here, written(folder, HEADER)]);
    expect(listed(folder)).toHaveLength(1);
    const { stdout } = qcode(folder, [...here, written(folder, `${HEADER}transcripts/a.txt,2,5,(none)\n`)]);
    expect(stdout).toContain('1 of earlier decisions taken back');
    expect(listed(folder)).toEqual(['a.txt money 钱不够']);
  });
});

describe('--adjudicate without a file', () => {
  it('wants a terminal, and names what does without', () => {
    const folder = comparedStudy(BOTH);
    const { stderr, code } = fails(folder, ...PAIR, '--adjudicate');
    expect(code).toBe(2);
    expect(stderr).toContain('needs a terminal, and this is none');
    expect(stderr).toContain('--disagreements -o FILE');
    expect(stderr).toContain('--adjudicate FILE');
    expect(existsSync(join(folder, 'codings/adjudicated'))).toBe(false);
  });

  it.each([
    [['--adjudicate', '--dry-run'], '--dry-run wants a file of decisions'],
    [['--adjudicate', '--code', 'fear'], '--code does not go with --adjudicate'],
    [['--adjudicate', '--disagreements'], 'exclude each other'],
    [['--disagreements', '--script', 'keys'], '--script belongs to --adjudicate without a file'],
    [['--adjudicate', 'a.csv', '--size', '80x24'], '--size belongs to --adjudicate without a file'],
    [['--adjudicate', 'a.csv', '--adjudicate', 'b.csv'], '--adjudicate is given twice'],
  ])('refuses what would be passed over: %j', (words, says) => {
    const { stderr, code } = fails(comparedStudy(BOTH), ...PAIR, ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });

  it('says so where nobody differs, and stores that', () => {
    const folder = comparedStudy({ ann: BOTH.ann, bo: BOTH.ann }, { keys: '' });
    const { stdout, code } = qcode(folder, ['agree', ...PAIR, '--adjudicate', '--script', 'keys']);
    expect(code).toBe(0);
    expect(stdout).toContain('4 codings are stored as adjudicated in 2 sources');
    expect(stdout).toContain('ann and bo differ on no unit');
  });

  it('decides only the units that the filters and options leave in, and shows no hits of rules', () => {
    const rules = 'codes:\n  - id: money\n    keywords: [Money]\n  - id: trust\n  - id: fear\n';
    const folder = comparedStudy(BOTH, { keys: 'B frame', 'codebook.yaml': rules });
    const { stdout } = qcode(folder, ['agree', ...PAIR, '--source', 'b', '--adjudicate', '--script', 'keys']);
    expect(stdout).toContain('decided: money; all is settled');
    expect(stdout).not.toContain('○');
    expect(existsSync(join(folder, 'codings/adjudicated/transcripts/a.txt.jsonl'))).toBe(false);
  });
});

describe('a code that only one of them had', () => {
  const early = 'codes:\n  - id: money\n  - id: trust\n';
  const late = () =>
    comparedStudy(
      {
        ann: { a: { ...BOTH.ann.a, codebook: early } },
        bo: { a: BOTH.bo.a },
      },
      snapshotsOf(early, YAML),
    );
  const fearIn = (folder: string): string =>
    /^fear,(.*)$/m.exec(qcode(folder, ['frequency', '--coder', 'adjudicated', '--format', 'csv']).stdout)![1]!;

  it('is listed as open, with who could not know it', () => {
    const { stdout } = qcode(late(), ['agree', '--disagreements', '--format', 'csv']);
    expect(stdout.split('\n')[1]).toBe('transcripts/a.txt,6,40,44,答,(none),fear,fear,fear: ann,,没有了。');
  });

  it('is no 0 of what was adjudicated without it, and counts once it is decided', () => {
    const folder = late();
    const run = (csv: string) => {
      writeFileSync(join(folder, 'd.csv'), csv);
      return qcode(folder, ['agree', '--adjudicate', 'd.csv']).stdout;
    };
    expect(run(HEADER)).toContain('2 units agreed or decided, 1 still open');
    expect(fearIn(folder).split(',').at(-1)).toBe('');
    expect(run(`${HEADER}transcripts/a.txt,40,44,fear\n`)).toContain('3 units agreed or decided, 0 still open');
    expect(fearIn(folder).split(',').at(-1)).toBe('1');
    expect(run(HEADER)).toContain('0 codings are stored as adjudicated in 0 sources: 3 units agreed');
  });
});

describe('the way that the help of agree tells', () => {
  const lines = agree.description.split('\n').filter((line) => line.startsWith('  qcode '));
  const words = lines.map((line) => wordsOf(line.slice(2).split(/ {2,}/)[0]!).slice(1));

  it('can be gone, from the draw to the report', () => {
    const folder = comparedStudy(BOTH);
    const run = words.filter(([name]) => name !== 'tag').map((line) => [line.join(' '), qcode(folder, line).code]);
    expect(run.map(([line]) => String(line).split(' ')[0])).toEqual(
      expect.arrayContaining(['assign', 'agree', 'report']),
    );
    expect(run.filter(([, code]) => code !== 0)).toEqual([]);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('adjudicated');
  });

  it('names options of tag that there are', () => {
    const flags = (tag.options ?? []).map((option) => option.flags).join(' ');
    const given = words
      .filter(([name]) => name === 'tag')
      .flatMap((line) => line.filter((word) => word.startsWith('--')));
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((flag) => !flags.includes(flag))).toEqual([]);
  });
});
