import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.js';
import { finding, unreadable } from '../store/finding.js';
import { isFolder, walk } from '../store/walk.js';

/** A transcript that is to be written. */
export interface Incoming {
  /** The file that it comes from, as given. */
  readonly from: string;
  /** The name of the transcript, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Paragraphs of a Word document; absent where the file is taken as it is. */
  readonly paragraphs?: number;
  /** What of the document is not in the transcript, in words; empty where all is. */
  readonly dropped: string;
}

/**
 * Reads files that are to become transcripts: Word documents as text, text and subtitles as they are. Folders stand
 * for all such files below them.
 */
export async function readIncoming(
  cwd: string,
  files: readonly string[],
): Promise<{ incoming: Incoming[]; diagnostics: Diagnostic[] }> {
  const incoming: Incoming[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files.flatMap((each) => expand(cwd, each))) {
    const read = await readOne(resolve(cwd, file), file);
    diagnostics.push(...read.diagnostics);
    if (read.value) incoming.push(read.value);
  }
  return { incoming, diagnostics };
}

function expand(cwd: string, file: string): string[] {
  const path = resolve(cwd, file);
  if (!isFolder(path)) return [file];
  const { transcripts, documents } = walk(path);
  return [...transcripts, ...documents].sort().map((name) => `${file.replace(/\/+$/, '')}/${name}`);
}

async function readOne(path: string, file: string): Promise<{ value?: Incoming; diagnostics: readonly Diagnostic[] }> {
  const extension = extname(path).toLowerCase();
  const name = basename(path).normalize('NFC');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { diagnostics: [unreadable(file, error)] };
  }
  if (['.txt', '.md', '.srt', '.vtt'].includes(extension)) return { value: { from: file, name, bytes, dropped: '' }, diagnostics: [] };
  if (extension !== '.docx') return { diagnostics: [finding('QC432', `${file} is of a kind that is not imported`, { file })] };
  const { importDocx } = await import('../exchange/docx.js');
  const { value, diagnostics } = await importDocx(bytes, file);
  if (!value) return { diagnostics };
  const { text, paragraphs, dropped } = value;
  const words = dropped.map(({ what, count }) => `${count} ${what}`).join(', ');
  const incoming = { from: file, name: name.replace(/\.docx$/i, '.txt'), bytes: Buffer.from(text), paragraphs, dropped: words };
  return { value: incoming, diagnostics };
}

/** A line for each transcript written: where from, where to, and what was dropped. */
export function accountOf({ from, paragraphs, dropped }: Incoming, to: string): string {
  const size = paragraphs === undefined ? 'as it is' : `${paragraphs} paragraphs`;
  return `${from} → ${to} (${size}${dropped === '' ? '' : `; dropped: ${dropped}`})\n`;
}
