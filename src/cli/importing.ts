import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import { finding, unreadable } from '../store/finding.js';
import { isFolder, walk } from '../store/walk.js';

/** A transcript that is to be written. */
export interface Incoming {
  /** The file that it comes from, as given. */
  readonly from: string;
  /** The name of the transcript, with its folders below the folder that was given. */
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
  const found = files.map((each) => expand(cwd, each));
  diagnostics.push(
    ...found.flatMap(({ others, unreadable: names }) => [...passedOver(others), ...names.map(notPlain)]),
  );
  for (const { file, name } of found.flatMap((each) => each.files)) {
    const read = await readOne(resolve(cwd, file), file, name);
    diagnostics.push(...read.diagnostics);
    if (read.value) incoming.push(read.value);
  }
  return { incoming, diagnostics };
}

/** The files that an argument stands for, with their names in the study, and those below it that are passed over. */
interface Found {
  readonly files: readonly { readonly file: string; readonly name: string }[];
  readonly others: readonly string[];
  /** Links that lead nowhere, pipes, devices. */
  readonly unreadable: readonly string[];
}

function expand(cwd: string, given: string): Found {
  const path = resolve(cwd, given);
  if (!isFolder(path)) return { files: [{ file: given, name: basename(path) }], others: [], unreadable: [] };
  const below = (name: string): string => `${given.replace(/\/+$/, '')}/${name}`;
  const { transcripts, documents, others, unreadable } = walk(path);
  const files = [...transcripts, ...documents].sort(byCodePoint).map((name) => ({ file: below(name), name }));
  const named = (names: readonly string[]): string[] => [...names].sort(byCodePoint).map(below);
  return { files, others: named(others), unreadable: named(unreadable) };
}

/** A pipe would be waited for, a device read without end. */
function notPlain(file: string): Diagnostic {
  return finding('QC409', `${file} cannot be read: it is no plain file, or a link that leads to none`, { file });
}

function passedOver(others: readonly string[]): Diagnostic[] {
  if (others.length === 0) return [];
  const kinds = others.length === 1 ? 'is of a kind' : 'are of kinds';
  return [finding('QC432', `${others.join(', ')} ${kinds} not imported`, undefined, 'warning')];
}

async function readOne(
  path: string,
  file: string,
  given: string,
): Promise<{ value?: Incoming; diagnostics: readonly Diagnostic[] }> {
  const extension = extname(path).toLowerCase();
  const name = given.normalize('NFC');
  let bytes: Uint8Array;
  try {
    if (!statSync(path).isFile()) return { diagnostics: [notPlain(file)] };
    bytes = readFileSync(path);
  } catch (error) {
    return { diagnostics: [unreadable(file, error)] };
  }
  if (['.txt', '.md', '.srt', '.vtt'].includes(extension))
    return { value: { from: file, name, bytes, dropped: '' }, diagnostics: [] };
  if (extension !== '.docx')
    return { diagnostics: [finding('QC432', `${file} is of a kind that is not imported`, { file })] };
  const { importDocx } = await import('../exchange/docx.js');
  const { value, diagnostics } = await importDocx(bytes, file);
  if (!value) return { diagnostics };
  const { text, paragraphs, dropped } = value;
  const words = dropped.map(({ what, count }) => `${count} ${what}`).join(', ');
  const incoming = {
    from: file,
    name: name.replace(/\.docx$/i, '.txt'),
    bytes: Buffer.from(text),
    paragraphs,
    dropped: words,
  };
  return { value: incoming, diagnostics };
}

/** A line for each transcript written: where from, where to, and what was dropped. */
export function accountOf({ from, paragraphs, dropped }: Incoming, to: string): string {
  const size = paragraphs === undefined ? 'as it is' : `${paragraphs} paragraphs`;
  return `${from} → ${to} (${size}${dropped === '' ? '' : `; dropped: ${dropped}`})\n`;
}
