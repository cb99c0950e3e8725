import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { INTERVIEW, coding, eventsIn, foldedIn, logOf, studyOf } from './coded-study.js';
import { qcode, removeFolders } from './run.js';

afterAll(removeFolders);

const MOVED = coding('c1', 'trust', 'Then the street committee helped us');
const CHANGED = coding('c2', 'trust', 'We never trusted the office with the dates');
const GONE = coding('c3', 'money', 'It came late.');
const EXACT = coding('c0', 'money', 'How did the money reach you');
const CORRECTED = INTERVIEW.replace(
  'It came late. We never trusted the office',
  'Well. We never quite trusted that office',
);

const study = () => studyOf(CORRECTED, { ann: [EXACT, MOVED, CHANGED, GONE] });

describe('reanchor', () => {
  it('lists what is not exact, with a diff of each quotation, and exits 1', () => {
    const { stdout, code } = qcode(study(), ['reanchor']);
    expect(code).toBe(1);
    const moved = [...CORRECTED].length - [...INTERVIEW].length;
    const { start, end } = MOVED.anchor;
    expect(stdout).toBe(
      [
        'transcripts/a.txt',
        `  lost  money  ann  c3  was at characters ${GONE.anchor.start}–${GONE.anchor.end}`,
        '    [-It came late.-]',
        `  fuzzy 80%  trust  ann  c2  was at characters ${CHANGED.anchor.start}–${CHANGED.anchor.end}; may be at line 2, characters ${CORRECTED.indexOf('We never')}–${CORRECTED.indexOf(' it gave')}`,
        '    We never {+quite +}trusted [-the-]{+that+} office with the dates',
        `  moved  trust  ann  c1  was at characters ${start}–${end}; now at line 4, characters ${start + moved}–${end + moved}`,
        '    Then the street committee helped us',
        '',
        '1 exact, 1 moved, 1 fuzzy, 0 ambiguous, 1 lost',
        '',
      ].join('\n'),
    );
  });

  it('says so where all is exact', () => {
    expect(qcode(studyOf(INTERVIEW, { ann: [EXACT, MOVED] }), ['reanchor'])).toEqual({
      stdout: '2 exact, 0 moved, 0 fuzzy, 0 ambiguous, 0 lost\n',
      stderr: '',
      code: 0,
    });
  });

  it('records where the moved ones are: a coding anew, then the removal of the old one', () => {
    const folder = study();
    const before = readFileSync(join(folder, logOf('ann')), 'utf8');
    const run = qcode(folder, ['reanchor', '--accept-moved']);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(run.stdout).toMatch(/^1 place recorded\n/);
    expect(run.stdout).toContain('2 exact, 0 moved, 1 fuzzy, 0 ambiguous, 1 lost');
    expect(readFileSync(join(folder, logOf('ann')), 'utf8').startsWith(before)).toBe(true);
    const [applied, removed] = eventsIn(folder, 'ann').slice(-2);
    expect(applied).toMatchObject({ event: 'apply', code: 'trust', was: 'c1' });
    expect(applied).toHaveProperty('anchor.start', CORRECTED.indexOf('Then the street'));
    expect(removed).toMatchObject({ event: 'remove', targets: ['c1'], at: applied!.at });
    expect(qcode(folder, ['reanchor', '--accept-moved'])).toHaveProperty(
      'stdout',
      expect.stringMatching(/^0 places recorded\n/),
    );
  });

  it('records fuzzy ones on demand, from a similarity on', () => {
    const folder = study();
    expect(qcode(folder, ['reanchor', '--accept-fuzzy', '0.9']).stdout).toContain('0 places recorded\n');
    expect(qcode(folder, ['reanchor', '--accept-fuzzy', '0.7']).stdout).toContain('1 place recorded\n');
    expect(foldedIn(folder, 'ann').codings.map(({ anchor }) => anchor.exact)).toContain(
      'We never quite trusted that office with the dates',
    );
    expect(qcode(folder, ['reanchor', '--accept-fuzzy', '80'])).toMatchObject({ code: 2 });
  });

  it('gives the same as JSON', () => {
    const rows = JSON.parse(qcode(study(), ['reanchor', '--json']).stdout) as object[];
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({
      source: 'transcripts/a.txt',
      coder: 'ann',
      id: 'c2',
      state: 'fuzzy',
      was: { exact: 'We never trusted the office with the dates' },
      place: { line: 2, exact: 'We never quite trusted that office with the dates' },
    });
  });

  it('shows several places with their surroundings, and takes none', () => {
    const doubled = INTERVIEW.replace('Then the street', 'So. Then the street');
    const { stdout } = qcode(studyOf(doubled + doubled, { ann: [MOVED] }), ['reanchor', '--accept-moved']);
    expect(stdout).toContain('may be at any of 2 places\n    Then the street committee helped us\n    1  line 4,');
    expect(stdout).toContain('[Then the street committee helped us], twice, with rice');
    expect(stdout).toContain('0 exact, 0 moved, 0 fuzzy, 1 ambiguous, 0 lost');
  });
});

describe('the logs of several coders', () => {
  it('are all shown, but only those that are named are written into', () => {
    const folder = studyOf(CORRECTED, { ann: [MOVED], ben: [MOVED] });
    expect(qcode(folder, ['reanchor']).stdout).toContain('0 exact, 2 moved');
    expect(qcode(folder, ['reanchor', '--accept-moved'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this would write into the logs of ann, ben'),
    });
    expect(qcode(folder, ['reanchor', '--accept-moved', '--coder', 'ben'])).toMatchObject({ code: 0 });
    expect(eventsIn(folder, 'ann')).toHaveLength(1);
    expect(eventsIn(folder, 'ben')).toHaveLength(3);
    expect(qcode(folder, ['reanchor', '--coder', 'cleo'])).toMatchObject({ code: 2 });
  });
});

describe('verdicts', () => {
  it('are found again alike, and an overruled one does not come back', () => {
    const words = 'Then the street committee helped us, twice, with rice and a room.';
    const first = coding('v1', 'trust', words, { verdict: 'accept', at: '2026-01-01T00:00:00Z' });
    const second = coding('v2', 'trust', words, { verdict: 'reject' });
    const folder = studyOf(CORRECTED, { ann: [first, second] });
    expect(qcode(folder, ['reanchor']).stdout).toContain('moved  trust (reject)  ann  v2');
    expect(qcode(folder, ['reanchor', '--accept-moved'])).toMatchObject({ code: 0 });
    expect(foldedIn(folder, 'ann').verdicts.map(({ verdict, was }) => [verdict, was])).toEqual([['reject', 'v2']]);
  });
});

describe('what is not exact', () => {
  it('is listed by check, and told in the notes of a table; only sure places count', () => {
    const folder = study();
    const { stdout } = qcode(folder, ['check']);
    expect(stdout).toContain(
      `${logOf('ann')}: warning QC207: coding "c3" (money): “It came late.” is not at characters`,
    );
    expect(stdout).toContain('the likest words are 80% alike (fuzzy)');
    expect(stdout).toContain('info QC210: coding "c1" (trust)');
    const table = qcode(folder, ['frequency', '--coder', 'ann', '--format', 'csv']);
    expect(table.stdout).toMatch(/^money,0/m);
    expect(table.stdout).toMatch(/^trust,1/m);
    expect(table.stdout + table.stderr).toContain('QC207');
    expect(qcode(folder, ['report', '--coder', 'ann', '-o', join(folder, 'out')])).toMatchObject({ code: 0 });
  });
});
