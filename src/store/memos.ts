import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceAside, writeAside } from './write-aside.js';

/** What a memo is on. Memos on codings are in the log beside their coding. */
export type MemoOn = { readonly code: string } | { readonly source: string };

const HEADER = /^\uFEFF?---\r?\n[\s\S]*?\n---\r?\n/;

/** Where a memo lies, relative to the study. */
export function memoPath(on: MemoOn): string {
  return 'code' in on ? `memos/code/${on.code}.md` : `memos/source/${on.source}.md`;
}

/** The text of a memo, without its header and the white space around it; empty where there is none. */
export function readMemo(folder: string, on: MemoOn): string {
  const path = join(folder, memoPath(on));
  return existsSync(path) ? textIn(readFileSync(path, 'utf8')) : '';
}

/** Writes a memo in place of what it said before; its header stays. An empty text removes it. */
export function writeMemo(folder: string, on: MemoOn, text: string): void {
  const path = join(folder, memoPath(on));
  const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (text.trim() === '') rmSync(path, { force: true });
  else writeAside(path, withText(on, written, text));
}

/**
 * The same, but only where the memo still says what its writer was shown; else nothing is written.
 *
 * @param before the text that was shown
 * @returns whether it was written
 */
export function replaceMemo(folder: string, on: MemoOn, before: string, text: string): boolean {
  const path = join(folder, memoPath(on));
  const bytes = existsSync(path) ? readFileSync(path) : null;
  const written = bytes?.toString('utf8') ?? '';
  if (textIn(written) !== before.trim()) return false;
  if (bytes !== null && text.trim() !== '') return replaceAside(path, bytes, withText(on, written, text));
  writeMemo(folder, on, text);
  return true;
}

/** The words of a memo, without its header and the white space around them. */
export function textIn(written: string): string {
  return written.replace(HEADER, '').replaceAll('\r\n', '\n').trim();
}

/** The file of a memo with another text under its header. */
function withText(on: MemoOn, written: string, text: string): string {
  const subject = 'code' in on ? `code ${on.code}` : `source ${on.source}`;
  const header = HEADER.exec(written)?.[0] ?? `---\non: ${quoted(subject)}\n---\n`;
  return `${header}\n${text.trim()}\n`;
}

/** A scalar of YAML: between quotation marks only where it would else be read as something else. */
export function quoted(scalar: string): string {
  return /: | #|[:\s]$|^[-?:,[\]{}#&*!|>'"%@`\s]/.test(scalar) ? JSON.stringify(scalar) : scalar;
}
