import { resolve } from 'node:path';
import process from 'node:process';
import { STAR } from '../coding/citation.js';
import type { Verdict } from '../coding/event.js';
import { type Diagnostic, isError } from '../core/diagnostic.js';
import { WITHHELD } from '../measure/quotation.js';
import { counted } from '../report/basis.js';
import { appendEvents } from '../store/append.js';
import { finding } from '../store/finding.js';
import { coderFault, coderName, timeNow } from '../store/identity.js';
import { shownPath } from '../store/locate.js';
import { readText } from '../store/text-file.js';
import { askedPlace } from './coding-fields.js';
import { type Draft, type Wish, createDrafter } from './coding-drafts.js';
import { type Flaw, codeFinder, flawOfProperties, isFlaw, sourceFinder } from './coding-names.js';
import { type CodingCells, parseCodings } from './coding-rows.js';
import type { ExitCode, Invocation } from './command.js';
import { Halt } from './failure.js';
import { need, tellOn } from './findings.js';
import { type CodedStudy, studyFor } from './study-options.js';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Stores the codings of a file: `qcode codings import`. All of them or, where one row is wrong, none. */
export async function importCodings(invocation: Invocation): Promise<ExitCode> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyFor({ ...invocation, arguments: [] }, findings);
  const path = resolve(shell.folder, invocation.arguments[0] ?? '');
  const file = shownPath(shell.folder, path);
  const text = need(await readText(path, file), findings);
  const parsed = parseCodings(text, file, values.flag('raw'));
  const rows = parsed.value ?? [];
  const drafter = createDrafter(study);
  const wishFor = wisher(invocation, study);
  const flaws: Diagnostic[] = parsed.diagnostics.filter(isError);
  const drafts: Draft[] = [];
  for (const row of rows) {
    const wish = wishFor(row);
    const draft = isFlaw(wish) ? wish : await drafter.draft(wish);
    if (isFlaw(draft)) flaws.push(flawed(row, draft));
    else drafts.push(draft);
  }
  findings.tell(drafter.diagnostics);
  findings.tell(parsed.diagnostics.filter((diagnostic) => !isError(diagnostic)));
  if (flaws.length > 0 && !values.flag('partial')) {
    shell.err.write(`nothing is stored: ${counted(flaws.length, 'row')} of ${rows.length} cannot be\n`);
    throw new Halt(flaws);
  }
  findings.tell(flaws);
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

function flawed({ number, place }: CodingCells, { code, message, remedy }: Flaw): Diagnostic {
  const found = finding(code, `row ${number}: ${message}`, place);
  return remedy === undefined ? found : { ...found, remedy };
}

/** Makes wishes of rows: `--coder` goes before the column, which goes before the coder of the command line. */
function wisher({ values, shell }: Invocation, study: CodedStudy): (row: CodingCells) => Wish | Flaw {
  const find = sourceFinder(study, shell.folder);
  const codeOf = codeFinder(study);
  const own = coderName(values, process.env);
  const forAll = values.one('coder') !== undefined;
  if (forAll && own.value === undefined) throw new Halt(own.diagnostics);
  const now = timeNow();
  const wrong = (message: string, remedy?: string): Flaw => ({ code: 'QC444', message, ...(remedy && { remedy }) });
  return ({ cells, properties }) => {
    const { line, turn, quotation, start, end, id, at = now, verdict, star, memo } = cells;
    if (cells.source === undefined) return wrong('there is no source');
    const source = find(cells.source);
    if (isFlaw(source)) return source;
    if (cells.code === undefined) return wrong('there is no code');
    const code = codeOf(cells.code);
    if (isFlaw(code)) return code;
    const coder = forAll ? own.value : (cells.coder ?? own.value);
    if (coder === undefined) return wrong(own.diagnostics[0]!.message, own.diagnostics[0]!.remedy);
    const fault = coderFault(coder);
    if (fault !== null) return wrong(`the coder "${coder}" ${fault}`);
    if (!TIME.test(at)) return wrong(`"${at}" is no time in UTC such as 2026-01-02T03:04:05Z`);
    if (verdict !== undefined && verdict !== 'accept' && verdict !== 'reject')
      return wrong(`a verdict is accept or reject, not "${verdict}"`);
    if (properties === null) return wrong('properties are written name=value; name=value');
    const all = { ...properties, ...(star !== undefined && { [STAR]: star }) };
    const flaw = flawOfProperties(study, all);
    if (flaw) return flaw;
    const positions = start !== undefined || end !== undefined;
    const place = positions
      ? askedPlace({ ...(start && { start }), ...(end && { end }) })
      : askedPlace({ ...(line ? { line } : turn && { turn }), ...(quotation && { quotation }) });
    if ('message' in place) return { code: 'QC442', ...place };
    return {
      source,
      coder,
      code: code.id,
      place,
      ...(positions && quotation !== undefined && quotation !== WITHHELD && { expected: quotation }),
      at,
      ...(id !== undefined && { id }),
      ...(verdict && { verdict: verdict satisfies Verdict }),
      ...(memo !== undefined && { memo }),
      properties: all,
    };
  };
}
