import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL, folderWith, qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const ANN = { QCODE_CODER: 'ann' };
const importing = (folder: string, ...words: string[]) => qcode(folder, ['codings', 'import', ...words], ANN);
const withRows = (rows: string, name = 'in.csv') => folderWith({ ...SMALL, [name]: rows });
const listed = (folder: string) =>
  qcode(folder, ['codings', 'list', '--format', 'jsonl'])
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const firstLine = (text: string): string => text.split('\n')[0]!;

describe('codings import --partial', () => {
  it('stores no row that it reported as wrong', () => {
    const folder = withRows('source,code,turn,coder\na,trust,2\na,latent,2,ben\n');
    const { stdout, stderr, code } = importing(folder, 'in.csv', '--partial');
    expect([stdout, code]).toEqual(['1 coding stored in 1 log\n', 1]);
    expect(stderr).toContain('in.csv:2:1: error QC410: the row has 3 cells, the header 4');
    expect(listed(folder).map(({ coder, code: id }) => [coder, id])).toEqual([['ben', 'latent']]);
  });

  it('stores nothing of a table whose header leaves open what is meant', () => {
    const folder = withRows('source,code,turn,code\na,trust,2,latent\n');
    const { stdout, stderr, code } = importing(folder, 'in.csv', '--partial');
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr).toContain('error QC418: the column "code" is there twice');
    expect(existsSync(join(folder, 'codings'))).toBe(false);
  });
});

describe('codings import says', () => {
  it('how many rows are wrong, not how many mistakes there are', () => {
    const folder = withRows('source,code,turn\na,trsut,2,x,y\na,trust,2\na,trust\n');
    expect(firstLine(importing(folder, 'in.csv').stderr)).toBe('nothing is stored: 2 rows of 3 cannot be');
    const lines = withRows('{"source":"a",\n', 'in.jsonl');
    expect(firstLine(importing(lines, 'in.jsonl').stderr)).toBe('nothing is stored: 1 row of 1 cannot be');
  });

  it('nothing of what becomes of the other rows, which --partial decides', () => {
    const folder = withRows('source,code,turn\na,trsut,2\na,memo,2\na,trust,2\n');
    expect(importing(folder, 'in.csv', '--partial').stderr).not.toContain('Nothing is stored');
  });

  it('which row of the file laid the same before, and which stored coding', () => {
    const folder = withRows('source,code,turn\na,trust,2\na,trust,2\n');
    expect(importing(folder, 'in.csv', '--partial').stderr).toContain(
      'row 2: ann has laid trust over this segment already: row 1\n',
    );
    const { id } = listed(folder)[0]!;
    expect(importing(folder, 'in.csv').stderr).toContain(
      `row 1: ann has laid trust over this segment already: ${String(id)}\n`,
    );
  });

  it('how a row tells which of several places is meant, and takes it', () => {
    const folder = withRows('source,code,quotation,nth\na,latent,fund,\na,latent,fund,2\n');
    const { stderr } = importing(folder, 'in.csv', '--partial');
    expect(stderr).toContain('row 1: the quotation stands 2 times: lines 4, 7');
    expect(stderr).not.toContain('--nth');
    expect(listed(folder)).toMatchObject([{ line: 7, quotation: 'fund' }]);
  });
});

describe('a row of codings is refused', () => {
  it('where its line or turn contradicts its positions or each other', () => {
    const folder = withRows(
      'source,code,start,end,line,turn,quotation\n' +
        'a,latent,45,52,7,4,\n' +
        'a,latent,45,52,,4,\n' +
        'a,latent,,,5,4,\n' +
        'a,latent,45,52,5,2,\n',
    );
    const { stdout, stderr } = importing(folder, 'in.csv', '--partial');
    expect(stdout).toBe('1 coding stored in 1 log\n');
    expect(stderr.split('\n').filter((line) => line.startsWith('in.csv'))).toEqual([
      'in.csv:2:1: error QC442: row 1: the place is in line 5, not in line 7',
      'in.csv:3:1: error QC442: row 2: the place is in turn 2, not in turn 4',
      'in.csv:4:1: error QC442: row 3: the place is in turn 2, not in turn 4',
    ]);
  });

  it('but not where the words at its positions prove the place', () => {
    const folder = withRows('source,code,start,end,line,turn,quotation\na,latent,45,52,9,8,Funding\n');
    expect(importing(folder, 'in.csv').stdout).toBe('1 coding stored in 1 log\n');
  });

  it('where its time is none', () => {
    const at = ['2026-13-01T00:00:00Z', '2026-02-29T00:00:00Z', '2026-01-01T24:00:00Z', '2024-02-29T23:59:59.5Z'];
    const folder = withRows(`source,code,turn,at\n${at.map((time, i) => `a,latent,${i + 1},${time}\n`).join('')}`);
    const { stdout, stderr } = importing(folder, 'in.csv', '--partial');
    expect(stdout).toBe('1 coding stored in 1 log\n');
    for (const time of at.slice(0, 3)) expect(stderr).toContain(`"${time}" is no time in UTC`);
  });

  it('where its star is another word than yes', () => {
    const folder = withRows(
      'source,code,turn,star,properties\na,latent,1,1,\na,latent,2,Yes,\na,latent,3,no,\na,latent,4,,star=maybe\n',
    );
    const { stdout, stderr } = importing(folder, 'in.csv', '--partial');
    expect(stdout).toBe('1 coding stored in 1 log\n');
    expect(listed(folder)).toMatchObject([{ turn: 2, star: 'yes' }]);
    for (const word of ['1', 'no', 'maybe']) expect(stderr).toContain(`the star cannot be "${word}"`);
    const added = qcode(folder, ['codings', 'add', 'a', '--code', 'trust', '--turn', '2', '--property', 'star=1'], ANN);
    expect(added).toMatchObject({ code: 2, stderr: expect.stringContaining('the star cannot be "1"') });
  });

  it('where a property has two values', () => {
    const folder = withRows('source,code,turn,properties\na,latent,2,stance=denies; stance=affirms\n');
    expect(importing(folder, 'in.csv').stderr).toContain('row 1: properties are written name=value; name=value');
  });
});

describe('coders whose names differ only in capitals', () => {
  it('are not told apart by every system, so the second is refused', () => {
    const folder = withRows('source,code,turn,coder\na,trust,2,Ann\na,latent,2,ann\n');
    const { stdout, stderr } = importing(folder, 'in.csv', '--partial');
    expect(stdout).toBe('1 coding stored in 1 log\n');
    expect(stderr).toContain('row 2: the coder "ann" differs only in capitals from "Ann", who codes here');
    const added = qcode(folder, ['codings', 'add', 'a', '--code', 'trust', '--turn', '4', '--coder', 'ANN']);
    expect(added).toMatchObject({ code: 2, stderr: expect.stringContaining('error QC441: the coder "ANN" differs') });
  });
});

describe('a verdict that answers no coding of a rule', () => {
  // "Respondent: Funding is a grant of trust." is turn 2; rules lay money, grant and trust over its sentence.
  const ROWS = 'source,code,turn,verdict\na,trust,2,accept\na,trust,1,accept\na,latent,2,reject\na,latent,4,\n';

  it('is stored with a warning', () => {
    const folder = withRows(ROWS);
    const { stdout, stderr, code } = importing(folder, 'in.csv');
    expect([stdout, code]).toEqual(['4 codings stored in 1 log\n', 0]);
    expect(stderr).toContain('in.csv: warning QC445: 2 verdicts answer no coding of a rule: row 2, row 3\n');
  });

  it('is noted by check', () => {
    const folder = withRows(ROWS);
    importing(folder, 'in.csv');
    const ids = listed(folder).filter(({ verdict, code, turn }) => verdict && (code === 'latent' || turn === 1));
    const { stdout } = qcode(folder, ['check']);
    expect(stdout).toContain(
      'codings/ann/transcripts/a.txt.jsonl: info QC445: 2 verdicts answer no coding of a rule: ',
    );
    for (const { id } of ids) expect(stdout).toContain(String(id));
  });
});

describe('codings that count nowhere, since exclude_roles leaves out whose speech they code', () => {
  const add = (folder: string, ...words: string[]) => qcode(folder, ['codings', 'add', 'a', ...words], ANN);

  it('are warned of when they are laid', () => {
    const folder = folderWith(SMALL);
    const { stdout, stderr, code } = add(folder, '--code', 'latent', '--turn', '1');
    expect([stdout, code]).toEqual([expect.stringMatching(/^c/), 0]);
    expect(stderr).toContain(
      'warning QC446: 1 coding is of speech that figures leave out, and counts nowhere: latent\n',
    );
    expect(add(folder, '--code', 'latent', '--turn', '2').stderr).toBe('');
    expect(add(folder, '--code', 'latent', '--line', '4:5').stderr).toBe('');
    writeFileSync(join(folder, 'in.csv'), 'source,code,turn\na,trust,3\na,trust,4\n');
    expect(importing(folder, 'in.csv').stderr).toContain(
      'in.csv: warning QC446: 1 coding is of speech that figures leave out, and counts nowhere: row 1\n',
    );
  });

  it('are found by check', () => {
    const folder = folderWith(SMALL);
    add(folder, '--code', 'latent', '--turn', '1');
    add(folder, '--code', 'latent', '--turn', '2');
    const { id } = listed(folder)[0]!;
    expect(qcode(folder, ['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        `codings/ann/transcripts/a.txt.jsonl: warning QC446: 1 coding is of speech that figures leave out, and counts nowhere: ${String(id)}`,
      ),
    });
  });
});
