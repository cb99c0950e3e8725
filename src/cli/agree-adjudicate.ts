import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, isError } from '../core/diagnostic.js';
import { ADJUDICATOR, nameOf } from '../measure/analysis-set.js';
import { counted } from '../report/basis.js';
import { type Adjudged, adjudgedIn, toDecide } from '../store/adjudged.js';
import { type Adjudication, type Decided, adjudicate } from '../store/adjudication.js';
import { appendEvents } from '../store/append.js';
import type { PlacedUnit } from '../store/compared-source.js';
import type { StudyComparison, StudySource } from '../store/compared-study.js';
import { finding } from '../store/finding.js';
import { newEventId, timeNow } from '../store/identity.js';
import { shownPath } from '../store/locate.js';
import { keepSnapshot } from '../store/snapshots.js';
import { readStored } from '../store/stored-codings.js';
import { parseTable } from '../store/table.js';
import { readText } from '../store/text-file.js';
import { digestOf } from '../text/digest.js';
import type { UnitKind } from '../text/transcript.js';
import { encode } from '../text/utf8.js';
import { decisionsIn } from './agree-decisions.js';
import { differingCodes } from './agree-material.js';
import type { ExitCode, Invocation } from './command.js';
import { Halt } from './failure.js';
import { type Findings, need } from './findings.js';
import type { CodedStudy } from './study-options.js';

/** Stores what coders agree on, from the start or by the decisions of a file, if one is given: `qcode agree --adjudicate FILE`. */
export async function storeDecisions(
  invocation: Invocation,
  { study, comparison }: { study: CodedStudy; comparison: StudyComparison },
  findings: Findings,
): Promise<ExitCode> {
  const { values, shell } = invocation;
  const decisions = await decisionsFrom(invocation, study, comparison, findings);
  const isTrial = values.flag('dryRun');
  const ids = study.codebook.codes.map(({ id }) => id);
  const codebook = codebooks(readFileSync(codebookPathOf(invocation, study)), study, isTrial);
  const stamp = {
    at: timeNow(),
    newId: newEventId,
    unit: (values.one('unit') as UnitKind | undefined) ?? study.settings.unit,
  };
  const made: { source: StudySource; plan: Plan; adjudication: Adjudication }[] = [];
  for (const source of comparison.sources) {
    const plan = planOf(source, decisions, ids, codebook);
    const stored = need(await readStored(study, source.source, (coder) => coder === ADJUDICATOR), findings);
    const adjudication = adjudicate(source, plan.changed, plan.settled, stored.codings, ids, stamp);
    findings.tell(adjudication.kept.map(({ event }) => keptFinding(event, source)));
    made.push({ source, plan, adjudication });
  }
  const changed = made.filter(({ adjudication }) => adjudication.events.length > 0);
  for (const { source, adjudication } of isTrial ? [] : changed) {
    const refused = appendEvents(study.folder, ADJUDICATOR, source.source.id, adjudication.events);
    if (refused) throw new Halt([refused]);
  }
  const total = (of: (one: (typeof made)[number]) => number): number => made.reduce((sum, one) => sum + of(one), 0);
  const stored = total(({ adjudication }) => adjudication.stored);
  const removed = total(({ adjudication }) => adjudication.removed);
  const settled = total(({ plan }) => plan.changed.length + plan.settled.size);
  const open = total(({ plan }) => plan.open);
  const back = removed > 0 ? `, ${removed} of earlier decisions taken back` : '';
  shell.out.write(
    `${counted(stored, 'coding')} ${isTrial ? 'would be' : stored === 1 ? 'is' : 'are'} stored as ${ADJUDICATOR} in ${counted(changed.length, 'source')}${back}: ${counted(settled, 'unit')} agreed or decided, ${open} still open\n`,
  );
  if (open > 0)
    shell.err.write('What is open: qcode agree --disagreements --open, with the same coders and filters.\n');
  if (!isTrial && stored > 0) {
    shell.err.write(`${whereFigures(study)}\n`);
  }
  return findings.exitCode();
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
): Promise<ReadonlyMap<PlacedUnit, readonly string[]>> {
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

/** What becomes of the units of a source. */
export interface Plan {
  readonly changed: readonly Decided[];
  readonly settled: ReadonlyMap<PlacedUnit, readonly string[]>;
  readonly open: number;
}

/**
 * What is to be stored of a source, and what is stored already: decisions, what was decided before, and what nobody differs on.
 *
 * @param ids the codes' ids by position
 * @param codebook keeps a codebook of these codes, of all for null, and gives its digest
 */
export function planOf(
  source: StudySource,
  decisions: ReadonlyMap<PlacedUnit, readonly string[]>,
  ids: readonly string[],
  codebook: (codes: ReadonlySet<string> | null) => string,
): Plan {
  const settled = new Map<PlacedUnit, readonly string[]>();
  const changed: Decided[] = [];
  let open = 0;
  adjudgedIn(source, ids).forEach((before, i) => {
    const unit = source.units[i]!;
    const decided = decisions.get(unit);
    const codes = decided ?? (before.isSettled ? before.codes : agreedCodes(unit, before));
    if (codes === null) open++;
    else if (before.isSettled && isSame(codes, before.codes)) settled.set(unit, codes);
    else {
      const about = unit.asked === null ? null : new Set([...toDecide(unit), ...codes]);
      const isMarked = before.isSettled && codes.every((code) => before.covers?.has(code) ?? true);
      changed.push({ unit, codes, codebook: isMarked ? null : codebook(about) });
    }
  });
  return { changed, settled, open };
}

/**
 * The codes of a unit on which nobody differs; null where somebody does. What was decided on before stays: others' mere
 * agreement does not overrule it.
 */
function agreedCodes({ applied }: PlacedUnit, { codes, covers }: Adjudged): readonly string[] | null {
  if (differingCodes(applied).length > 0) return null;
  const agreed = applied.find((own) => own !== null)!;
  return [...new Set([...codes, ...agreed.filter((code) => covers !== null && !covers.has(code))])];
}

function isSame(codes: readonly string[], others: readonly string[]): boolean {
  return codes.length === others.length && codes.every((code) => others.includes(code));
}

function keptFinding({ id, code }: { id: string; code: string }, { source }: StudySource): Diagnostic {
  const message = `the adjudicated coding ${id} (${code}) of ${source.id} reaches into a unit that is not decided, and stays`;
  return {
    ...finding('QC453', message, undefined, 'warning'),
    remedy: 'Decide that unit too, or take the coding out of the log by hand.',
  };
}

/**
 * Keeps which codes were decided on, so that it can be told later, and gives the digest that they are kept under: that of
 * the codebook where it has no others, else that of a list of them.
 */
export function codebooks(
  bytes: Uint8Array,
  { folder, codebook }: CodedStudy,
  isTrial: boolean,
): (codes: ReadonlySet<string> | null) => string {
  const ids = codebook.codes.map(({ id }) => id);
  const keep = (content: Uint8Array, codes: readonly string[]): string =>
    isTrial ? digestOf(content) : keepSnapshot(folder, content, codes);
  const kept = new Map<string, string>();
  return (codes) => {
    const some = ids.filter((id) => codes === null || codes.has(id));
    const key = JSON.stringify({ codes: some });
    const digest = kept.get(key) ?? (some.length === ids.length ? keep(bytes, ids) : keep(encode(key), some));
    kept.set(key, digest);
    return digest;
  };
}

/** The file of the codebook that is used. */
export function codebookPathOf({ values, shell }: Invocation, { folder, settings }: CodedStudy): string {
  const named = values.one('codebook');
  return named === undefined ? join(folder, settings.codebook) : resolve(shell.folder, named);
}
