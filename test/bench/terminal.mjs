// The real program in a pseudo-terminal, one key after another: how long it takes from a key to the last byte drawn.
// `script` of util-linux makes the terminal, so that nothing has to be compiled; what it adds is measured with `cat`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** Ends each picture that is drawn at once. */
const DRAWN = '\x1b[?2026l';
/** Milliseconds without output after which a key is taken to have done all that it does. */
const QUIET = 30;
const LONGEST = 20_000;
/** Characters of the last picture that a complaint quotes. */
const SHOWN = 2000;

/** Terminals whose program has not ended. They end with this process, which would wait for them for ever. */
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A program in a terminal of its own. */
export class Terminal {
  #child;
  #begun = 0;
  #last = 0;
  #ends;
  #shown = '';
  text = '';

  /**
   * @param {readonly string[]} line program and arguments
   * @param {{columns: number, rows: number, folder: string, ends?: string}} options `ends`: what a picture ends with
   */
  constructor(line, { columns, rows, folder, ends = DRAWN }) {
    this.#ends = ends;
    const quoted = line.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const command = `stty cols ${columns} rows ${rows}; exec ${quoted}`;
    this.#begun = performance.now();
    this.#child = spawn('script', ['-qfec', command, '/dev/null'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TERM: 'xterm-256color', COLORTERM: 'truecolor', SHELL: '/bin/sh', NO_COLOR: '' },
    });
    running.add(this.#child);
    this.#child.on('close', () => running.delete(this.#child));
    this.#child.stdout.setEncoding('utf8');
    this.#child.stdout.on('data', (chunk) => {
      this.#last = performance.now();
      this.text = (this.text + chunk).slice(-200_000);
    });
  }

  /** Milliseconds from the beginning to the last byte of the first picture. */
  async first() {
    await this.#settled('the start');
    return this.#last - this.#begun;
  }

  /** Presses a key. Milliseconds to the last byte of what it draws. */
  async press(key) {
    this.text = '';
    this.#last = 0;
    const pressed = performance.now();
    this.#child.stdin.write(key);
    await this.#settled(`the key ${JSON.stringify(key)}`);
    return this.#last - pressed;
  }

  /**
   * Waits until there is a picture and nothing comes after it.
   *
   * @param {string} what is to draw it
   * @throws where nothing is drawn; the program is killed then
   */
  async #settled(what) {
    const begun = performance.now();
    while (!this.text.includes(this.#ends) || performance.now() - this.#last < QUIET) {
      if (performance.now() - begun > LONGEST) {
        this.#kill();
        throw new Error(`${what} draws nothing: ${JSON.stringify(this.text)}; on the screen: ${this.#shown}`);
      }
      await pause(1);
    }
    this.#shown = JSON.stringify(this.text.slice(-SHOWN));
  }

  /** Ends `script`, which hangs up on the program; both are to be gone before anything else is measured. */
  #kill() {
    this.#child.stdin.destroy();
    this.#child.stdout.destroy();
    this.#child.kill('SIGKILL');
  }

  async end(key) {
    const closed = once(this.#child, 'close');
    this.#child.stdin.write(key);
    this.#child.stdin.end();
    await closed;
  }
}
