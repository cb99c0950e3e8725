import { resolve } from 'node:path';
import { idle, uncounted } from '../check/codings.js';
import { type Diagnostic, isError } from '../core/diagnostic.js';
import { counted } from '../report/basis.js';
import { appendEvents } from '../store/append.js';
import { type CodingCells, parseCodings } from '../store/coding-rows.js';
import { finding } from '../store/finding.js';
import { shownPath } from '../store/locate.js';
import { readText } from '../store/text-file.js';
import { type Draft, createDrafter } from './coding-drafts.js';
import { type Flaw, isFlaw } from './coding-names.js';
import { wisher } from './coding-wishes.js';
import type { ExitCode, Invocation } from './command.js';
import { Halt } from './failure.js';
import { need, tellOn } from './findings.js';
import { studyFor } from './study-options.js';

/** Stores the codings of a file: `qcode codings import`. All of them or, where one row is wrong, none. */
export async function importCodings(invocation: Invocation): Promise<ExitCode> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyFor({ ...invocation, arguments: [] }, findings);
  const path = resolve(shell.folder, invocation.arguments[0] ?? '');
  const file = shownPath(shell.folder, path);
  const text = need(await readText(path, file), findings);
  const parsed = parseCodings(text, file, values.flag('raw'));
  if (!parsed.value || parsed.diagnostics.some(isError)) throw new Halt(parsed.diagnostics);
  const rows = parsed.value;
  const drafter = createDrafter(study);
  const wishFor = wisher(invocation, study);
  const flaws: Diagnostic[] = [];
  const left: string[] = [];
  const unasked: string[] = [];
  const drafts: Draft[] = [];
  for (const row of rows) {
    flaws.push(...row.faults);
    if (row.faults.length > 0) continue;
    const wish = wishFor(row);
    const draft = isFlaw(wish) ? wish : await drafter.draft(wish);
    if (isFlaw(draft)) {
      flaws.push(said(row, draft));
      continue;
    }
    drafts.push(draft);
    if (draft.isUncounted) left.push(`row ${row.number}`);
    if (draft.isIdle) unasked.push(`row ${row.number}`);
  }
  findings.tell([...drafter.diagnostics, ...parsed.diagnostics]);
  if (flaws.length > 0 && !values.flag('partial')) {
    shell.err.write(`nothing is stored: ${counted(rows.length - drafts.length, 'row')} of ${rows.length} cannot be\n`);
    throw new Halt(flaws);
  }
  findings.tell([...flaws, ...uncounted(left, { file }), ...idle(unasked, { file }, 'warning')]);
  const byLog = grouped(drafts);
  const into = counted(byLog.length, 'log');
  if (values.flag('dryRun')) {
    shell.out.write(`${counted(drafts.length, 'coding')} would be stored in ${into}\n`);
    return findings.exitCode();
  }
  let stored = 0;
  for (const group of byLog) {
    const { coder, source } = group[0]!;
    const events = group.map(({ event }) => event);
    const refused = appendEvents(study.folder, coder, source.id, events);
    if (refused) {
      shell.err.write(
        `${counted(stored, 'coding')} of ${drafts.length} are stored; give the command again for the rest, with --partial\n`,
      );
      throw new Halt([refused]);
    }
    stored += events.length;
  }
  shell.out.write(`${counted(stored, 'coding')} stored in ${into}\n`);
  return findings.exitCode();
}

/** Each log takes its codings in one write. */
function grouped(drafts: readonly Draft[]): Draft[][] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.coder, draft.source.id]);
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  return [...groups.values()];
}

function said({ number, place }: CodingCells, { code, message, remedy }: Flaw): Diagnostic {
  const found = finding(code, `row ${number}: ${message}`, place);
  return remedy === undefined ? found : { ...found, remedy };
}
