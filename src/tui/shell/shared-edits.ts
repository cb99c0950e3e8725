import { currentId } from '../../codebook/former.js';
import type { Codebook } from '../../codebook/codebook.js';
import { type FileBack, type KeptEdit, type KeptEdits, changedFile, writeKeptEdits } from '../../store/kept-edits.js';
import { findLogs } from '../../store/logs.js';
import { memoPath } from '../../store/memos.js';
import { readLog } from '../../store/read-log.js';
import type { Edits, SharedEdit } from '../model/edits.js';
import { unlessRefused } from './answers.js';

/** The files of the memos on some codes, each once. */
export function memoFiles(codes: readonly string[]): string[] {
  return [...new Set(codes)].map((code) => memoPath({ code }));
}

/** The edits of earlier sessions, as the state has them. */
export function earlierEdits({ done, undone, since }: KeptEdits): Edits {
  const earlier = ({ told, time, laid }: KeptEdit): SharedEdit => ({ told, time, laid, at: -1 });
  return { done: done.map(earlier), undone: undone.map(earlier), since: { at: -1, time: since } };
}

/**
 * Why an edit cannot be taken back: something rests on what the files say now. Null where nothing does.
 *
 * @param present the codebook as it is
 * @param wanted as it would be
 */
export function restsOn(folder: string, { files }: KeptEdit, present: Codebook, wanted: Codebook): string | null {
  const changed = changedFile(folder, files);
  if (changed !== undefined) return `${changed} was changed since`;
  const [known, kept] = [currentId(present), currentId(wanted)];
  let held = 0;
  for (const log of findLogs(folder)) {
    const { value } = readLog(log, (id) => id);
    const events = [...(value?.folded.codings ?? []), ...(value?.folded.verdicts ?? [])];
    held += events.filter(({ code }) => known(code) !== undefined && kept(code) === undefined).length;
  }
  return held === 0 ? null : `${held} ${held === 1 ? 'coding has' : 'codings have'} the code`;
}

/** What a coder can undo and do again in shared files, kept for the next session where the disk lets it. */
export class SharedEdits {
  constructor(
    private readonly folder: string,
    private readonly coder: string,
    private edits: KeptEdits,
  ) {}

  last(which: 'done' | 'undone'): KeptEdit {
    return this.edits[which].at(-1)!;
  }

  /** After a new edit nothing can be done again that was undone before it. */
  add(edit: KeptEdit): void {
    this.keep({ done: [...this.edits.done, edit], undone: [], since: edit.time });
  }

  /** The last cannot be taken back any more. */
  drop(which: 'done' | 'undone'): void {
    this.keep({ ...this.edits, [which]: this.edits[which].slice(0, -1) });
  }

  /** The last was taken back: `files` take that back in turn. */
  turn(which: 'done' | 'undone', files: readonly FileBack[], time: string): void {
    const last = this.last(which);
    const renamed = Object.fromEntries(Object.entries(last.renamed).map(([from, to]) => [to, from]));
    const other = which === 'done' ? 'undone' : 'done';
    const rest = { ...this.edits, [which]: this.edits[which].slice(0, -1) };
    this.keep({ ...rest, [other]: [...this.edits[other], { ...last, time, renamed, files }] });
  }

  private keep(edits: KeptEdits): void {
    this.edits = edits;
    // No coding hangs on it.
    unlessRefused(() => writeKeptEdits(this.folder, this.coder, edits));
  }
}
