import { writeSync } from 'node:fs';

/** What stands on a screen. */
export interface Picture {
  /** Each as the terminal is sent it, no wider than the screen. */
  readonly rows: readonly string[];
  /** Where the cursor is shown, counted from 0; null where it is not. */
  readonly caret: { readonly column: number; readonly row: number } | null;
}

/** The whole screen of a terminal, lent for as long as the program has it. */
export interface Screen {
  /** Switches to a screen of its own, so that what stood on the terminal comes back afterwards. */
  enter(): void;
  /**
   * Brings back what stood there. Does nothing where it was not entered, so that it may be called at any end.
   *
   * @returns false where the terminal is gone
   */
  leave(): boolean;
  /**
   * Writes the rows that are not what they were, and puts the cursor where text is being typed.
   *
   * @returns false where the terminal takes no more for now: to be drawn again later
   */
  draw(picture: Picture): boolean;
  /** Takes it that nothing that was drawn is there any more: after a change of size or another program. */
  forget(): void;
}

const HIDE = '\x1b[?25l';
const SHOW = '\x1b[?25h';
/** The alternate screen, no cursor, pastes marked as such, and no row that runs on into the next. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l\x1b[2J\x1b[H';
const LEAVE = '\x1b[0m\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l';
/** What is written between these is shown in one step, by terminals that know them. */
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

/** Milliseconds for which a terminal is waited for that takes no more: no key and no signal is heard meanwhile. */
const PATIENCE = 50;

/**
 * Rows are written by their numbers, only those that changed. Ink's own output would lay out every cell of the screen
 * anew, which takes longer than all the rest, clears the whole terminal where a frame is as high as it is, and draws
 * nothing where a variable CI is set.
 *
 * @param descriptor of the terminal; written at once, so that the screen is given back even when the process dies
 */
export function screenOn(descriptor: number): Screen {
  let drawn: readonly string[] = [];
  let pointed = '';
  let entered = false;
  /** What the terminal has not taken yet. It goes first: half a sequence would spoil the screen. */
  let rest: Uint8Array = new Uint8Array();
  const write = (text: string): boolean => {
    // Who did not take the last in time is not waited for again: keys would queue up behind it.
    const patience = rest.length === 0 ? PATIENCE : 0;
    rest = written(descriptor, Buffer.concat([rest, Buffer.from(text)]), patience);
    return rest.length === 0;
  };
  return {
    enter() {
      entered = true;
      drawn = [];
      pointed = '';
      write(ENTER);
    },
    leave() {
      if (!entered) return true;
      entered = false;
      try {
        write(LEAVE);
        return true;
      } catch {
        return false;
      }
    },
    draw({ rows, caret }) {
      if (!entered) return true;
      if (rest.length > 0 && !write('')) return false;
      const changed = rows.flatMap((row, i) => (row === drawn[i] ? [] : [`\x1b[${i + 1}H\x1b[2K${row}`]));
      const fewer = rows.length < drawn.length ? [`\x1b[${rows.length + 1}H\x1b[J`] : [];
      const point = caret === null ? HIDE : `\x1b[${caret.row + 1};${caret.column + 1}H${SHOW}`;
      if (changed.length + fewer.length === 0 && point === pointed) return true;
      drawn = rows;
      pointed = point;
      return write([BEGIN, HIDE, ...changed, ...fewer, point, END].join(''));
    },
    forget() {
      drawn = [];
      if (entered) write('\x1b[2J');
    },
  };
}

/** Writes what a terminal takes within some milliseconds, and returns what it does not. */
function written(descriptor: number, bytes: Uint8Array, patience: number): Uint8Array {
  const end = performance.now() + patience;
  let rest = bytes;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      if (performance.now() >= end) break;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
  return rest;
}
