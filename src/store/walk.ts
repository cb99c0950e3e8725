import { type Stats, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a walk found below a folder. Paths are relative to it, `/`-separated. */
export interface Walk {
  readonly transcripts: readonly string[];
  /** Word documents: not read, but worth a word to whoever expects them to be. */
  readonly documents: readonly string[];
  /** Files of other kinds, which nothing here reads. */
  readonly others: readonly string[];
  /** Named like transcripts or documents, but no files: pipes, devices, and documents behind broken links. */
  readonly unreadable: readonly string[];
}

const TRANSCRIPT = /\.(txt|md|srt|vtt)$/i;
const DOCUMENT = /\.docx?$/i;
/** Folders of a study that hold no transcripts. */
const APART = new Set(['codings', 'memos', 'node_modules']);

/**
 * Lists the transcripts below `folder`, leaving out dot-files, README files, and folders named codings or memos.
 * Links to files are followed, links to folders are not (they may run in a circle). A link named like a transcript that
 * leads nowhere is listed with the transcripts: whoever reads it will name it.
 */
export function walk(folder: string, below = ''): Walk {
  const transcripts: string[] = [];
  const documents: string[] = [];
  const others: string[] = [];
  const unreadable: string[] = [];
  const visit = (relative: string): void => {
    for (const entry of readdirSync(join(folder, relative), { withFileTypes: true })) {
      const { name } = entry;
      const path = relative === '' ? name : `${relative}/${name}`;
      if (name.startsWith('.') || /^readme(\.|$)/i.test(name) || name.startsWith('~$')) continue;
      if (entry.isDirectory()) {
        if (!APART.has(name)) visit(path);
      } else if (entry.isFile() || (entry.isSymbolicLink() && isFile(join(folder, path)))) {
        if (TRANSCRIPT.test(name)) transcripts.push(path);
        else if (DOCUMENT.test(name)) documents.push(path);
        else others.push(path);
      } else if (isFolder(join(folder, path))) continue;
      else if (entry.isSymbolicLink() && TRANSCRIPT.test(name)) transcripts.push(path);
      else if (TRANSCRIPT.test(name) || DOCUMENT.test(name)) unreadable.push(path);
    }
  };
  visit(below);
  return { transcripts, documents, others, unreadable };
}

/** Whether a file would be read as a transcript, by its name. */
export function isTranscript(name: string): boolean {
  return TRANSCRIPT.test(name);
}

/** Whether the path leads to a file, through links. */
export function isFile(path: string): boolean {
  return found(path)?.isFile() ?? false;
}

/** Whether the path leads to a folder, through links. */
export function isFolder(path: string): boolean {
  return found(path)?.isDirectory() ?? false;
}

/** What a path leads to; nothing where its links lead in a circle or a file stands where a folder should. */
function found(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
