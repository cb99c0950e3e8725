import { readFileSync, statSync } from 'node:fs';
import { withCurrentCodes } from '../coding/current-codes.js';
import type { Event } from '../coding/event.js';
import { type Folded, foldEvents } from '../coding/fold.js';
import { parseLog } from '../coding/log.js';
import type { Outcome } from '../core/diagnostic.js';
import { finding, unreadable } from './finding.js';
import { findPlace } from './log-place.js';
import { type Log, logPath } from './logs.js';

/** A log as it is on the disk now, with the present ids of codes. */
export interface ReadLog {
  /** In the order of the log. */
  readonly events: readonly Event[];
  /** What of them holds. */
  readonly folded: Folded;
}

/**
 * Reads a log. Lines that are no events are named and passed over; without a value the log cannot be read.
 *
 * @param current the present id of a code for a present or former one
 */
export function readLog(
  { path, id }: Pick<Log, 'path' | 'id'>,
  current: (id: string) => string | undefined,
): Outcome<ReadLog> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { diagnostics: [unreadable(id, error)] };
  }
  const { value = [], diagnostics } = parseLog(text, id);
  const events = withCurrentCodes(value, current);
  return { value: { events, folded: foldEvents(events) }, diagnostics };
}

/**
 * Reads a coder's log of a source, wherever the disk has it now; where there is none, nothing is in it. Without a value
 * the log cannot be read, and nothing should be appended to what nobody can see.
 */
export function readLogOf(
  folder: string,
  coder: string,
  source: string,
  current: (id: string) => string | undefined,
): Outcome<ReadLog> {
  const id = logPath(coder, source);
  try {
    const place = findPlace(folder, coder, source);
    if ('refusal' in place)
      return { diagnostics: [finding('QC409', `${id} cannot be read: ${place.refusal}`, { file: id })] };
    const { path } = place;
    if (statSync(path, { throwIfNoEntry: false })) return readLog({ path, id }, current);
    return { value: { events: [], folded: foldEvents([]) }, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [unreadable(id, error)] };
  }
}
