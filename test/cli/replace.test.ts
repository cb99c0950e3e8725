import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { INTERVIEW, SOURCE, coding, eventsIn, foldedIn, seenTurn, studyOf } from './coded-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const MOVED = coding('c1', 'trust', 'Then the street committee helped us');
const CHANGED = coding('c2', 'trust', 'We never trusted the office with the dates');
const SEEN = seenTurn('s1', 'Then the street committee helped us, twice, with rice and a room.');
const LOST_SEEN = seenTurn('s2', 'It came late. We never trusted the office with the dates it gave us.');
const CORRECTED = `${INTERVIEW.replace('never trusted', 'never quite trusted')}Interviewer: Thank you.\n`;

function study(coders: Parameters<typeof studyOf>[1] = { ann: [MOVED, CHANGED, SEEN, LOST_SEEN] }): string {
  const folder = studyOf(INTERVIEW, coders);
  mkdirSync(join(folder, 'new'));
  writeFileSync(join(folder, 'new/a.txt'), CORRECTED);
  return folder;
}

const kept = `.replaced/${SOURCE}.${createHash('sha256').update(INTERVIEW).digest('hex').slice(0, 8)}`;

describe('replace', () => {
  it('shows what changes and what becomes of the codings, and writes nothing without a yes', () => {
    const folder = study();
    const { stdout, stderr, code } = qcode(folder, ['replace', 'a', 'new/a.txt']);
    expect({ stderr, code }).toEqual({ stderr: 'Nothing was written. Add --yes to write it.\n', code: 1 });
    expect(stdout).toContain('  2  … It came late. We never {+quite +}trusted the office with …');
    expect(stdout).toContain('  7  {+Interviewer: Thank you.+}');
    expect(stdout).toContain('lines: 1 changed, 1 added, 0 removed\n');
    expect(stdout).toContain(
      'ann: 0 exact, 1 moved, 1 fuzzy, 0 ambiguous, 0 lost; 1 of 2 seen units kept: 1 mark will be lost, as the words of its unit change\n',
    );
    expect(readFileSync(join(folder, SOURCE), 'utf8')).toBe(INTERVIEW);
    expect(existsSync(join(folder, '.replaced'))).toBe(false);
    expect(eventsIn(folder, 'ann')).toHaveLength(4);
  });

  it('keeps the old file, and records where codings and seen units now are', () => {
    const folder = study();
    const { stdout, code } = qcode(folder, ['replace', 'a', 'new/a.txt', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain(`replaced: ${SOURCE}; the old file is ${kept}\n1 new place recorded\n`);
    expect(readFileSync(join(folder, SOURCE), 'utf8')).toBe(CORRECTED);
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(INTERVIEW);
    const { codings, seen } = foldedIn(folder, 'ann');
    expect(codings.map(({ id, was }) => was ?? id)).toEqual(['c2', 'c1']);
    expect(seen.filter(({ unit }) => unit.text !== undefined).map(({ unit }) => unit.start)).toEqual([
      INTERVIEW.indexOf('Then the street'),
    ]);
    expect(qcode(folder, ['reanchor']).stdout).toContain('1 exact, 0 moved, 1 fuzzy, 0 ambiguous, 0 lost');
    expect(qcode(folder, ['sources', '--format', 'csv']).stdout.split('\n')).toHaveLength(3);
  });

  it('keeps what each of several coders has seen, whoever calls it', () => {
    const folder = study({ ann: [SEEN, LOST_SEEN], ben: [SEEN] });
    const { stdout } = qcode(folder, ['replace', 'a', 'new/a.txt', '--yes', '--coder', 'ben']);
    expect(stdout).toContain('1 of 2 seen units kept: 1 mark will be lost');
    expect(stdout).toContain('1 of 1 seen units kept\n');
    for (const coder of ['ann', 'ben']) {
      const told = foldedIn(folder, coder).seen.filter(({ unit }) => unit.text !== undefined);
      expect(told).toHaveLength(1);
    }
    // What is seen is found again in the next correction, too.
    writeFileSync(join(folder, 'new/a.txt'), CORRECTED.replace('Thank you', 'Thanks'));
    const again = qcode(folder, ['replace', 'a', 'new/a.txt', '--yes', '--coder', 'ben']).stdout;
    expect(again.match(/1 of 1 seen units kept\n/gu)).toHaveLength(2);
  });

  it('writes places into no log of several coders, unless it is named', () => {
    const folder = study({ ann: [MOVED], ben: [MOVED] });
    const { stdout } = qcode(folder, ['replace', 'a', 'new/a.txt', '--yes', '--coder', 'ben']);
    expect(stdout).toContain('1 moved coding of ann counts where the words stand now; qcode reanchor');
    expect(eventsIn(folder, 'ann')).toHaveLength(1);
    expect(eventsIn(folder, 'ben')).toHaveLength(3);
  });

  it('takes the bytes of the new file as they are', () => {
    const folder = study();
    const bytes = Buffer.from(`\ufeff${CORRECTED.replaceAll('\n', '\r\n')}`, 'utf16le');
    writeFileSync(join(folder, 'new/a.txt'), bytes);
    expect(qcode(folder, ['replace', 'a', 'new/a.txt', '--yes'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, SOURCE)).equals(bytes)).toBe(true);
  });

  it('has nothing to do for the same file, and refuses what is no file or no source', () => {
    const folder = study();
    expect(qcode(folder, ['replace', 'a', SOURCE])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('the same'),
    });
    expect(qcode(folder, ['replace', 'a', 'none.txt'])).toMatchObject({ code: 2 });
    expect(qcode(folder, ['replace', 'b', 'new/a.txt'])).toMatchObject({ code: 2 });
  });
});
