import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLog } from '../../src/coding/log.js';
import { INTERVIEW, coding, foldedIn, studyOf } from './coded-study.js';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const ANN = { QCODE_CODER: 'ann' };
const NAME = 'transcripts/街道 访谈（二）.txt';
const STUDY = {
  ...SMALL,
  [NAME]:
    '---\ncase: A1\n---\n访谈者：资金呢？\n梁生：资金不够，\n政府拖欠资金。\n访谈者：谁帮过你们？\n梁生：街道帮过我们（笑）。\n',
};
const log = (folder: string, coder: string, source: string): string => join(folder, `codings/${coder}/${source}.jsonl`);
const eventsOf = (folder: string, coder: string, source: string) =>
  parseLog(readFileSync(log(folder, coder, source), 'utf8'), 'log').value!;
/** Objects of the JSON lines that list prints. */
const listed = (folder: string, ...words: string[]) =>
  qcode(folder, ['codings', 'list', '--format', 'jsonl', ...words])
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const add = (folder: string, ...words: string[]) => qcode(folder, ['codings', 'add', ...words], ANN);

describe('codings add', () => {
  it('stores the speech of a line, with memo, star and properties, and prints the id', () => {
    const folder = folderWith(STUDY);
    const words = [NAME, '--code', 'money', '--line', '5', '--memo', ' 拖欠 ', '--star', '--property', 'stance=denies'];
    const { stdout, stderr, code } = add(folder, ...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^c[0-9a-z]{10}\n$/);
    const [event] = eventsOf(folder, 'ann', NAME);
    expect(event).toMatchObject({
      event: 'apply',
      id: stdout.trim(),
      code: 'money',
      anchor: { start: 12, end: 17, exact: '资金不够，', prefix: '访谈者：资金呢？\n梁生：' },
      memo: '拖欠',
      properties: { stance: 'denies', star: 'yes' },
    });
    expect(listed(folder, '--starred')).toEqual([
      {
        id: stdout.trim(),
        source: NAME,
        case: 'A1',
        coder: 'ann',
        code: 'money',
        start: 12,
        end: 17,
        line: 5,
        turn: 2,
        speaker: '梁生',
        at: event!.at,
        verdict: null,
        star: 'yes',
        citation: '街道 访谈（二）, turn 2',
        memo: '拖欠',
        properties: { stance: 'denies' },
        state: 'exact',
        quotation: '资金不够，',
      },
    ]);
  });

  it('stores several codes in one action, over words that run over a line break', () => {
    const folder = folderWith(STUDY);
    const { stdout, code } = add(
      folder,
      '街道 访谈（二）',
      '--code',
      'trust',
      '--code',
      'latent',
      '--quote',
      '不够，政府拖欠',
    );
    expect(code).toBe(0);
    const events = eventsOf(folder, 'ann', NAME);
    expect(stdout).toBe(events.map(({ id }) => `${id}\n`).join(''));
    expect(new Set(events.map(({ at }) => at)).size).toBe(1);
    expect(listed(folder).map(({ code: id, quotation }) => [id, quotation])).toEqual([
      ['trust', '不够，\n政府拖欠'],
      ['latent', '不够，\n政府拖欠'],
    ]);
  });

  it('counts in figures as any coding by hand', () => {
    const folder = folderWith(STUDY);
    add(folder, 'a.txt', '--code', 'latent', '--turn', '2');
    expect(qcode(folder, ['frequency', '--format', 'csv']).stdout).toContain('latent,1,1,');
  });

  it('refuses what is there already, with exit 1, and stores nothing of that action', () => {
    const folder = folderWith(STUDY);
    const first = add(folder, 'a', '--code', 'trust', '--turn', '2').stdout.trim();
    const { stdout, stderr, code } = add(folder, 'a', '--code', 'latent', '--code', 'trust', '--line', '5');
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr).toContain(`error QC443: ann has laid trust over this segment already: ${first}`);
    expect(listed(folder)).toHaveLength(1);
    expect(qcode(folder, ['codings', 'add', 'a', '--code', 'trust', '--turn', '2', '--coder', 'ben']).code).toBe(0);
  });

  it('says with exit 2 what cannot be, and makes no log', () => {
    const folder = folderWith(STUDY);
    const refusals: [string[], string][] = [
      [['a', '--code', 'trus', '--turn', '2'], 'the codebook has no code "trus"\n  remedy: Did you mean trust?'],
      [
        ['transcripts/aa.txt', '--code', 'trust', '--turn', '2'],
        'no source is called "transcripts/aa.txt"\n  remedy: Did you mean transcripts/a.txt?',
      ],
      [['a', '--code', 'trust'], 'no place is given'],
      [['a', '--turn', '2'], 'no code is given'],
      [['a', '--code', 'trust', '--turn', '2', '--line', '5'], '--line and --turn exclude each other'],
      [['a', '--code', 'trust', '--start', '2', '--line', '5'], '--start and --end exclude other ways'],
      [['a', '--code', 'trust', '--start', '2'], 'start and end want two whole numbers'],
      [['a', '--code', 'trust', '--line', '5-6'], 'a line is a number such as 12, or 12:14'],
      [['a', '--code', 'trust', '--line', '5', '--nth', '2'], '--nth wants a --quote'],
      [['a', '--code', 'trust', '--quote', 'fund'], 'the quotation stands 2 times: lines 4, 7'],
      [['a', '--code', 'trust', '--quote', 'fund', '--nth', 'x'], 'which of several places is a whole number'],
      [['a', '--code', 'trust', '--line', '2'], 'stands in the YAML header'],
      [['a', '--code', 'trust', '--turn', '2', '--property', 'x'], '--property wants name=value'],
      [['a', '--code', 'trust', '--turn', '2', '--coder', 'a/b'], 'error QC441: the coder "a/b" has a name'],
    ];
    for (const [words, says] of refusals) {
      const { stdout, stderr, code } = add(folder, ...words);
      expect([stdout, code]).toEqual(['', 2]);
      expect(stderr).toContain(says);
    }
    expect(existsSync(join(folder, 'codings'))).toBe(false);
  });

  it('holds properties to what the codebook declares', () => {
    const codebook = `properties:\n  stance: [affirms, denies]\n  note:\n${SMALL['codebook.yaml']}`;
    const folder = folderWith({ ...STUDY, 'codebook.yaml': codebook });
    const laid = (property: string) => add(folder, 'a', '--code', 'trust', '--turn', '2', '--property', property);
    expect(laid('stance=maybe').stderr).toContain('It is one of affirms, denies.');
    expect(laid('stanse=denies').stderr).toContain(
      'the codebook declares no property "stanse"\n  remedy: There is stance.',
    );
    expect(laid('note=anything').code).toBe(0);
  });

  it('refuses a former id of a code, and names the present one; a list may have it', () => {
    const codebook = SMALL['codebook.yaml'].replace('id: latent', 'id: latent\n    was: [hidden]');
    const folder = folderWith({ ...STUDY, 'codebook.yaml': codebook });
    const says =
      'error: the code "hidden" was renamed or merged: it is latent now\n  remedy: Name latent: what was coded hidden is among its codings.\n';
    expect(add(folder, 'a', '--code', 'hidden', '--turn', '2')).toEqual({ stdout: '', stderr: says, code: 2 });
    expect(qcode(folder, ['find', 'trust', '--code', 'hidden', '--confirm', '--script', 'x'], ANN).stderr).toBe(says);
    expect(qcode(folder, ['codebook', 'show', 'hidden']).stderr).toBe(says);
    expect(qcode(folder, ['codebook', 'rename', 'hidden', 'x', '--yes']).stderr).toContain(
      'the code "hidden" was renamed or merged: it is latent now',
    );
    writeFileSync(join(folder, 'old.csv'), 'source,code,turn\na,hidden,2\n');
    expect(qcode(folder, ['codings', 'import', 'old.csv'], ANN).code).toBe(0);
    expect(eventsOf(folder, 'ann', 'transcripts/a.txt')[0]).toMatchObject({ code: 'latent' });
    expect(listed(folder, '--code', 'latent')).toHaveLength(1);
  });

  it('says so where the folder of codings cannot be made', () => {
    const folder = folderWith({ ...STUDY, codings: 'a file' });
    const { stdout, stderr, code } = add(folder, 'a', '--code', 'trust', '--turn', '2');
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(
      'codings/ann/transcripts/a.txt.jsonl: error QC440: nothing was saved: a file stands where',
    );
  });
});

describe('codings list', () => {
  it('tells what has moved and what has lost its place, and keeps the words that were coded', () => {
    const folder = folderWith(STUDY);
    add(folder, NAME, '--code', 'money', '--line', '6');
    add(folder, NAME, '--code', 'trust', '--line', '8');
    const text = STUDY[NAME]!.replace('梁生：资金不够，\n', '').replace('街道帮过我们（笑）。', '没有谁。');
    writeFileSync(join(folder, NAME), text);
    expect(listed(folder).map(({ state, start, line, quotation }) => [state, start, line, quotation])).toEqual([
      ['moved', expect.any(Number), 5, '政府拖欠资金。'],
      ['lost', null, null, '街道帮过我们（笑）。'],
    ]);
  });

  it('filters by code, source, coder, case and speaker, and names what there is not', () => {
    const folder = folderWith(STUDY);
    add(folder, 'a', '--code', 'trust', '--turn', '2');
    add(folder, 'd', '--code', 'grant', '--turn', '1');
    qcode(folder, ['codings', 'add', 'd', '--code', 'trust', '--turn', '2', '--coder', 'ben']);
    const codes = (...words: string[]) =>
      listed(folder, ...words).map(({ source, code }) => `${String(source).slice(12, 13)} ${String(code)}`);
    expect(codes()).toEqual(['a trust', 'd grant', 'd trust']);
    expect(codes('--code', 'trust')).toEqual(['a trust', 'd trust']);
    expect(codes('--code', 'money', '--below')).toEqual(['d grant']);
    expect(codes('--source', 'd*')).toEqual(['d grant', 'd trust']);
    expect(codes('--coder', 'ann', '--case', 'D1')).toEqual(['d grant']);
    expect(codes('--speaker', '答')).toEqual(['d trust']);
    expect(codes('--role', 'interviewer')).toEqual(['d grant']);
    expect(codes('--starred')).toEqual([]);
    for (const [words, says] of [
      [['--coder', 'bem'], 'error QC421: there are no codings of "bem"; there are those of ben'],
      [['--case', 'A9'], 'no source of a case "A9"'],
      [['--code', 'trusty'], 'Did you mean trust?'],
      [['--speaker', 'nobody'], 'no turn of a speaker "nobody"'],
    ] as const) {
      const { stderr, code } = qcode(folder, ['codings', 'list', ...words]);
      expect(stderr).toContain(says);
      expect(code).toBe(2);
    }
  });

  it('lists what has a code that the codebook lacks, and says so', () => {
    const folder = folderWith(STUDY);
    add(folder, 'a', '--code', 'latent', '--turn', '2');
    writeFileSync(join(folder, 'codebook.yaml'), SMALL['codebook.yaml'].replace('latent', 'covert'));
    const { stdout, stderr, code } = qcode(folder, ['codings', 'list', '--format', 'csv']);
    expect(stdout).toContain(',latent,');
    expect(stderr).toContain('warning QC208: the codebook lacks the code "latent" of 1 coding');
    expect(code).toBe(0);
  });

  it('withholds the words of those who did not consent', () => {
    const people = `source,speaker,role,consent\n${NAME},梁生,respondent,count\n`;
    const folder = folderWith({ ...STUDY, 'people.csv': people });
    add(folder, NAME, '--code', 'money', '--line', '6');
    expect(listed(folder)[0]).toMatchObject({ quotation: '[withheld: no consent to quote]' });
    const { stdout } = qcode(folder, ['codings', 'list', '--format', 'csv']);
    expect(stdout).not.toContain('政府');
    const empty = folderWith({ ...STUDY, 'coded.csv': stdout });
    expect(qcode(empty, ['codings', 'import', 'coded.csv']).stdout).toBe('1 coding stored in 1 log\n');
  });

  it('is a table for people, and goes into a file', () => {
    const folder = folderWith(STUDY);
    expect(qcode(folder, ['codings', 'list']).stdout).toContain('Stored codings: 0');
    add(folder, NAME, '--code', 'money', '--line', '5:6');
    const { stdout } = qcode(folder, ['codings', 'list']);
    expect(stdout).toContain('资金不够，政府拖欠资金。');
    qcode(folder, ['codings', 'list', '-o', 'coded.jsonl']);
    expect(JSON.parse(readFileSync(join(folder, 'coded.jsonl'), 'utf8'))).toMatchObject({ line: 5, code: 'money' });
  });
});

describe('codings remove', () => {
  it("takes back the coder's own codings and prints their ids; the log keeps what was there", () => {
    const folder = folderWith(STUDY);
    const [one, two] = [
      add(folder, 'a', '--code', 'trust', '--turn', '2').stdout.trim(),
      add(folder, NAME, '--code', 'money', '--line', '6').stdout.trim(),
    ];
    const { stdout, code } = qcode(folder, ['codings', 'remove', one, two], ANN);
    expect([stdout, code]).toEqual([`${one}\n${two}\n`, 0]);
    expect(listed(folder)).toEqual([]);
    expect(eventsOf(folder, 'ann', NAME).map(({ event }) => event)).toEqual(['apply', 'remove']);
    const again = qcode(folder, ['codings', 'remove', one], ANN);
    expect([again.stderr, again.code]).toEqual([`error: the coding ${one} was removed or overruled already\n`, 2]);
  });

  it('takes nothing back where one of the ids is unknown or of another coder', () => {
    const folder = folderWith(STUDY);
    const own = add(folder, 'a', '--code', 'trust', '--turn', '2').stdout.trim();
    const other = qcode(folder, [
      'codings',
      'add',
      'a',
      '--code',
      'trust',
      '--turn',
      '2',
      '--coder',
      'ben',
    ]).stdout.trim();
    const refused = qcode(folder, ['codings', 'remove', own, other], ANN);
    expect(refused.stderr).toContain(`the coding ${other} is one of ben, and you are ann`);
    const unknown = qcode(folder, ['codings', 'remove', own, `${own.slice(0, -1)}!`], ANN);
    expect(unknown.stderr).toContain(`Did you mean ${own}?`);
    expect([refused.code, unknown.code]).toEqual([2, 2]);
    expect(listed(folder)).toHaveLength(2);
  });
});

describe('codings remove of verdicts', () => {
  const words = 'Then the street committee helped us';
  const first = coding('v1', 'trust', words, { verdict: 'accept', at: '2026-01-01T00:00:00Z' });
  const second = coding('v2', 'trust', words, { verdict: 'reject' });

  it('takes with the one that holds those that it overruled, so that none of them holds again', () => {
    const folder = studyOf(INTERVIEW, { ann: [first, second] });
    expect(listed(folder).map(({ id }) => id)).toEqual(['v2']);
    expect(qcode(folder, ['codings', 'remove', 'v2'], ANN)).toEqual({ stdout: 'v2\n', stderr: '', code: 0 });
    expect(listed(folder)).toEqual([]);
    expect(foldedIn(folder, 'ann').verdicts).toEqual([]);
  });

  it('says of an overruled one that it does not hold', () => {
    const folder = studyOf(INTERVIEW, { ann: [first, second] });
    const { stderr, code } = qcode(folder, ['codings', 'remove', 'v1'], ANN);
    expect([stderr, code]).toEqual(['error: the coding v1 was removed or overruled already\n', 2]);
    expect(foldedIn(folder, 'ann').verdicts.map(({ id }) => id)).toEqual(['v2']);
  });
});

describe('codings import', () => {
  const ROWS =
    'Source,CODE,line,turn,start,end,quotation,coder,memo\n' +
    'a,trust,5,,,,grant of trust,,"one, two"\n' +
    '街道 访谈（二）,money,,,12,17,,ben,\n' +
    'd.txt,latent,,2,,,,,\n' +
    'a,latent,7,,,,,,\n';

  it('stores every row, by whichever place it has', () => {
    const folder = folderWith({ ...STUDY, 'in.csv': ROWS });
    const dry = qcode(folder, ['codings', 'import', 'in.csv', '--dry-run'], ANN);
    expect([dry.stdout, dry.code]).toEqual(['4 codings would be stored in 3 logs\n', 0]);
    expect(existsSync(join(folder, 'codings'))).toBe(false);
    const { stdout, stderr, code } = qcode(folder, ['codings', 'import', 'in.csv'], ANN);
    expect([stdout, stderr, code]).toEqual(['4 codings stored in 3 logs\n', '', 0]);
    expect(listed(folder).map(({ coder, code: id, quotation, memo }) => [coder, id, quotation, memo])).toEqual([
      ['ann', 'trust', 'grant of trust', 'one, two'],
      ['ann', 'latent', 'No funds, no trust.', null],
      ['ann', 'latent', '资金靠信任。', null],
      ['ben', 'money', '资金不够，', null],
    ]);
  });

  it('names every row that is wrong and stores nothing; with --partial the others', () => {
    const bad =
      'source,code,start,end,quotation,verdict\n' +
      'a,trust,,,Funding is a grant,\n' +
      'a,trsut,,,Funding,\n' +
      'b,trust,,,Funding,\n' +
      'a,trust,,,nowhere said,\n' +
      'a,trust,13,17,Funding,\n' +
      'a,trust,,,Funding is a grant,\n' +
      'a,trust,,,Funding is a,maybe\n' +
      'a,,,,Funding,\n' +
      'a,trust,,,,\n';
    const folder = folderWith({ ...STUDY, 'in.csv': bad });
    const { stdout, stderr, code } = qcode(folder, ['codings', 'import', 'in.csv'], ANN);
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr.split('\n')[0]).toBe('nothing is stored: 8 rows of 9 cannot be');
    expect(stderr.split('\n').filter((line) => line.startsWith('in.csv:'))).toEqual([
      'in.csv:3:1: error QC444: row 2: the codebook has no code "trsut"',
      'in.csv:4:1: error QC444: row 3: no source is called "b"',
      'in.csv:5:1: error QC442: row 4: the quotation does not stand in the transcript',
      'in.csv:6:1: error QC442: row 5: at these positions stands “What”, not the quotation',
      'in.csv:7:1: error QC443: row 6: ann has laid trust over this segment already: row 1',
      'in.csv:8:1: error QC444: row 7: a verdict is accept or reject, not "maybe"',
      'in.csv:9:1: error QC444: row 8: there is no code',
      'in.csv:10:1: error QC442: row 9: no place is given',
    ]);
    expect(existsSync(join(folder, 'codings'))).toBe(false);
    const partial = qcode(folder, ['codings', 'import', 'in.csv', '--partial'], ANN);
    expect([partial.stdout, partial.code]).toEqual(['1 coding stored in 1 log\n', 1]);
    expect(listed(folder)).toHaveLength(1);
  });

  it('reads JSON lines, and names a line that is none', () => {
    const lines =
      '{"source":"a","code":"trust","turn":2,"star":true,"properties":{"stance":"denies"}}\n\n{"source":"a",\n' +
      '{"source":"a","code":"latent","quotation":"No funds","properties":{"n":1}}\n';
    const folder = folderWith({ ...STUDY, 'in.jsonl': lines });
    const { stderr, code } = qcode(folder, ['codings', 'import', 'in.jsonl'], ANN);
    expect(code).toBe(1);
    expect(stderr).toContain('in.jsonl:3:1: error QC444: the line is not one JSON object');
    expect(stderr).toContain('in.jsonl:4:1: error QC444: row 3: properties are written name=value; name=value');
    qcode(folder, ['codings', 'import', 'in.jsonl', '--partial'], ANN);
    expect(listed(folder)).toHaveLength(1);
    expect(listed(folder)[0]).toMatchObject({ star: 'yes', properties: { stance: 'denies' }, turn: 2 });
  });

  it('says what a table lacks, and what cannot be read', () => {
    const folder = folderWith({ ...STUDY, 'in.csv': 'source,theme\na,trust\n' });
    expect(qcode(folder, ['codings', 'import', 'in.csv'], ANN)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('error QC411: in.csv has no column "code"'),
    });
    expect(qcode(folder, ['codings', 'import', 'none.csv'], ANN).code).toBe(2);
    expect(readdirSync(folder)).not.toContain('codings');
  });

  it('gives all rows to the coder that is named, and keeps agreed codings apart', () => {
    const folder = folderWith({ ...STUDY, 'in.csv': ROWS });
    qcode(folder, ['codings', 'import', 'in.csv', '--coder', 'eve'], ANN);
    expect(readdirSync(join(folder, 'codings'))).toEqual(['eve']);
    const agreed = folderWith({ ...STUDY, 'in.csv': 'source,code,turn,coder\na,trust,2,adjudicated\na,trust,2,a/b\n' });
    const { stdout, stderr } = qcode(agreed, ['codings', 'import', 'in.csv', '--partial'], ANN);
    expect(stdout).toBe('1 coding stored in 1 log\n');
    expect(stderr).toContain('row 2: the coder "a/b" has a name');
    expect(readdirSync(join(agreed, 'codings'))).toEqual(['adjudicated']);
  });
});
