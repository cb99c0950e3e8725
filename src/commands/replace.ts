import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { coderAmong, codersOf } from '../cli/coders.js';
import { isFlaw, sourceFinder } from '../cli/coding-names.js';
import type { Command, ExitCode, Invocation } from '../cli/command.js';
import { confirmed, yesOption } from '../cli/confirm.js';
import { Halt, UsageError } from '../cli/failure.js';
import { type Findings, need, tellOn } from '../cli/findings.js';
import { studyOptions } from '../cli/options.js';
import { described } from '../cli/reanchor-list.js';
import { startedStudyFor } from '../cli/study-options.js';
import { currentId } from '../codebook/former.js';
import { type Lookup, lookupIn } from '../coding/asked-place.js';
import { markedLines } from '../coding/marked-lines.js';
import { placeChoice } from '../coding/reanchor.js';
import { type SeenAgain, seenAgain } from '../coding/seen-again.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import { counted } from '../report/basis.js';
import { appendEvents } from '../store/append.js';
import { unreadable } from '../store/finding.js';
import { newEventId, timeNow } from '../store/identity.js';
import { shownPath } from '../store/locate.js';
import { readLogOf } from '../store/read-log.js';
import { type Reanchored, reanchoredOf, record } from '../store/reanchored.js';
import { readTranscript } from '../store/read-transcript.js';
import { keptPath, replaceSource } from '../store/replace-source.js';
import type { Source } from '../store/sources.js';
import { type StoredSource, readStored } from '../store/stored-codings.js';
import type { Study } from '../store/study.js';
import { decode } from '../text/utf8.js';

export const replace: Command = {
  name: 'replace',
  summary: 'put a corrected transcript in the place of a source, and keep its codings',
  description:
    'Shows how the corrected file differs from the source, line by line with the words marked, [-old-]{+new+}, and how the codings of each coder would be placed in it: exact and moved ones count on; fuzzy, ambiguous and lost ones wait for `qcode reanchor`. ' +
    'Then it asks, keeps the old file in the folder .replaced of the study, puts the bytes of the new one in its place, and records the new places of moved codings, in the logs that --coder names, or in the only one. ' +
    'Units marked seen stay so where their words are the same, for every coder; where a mark does not tell them, it is recorded again with what the old file says, in its coder’s log. ' +
    'Delete the old file in .replaced yourself if nobody may read it any more.',
  arguments: [
    { name: 'source', description: 'the source: its id, or the name of its file', required: true, complete: 'source' },
    { name: 'file', description: 'the corrected transcript', required: true, complete: 'file' },
  ],
  options: [
    yesOption,
    {
      flags: '--coder <name>',
      description: 'in whose log new places are recorded',
      repeatable: true,
      complete: 'coder',
    },
    ...studyOptions,
  ],
  examples: [
    { line: 'qcode replace A1-1 drafts/A1-1.txt', shows: 'what a correction changes, and then asks' },
    { line: 'qcode replace A1-1 drafts/A1-1.txt --yes', shows: 'the same without asking' },
  ],
  run,
};

/** Lines of a diff, and codings without a sure place, that are shown at most. */
const SHOWN = 40;

async function run(invocation: Invocation): Promise<ExitCode> {
  const { arguments: named, shell } = invocation;
  const findings = tellOn(shell);
  const study = await startedStudyFor({ ...invocation, arguments: [] }, findings);
  if (!study.located) throw new UsageError('there is no study here', 'Call it within a folder with a qcode.yaml.');
  const found = sourceFinder(study, shell.folder)((named[0] ?? '').normalize('NFC'));
  if (isFlaw(found)) throw new UsageError(found.message, found.remedy);
  const source = found;
  const path = resolve(shell.folder, named[1] ?? '');
  const corrected = { ...source, path, shown: shownPath(shell.folder, path) };
  const [before, after] = [bytesOf(source), bytesOf(corrected)];
  if (before.equals(after)) {
    shell.out.write(`${corrected.shown} is the same as ${source.shown}; nothing to replace\n`);
    return 0;
  }
  const old = lookupIn(need(await readTranscript(study, source), findings));
  const fresh = need(await readStored(study, corrected, () => true), findings);
  const placed = reanchoredOf(fresh);
  const coders = study.logs.flatMap((log) => (log.source === source.id ? [log.coder] : []));
  const at = timeNow();
  const seen = new Map(
    coders.map((coder) => {
      const { folded } = need(readLogOf(study.folder, coder, source.id, currentId(study.codebook)), findings);
      return [coder, seenAgain(folded.seen, old, fresh.lookup, at, newEventId)];
    }),
  );
  const own = ownCoders(invocation, study);
  const shown = [...differing(old, fresh.lookup), ...placing(fresh, placed, seen)];
  shell.out.write(`${shown.join('\n')}\n`);
  if (!(await confirmed(invocation, `Replace ${source.shown} by ${corrected.shown}?`))) return 1;
  // They tell where the units are in the old text, and must stand before it is gone.
  for (const [coder, { fresh: marks }] of seen) haltIf(appendEvents(study.folder, coder, source.id, marks));
  haltIf(replaceSource(study.folder, source, before, after));
  shell.out.write(`replaced: ${source.shown}; the old file is ${keptPath(source.id, before)}\n`);
  recordNew(invocation, study, placed, coders, own, findings);
  return findings.exitCode();
}

function haltIf(refused: Diagnostic | null): void {
  if (refused) throw new Halt([refused]);
}

/** In whose logs new places are recorded: of those named, or of the only coder of the study. */
function ownCoders({ values }: Invocation, study: Study): readonly string[] {
  const named = values.all('coder').map((name) => coderAmong(name, study.logs));
  const all = codersOf(study.logs);
  return named.length > 0 ? named : all.length === 1 ? all : [];
}

function bytesOf(source: Source): Buffer {
  try {
    return readFileSync(source.path);
  } catch (error) {
    throw new Halt([unreadable(source.shown, error)]);
  }
}

function differing({ transcript: was }: Lookup, { transcript: is }: Lookup): string[] {
  const { shown, changed, added, removed } = markedLines(decode(was.text), decode(is.text), is.linesBefore + 1);
  const more = shown.length - SHOWN;
  if (shown.length === 0) return ['no line of the interview differs; the header, the encoding or line ends do'];
  return [
    ...shown.slice(0, SHOWN),
    ...(more > 0 ? [`  and ${more} more`] : []),
    `lines: ${changed} changed, ${added} added, ${removed} removed`,
  ];
}

/** How the codings and seen units of each coder would stand in the new text. */
function placing(fresh: StoredSource, placed: Reanchored, seen: ReadonlyMap<string, SeenAgain>): string[] {
  const lines = [...seen].map(([coder, { before, after }]) => {
    const codings = fresh.codings.filter((coding) => coding.coder === coder);
    const count = (kind: string): string =>
      `${codings.filter(({ placement }) => placement.kind === kind).length} ${kind}`;
    const lost = before - after;
    const why = `${counted(lost, 'mark')} will be lost, as the words of ${lost === 1 ? 'its unit' : 'their units'} change`;
    const units = before > 0 ? `; ${after} of ${before} seen units kept${lost > 0 ? `: ${why}` : ''}` : '';
    return `${coder}: ${['exact', 'moved', 'fuzzy', 'ambiguous', 'lost'].map(count).join(', ')}${units}`;
  });
  const unsure = placed.open.filter(({ placement }) => placement.kind !== 'moved');
  const more = unsure.length - SHOWN;
  return [
    ...(lines.length > 0 ? lines : ['no codings']),
    ...unsure.slice(0, SHOWN).flatMap((coding) => described(coding, placed)),
    ...(more > 0 ? [`  and ${more} more without a sure place`] : []),
  ];
}

/** Records the new places of what has moved, and says whose are not recorded. */
function recordNew(
  { shell }: Invocation,
  study: Study,
  placed: Reanchored,
  coders: readonly string[],
  own: readonly string[],
  findings: Findings,
): void {
  const moved = placed.open.filter(({ placement }) => placement.kind === 'moved');
  const chosen = moved.flatMap(({ coder, event, placement }) =>
    own.includes(coder) && 'start' in placement ? [{ coder, choice: placeChoice(event, placement) }] : [],
  );
  if (chosen.length > 0) {
    const recorded = need(record(study, placed, chosen), findings);
    shell.out.write(`${counted(recorded, 'new place')} recorded\n`);
  }
  const others = coders.filter((coder) => !own.includes(coder)).sort(byCodePoint);
  for (const coder of others) {
    const places = moved.filter((coding) => coding.coder === coder).length;
    if (places > 0)
      shell.out.write(
        `${counted(places, 'moved coding')} of ${coder} ${places === 1 ? 'counts' : 'count'} where the words stand now; qcode reanchor --accept-moved --coder ${coder} records that\n`,
      );
  }
}
