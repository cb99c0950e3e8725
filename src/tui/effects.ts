import { currentId } from '../codebook/former.js';
import type { Outcome } from '../core/diagnostic.js';
import { appendEvents } from '../store/append.js';
import { editCodebook } from '../store/edit-codebook.js';
import { newEventId, timeNow } from '../store/identity.js';
import { shownPath } from '../store/locate.js';
import { writeMemo } from '../store/memos.js';
import { moveMemo } from '../store/move-memo.js';
import { isSystemError, reasonOf } from '../store/refusal.js';
import { codebookDigest, keepSnapshot } from '../store/snapshots.js';
import { keepStopped } from '../store/stopped.js';
import type { Action } from './action.js';
import { type CodebookEffect, codebookChange } from './codebook-change.js';
import { type Desk, codesOf, isBlind, withCodebook } from './desk.js';
import type { Written } from './editor.js';
import type { Effect } from './effect.js';
import { type Known, codeCounts, ownLogs, sourceEntries } from './entries.js';
import { layOver, openSource, stoppedAt } from './open.js';
import { draftOf } from './record.js';
import type { OpenSource, TagState } from './state.js';

/** Does what the state wants done outside, on one desk. */
export interface Hands {
  /** The desk as it is now: its codebook changes. */
  readonly desk: Desk;
  /** Units and headers of the sources that were read. */
  readonly known: Map<string, Known>;
  /** Does an effect and answers it. Nothing that the disk refuses is thrown: it is answered with `failed`. */
  perform(effect: Exclude<Effect, { kind: 'quit' }>, state: TagState): Action | Promise<Action>;
  /** Keeps where the coder is, for the next time. What the disk refuses is passed over: no coding hangs on it. */
  keepPlace(state: TagState): void;
}

/** @param edit has a text written in the coder's editor */
export function handsOn(first: Desk, edit: (text: string) => Written): Hands {
  let desk = first;
  let last = '';
  const known = new Map<string, Known>();

  /** The time now, later than that of the action before: actions are told apart by their times. */
  const nextTime = (): string => {
    const now = timeNow();
    last = now > last ? now : new Date(Date.parse(last) + 1).toISOString();
    return last;
  };

  const record = (effect: Extract<Effect, { kind: 'record' }>, state: TagState): Action | Promise<Action> => {
    if (effect.source === state.source.id) return recordIn(effect, state.source);
    // Places of a search are coded in their sources without opening them.
    return openSource(desk, effect.source).then((opened) =>
      opened.value ? recordIn(effect, opened.value.source) : failedWith(opened),
    );
  };

  const recordIn = ({ source, changes, undoes }: Extract<Effect, { kind: 'record' }>, open: OpenSource): Action => {
    const codes = desk.codebook.codes.map(({ id }) => id);
    const codebook = changes.some(({ kind }) => kind === 'seen')
      ? keepSnapshot(desk.study.folder, desk.codebookBytes, codes)
      : codebookDigest(desk.codebookBytes);
    const current = currentId(desk.codebook);
    const { events, batch } = draftOf(changes, open, {
      at: nextTime(),
      newId: newEventId,
      codebook,
      blind: isBlind(desk, source),
      codeOf: (id) => current(id) ?? id,
      ...(undoes !== undefined && { undoes }),
    });
    const refused = appendEvents(desk.study.folder, desk.coder, source, events);
    if (refused) return { kind: 'failed', message: refused.message };
    return { kind: 'recorded', batch, ...(undoes !== undefined && { undoes }) };
  };

  const open = async ({ source, at }: Extract<Effect, { kind: 'open' }>, state: TagState): Promise<Action> => {
    keepPlace(state);
    const opened = await openSource(desk, source);
    if (!opened.value) return failedWith(opened);
    return {
      kind: 'opened',
      source: opened.value.source,
      at: at ?? stoppedAt(desk, opened.value.source),
      sources: sourceEntries(desk, ownLogs(desk), known),
      ...opened.value.history,
      blind: isBlind(desk, source),
    };
  };

  const change = async (effect: CodebookEffect, { source: { transcript, digest } }: TagState): Promise<Action> => {
    const file = shownPath(desk.study.folder, desk.codebookPath);
    const { edit: editYaml, answer } = codebookChange(effect, desk.codebook);
    const edited = await editCodebook(desk.codebookPath, (yaml) => editYaml(yaml, file), file);
    if (!edited.value) return failedWith(edited);
    for (const [from, to] of Object.entries(answer.renamed ?? {})) {
      // A memo that cannot be moved stays where it is: the codebook is written already, and nothing is lost.
      if (from !== to) unlessRefused(() => moveMemo(desk.study.folder, from, to));
    }
    desk = await withCodebook(desk, edited.value);
    const laid = layOver(desk, transcript, digest);
    if (!laid.value) return failedWith(laid);
    const counts = codeCounts(desk, ownLogs(desk));
    return { kind: 'codebook', codes: codesOf(desk), counts, source: laid.value.source, ...answer };
  };

  const memo = ({ on, text }: Extract<Effect, { kind: 'memo' }>, { source }: TagState): Action => {
    writeMemo(desk.study.folder, on, text);
    const noted = 'source' in on ? { ...source, memo: text.trim() } : source;
    return { kind: 'memo', source: noted, codes: codesOf(desk) };
  };

  const editor = ({ text }: Extract<Effect, { kind: 'editor' }>): Action => {
    const written = edit(text);
    return 'failure' in written
      ? { kind: 'failed', message: written.failure }
      : { kind: 'written', text: written.text };
  };

  const act = (effect: Exclude<Effect, { kind: 'quit' }>, state: TagState): Action | Promise<Action> => {
    switch (effect.kind) {
      case 'record':
        return record(effect, state);
      case 'open':
        return open(effect, state);
      case 'memo':
        return memo(effect, state);
      case 'editor':
        return editor(effect);
      default:
        return change(effect, state);
    }
  };

  const keepPlace = ({ source, cursor }: TagState): void =>
    unlessRefused(() => {
      keepStopped(desk.study.folder, desk.coder, source.id, source.points.toCodePoints(cursor.start));
    });

  return {
    get desk() {
      return desk;
    },
    known,
    perform(effect, state) {
      const named = (answer: Action): Action =>
        answer.kind === 'failed' ? { ...answer, effect: effect.kind } : answer;
      try {
        const answer = act(effect, state);
        return answer instanceof Promise ? answer.catch(refusal).then(named) : named(answer);
      } catch (error) {
        return named(refusal(error));
      }
    },
    keepPlace,
  };
}

/** Does what may as well be left undone where the system refuses it. */
function unlessRefused(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** What the system refused, as an answer; anything else is a bug. */
function refusal(error: unknown): Action {
  if (!isSystemError(error)) throw error;
  return { kind: 'failed', message: `nothing was saved: ${error.path ?? 'a file'}: ${reasonOf(error)}` };
}

function failedWith({ diagnostics }: Outcome<unknown>): Action {
  const [first] = diagnostics;
  return { kind: 'failed', message: first ? `${first.message} (${first.code}): ${first.remedy}` : 'nothing was done' };
}
