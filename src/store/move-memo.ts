import { lstatSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { memoPath, readMemo, writeMemo } from './memos.js';
import { writeAside } from './write-aside.js';

/**
 * Makes the memo on a code one on another, when the code was renamed or merged: where that has a memo, behind what it says.
 * What is interrupted leaves words twice, never lost ones. Returns whether there was a memo.
 *
 * @param folder the study's
 * @throws what the system says where it does not let the memo be moved
 */
export function moveMemo(folder: string, from: string, to: string): boolean {
  const [path, target] = [from, to].map((code) => join(folder, memoPath({ code }))) as [string, string];
  const memo = entryAt(path);
  if (!memo) return false;
  const there = entryAt(target);
  if (there && !isSameEntry(memo, there)) {
    const both = [readMemo(folder, { code: to }), readMemo(folder, { code: from })].filter((text) => text !== '');
    writeMemo(folder, { code: to }, both.join('\n\n'));
    writeMemo(folder, { code: from }, '');
  } else {
    writeAside(
      path,
      readFileSync(path, 'utf8').replace(/^on: .*$/m, () => `on: code ${to}`),
    );
    renameSync(path, target);
  }
  return true;
}

function entryAt(path: string) {
  return lstatSync(path, { throwIfNoEntry: false, bigint: true });
}

type Entry = NonNullable<ReturnType<typeof entryAt>>;

/**
 * Whether two names lead to one file: `Trust` and `trust` do where the disk does not tell capitals from small letters.
 * Some disks number no files, so more than the number is compared: files taken for one would cost a memo.
 */
function isSameEntry(one: Entry, other: Entry): boolean {
  return (['dev', 'ino', 'size', 'mtimeNs'] as const).every((key) => one[key] === other[key]);
}
