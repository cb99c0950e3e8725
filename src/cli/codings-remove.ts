import process from 'node:process';
import { currentId } from '../codebook/former.js';
import { type Anchoring, anchoringOf } from '../coding/anchoring.js';
import type { ApplyEvent, RemoveEvent } from '../coding/event.js';
import { heldIn, withOverruled } from '../coding/reanchor.js';
import { nearest } from '../core/suggest.js';
import { appendEvents } from '../store/append.js';
import { coderName, newEventId, timeNow } from '../store/identity.js';
import type { Log } from '../store/logs.js';
import { type ReadLog, readLog } from '../store/read-log.js';
import { readTranscript } from '../store/read-transcript.js';
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
  const logs = logsOf(study, findings);
  const own = new Set(wanted.flatMap((id) => ownLogs(id, coder, logs)));
  const removals: { readonly source: string; readonly events: readonly ApplyEvent[]; readonly targets: string[] }[] =
    [];
  for (const { source, events } of own) {
    const text = await textOf(source, events, study, findings);
    const held = heldIn(events, text).filter(({ id }) => wanted.includes(id));
    if (held.length > 0) removals.push({ source, events: held, targets: withOverruled(held, events, text) });
  }
  const holding = new Set(removals.flatMap(({ events }) => events.map(({ id }) => id)));
  const gone = wanted.find((id) => !holding.has(id));
  if (gone !== undefined) throw new UsageError(`the coding ${gone} was removed or overruled already`);
  const at = timeNow();
  for (const { source, events, targets } of removals) {
    const removal: RemoveEvent = { event: 'remove', id: newEventId('r'), at, targets };
    const refused = appendEvents(study.folder, coder, source, [removal]);
    if (refused) throw new Halt([refused]);
    for (const { id } of events) shell.out.write(`${id}\n`);
  }
  return findings.exitCode();
}

interface CoderLog extends Log, ReadLog {}

function logsOf({ logs, codebook }: Study, findings: Findings): CoderLog[] {
  const current = currentId(codebook ?? { codes: [] });
  return logs.flatMap((log) => {
    const { value, diagnostics } = readLog(log, current);
    findings.tell(diagnostics);
    return value ? [{ ...log, ...value }] : [];
  });
}

/** The coder's logs that have a coding or verdict of an id, which may have been removed since. Copies of logs share ids. */
function ownLogs(id: string, coder: string, logs: readonly CoderLog[]): CoderLog[] {
  const having = logs.filter(({ events }) => events.some((event) => event.event === 'apply' && event.id === id));
  const own = having.filter((log) => log.coder === coder);
  if (own.length > 0) return own;
  const [other] = having;
  if (other) {
    throw new UsageError(
      `the coding ${id} is one of ${other.coder}, and you are ${coder}`,
      `Only ${other.coder} removes it: with --coder "${other.coder}", if that is you.`,
    );
  }
  const held = logs.flatMap((log) =>
    log.coder === coder ? [...log.folded.codings, ...log.folded.verdicts].map((event) => event.id) : [],
  );
  const close = nearest(id, held);
  throw new UsageError(
    `there is no coding ${id}`,
    close ? `Did you mean ${close}?` : 'qcode codings list shows the ids.',
  );
}

/** The text of a source in which there are verdicts: which of them hold shows there. Null where none is needed or there. */
async function textOf(
  id: string,
  events: CoderLog['events'],
  study: Study,
  findings: Findings,
): Promise<Anchoring | null> {
  const source = study.known.find((each) => each.id === id);
  if (!source || !events.some((event) => event.event === 'apply' && event.verdict !== undefined)) return null;
  const { value, diagnostics } = await readTranscript(study, source);
  if (!value) findings.tell(diagnostics);
  return value ? anchoringOf(value.text) : null;
}
