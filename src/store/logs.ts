import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../core/order.js';
import { isFolder } from './walk.js';

/** A coder's log of one source. */
export interface Log {
  readonly coder: string;
  readonly source: string;
  readonly path: string;
  /** Its path relative to the study. */
  readonly id: string;
}

const LOGS = 'codings';
const EXTENSION = '.jsonl';

/** Where a coder's log of a source lies, relative to the study. */
export function logPath(coder: string, source: string): string {
  return `${LOGS}/${coder}/${source}${EXTENSION}`;
}

/** All logs of a study, by coder and then by source in code-point order. */
export function findLogs(folder: string): readonly Log[] {
  if (!isFolder(join(folder, LOGS))) return [];
  const coders = readdirSync(join(folder, LOGS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort(byCodePoint);
  return coders.flatMap((coder) =>
    filesBelow(join(folder, LOGS, coder), '').map((file) => {
      const source = file.slice(0, -EXTENSION.length).normalize('NFC');
      return {
        coder: coder.normalize('NFC'),
        source,
        path: join(folder, LOGS, coder, file),
        id: logPath(coder, source),
      };
    }),
  );
}

function filesBelow(folder: string, below: string): string[] {
  const found = readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return filesBelow(folder, path);
    return entry.name.endsWith(EXTENSION) ? [path] : [];
  });
  return found.sort(byCodePoint);
}
