import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { foldEvents } from '../coding/fold.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { ADJUDICATOR } from '../measure/analysis-set.js';
import { counted } from '../report/basis.js';
import { type Adjudication, type Decided, adjudicate } from '../store/adjudication.js';
import { appendEvents } from '../store/append.js';
import { eventsOf } from '../store/coder-hand.js';
import type { PlacedUnit } from '../store/compared-source.js';
import type { StudyComparison, StudySource } from '../store/compared-study.js';
import { finding } from '../store/finding.js';
import { newEventId, timeNow } from '../store/identity.js';
import { shownPath } from '../store/locate.js';
import { codesIn } from '../store/ratings.js';
import { keepSnapshot } from '../store/snapshots.js';
import { digestOf } from '../text/digest.js';
import { readStored } from '../store/stored-codings.js';
import { type Row, parseTable } from '../store/table.js';
import { readText } from '../store/text-file.js';
import type { UnitKind } from '../text/transcript.js';
import { differingCodes } from './agree-material.js';
import { codeFinder, isFlaw } from './coding-names.js';
import type { ExitCode, Invocation } from './command.js';
import { Halt } from './failure.js';
import { type Findings, need } from './findings.js';
import type { CodedStudy } from './study-options.js';

const COLUMNS = ['source', 'start', 'end', 'decision'] as const;

/** Stores what coders agree on, from the start or by the decisions of a file: `qcode agree --adjudicate FILE`. */
export async function storeDecisions(
  invocation: Invocation,
  { study, comparison }: { study: CodedStudy; comparison: StudyComparison },
  findings: Findings,
): Promise<ExitCode> {
  const { values, shell } = invocation;
  const path = resolve(shell.folder, values.one('adjudicate')!);
  const file = shownPath(shell.folder, path);
  const table = need(parseTable(need(await readText(path, file), findings), file), findings);
  const missing = COLUMNS.filter((name) => !table.columns.includes(name));
  if (missing.length > 0) {
    throw new Halt([
      finding('QC411', `${file} has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}`, {
        file,
        line: 1,
        column: 1,
      }),
    ]);
  }
  const { decisions, flaws } = decisionsIn(table.rows, study, comparison);
  if (flaws.length > 0) throw new Halt(flaws);
  const isTrial = values.flag('dryRun');
  const stamp = {
    at: timeNow(),
    newId: newEventId,
    unit: (values.one('unit') as UnitKind | undefined) ?? study.settings.unit,
    codebook: codebookOf(invocation, study, isTrial),
  };
  const totals = { stored: 0, removed: 0, decided: 0, open: 0, sources: 0 };
  for (const source of comparison.sources) {
    const decided = source.units.flatMap((unit): Decided[] => {
      const codes = decisions.get(unit) ?? agreedCodes(unit);
      return codes === null ? [] : [{ unit, codes }];
    });
    totals.open += source.units.length - decided.length;
    totals.decided += decided.length;
    const made = await adjudicationOf(study, source, decided, stamp, findings);
    findings.tell(made.kept.map(({ event }) => keptFinding(event, source)));
    totals.stored += made.stored;
    totals.removed += made.removed;
    if (made.events.length === 0) continue;
    totals.sources++;
    const refused = isTrial ? null : appendEvents(study.folder, ADJUDICATOR, source.source.id, made.events);
    if (refused) throw new Halt([refused]);
  }
  const { stored, removed, decided, open, sources } = totals;
  const back = removed > 0 ? `, ${removed} of earlier decisions taken back` : '';
  shell.out.write(
    `${counted(stored, 'coding')} ${isTrial ? 'would be' : stored === 1 ? 'is' : 'are'} stored as ${ADJUDICATOR} in ${counted(sources, 'source')}${back}: ${counted(decided, 'unit')} agreed or decided, ${open} still open\n`,
  );
  if (!isTrial && stored > 0) {
    shell.err.write(
      `From now on figures come from the coder ${ADJUDICATOR} unless the study or an option names another: only these sources hold such codings.\n`,
    );
  }
  return findings.exitCode();
}

/** The codes of a unit on which nobody differs; null where somebody does. */
function agreedCodes({ sets }: PlacedUnit): readonly string[] | null {
  return differingCodes(sets).length > 0 ? null : sets.find((set) => set !== null)!;
}

/** The decisions of a file by unit; rows without a decision leave their unit open. */
function decisionsIn(
  rows: readonly Row[],
  study: CodedStudy,
  { sources }: StudyComparison,
): { decisions: Map<PlacedUnit, string[]>; flaws: Diagnostic[] } {
  const units = new Map<string, PlacedUnit>();
  for (const { source, points, units: own } of sources) {
    for (const unit of own) {
      const { start, end } = unit.place;
      units.set(`${source.id} ${points.toCodePoints(start)} ${points.toCodePoints(end)}`, unit);
    }
  }
  const find = codeFinder(study);
  const decisions = new Map<PlacedUnit, string[]>();
  const flaws: Diagnostic[] = [];
  for (const { cells, place } of rows) {
    const { source = '', start = '', end = '', decision = '' } = cells;
    const named = codesIn(decision);
    if (named === null) continue;
    const unit = units.get(`${source} ${start} ${end}`);
    if (!unit) {
      flaws.push(finding('QC453', `no compared unit of ${source} is at characters ${start}–${end}`, place));
      continue;
    }
    if (decisions.has(unit)) flaws.push(finding('QC453', 'this unit is decided in an earlier row', place));
    const codes = named.map((name) => find(name));
    flaws.push(
      ...codes.flatMap((code) =>
        isFlaw(code) ? [{ ...finding('QC453', code.message, place), ...(code.remedy && { remedy: code.remedy }) }] : [],
      ),
    );
    decisions.set(unit, [...new Set(codes.flatMap((code) => (isFlaw(code) ? [] : [code.id])))]);
  }
  return { decisions, flaws };
}

async function adjudicationOf(
  study: CodedStudy,
  source: StudySource,
  decided: readonly Decided[],
  stamp: Parameters<typeof adjudicate>[5],
  findings: Findings,
): Promise<Adjudication> {
  const stored = await readStored(study, source.source, (coder) => coder === ADJUDICATOR);
  findings.tell(stored.diagnostics);
  const log = study.logs.find((one) => one.coder === ADJUDICATOR && one.source === source.source.id);
  const seen = log ? foldEvents(eventsOf(log).events).seen : [];
  const seenBefore = new Set(seen.map(({ unit }) => `${unit.start} ${unit.end} ${unit.digest}`));
  const ids = study.codebook.codes.map(({ id }) => id);
  return adjudicate(source, decided, stored.value?.codings ?? [], seenBefore, ids, stamp);
}

function keptFinding({ id, code }: { id: string; code: string }, { source }: StudySource): Diagnostic {
  const message = `the adjudicated coding ${id} (${code}) of ${source.id} reaches into a unit that is not decided, and stays`;
  return {
    ...finding('QC453', message, undefined, 'warning'),
    remedy: 'Decide that unit too, or take the coding out of the log by hand.',
  };
}

/** The digest of the codebook, which is kept so that it can be told later which codes there were. */
function codebookOf(
  { values, shell }: Invocation,
  { folder, settings, codebook }: CodedStudy,
  isTrial: boolean,
): string {
  const named = values.one('codebook');
  const bytes = readFileSync(named === undefined ? join(folder, settings.codebook) : resolve(shell.folder, named));
  const ids = codebook.codes.map(({ id }) => id);
  return isTrial ? digestOf(bytes) : keepSnapshot(folder, bytes, ids);
}
