import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asideFile } from './aside.js';

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
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').replace(HEADER, '').replaceAll('\r\n', '\n').trim();
}

/** Writes a memo in place of what it said before; its header stays. An empty text removes it. */
export function writeMemo(folder: string, on: MemoOn, text: string): void {
  const path = join(folder, memoPath(on));
  const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (text.trim() === '') return rmSync(path, { force: true });
  const subject = 'code' in on ? `code ${on.code}` : `source ${on.source}`;
  const header = HEADER.exec(written)?.[0] ?? `---\non: ${quoted(subject)}\n---\n`;
  mkdirSync(dirname(path), { recursive: true });
  const aside = asideFile(path);
  try {
    writeFileSync(aside.path, `${header}\n${text.trim()}\n`);
    aside.commit();
  } catch (error) {
    aside.discard();
    throw error;
  }
}

/** A scalar of YAML: between quotation marks only where it would else be read as something else. */
function quoted(scalar: string): string {
  return /: | #|[:\s]$/.test(scalar) ? JSON.stringify(scalar) : scalar;
}
