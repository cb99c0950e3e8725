import process from 'node:process';
import type { Key } from '../model/action.js';
import { takeInput } from './app.js';
import { backgroundOf } from './background.js';
import type { Desk } from './desk.js';
import { writeInEditor } from './editor.js';
import { Hands } from './effects.js';
import { joined, keyReader } from '../keys/input.js';
import type { Prepared } from './prepare.js';
import { reduce } from '../modes/reduce.js';
import { createSession } from './session.js';
import { dieOf, hearEndings } from './signals.js';
import { terminalOfProcess } from './terminal.js';

/** Hands the terminal to the coder until he leaves, and gives it back as it was, however it ends. */
export async function runTerminal(desk: Desk, { begin, read: files }: Prepared): Promise<void> {
  const terminal = terminalOfProcess();
  const first = begin(terminal.size());
  const { ended, stop, broke } = ending();
  const write = (text: string) => terminal.lend(() => endings.heedless(() => writeInEditor(text, process.env)));
  const hands = new Hands(desk, files, write);
  const resized = (): void => {
    terminal.forget();
    session.dispatch({ kind: 'resize', size: terminal.size() });
  };
  const session = createSession(first, {
    reduce,
    perform: (effect, state) => hands.perform(effect, state),
    changed: (state) => {
      terminal.draw(state);
      background.look(state);
    },
    suspend: () => terminal.suspend(resized),
    left: stop,
    broke,
  });
  const background = backgroundOf(hands, session.dispatch);
  /** Gives the terminal back. Where that is gone, the process ends here: Node would fail when it exits. */
  const leave = (): void => {
    hands.keepPlace(session.state);
    if (!terminal.leave()) dieOf('SIGHUP');
  };
  const endings = hearEndings((signal) => {
    leave();
    dieOf(signal);
  });
  const forgetAll = hear([
    [process, 'uncaughtException', broke],
    [process, 'exit', () => terminal.leave() || dieOf('SIGHUP')],
    [process.stdin, 'end', stop],
    [process.stdin, 'error', stop],
    [process.stdout, 'resize', resized],
  ]);
  const read = keyReader();
  const press = (key: Key): void => session.dispatch({ kind: 'key', key });
  try {
    terminal.enter();
    terminal.draw(first);
    const letGo = takeInput(joined((sequence) => read(sequence).forEach(press)));
    background.look(first);
    await ended.finally(letGo);
  } finally {
    background.stop();
    leave();
    endings.stop();
    forgetAll();
  }
}

/** A promise, and how it is kept or broken. */
function ending() {
  let stop = (): void => undefined;
  let broke = (_: unknown): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    stop = () => resolve();
    broke = reject;
  });
  return { ended, stop, broke };
}

type Listening = readonly [NodeJS.EventEmitter, string, (...given: never[]) => unknown];

/** Listens to events; what it returns ends that. */
function hear(events: readonly Listening[]): () => void {
  for (const [emitter, event, listener] of events) emitter.on(event, listener as () => void);
  return () => {
    for (const [emitter, event, listener] of events) emitter.off(event, listener as () => void);
  };
}
