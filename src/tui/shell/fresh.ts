import { statSync } from 'node:fs';
import { join } from 'node:path';
import { logPath } from '../../store/logs.js';
import type { Desk } from './desk.js';

/** What the files were on the disk from which a source is shown: what is asked about them later is, whether they are still that. */
export interface Read {
  readonly transcript: string;
  readonly codebook: string;
  /** The coder's own log of the source. */
  readonly log: string;
}

/** What the files of a source are now. To be taken before they are read. */
export function readOf({ study, coder, codebookPath }: Desk, source: string): Read {
  const known = study.known.find(({ id }) => id === source);
  return {
    transcript: known === undefined ? '' : markOf(known.path),
    codebook: markOf(codebookPath),
    log: markOf(join(study.folder, logPath(coder, source))),
  };
}

/** What of a source was changed since it was read, as a message names it; null where nothing was. */
export function changedSince(before: Read, now: Read): string | null {
  if (before.transcript !== now.transcript) return 'the transcript';
  if (before.codebook !== now.codebook) return 'the codebook';
  return before.log === now.log ? null : 'your log of this source';
}

/** Whether a log is as long as it was: a write that was refused and taken back changes its time alone. */
export function isTakenBack(before: string, now: string): boolean {
  const untimed = (mark: string): string => mark.slice(0, mark.lastIndexOf(':'));
  return untimed(before) === untimed(now);
}

/** Tells states of a file apart without reading it. */
function markOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.ino}:${found.size}:${found.mtimeNs}`;
}
