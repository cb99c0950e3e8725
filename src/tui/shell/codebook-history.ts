import { currentId } from '../../codebook/former.js';
import type { Codebook } from '../../codebook/codebook.js';
import { findLogs } from '../../store/logs.js';
import { readMemo, replaceMemo } from '../../store/memos.js';
import { readLog } from '../../store/read-log.js';
import { replaceAside } from '../../store/write-aside.js';

/** The memo on a code before an edit of the codebook, and after it. */
interface Memo {
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

/** An edit of the codebook's file, to be taken back byte for byte. */
export interface KeptEdit {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly memos: readonly Memo[];
  /** What codes are called after it: the new id by the old. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** The memos on some codes, as an edit finds or leaves them. */
export function memosOn(folder: string, codes: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...new Set(codes)].map((code) => [code, readMemo(folder, { code })]));
}

/** The same memos with what an edit left them. */
export function changedMemos(folder: string, before: ReadonlyMap<string, string>): Memo[] {
  return [...before].map(([code, text]) => ({ code, before: text, after: readMemo(folder, { code }) }));
}

/** The other way round. */
export function reversed({ before, after, memos, renamed }: KeptEdit): KeptEdit {
  return {
    before: after,
    after: before,
    memos: memos.map((memo) => ({ code: memo.code, before: memo.after, after: memo.before })),
    renamed: Object.fromEntries(Object.entries(renamed).map(([from, to]) => [to, from])),
  };
}

/**
 * Why an edit cannot be done again or, reversed, be undone: something rests on what the codebook says now. Null where
 * nothing does.
 *
 * @param present the codebook as it is
 * @param wanted as it would be
 */
export function restsOn(folder: string, { memos }: KeptEdit, present: Codebook, wanted: Codebook): string | null {
  const noted = memos.find(({ code, before }) => readMemo(folder, { code }) !== before);
  if (noted !== undefined) return `there is a memo on ${noted.code} that is not to be lost`;
  const [known, kept] = [currentId(present), currentId(wanted)];
  let held = 0;
  for (const log of findLogs(folder)) {
    const { value } = readLog(log, (id) => id);
    const events = [...(value?.folded.codings ?? []), ...(value?.folded.verdicts ?? [])];
    held += events.filter(({ code }) => known(code) !== undefined && kept(code) === undefined).length;
  }
  return held === 0 ? null : `${held} ${held === 1 ? 'coding has' : 'codings have'} the code`;
}

/**
 * Writes the codebook as it is after an edit, where it is as it was before it, and the memos with it.
 *
 * @returns whether it was written: not where somebody else changed the codebook
 * @throws what the system says where it does not let the file be written
 */
export function restore(folder: string, path: string, { before, after, memos }: KeptEdit): boolean {
  if (!replaceAside(path, before, after)) return false;
  for (const { code, before: shown, after: text } of memos)
    if (shown !== text) replaceMemo(folder, { code }, shown, text);
  return true;
}
