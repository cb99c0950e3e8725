import process from 'node:process';
import type { Key } from './action.js';
import { picturesFrom, startApp } from './app.js';
import { backgroundOf } from './background.js';
import { writeInEditor } from './editor.js';
import { type Hands, handsOn } from './effects.js';
import { keyReader } from './input.js';
import { type Colours, painter } from './paint.js';
import { isSystemError } from '../store/refusal.js';
import { reduce } from './reduce.js';
import { type Picture, screenOn } from './screen.js';
import { createSession } from './session.js';
import type { Desk } from './desk.js';
import type { Size, TagState } from './state.js';
import { caretOf, frameOf } from './view/frame-of.js';

/** Signals that end the program. */
const ENDINGS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

const COLOURS: ReadonlyMap<number, Colours> = new Map([
  [1, 0],
  [4, 1],
  [8, 2],
  [24, 3],
]);

/** The size of the terminal on stdout. */
export function terminalSize(): Size {
  const { columns, rows } = process.stdout;
  return { columns: columns || 80, rows: rows || 24 };
}

/**
 * Hands the terminal to the coder until he leaves, and gives it back as it was, however it ends.
 *
 * @param begin makes the state that is shown first
 */
export async function runTerminal(desk: Desk, begin: (size: Size) => TagState): Promise<void> {
  const { stdin, stdout } = process;
  const screen = screenOn(stdout.fd);
  const hands: Hands = handsOn(desk, (text) => outside(() => writeInEditor(text, process.env)));
  const paint = painter(process.env['NO_COLOR'] ? 0 : (COLOURS.get(stdout.getColorDepth()) ?? 0));
  const first = begin(terminalSize());
  const pictureOf = (state: TagState): Picture => ({ rows: paint(frameOf(state)), caret: caretOf(state) });
  const pictures = picturesFrom(pictureOf(first));
  let stop = (): void => undefined;
  let broke = (_: unknown): void => undefined;

  /** Lends the terminal to somebody else. */
  function outside<T>(action: () => T): T {
    screen.leave();
    stdin.setRawMode(false);
    try {
      return action();
    } finally {
      stdin.setRawMode(true);
      screen.enter();
    }
  }

  const suspend = (): void => {
    screen.leave();
    stdin.setRawMode(false);
    process.once('SIGCONT', () => {
      stdin.setRawMode(true);
      screen.enter();
      session.dispatch({ kind: 'resize', size: terminalSize() });
      screen.draw(pictures.now());
    });
    process.kill(0, 'SIGTSTP');
  };

  const ended = new Promise<void>((resolve, reject) => {
    stop = resolve;
    broke = reject;
  });
  process.once('uncaughtException', broke);
  const session = createSession(first, {
    reduce,
    perform: hands.perform,
    changed: (state) => {
      pictures.show(pictureOf(state));
      background.look(state);
    },
    left: () => stop(),
    broke,
  });
  const background = backgroundOf(hands, session.dispatch);

  const read = keyReader();
  const press = (key: Key): void => {
    if (key.ctrl && key.name === 'c') stop();
    else if (key.ctrl && key.name === 'z') suspend();
    else session.dispatch({ kind: 'key', key });
  };
  const resized = (): void => {
    screen.forget();
    session.dispatch({ kind: 'resize', size: terminalSize() });
  };
  /** Gives the terminal back. Where that is gone, the process ends here: Node would fail when it exits. */
  const leave = (): void => {
    hands.keepPlace(session.state);
    if (screen.leave()) cook(stdin);
    else dieOf('SIGHUP');
  };
  /** Ends as the signal would have ended it. */
  const die = (signal: NodeJS.Signals): void => {
    leave();
    dieOf(signal);
  };
  for (const signal of ENDINGS) process.on(signal, die);
  const giveBack = (): void => {
    if (!screen.leave()) dieOf('SIGHUP');
  };
  const hungUp = (): void => stop();
  process.on('exit', giveBack);
  stdin.on('end', hungUp).on('error', hungUp);
  stdout.on('resize', resized);
  // Before anything is drawn: what was typed ahead would be echoed into the first frame.
  stdin.setRawMode(true);
  screen.enter();
  const unmount = startApp({ pictures, draw: screen.draw, typed: (sequence) => read(sequence).forEach(press) });
  background.look(first);
  try {
    await ended;
  } finally {
    background.stop();
    stdout.off('resize', resized);
    unmount();
    leave();
    for (const signal of ENDINGS) process.off(signal, die);
    process.off('uncaughtException', broke);
    process.off('exit', giveBack);
    stdin.off('end', hungUp).off('error', hungUp);
  }
}

function dieOf(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Has a terminal give whole lines again, as shells want it; one that is gone gives nothing more. */
function cook(stdin: NodeJS.ReadStream): void {
  try {
    stdin.setRawMode(false);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
