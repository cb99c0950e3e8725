import { readFileSync } from 'node:fs';
import type { Event } from '../coding/event.js';
import { parseLog } from '../coding/log.js';
import type { Outcome } from '../core/diagnostic.js';
import { finding, unreadable } from './finding.js';
import { Refusal, findPlace } from './log-place.js';
import { logPath } from './logs.js';
import type { Study } from './study.js';

/**
 * The events of a coder's log of a source as the disk has them now; none where there is no log. Without a value the log
 * cannot be read, and nothing should be appended to what nobody can see.
 */
export function readLogOf(study: Pick<Study, 'folder'>, coder: string, source: string): Outcome<Event[]> {
  const id = logPath(coder, source);
  try {
    return parseLog(readFileSync(findPlace(study.folder, coder, source).path, 'utf8'), id);
  } catch (error) {
    if (error instanceof Refusal)
      return { diagnostics: [finding('QC409', `${id} cannot be read: ${error.message}`, { file: id })] };
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: [], diagnostics: [] };
    return { diagnostics: [unreadable(id, error)] };
  }
}
