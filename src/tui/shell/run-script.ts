import process from 'node:process';
import type { Desk } from './desk.js';
import { writeInEditor } from './editor.js';
import { Hands } from './effects.js';
import { counted } from './entries.js';
import { suggestsLater } from './open.js';
import { plainRows } from '../view/paint.js';
import type { Prepared } from './prepare.js';
import { reduce } from '../modes/reduce.js';
import type { Step } from './script.js';
import { createSession } from './session.js';
import type { Size } from '../model/state.js';
import { suggestionsIn } from './suggestions.js';
import { frameOf } from '../view/frame-of.js';

/**
 * Does what a script says, without a terminal: each key waits until the one before has done all that it does. Returns
 * the frames that it asks for and the last, as text.
 */
export async function runScript(
  desk: Desk,
  { begin, read }: Prepared,
  steps: readonly Step[],
  size: Size,
): Promise<string[]> {
  const hands = new Hands(desk, read, (text) => writeInEditor(text, process.env));
  let over = false;
  let fault: { readonly error: unknown } | null = null;
  const session = createSession(begin(size), {
    reduce,
    perform: (effect, state) => hands.perform(effect, state),
    changed: () => undefined,
    suspend: () => undefined,
    left: () => (over = true),
    broke: (error) => (fault = { error }),
  });
  const frames: string[] = [];
  const show = (): void => void frames.push(`${plainRows(frameOf(session.state)).join('\n')}\n`);
  const settle = async (): Promise<void> => {
    await session.idle();
    const { source } = session.state;
    if (!over && suggestsLater(hands.desk, source) && source.suggestions.length === 0)
      session.dispatch({
        kind: 'suggested',
        source: source.id,
        suggestions: suggestionsIn(source, hands.desk.suggest),
      });
    if (fault !== null) throw (fault as { error: unknown }).error;
  };
  await settle();
  for (const source of desk.study.sources) {
    const count = await counted(desk, source);
    if (count) session.dispatch({ kind: 'counted', source: count });
  }
  for (const step of steps) {
    if (over) break;
    if (step.kind === 'frame') show();
    else if (step.kind === 'size')
      session.dispatch({ kind: 'resize', size: { columns: step.columns, rows: step.rows } });
    else session.dispatch({ kind: 'key', key: step.key });
    await settle();
  }
  if (steps.at(-1)?.kind !== 'frame') show();
  hands.keepPlace(session.state);
  return frames;
}
