import process from 'node:process';
import { readFileSync } from 'node:fs';
import type { Event, RemoveEvent } from '../coding/event.js';
import { parseLog } from '../coding/log.js';
import { nearest } from '../core/suggest.js';
import { appendEvents } from '../store/append.js';
import { unreadable } from '../store/finding.js';
import { coderName, newEventId, timeNow } from '../store/identity.js';
import type { Log } from '../store/logs.js';
import type { Study } from '../store/study.js';
import type { ExitCode, Invocation } from './command.js';
import { Halt, UsageError } from './failure.js';
import { type Findings, need, tellOn } from './findings.js';
import { looseStudyFor } from './study-options.js';

/** Removes stored codings of the coder: `qcode codings remove`. All of them or none. */
export async function removeCodings(invocation: Invocation): Promise<ExitCode> {
  const { arguments: written, values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await looseStudyFor({ ...invocation, arguments: [] }, findings);
  const coder = need(coderName(values, process.env), findings);
  const wanted = [...new Set(written.map((id) => id.normalize('NFC')))];
  const stored = idsIn(study, findings);
  const bySource = new Map<string, string[]>();
  for (const id of wanted) {
    const { source } = ownOf(id, coder, stored);
    bySource.set(source, [...(bySource.get(source) ?? []), id]);
  }
  const at = timeNow();
  for (const [source, targets] of bySource) {
    const removal: RemoveEvent = { event: 'remove', id: newEventId('r'), at, targets };
    const refused = appendEvents(study.folder, coder, source, [removal]);
    if (refused) throw new Halt([refused]);
    for (const id of targets) shell.out.write(`${id}\n`);
  }
  return findings.exitCode();
}

/** A coding or verdict in some log, and whether it still holds. */
interface Stored {
  readonly id: string;
  readonly coder: string;
  readonly source: string;
  readonly holds: boolean;
}

/** Codings and verdicts of all logs; logs that were copied may share ids. */
function idsIn(study: Study, findings: Findings): Stored[] {
  return study.logs.flatMap((log) => {
    const events = eventsOf(log, findings);
    const gone = new Set(events.flatMap((event) => (event.event === 'remove' ? event.targets : [])));
    return events
      .filter(({ event }) => event === 'apply')
      .map(({ id }) => ({ id, coder: log.coder, source: log.source, holds: !gone.has(id) }));
  });
}

function eventsOf({ path, id }: Log, findings: Findings): readonly Event[] {
  try {
    const { value = [], diagnostics } = parseLog(readFileSync(path, 'utf8'), id);
    findings.tell(diagnostics);
    return value;
  } catch (error) {
    findings.tell([unreadable(id, error)]);
    return [];
  }
}

function ownOf(id: string, coder: string, stored: readonly Stored[]): Stored {
  const same = stored.filter((each) => each.id === id);
  const own = same.filter((each) => each.coder === coder);
  const held = own.find(({ holds }) => holds);
  if (held) return held;
  if (own.length > 0) throw new UsageError(`the coding ${id} has been removed already`);
  const [other] = same;
  if (other) {
    throw new UsageError(
      `the coding ${id} is one of ${other.coder}, and you are ${coder}`,
      `Only ${other.coder} removes it: with --coder "${other.coder}", if that is you.`,
    );
  }
  const close = nearest(
    id,
    stored.filter((each) => each.coder === coder && each.holds).map((each) => each.id),
  );
  throw new UsageError(
    `there is no coding ${id}`,
    close ? `Did you mean ${close}?` : 'qcode codings list shows the ids.',
  );
}
