import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asideFile } from './aside.js';
import { memoPath, readMemo, writeMemo } from './memos.js';

/**
 * Makes the memo on a code one on another, when the code was renamed or merged: where that has a memo, behind what it says.
 * What is interrupted leaves words twice, never lost ones. Returns whether there was a memo.
 *
 * @param folder the study's
 */
export function moveMemo(folder: string, from: string, to: string): boolean {
  const path = join(folder, memoPath({ code: from }));
  if (!existsSync(path)) return false;
  const target = join(folder, memoPath({ code: to }));
  if (existsSync(target)) {
    const both = [readMemo(folder, { code: to }), readMemo(folder, { code: from })].filter((text) => text !== '');
    writeMemo(folder, { code: to }, both.join('\n\n'));
  } else {
    const memo = readFileSync(path, 'utf8').replace(/^on: .*$/m, () => `on: code ${to}`);
    const aside = asideFile(target);
    try {
      writeFileSync(aside.path, memo);
      aside.commit();
    } catch (error) {
      aside.discard();
      throw error;
    }
  }
  writeMemo(folder, { code: from }, '');
  return true;
}
