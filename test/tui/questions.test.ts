import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { INTERVIEW, SOURCE, coding, eventsIn, foldedIn, studyOf } from '../cli/coded-study.js';
import { removeFolders } from './study.js';
import { Terminal, closeTerminals, describeTerminal } from './terminal.js';

afterAll(() => {
  closeTerminals();
  removeFolders();
});

const GONE = coding('c1', 'money', 'It came late.');
const CHANGED = coding('c2', 'trust', 'We never trusted the office with the dates');
const MOVED = coding('c3', 'trust', 'Then the street committee helped us');
const CORRECTED = INTERVIEW.replace(
  'It came late. We never trusted the office',
  'Well. We never quite trusted that office',
);

/** Runs a command, says what it ended with, and stays. */
const asking = (folder: string, words: string): Terminal =>
  Terminal.run(folder, `$QCODE ${words}; echo "code $?"; exec sleep 100`, { columns: 110, rows: 50 });

describeTerminal('the questions of qcode reanchor', () => {
  const study = (): string => studyOf(CORRECTED, { ann: [GONE, CHANGED, MOVED] });

  it('are asked one after another, and each answer is done at once', async () => {
    const folder = study();
    const terminal = asking(folder, 'reanchor');
    await terminal.shows(/lost {2}money {2}ann {2}c1 [\s\S]*\n {4}Enter leave, remove, q stop: *$/m);
    terminal.type('x\n');
    await terminal.shows('"x" is no answer here');
    terminal.type('remove\n');
    await terminal.shows(/recorded\n {2}fuzzy 80% {2}trust {2}ann {2}c2 [\s\S]*a accept, Enter leave, remove, q stop:/);
    expect(eventsIn(folder, 'ann').at(-1)).toMatchObject({ event: 'remove', targets: ['c1'] });
    terminal.type('a\n');
    await terminal.shows(/recorded\n {2}moved {2}trust {2}ann {2}c3 /);
    const { codings } = foldedIn(folder, 'ann');
    expect(codings.map(({ was, anchor }) => [was, anchor.exact])).toEqual([
      ['c2', 'We never quite trusted that office with the dates'],
      [undefined, MOVED.anchor.exact],
    ]);
    terminal.press('Enter');
    await terminal.shows(/1 exact, 1 moved, 0 fuzzy, 0 ambiguous, 0 lost\ncode 1/);
    expect(foldedIn(folder, 'ann').codings).toEqual(codings);
  });

  it.each([
    ['q', ['q', 'Enter']],
    ['Ctrl-D', ['C-d']],
    ['Ctrl-C', ['C-c']],
  ])('end with %s, and what was answered before stands', async (_, keys) => {
    const folder = study();
    const terminal = Terminal.qcode(folder, 'reanchor', { columns: 110 });
    await terminal.shows(/ c1 [\s\S]*q stop:/);
    terminal.type('remove\n');
    await terminal.shows(/ c2 [\s\S]*q stop:/);
    terminal.press(...keys);
    await terminal.ended();
    expect(foldedIn(folder, 'ann').codings.map(({ id }) => id)).toEqual(['c2', 'c3']);
    expect(eventsIn(folder, 'ann')).toHaveLength(4);
  });
});

describeTerminal('the question of qcode replace', () => {
  const study = (): string => {
    const folder = studyOf(INTERVIEW, { ann: [GONE, CHANGED, MOVED] });
    writeFileSync(join(folder, 'new.txt'), CORRECTED);
    return folder;
  };
  const kept = `.replaced/${SOURCE}.${createHash('sha256').update(INTERVIEW).digest('hex').slice(0, 8)}`;

  it('comes after what would change; a yes does it', async () => {
    const folder = study();
    const terminal = asking(folder, 'replace a new.txt');
    const screen = await terminal.shows(`Replace ${SOURCE} by new.txt? [y/N]`);
    expect(screen).toContain('ann: 0 exact, 1 moved, 1 fuzzy, 0 ambiguous, 1 lost');
    expect(readFileSync(join(folder, SOURCE), 'utf8')).toBe(INTERVIEW);
    terminal.type('y\n');
    await terminal.shows(/1 new place recorded\ncode \d/);
    expect(readFileSync(join(folder, SOURCE), 'utf8')).toBe(CORRECTED);
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(INTERVIEW);
    expect(foldedIn(folder, 'ann').codings.map(({ id, was }) => was ?? id)).toEqual(['c1', 'c2', 'c3']);
  });

  it.each([['Enter'], ['n', 'Enter'], ['C-c'], ['C-d']])(
    'anything else leaves all as it was: %s %s',
    async (...keys) => {
      const folder = study();
      const terminal = asking(folder, 'replace a new.txt');
      await terminal.shows('[y/N]');
      terminal.press(...keys);
      await terminal.shows(/Nothing was written\.\ncode 1/);
      expect(readFileSync(join(folder, SOURCE), 'utf8')).toBe(INTERVIEW);
      expect(existsSync(join(folder, '.replaced'))).toBe(false);
      expect(eventsIn(folder, 'ann')).toEqual([GONE, CHANGED, MOVED]);
    },
  );
});
