import { afterAll, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { removeFolders, smallStudy } from './study.js';
import { Terminal, closeTerminals, describeTerminal, memoInEditor } from './terminal.js';

afterAll(() => {
  closeTerminals();
  removeFolders();
});

const LINE = 'echo what stood before; stty -a > before; $QCODE tag a; echo "code $?"; stty -a > after; exec sleep 100';

/** What is left of the program once it has gone. */
async function expectClean(terminal: Terminal, folder: string, code: number): Promise<void> {
  const screen = await terminal.shows(`code ${code}`);
  expect(screen.split('\n')[0]).toBe('what stood before');
  expect(screen).not.toContain('funding');
  expect(terminal.ask('alternate_on')).toBe('0');
  expect(terminal.ask('cursor_flag')).toBe('1');
  expect(terminal.ask('wrap_flag')).toBe('1');
  expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'));
}

/** The process of the program among those of the shell. */
function programOf(terminal: Terminal): number {
  const children = readFileSync(`/proc/${terminal.pid}/task/${terminal.pid}/children`, 'utf8');
  return Number(children.trim().split(' ').at(-1));
}

describeTerminal('leaving qcode tag', () => {
  it.each([
    ['q', 0],
    ['C-c', 0],
  ])('%s gives the terminal back as it was', async (key, code) => {
    const folder = smallStudy();
    const terminal = Terminal.run(folder, LINE);
    await terminal.shows('What about funding?');
    expect(terminal.ask('alternate_on')).toBe('1');
    terminal.press('j', key);
    await expectClean(terminal, folder, code);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s gives the terminal back as it was', async (signal, code) => {
    const folder = smallStudy();
    const terminal = Terminal.run(folder, LINE);
    await terminal.shows('What about funding?');
    terminal.press('j');
    await terminal.shows('turn 2/');
    process.kill(programOf(terminal), signal);
    await expectClean(terminal, folder, code);
    // Where the coder stopped was kept.
    expect(readFileSync(join(folder, 'codings/.stopped/chan.json'), 'utf8')).toContain('transcripts/a.txt');
  });

  it('is quiet when its window is closed, and keeps where the coder was', async () => {
    const folder = smallStudy();
    const terminal = Terminal.run(folder, '$QCODE tag a 2> said; exec sleep 100');
    await terminal.shows('What about funding?');
    terminal.press('j', 'j');
    await terminal.shows('turn 3/');
    const program = programOf(terminal);
    terminal.hangUp();
    for (let i = 0; i < 100 && existsSync(`/proc/${program}`); i++) await pause(50);
    expect(existsSync(`/proc/${program}`)).toBe(false);
    expect(readFileSync(join(folder, 'said'), 'utf8')).toBe('');
    expect(readFileSync(join(folder, 'codings/.stopped/chan.json'), 'utf8')).toContain('transcripts/a.txt');
  });

  it('says what went wrong only once the terminal is itself again', async () => {
    const folder = smallStudy();
    const bug = "--import=data:text/javascript,setTimeout(()=>{throw(new(Error)('boom'))},1500)";
    const terminal = Terminal.run(folder, LINE, { env: { NODE_OPTIONS: bug } });
    await terminal.shows('What about funding?');
    expect(await terminal.shows('code 2')).toMatch(/what stood before\nThis is a bug of qcode[\s\S]*boom/);
    await expectClean(terminal, folder, 2);
  });

  it('is put aside with Ctrl-Z and comes back as it was', async () => {
    const folder = smallStudy();
    const terminal = Terminal.run(folder, 'bash --norc -i');
    terminal.type('$QCODE tag a\n');
    await terminal.shows('What about funding?');
    terminal.press('j');
    await terminal.shows('turn 2/');
    terminal.press('C-z');
    await terminal.shows('Stopped');
    expect(terminal.ask('alternate_on')).toBe('0');
    terminal.type('fg\n');
    await terminal.shows('turn 2/');
    terminal.press('j');
    await terminal.shows('turn 3/');
    terminal.press('q');
    await terminal.shows(/fg\n\$QCODE tag a\n\S*[#$]/);
    expect(terminal.ask('alternate_on')).toBe('0');
  });

  it('outlives a Ctrl-C that is meant for the editor', async () => {
    const folder = smallStudy();
    const terminal = await memoInEditor(folder, 'echo in the editor; exec sleep 100\n');
    await terminal.shows('in the editor');
    terminal.press('C-c');
    await terminal.shows('ended with SIGINT');
    expect(terminal.screen()).toContain('begun');
    terminal.press('Escape');
    await terminal.shows('Leave it all the same?');
    terminal.press('y');
    await terminal.shows('not saved');
    terminal.press('q');
    await terminal.ended();
  });
});
