import { readFileSync } from 'node:fs';
import { type Buffer, isUtf8 } from 'node:buffer';
import type { Codebook } from '../codebook/codebook.js';
import { parseCodebook } from '../codebook/parse.js';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { finding, unreadable } from './finding.js';
import { replaceAside } from './write-aside.js';

/** A codebook's file as text, byte order mark and line breaks as they are. */
export interface CodebookText {
  readonly bytes: Uint8Array;
  readonly yaml: string;
}

/**
 * Reads a codebook to be edited.
 *
 * @param shown how messages name it
 */
export function readCodebookText(path: string, shown: string): Outcome<CodebookText> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { diagnostics: [unreadable(shown, error)] };
  }
  if (!isUtf8(bytes)) return { diagnostics: [finding('QC437', `${shown} is not stored as UTF-8`, { file: shown })] };
  return { value: { bytes, yaml: bytes.toString('utf8') }, diagnostics: [] };
}

/**
 * Writes an edited codebook in the place of the one that was read, in one step. Refused where the file is no longer what
 * was read: somebody else's edit would be lost.
 */
export function replaceCodebook(path: string, shown: string, read: CodebookText, yaml: string): Diagnostic | null {
  if (replaceAside(path, read.bytes, yaml)) return null;
  return finding('QC436', `${shown} was changed by somebody else in the meantime`, { file: shown });
}

/**
 * Edits a codebook on the disk and reads it again: comments, layout, byte order mark and line breaks stay as they are.
 * Without a value nothing was written.
 *
 * @param edit makes the new text of the old one
 * @param shown how messages name the file
 * @throws what the system says where it does not let the file be written
 */
export async function editCodebook(
  path: string,
  edit: (yaml: string) => Outcome<string>,
  shown = path,
): Promise<Outcome<Codebook>> {
  const read = readCodebookText(path, shown);
  if (!read.value) return { diagnostics: read.diagnostics };
  const edited = edit(read.value.yaml);
  if (edited.value === undefined) return { diagnostics: edited.diagnostics };
  const refused = replaceCodebook(path, shown, read.value, edited.value);
  if (refused) return { diagnostics: [refused] };
  return parseCodebook(edited.value, shown);
}
