import { readFileSync } from 'node:fs';
import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import { withCurrentCodes } from '../coding/current-codes.js';
import type { ApplyEvent, Event } from '../coding/event.js';
import { foldEvents } from '../coding/fold.js';
import { parseLog } from '../coding/log.js';
import { type AnalysisSet, inSet } from '../measure/analysis-set.js';
import { ancestorsIn } from '../measure/rollup.js';
import type { CodingTimes } from '../measure/saturation/creation.js';
import type { Log } from './logs.js';
import type { Study } from './study.js';

/**
 * Reads out of the logs of a set's coders when they began with each source, and when each code was first laid there: by
 * codings and accepted hits that hold now. A coding that was edited was laid when the first of its states was. What cannot
 * be read is passed over here: the pass over the sources names it.
 *
 * @param rollup whether a code is laid where one below it is
 */
export function codingTimes(
  { codebook, logs }: Study & { readonly codebook: Codebook },
  set: AnalysisSet,
  rollup: boolean,
): CodingTimes {
  const positions = new Map(codebook.codes.map(({ id }, i) => [id, i]));
  const above = rollup ? ancestorsIn(codebook) : codebook.codes.map(() => []);
  const current = currentId(codebook);
  const began = new Map<string, string>();
  const laid = new Map<string, Map<number, string>>();
  for (const log of logs.filter(({ coder }) => inSet(coder, set))) {
    const events = withCurrentCodes(eventsOf(log), current);
    for (const { event, at } of events) if (event !== 'remove') keepEarlier(began, log.source, at);
    const own = laid.get(log.source) ?? new Map<number, string>();
    laid.set(log.source, own);
    const first = firstState(events);
    const { codings, verdicts } = foldEvents(events);
    for (const event of [...codings, ...verdicts.filter(({ verdict }) => verdict === 'accept')]) {
      const code = positions.get(event.code);
      if (code === undefined) continue;
      for (const one of [code, ...above[code]!]) keepEarlier(own, one, first(event).at);
    }
  }
  return { began, laid };
}

/**
 * When coders first did something with each source, by their logs: coded, answered a hit, or marked as seen. What was taken
 * back later was done all the same.
 */
export function timesBegun(logs: readonly Log[]): ReadonlyMap<string, string> {
  const began = new Map<string, string>();
  for (const log of logs)
    for (const { event, at } of eventsOf(log)) if (event !== 'remove') keepEarlier(began, log.source, at);
  return began;
}

function eventsOf({ path, id }: Log): readonly Event[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return parseLog(text, id).value ?? [];
}

/** The coding that an edited one began as: an edit of the place or the memo lays no code anew, one of the code does. */
function firstState(events: readonly Event[]): (event: ApplyEvent) => ApplyEvent {
  const byId = new Map(events.flatMap((event) => (event.event === 'apply' ? [[event.id, event] as const] : [])));
  return (event) => {
    const visited = new Set<string>();
    let first = event;
    for (;;) {
      visited.add(first.id);
      const before = first.was === undefined ? undefined : byId.get(first.was);
      if (before === undefined || before.code !== event.code || visited.has(before.id)) return first;
      first = before;
    }
  };
}

function keepEarlier<Key>(times: Map<Key, string>, key: Key, at: string): void {
  const known = times.get(key);
  if (known === undefined || at < known) times.set(key, at);
}
