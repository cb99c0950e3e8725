import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isError } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import { ADJUDICATOR, nameOf } from '../measure/analysis-set.js';
import { counted, listInWords } from '../report/basis.js';
import { codesCell } from '../coding/codes-cell.js';
import { type Decisions, type Plan, adjudicateSource, readEverybody } from '../store/adjudication-plan.js';
import type { Adjudication } from '../store/adjudication.js';
import { appendEvents } from '../store/append.js';
import type { PlacedUnit } from '../store/compared-source.js';
import type { StudyComparison, StudySource } from '../store/compared-study.js';
import { keeperOfCodes } from '../store/decided-codes.js';
import { newEventId, timeNow } from '../store/identity.js';
import { shownPath } from '../store/locate.js';
import { parseTable } from '../store/table.js';
import { readText } from '../store/text-file.js';
import { lineIndex } from '../text/offset.js';
import type { UnitKind } from '../text/transcript.js';
import { decisionsIn } from './agree-decisions.js';
import type { ComparedStudy } from './agree-material.js';
import { unplacedCaveats } from './agree-study.js';
import type { ExitCode, Invocation } from './command.js';
import { Halt } from './failure.js';
import { type Findings, need } from './findings.js';
import type { CodedStudy } from './study-options.js';

/** Stores what coders agree on, from the start or by the decisions of a file, if one is given: `qcode agree --adjudicate FILE`. */
export async function storeDecisions(
  invocation: Invocation,
  { study, comparison, request }: ComparedStudy,
  findings: Findings,
): Promise<ExitCode> {
  const { values, shell } = invocation;
  const decisions = await decisionsFrom(invocation, study, comparison, findings);
  const isTrial = values.flag('dryRun');
  const { folder, codebook } = study;
  const keep = keeperOfCodes(folder, codebook, readFileSync(codebookPathOf(invocation, study)), isTrial);
  const stamp = { at: timeNow(), newId: newEventId, unit: request.unit, keep };
  const everybody = await readEverybody(study, request);
  const made: Made[] = [];
  for (const source of comparison.sources) {
    made.push({ source, ...need(await adjudicateSource(study, source, decisions, everybody, stamp), findings) });
  }
  const changed = made.filter(({ events }) => events.length > 0);
  for (const { source, events } of isTrial ? [] : changed) {
    const refused = appendEvents(folder, ADJUDICATOR, source.source.id, events);
    if (refused) throw new Halt([refused]);
  }
  const total = (of: (one: Made) => number): number => made.reduce((sum, one) => sum + of(one), 0);
  const stored = total((one) => one.stored);
  const removed = total((one) => one.removed);
  const settled = total((one) => one.changed.length + one.settled.length);
  const open = total((one) => one.open.length);
  const back = removed > 0 ? `, ${removed} of earlier decisions taken back` : '';
  shell.out.write(
    `${counted(stored, 'coding')} ${isTrial ? 'would be' : stored === 1 ? 'is' : 'are'} stored as ${ADJUDICATOR} in ${counted(changed.length, 'source')}${back}: ${counted(settled, 'unit')} agreed or decided, ${open} still open\n`,
  );
  const told = [
    ...unplacedCaveats(comparison, request.unit),
    ...overruledIn(made, isTrial),
    ...objectionsIn(made, request.unit),
    ...(open > 0 ? ['What is open: qcode agree --disagreements --open, with the same coders and filters.'] : []),
    ...(!isTrial && stored > 0 ? [whereFigures(study)] : []),
  ];
  for (const sentence of told) shell.err.write(`${sentence}\n`);
  return findings.exitCode();
}

/** A source, and what was made of it. */
type Made = Plan & Adjudication & { readonly source: StudySource };

/** Which earlier decisions are replaced by others, each with its place. */
function overruledIn(made: readonly Made[], isTrial: boolean): string[] {
  const lines = made.flatMap(({ source, overruled, changed }) =>
    overruled.map(({ unit, before }) => {
      const { codes } = changed.find((one) => one.unit === unit)!;
      return `  ${placeOf(source, unit)}  ${before.map((own) => codesCell(own)!).join(' | ')} → ${codesCell(codes)!}`;
    }),
  );
  if (lines.length === 0) return [];
  const verb = isTrial ? 'would be' : lines.length === 1 ? 'is' : 'are';
  return [`${counted(lines.length, 'unit')} decided before ${verb} decided anew:`, ...lines];
}

/** Which units stay open since a coder who is not compared coded them otherwise. */
function objectionsIn(made: readonly Made[], unit: UnitKind): string[] {
  const objected = made.flatMap((one) => one.objected);
  if (objected.length === 0) return [];
  const who = [...new Set(objected.flatMap(({ by }) => by))].sort(byCodePoint);
  const n = objected.length;
  return [
    `${counted(n, unit)} on which those compared agree ${n === 1 ? 'stays' : 'stay'} open: ${listInWords(who)} saw ${n === 1 ? 'it' : 'them'} too and coded otherwise. Decide with them: qcode agree --disagreements --open, without names of coders.`,
  ];
}

/** A unit by its source and lines. */
function placeOf({ source, described: { transcript } }: StudySource, { place }: PlacedUnit): string {
  const lines = lineIndex(transcript.text);
  const [first, last] = [lines.lineOf(place.start), lines.lineOf(place.end - 1)].map(
    (line) => transcript.linesBefore + line,
  );
  return `${source.id}:${first === last ? String(first) : `${first}–${last}`}`;
}

/** Which codings figures come from now. */
function whereFigures({ settings: { analysis } }: CodedStudy): string {
  return analysis === null || analysis.kind === 'adjudicated'
    ? `From now on figures come from the coder ${ADJUDICATOR} unless an option names another: only these sources hold such codings.`
    : `Figures come from ${nameOf(analysis)}, as qcode.yaml says: write analysis: adjudicated there, or give --coder ${ADJUDICATOR}, for what was agreed.`;
}

/** The decisions of the file; one error in it, and nothing is stored. */
async function decisionsFrom(
  { values, shell }: Invocation,
  study: CodedStudy,
  comparison: StudyComparison,
  findings: Findings,
): Promise<Decisions> {
  const named = values.one('adjudicate');
  if (named === undefined) return new Map();
  const path = resolve(shell.folder, named);
  const file = shownPath(shell.folder, path);
  const table = parseTable(need(await readText(path, file), findings), file);
  if (!table.value || table.diagnostics.some(isError)) throw new Halt(table.diagnostics);
  const { byUnit, diagnostics } = decisionsIn(table.value, study, comparison);
  if (diagnostics.some(isError)) throw new Halt(diagnostics.filter(isError));
  findings.tell([...table.diagnostics, ...diagnostics]);
  return byUnit;
}

/** The file of the codebook that is used. */
export function codebookPathOf({ values, shell }: Invocation, { folder, settings }: CodedStudy): string {
  const named = values.one('codebook');
  return named === undefined ? join(folder, settings.codebook) : resolve(shell.folder, named);
}
