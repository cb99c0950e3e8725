import type { Codebook } from '../../codebook/codebook.js';
import { parseCodebook } from '../../codebook/parse.js';
import { appendEvents } from '../../store/append.js';
import { editCodebook } from '../../store/edit-codebook.js';
import { newEventId, timeNow } from '../../store/identity.js';
import { type KeptEdit, backTo, keptPath, putBack, textsOf } from '../../store/kept-edits.js';
import { shownPath } from '../../store/locate.js';
import { memoPath, replaceMemo } from '../../store/memos.js';
import { moveMemo } from '../../store/move-memo.js';
import { keepSnapshot } from '../../store/snapshots.js';
import { keepStopped } from '../../store/stopped.js';
import type { Action } from '../model/action.js';
import { storeDecision, withDisputesOf } from './decisions.js';
import { failedWith, halfDone, named, refusalOf, refused, told, unlessRefused, unsaved } from './answers.js';
import { type CodebookEffect, codebookChange } from '../model/codebook-change.js';
import { type Desk, codesOf, hidesMemos, isBlind, keptEdits, memoOf, readAgain, withCodebook } from './desk.js';
import type { Written } from './editor.js';
import type { Effect, Errand } from '../model/effect.js';
import { SharedEdits, memoFiles, restsOn } from './shared-edits.js';
import { codeCounts, digitsOf, ownLogs } from './entries.js';
import { type Read, changedSince, isTakenBack, readOf } from './fresh.js';
import { laidAnew } from './laid-anew.js';
import { queryRemark } from './query-remark.js';
import { mergePreview } from './merge-preview.js';
import { type Opened, bareSource, layOver, openSource, stoppedAt } from './open.js';
import { BLIND } from '../model/blind.js';
import { draftOf } from '../model/draft.js';
import type { OpenSource, TagState } from '../model/state.js';
import { uncountedBy } from '../model/uncounted.js';

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** Does what the state wants done outside, on one desk. */
export class Hands {
  private last = '';
  /** Edits of the codebook and of memos, to be undone and done again. */
  private readonly edits: SharedEdits;

  /**
   * @param onDesk the desk, whose codebook changes
   * @param read what the files of the open source were when it was read
   * @param edit has a text written in the coder's editor
   */
  constructor(
    private onDesk: Desk,
    private read: Read,
    private readonly edit: (text: string) => Written,
  ) {
    this.edits = new SharedEdits(onDesk.study.folder, onDesk.coder, keptEdits(onDesk));
  }

  /** The desk as it is now. */
  get desk(): Desk {
    return this.onDesk;
  }

  /** Does an effect and answers it. Nothing that the disk refuses is thrown: it is answered with `failed`. */
  perform(effect: Errand, state: TagState): Action | Promise<Action> {
    const failed = (error: unknown): Action => refused(error, effect);
    const answered = (answer: Action): Action => named(answer, effect, state);
    try {
      const answer = this.act(effect, state);
      return answer instanceof Promise ? answer.catch(failed).then(answered) : answered(answer);
    } catch (error) {
      return answered(failed(error));
    }
  }

  /** Keeps where the coder is, for the next time. What the disk refuses is passed over: no coding hangs on it. */
  keepPlace({ source, cursor }: TagState): void {
    const { study, coder } = this.onDesk;
    unlessRefused(() => keepStopped(study.folder, coder, source.id, source.points.toCodePoints(cursor.start)));
  }

  private act(effect: Errand, state: TagState): Action | Promise<Action> {
    switch (effect.kind) {
      case 'record':
      case 'decide':
        return this.store(effect, state);
      case 'open':
        return this.open(effect, state);
      case 'memo':
        return this.memo(effect, state);
      case 'editor':
        return this.editor(effect);
      case 'preview merge':
        return this.preview(effect);
      case 'restore':
        return this.restore(effect, state);
      default:
        return this.change(effect, state);
    }
  }

  private store(effect: Of<'record' | 'decide'>, state: TagState): Action | Promise<Action> {
    if (effect.kind === 'record' && effect.source !== state.source.id) return this.recordElsewhere(effect);
    const changed = changedSince(this.read, readOf(this.onDesk, effect.source));
    if (changed !== null) return this.readAnew(changed, state);
    if (effect.kind === 'decide') return this.decide(effect, state);
    const stored = this.recordIn(effect, state.source);
    this.noteLog(effect.source, stored.kind === 'recorded');
    const answer = laidAnew(this.onDesk, stored, state.source);
    return this.onDesk.adjudication === undefined ? answer : withDisputesOf(this.onDesk, effect.source, answer);
  }

  private async decide(effect: Of<'decide'>, { source }: TagState): Promise<Action> {
    const answer = await storeDecision(this.onDesk, effect, source, this.nextTime());
    this.noteLog(effect.source, answer.kind === 'recorded');
    return answer;
  }

  /** Codes places of a search in a source that is not open. */
  private async recordElsewhere(effect: Of<'record'>): Promise<Action> {
    const { value, diagnostics } = await bareSource(this.onDesk, effect.source);
    return value ? this.recordIn(effect, value) : failedWith(diagnostics);
  }

  private recordIn({ source, changes, undoes, digest }: Of<'record'>, open: OpenSource): Action {
    if (digest !== undefined && digest !== open.digest) return { kind: 'passed over', source, places: changes.length };
    const { study, coder, codebook, codebookBytes, codebookDigest, currentId } = this.onDesk;
    if (changes.some(({ kind }) => kind === 'seen'))
      keepSnapshot(
        study.folder,
        codebookBytes,
        codebook.codes.map(({ id }) => id),
      );
    const { events, batch } = draftOf(changes, open, {
      at: this.nextTime(),
      newId: newEventId,
      codebook: codebookDigest,
      blind: isBlind(this.onDesk, source),
      codeOf: (id) => currentId(id) ?? id,
      ...(undoes !== undefined && { undoes }),
    });
    const refusal = appendEvents(study.folder, coder, source, events);
    if (refusal) return unsaved(refusal);
    return { kind: 'recorded', batch, uncounted: uncountedBy(open, batch), ...(undoes !== undefined && { undoes }) };
  }

  /** Notes what the log of the open source is after it was written, or after a write of it was taken back. */
  private noteLog(source: string, isWritten: boolean): void {
    const { log } = readOf(this.onDesk, source);
    if (isWritten || isTakenBack(this.read.log, log)) this.read = { ...this.read, log };
  }

  /** The time now, later than that of the action before: actions are told apart by their times. */
  private nextTime(): string {
    const now = timeNow();
    this.last = now > this.last ? now : new Date(Date.parse(this.last) + 1).toISOString();
    return this.last;
  }

  /** What somebody changed meanwhile is read, and nothing stored: the coder has not seen what the key would be for. */
  private async readAnew(what: string, { source }: TagState): Promise<Action> {
    const desk = await readAgain(this.onDesk);
    if (!desk.value) return failedWith(desk.diagnostics);
    const opened = await openSource(desk.value, source.id);
    if (!opened.value) return failedWith(opened.diagnostics);
    this.onDesk = desk.value;
    this.read = opened.value.read;
    const message = `${what} was changed meanwhile and is now read again: look, and press the key again`;
    return withDisputesOf(this.onDesk, source.id, { kind: 'failed', message, found: this.found(opened.value) });
  }

  private found({ source, history }: Opened) {
    const desk = this.onDesk;
    const logs = ownLogs(desk);
    return { source, ...history, codes: codesOf(desk), counts: codeCounts(desk, logs), ...digitsOf(desk, logs) };
  }

  private async open({ source, at }: Of<'open'>, state: TagState): Promise<Action> {
    this.keepPlace(state);
    const { value, diagnostics } = await openSource(this.onDesk, source);
    if (!value) return failedWith(diagnostics);
    this.read = value.read;
    return {
      kind: 'opened',
      source: value.source,
      at: at ?? stoppedAt(this.onDesk, value.source),
      ...value.history,
      blind: isBlind(this.onDesk, source),
      message: told(diagnostics),
    };
  }

  private async preview({ from, into }: Of<'preview merge'>): Promise<Action> {
    const { value: lines, diagnostics } = await mergePreview(this.onDesk, { from, into });
    return lines === undefined ? failedWith(diagnostics) : { kind: 'preview', from, into, lines };
  }

  private async change(effect: CodebookEffect, { source }: TagState): Promise<Action> {
    if (effect.kind !== 'add code' && hidesMemos(this.onDesk)) return { kind: 'failed', message: BLIND };
    const { study, codebook, codebookPath, codebookBytes } = this.onDesk;
    const file = shownPath(study.folder, codebookPath);
    const { edit, answer } = codebookChange(effect, codebook);
    const before = codebook.codes.map(({ id }) => id);
    if (study.logs.length > 0) keepSnapshot(study.folder, codebookBytes, before);
    const touched = [...Object.entries(answer.renamed ?? {}).flat(), ...(answer.made === null ? [] : [answer.made])];
    const texts = textsOf(study.folder, [keptPath(study.folder, codebookPath), ...memoFiles(touched)]);
    const edited = await editCodebook(codebookPath, (yaml) => edit(yaml, file), file);
    if (!edited.value) return failedWith(edited.diagnostics);
    for (const [from, to] of Object.entries(answer.renamed ?? {})) {
      // A memo that cannot be moved stays where it is: the codebook is written already, and nothing is lost.
      if (from !== to) unlessRefused(() => moveMemo(study.folder, from, to));
    }
    const back = Object.fromEntries(Object.entries(answer.renamed ?? {}).map(([from, to]) => [to, from]));
    const time = this.keepEdit(answer.told, answer.made, back, texts);
    const written = await this.readCodebook(edited.value, source);
    if (written.kind === 'failed') return written;
    const besides = effect.kind === 'rename code' ? await queryRemark(study, codebook, edited.value, effect) : {};
    return { ...written, ...answer, ...besides, time };
  }

  /** Keeps what takes back an edit that was just written. The time of it. */
  private keepEdit(
    told: string,
    laid: string | null,
    renamed: KeptEdit['renamed'],
    before: ReadonlyMap<string, string | null>,
  ): string {
    const time = this.nextTime();
    const edit = { told, time, laid, renamed, files: backTo(this.onDesk.study.folder, before) };
    this.edits.add(edit);
    return time;
  }

  /** Undoes the last edit of a shared file, or does again the last undone. */
  private async restore({ which }: Of<'restore'>, { source }: TagState): Promise<Action> {
    const { study, codebook, codebookPath, codebookBytes } = this.onDesk;
    const { folder } = study;
    const last = this.edits.last(which);
    const stay = (why: string): Action => {
      this.edits.drop(which);
      return { kind: 'kept', which, message: `this cannot be taken back: ${why}` };
    };
    const yaml = last.files.find(({ path }) => path === keptPath(folder, codebookPath))?.then;
    const parsed = yaml === undefined || yaml === null ? codebook : parseCodebook(yaml, codebook.file).value;
    const why = parsed === undefined ? 'the codebook cannot be read' : restsOn(folder, last, codebook, parsed);
    if (why !== null) return stay(why);
    keepSnapshot(
      folder,
      codebookBytes,
      codebook.codes.map(({ id }) => id),
    );
    const files = putBack(folder, last.files);
    if (files === null) return stay('a file was changed since');
    const time = this.nextTime();
    this.edits.turn(which, files, time);
    const desk = await readAgain(this.onDesk);
    if (!desk.value) return halfDone(told(desk.diagnostics));
    const answer = await this.readCodebook(desk.value.codebook, source);
    if (answer.kind === 'failed') return answer;
    return { ...answer, made: null, renamed: last.renamed, told: '', time, restored: which };
  }

  /** The desk and the open source with the codebook as it was just written. */
  private async readCodebook(codebook: Codebook, source: OpenSource) {
    try {
      this.onDesk = await withCodebook(this.onDesk, codebook);
    } catch (error) {
      return halfDone(refusalOf(error));
    }
    const { codebook: marked, log } = readOf(this.onDesk, source.id);
    const { value, diagnostics } = layOver(this.onDesk, source.transcript);
    if (!value) return halfDone(told(diagnostics));
    this.read = { ...this.read, codebook: marked, log };
    return { kind: 'codebook' as const, ...this.found(value) };
  }

  private memo({ on, text }: Of<'memo'>, state: TagState): Action {
    const desk = this.onDesk;
    const isHidden = 'source' in on ? state.blind : hidesMemos(desk);
    if (isHidden) return { kind: 'failed', message: BLIND };
    const shown = 'source' in on ? state.source.memo : (state.codes.find(({ id }) => id === on.code)?.memo ?? '');
    const path = memoPath(on);
    const before = textsOf(desk.study.folder, [path]);
    const isWritten = replaceMemo(desk.study.folder, on, shown, text);
    const memo = 'source' in on ? memoOf(desk, state.source.id) : state.source.memo;
    const now = { source: { ...state.source, memo }, codes: codesOf(desk) };
    if (isWritten) {
      const name = 'source' in on ? on.source : (state.codes.find(({ id }) => id === on.code)?.name ?? on.code);
      const told = `memo on ${name}`;
      return { kind: 'memo', ...now, told, time: this.keepEdit(told, null, {}, before) };
    }
    const message =
      'this memo was changed by somebody else meanwhile: save again to write over it, leave it to see theirs';
    return { kind: 'failed', message, found: now };
  }

  private editor({ text }: Of<'editor'>): Action {
    const written = this.edit(text);
    if ('failure' in written) return { kind: 'failed', message: written.failure };
    return { kind: 'written', text: written.text };
  }
}
