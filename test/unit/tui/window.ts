import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '../../../src/tui/model/action.js';
import { reduce } from '../../../src/tui/modes/reduce.js';
import { Hands } from '../../../src/tui/shell/effects.js';
import { prepare } from '../../../src/tui/shell/prepare.js';
import { createSession } from '../../../src/tui/shell/session.js';
import { A, deskIn } from './desk.js';
import { key } from './shell.js';

/** The terminal with its shell, on the disk: one window of a coder. */
export async function begun(folder: string, options: Parameters<typeof deskIn>[1] = {}) {
  const desk = await deskIn(folder, options);
  const { value } = await prepare(desk, { source: A, at: null, queue: null });
  const hands = new Hands(desk, value!.read, (text) => ({ text }));
  const session = createSession(value!.begin({ columns: 80, rows: 24 }), {
    reduce,
    perform: (effect, state) => hands.perform(effect, state),
    changed: () => undefined,
    suspend: () => undefined,
    left: () => undefined,
    broke: (error) => {
      throw error;
    },
  });
  const dispatch = async (action: Action): Promise<void> => {
    session.dispatch(action);
    await session.idle();
  };
  return {
    state: () => session.state,
    book: () => readFileSync(join(folder, 'codebook.yaml'), 'utf8'),
    act: dispatch,
    press: async (keys: string) => {
      for (const name of keys.split(' ')) await dispatch({ kind: 'key', key: key(name) });
    },
    type: (text: string) => dispatch({ kind: 'key', key: { ...key('x'), text } }),
  };
}
