import { constants, openSync } from 'node:fs';
import process from 'node:process';
import { isSystemError } from '../../store/refusal.js';
import { type Colours, painter } from '../view/paint.js';
import { type Picture, screenOn } from './screen.js';
import type { Size, TagState } from '../model/state.js';
import { screenOf } from '../view/frame-of.js';

/** The terminal that the program was started in, which it has until it gives it back. */
export interface Terminal {
  size(): Size;
  /** Takes it: keys come one by one, and what stood on it is put aside. */
  enter(): void;
  /** Gives it back as it was, or does nothing where that was done; false where it is gone. */
  leave(): boolean;
  draw(state: TagState): void;
  /** Takes it that nothing that was drawn is there any more. */
  forget(): void;
  /** Lends it to somebody else. */
  lend<T>(action: () => T): T;
  /** Lends it to the shell that the program was started from, until that wants the program back. */
  suspend(back: () => void): void;
}

const COLOURS: ReadonlyMap<number, Colours> = new Map([
  [1, 0],
  [4, 1],
  [8, 2],
  [24, 3],
]);

/** Milliseconds after which a terminal that took no more is asked again. */
const PAUSE = 20;

export function terminalOfProcess(): Terminal {
  const { stdin, stdout, env } = process;
  const screen = screenOn(impatient(stdout.fd));
  const paint = painter(env['NO_COLOR'] ? 0 : (COLOURS.get(stdout.getColorDepth()) ?? 0));
  let again: NodeJS.Timeout | undefined;

  const enter = (): void => {
    // Before anything is drawn: what was typed ahead would be echoed into the first frame.
    stdin.setRawMode(true);
    screen.enter();
  };
  const leave = (): boolean => {
    clearTimeout(again);
    if (!screen.leave()) return false;
    cook(stdin);
    return true;
  };
  const show = (picture: Picture): void => {
    clearTimeout(again);
    if (!screen.draw(picture)) again = setTimeout(show, PAUSE, picture);
  };
  return {
    size: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
    enter,
    leave,
    draw: (state) => {
      const { frame, caret } = screenOf(state);
      show({ rows: paint(frame), caret });
    },
    forget: () => screen.forget(),
    lend(action) {
      leave();
      try {
        return action();
      } finally {
        enter();
      }
    },
    suspend(back) {
      leave();
      process.once('SIGCONT', () => {
        enter();
        back();
      });
      process.kill(0, 'SIGTSTP');
    },
  };
}

/**
 * The same terminal by a descriptor that does not wait where it takes no more: Node makes its own wait, and then no signal
 * is heard. Where the system gives none, its own must do.
 */
function impatient(descriptor: number): number {
  try {
    return openSync(`/dev/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return descriptor;
  }
}

/** Has a terminal give whole lines again, as shells want it; one that is gone gives nothing more. */
function cook(stdin: NodeJS.ReadStream): void {
  try {
    stdin.setRawMode(false);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
