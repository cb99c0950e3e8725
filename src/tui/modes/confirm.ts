import { identifierFor } from '../../codebook/edit/identifier-for.js';
import type { Handler, Handlers, ModeOf } from './handlers.js';
import { nameOf } from '../model/names.js';
import { takeBack } from '../model/undoing.js';
import type { Mode, Question, TagState } from '../model/state.js';
import { afterWriting, enter, READ, say, type Step, step } from '../model/step.js';
import { isUnsaved } from './write.js';

/** Asks before something is done; no leads back to the mode it was asked in. */
export function confirm(state: TagState, question: Question, preview: readonly string[]): Step {
  return enter(state, { name: 'confirm', question, preview, back: state.mode });
}

/** Shows what a new name would do, and asks. The id follows the name; the former id stays good in logs. */
export function confirmRename(state: TagState, code: string, name: string): Step {
  const others = state.codes.filter(({ id }) => id !== code).map(({ id }) => id);
  const id = identifierFor(name, new Set(others));
  const preview = [
    `name: ${nameOf(state, code)} → ${name}`,
    id === code ? `id: ${id}, as before` : `id: ${code} → ${id}; the codebook keeps the former id`,
    `your codings with it: ${state.counts[code] ?? 0}, which stay as they are; no log is rewritten`,
  ];
  return confirm(state, { for: 'rename', code, name, id }, preview);
}

/** Shows what a merge would do, and asks. `lines` are what was found out of the study. */
export function confirmMerge(state: TagState, from: string, into: string, lines: readonly string[]): Step {
  const names = [nameOf(state, from), nameOf(state, into)] as const;
  const preview = [
    `${names[0]} goes, ${names[1]} stays`,
    `your codings with ${names[0]}: ${state.counts[from] ?? 0}, with ${names[1]}: ${state.counts[into] ?? 0}; no log is rewritten`,
    'its rules and the codes below it go there too; the codebook keeps its id as a former one',
    ...lines,
  ];
  return confirm(state, { for: 'merge', from, into }, preview);
}

/** What is being written, in this mode or in one that it leads back to. */
function writing(mode: Mode | undefined): Extract<Mode, { name: 'write' }> | null {
  if (mode === undefined || mode.name === 'write') return mode ?? null;
  return 'back' in mode ? writing(mode.back) : null;
}

/** Quits, but asks where something is not stored. Who is asked and quits again means it. */
export function quit(state: TagState): Step {
  const { saved, queue, mode } = state;
  if (mode.name === 'confirm' && mode.question.for === 'quit') return step(state, { kind: 'quit' });
  const written = writing(mode);
  const ticked = queue?.kind === 'find' ? queue.places.filter((place) => place.ticked && !place.done).length : 0;
  const reasons = [
    ...(written !== null && isUnsaved(state, written) ? ['what you wrote is not saved'] : []),
    ...(saved.state === 'failed' ? [`the last change is not saved: ${saved.message}`] : []),
    ...(ticked > 0 ? [`${ticked} ticked ${ticked === 1 ? 'place is' : 'places are'} not coded yet`] : []),
  ];
  return reasons.length === 0 ? step(state, { kind: 'quit' }) : confirm(state, { for: 'quit' }, reasons);
}

function yes(state: TagState, { question, back = READ }: ModeOf<'confirm'>): Step {
  const asked = { ...state, mode: back };
  switch (question.for) {
    case 'rename':
      // The new name stays in its field until the codebook has it.
      return step(asked, { kind: 'rename code', code: question.code, id: question.id, name: question.name });
    case 'merge':
      return step(asked, { kind: 'merge codes', from: question.from, into: question.into });
    case 'undo':
      return takeBack(asked, question.which);
    case 'discard':
      return say({ ...afterWriting(asked), saved: { state: 'saved' } }, 'not saved');
    case 'quit':
      return step({ ...state, mode: READ }, { kind: 'quit' });
  }
}

/** Scrolls what is shown, line by line, no further than to its last. */
function by(lines: number): Handler<'confirm'> {
  return (state, mode) => {
    const { top: before = 0, preview } = mode;
    const top = Math.max(0, Math.min(before + lines, preview.length - 1));
    if (top === before) return say(state, lines > 0 ? 'there is no more to read' : 'it begins here');
    return step({ ...state, mode: { ...mode, top } });
  };
}

/** The keys of a question. */
export const confirming: Handlers<'confirm'> = {
  yes,
  down: by(1),
  up: by(-1),
  'page down': by(10),
  'page up': by(-10),
  first: by(-Infinity),
  last: by(Infinity),
  no: (state, { back = READ }) => enter(state, back),
};
