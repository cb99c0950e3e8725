import { describe } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const BIN = resolve('bin/qcode.js');
const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** Tests in a real pseudo-terminal, which tmux makes. Without tmux they are skipped, but not where tests must run. */
export function describeTerminal(name: string, tests: () => void): void {
  if (hasTmux) describe(name, tests);
  else if (process.env['CI'] === 'true') throw new Error('these tests want tmux, and there is none');
  else describe.skip(`${name} (there is no tmux)`, tests);
}

let count = 0;
const running = new Set<Terminal>();

/** Ends all terminals of a test file. */
export function closeTerminals(): void {
  for (const terminal of running) terminal.close();
}

export interface Setting {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A terminal with a program in it, driven by keys and looked at as people do. */
export class Terminal {
  private readonly socket = join(tmpdir(), `qcode-test-${process.pid}-${count++}.tmux`);

  private constructor() {
    running.add(this);
  }

  /** Runs a line of the shell; `$QCODE` is the program. What is on the screen stays when it ends. */
  static run(folder: string, line: string, { columns = 80, rows = 24, env = {} }: Setting = {}): Terminal {
    const terminal = new Terminal();
    const settings = { QCODE: `${process.execPath} ${BIN}`, QCODE_CODER: 'chan', ...env };
    const variables = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const size = ['-x', String(columns), '-y', String(rows)];
    const start = ['new-session', '-d', '-s', 't', ...size, '-c', folder, ...variables, 'sh', '-c', line];
    terminal.tmux(
      '-f',
      '/dev/null',
      ...start,
      ';',
      'set',
      '-g',
      'remain-on-exit',
      'on',
      ';',
      'set',
      '-g',
      'status',
      'off',
    );
    return terminal;
  }

  /** Runs `qcode tag` or another command in place of the shell, so that a signal meets it alone. */
  static qcode(folder: string, words: string, setting: Setting = {}): Terminal {
    return Terminal.run(folder, `exec $QCODE ${words}`, setting);
  }

  private tmux(...words: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync('tmux', ['-S', this.socket, '-u', ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tmux ${words.join(' ')}: ${stderr}`);
    return stdout;
  }

  /** What stands on the screen, its rows without spaces at their ends. */
  screen(): string {
    return this.tmux('capture-pane', '-p', '-t', 't');
  }

  /** The same with its colours. */
  coloured(): string {
    return this.tmux('capture-pane', '-p', '-e', '-t', 't');
  }

  /** Presses keys by their names in tmux: `j`, `Enter`, `C-c`. */
  press(...keys: readonly string[]): void {
    this.tmux('send-keys', '-t', 't', ...keys);
  }

  /** Types text as it is. */
  type(text: string): void {
    this.tmux('send-keys', '-t', 't', '-l', text);
  }

  paste(text: string): void {
    this.tmux('set-buffer', text, ';', 'paste-buffer', '-p', '-t', 't');
  }

  resize(columns: number, rows: number): void {
    this.tmux('resize-window', '-t', 't', '-x', String(columns), '-y', String(rows));
  }

  /** The process that runs in the terminal. */
  get pid(): number {
    return Number(this.ask('pane_pid'));
  }

  /** What tmux knows of the terminal: `alternate_on`, `cursor_flag`, `pane_dead`. */
  ask(variable: string): string {
    return this.tmux('display', '-p', '-t', 't', `#{${variable}}`).trim();
  }

  /** Waits until the screen shows something, and returns it. */
  async shows(what: string | RegExp, patience = 10_000): Promise<string> {
    const begun = performance.now();
    for (;;) {
      const screen = this.screen();
      if (typeof what === 'string' ? screen.includes(what) : what.test(screen)) return screen;
      if (performance.now() - begun > patience) throw new Error(`the screen never shows ${String(what)}:\n${screen}`);
      await pause(20);
    }
  }

  /** Waits until the program has ended. (What it ended with, tmux sometimes never learns.) */
  async ended(patience = 10_000): Promise<void> {
    const begun = performance.now();
    while (this.ask('pane_dead') !== '1') {
      if (performance.now() - begun > patience) throw new Error(`the program does not end:\n${this.screen()}`);
      await pause(20);
    }
  }

  /** Closes the window: its program is hung up, and may still be leaving when this returns. */
  hangUp(): void {
    running.delete(this);
    spawnSync('tmux', ['-S', this.socket, 'kill-server']);
    rmSync(this.socket, { force: true });
  }

  /** Ends the program at once, and only then returns, so that nothing is written into a folder being removed. */
  close(): void {
    try {
      if (this.ask('pane_dead') !== '1') process.kill(-this.pid, 'SIGKILL');
      for (let tries = 0; tries < 200 && this.ask('pane_dead') !== '1'; tries++) this.tmux('run-shell', 'sleep 0.01');
    } catch {
      // The program or its terminal ended by itself meanwhile.
    }
    this.hangUp();
  }
}

/** Begins a memo on the first source of a study, and hands it to an editor: a script of the shell. */
export async function memoInEditor(folder: string, script: string): Promise<Terminal> {
  const file = join(folder, 'editor.sh');
  writeFileSync(file, script);
  const terminal = Terminal.qcode(folder, 'tag a', { env: { EDITOR: `sh ${file}` } });
  await terminal.shows('What about funding?');
  terminal.press('M');
  terminal.type('begun');
  await terminal.shows('begun');
  terminal.press('C-e');
  return terminal;
}
