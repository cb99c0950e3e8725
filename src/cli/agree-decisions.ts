import { codesCell, codesIn, isContradictory, OF_CODER } from '../coding/codes-cell.js';
import type { Diagnostic, Place } from '../core/diagnostic.js';
import { areSameCodes, differingCodes } from '../measure/agree/compared.js';
import type { PlacedUnit } from '../store/compared-source.js';
import type { StudyComparison } from '../store/compared-study.js';
import { finding } from '../store/finding.js';
import type { Table } from '../store/table.js';
import { codeFinder, isFlaw } from './coding-names.js';
import type { CodedStudy } from './study-options.js';

const COLUMNS = ['source', 'start', 'end', 'decision'] as const;

/** Decisions by unit, and what is wrong with them, or to be known. */
export interface Decisions {
  readonly byUnit: ReadonlyMap<PlacedUnit, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a table of decisions, as `--disagreements` writes it. Rows without a decision leave their unit as it is. A row that
 * was written of other codings than those of the study now is refused: its decision was on something else.
 */
export function decisionsIn(
  { columns, rows, file }: Table,
  study: CodedStudy,
  { sources, compared }: StudyComparison,
): Decisions {
  const top = { file, line: 1, column: 1, excerpt: columns.join(',') };
  const missing = COLUMNS.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const message = `${file} has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}`;
    return { byUnit: new Map(), diagnostics: [finding('QC411', message, top)] };
  }
  const shown = columns.filter((name) => name.startsWith(OF_CODER)).map((name) => name.slice(OF_CODER.length));
  const diagnostics = shown
    .filter((coder) => !compared.coders.includes(coder))
    .map((coder) => finding('QC453', `the table has codes of ${coder}, who is not compared`, top));
  const units = new Map<string, PlacedUnit>();
  for (const { source, points, units: own } of sources) {
    for (const unit of own) {
      const { start, end } = unit.place;
      units.set(`${source.id} ${points.toCodePoints(start)} ${points.toCodePoints(end)}`, unit);
    }
  }
  const find = codeFinder(study);
  const byUnit = new Map<PlacedUnit, readonly string[]>();
  for (const { cells, place } of rows) {
    const { source = '', start = '', end = '', decision = '' } = cells;
    const named = codesIn(decision);
    if (named === null) continue;
    if (isContradictory(decision)) {
      const message = `the decision “${decision}” names codes and says that there are none`;
      diagnostics.push({ ...finding('QC453', message, place), remedy: 'Write the codes, or (none) alone.' });
    }
    const unit = units.get(`${source} ${start} ${end}`);
    if (!unit) {
      diagnostics.push(finding('QC453', `no compared unit of ${source} is at characters ${start}–${end}`, place));
      continue;
    }
    if (byUnit.has(unit)) diagnostics.push(finding('QC453', 'this unit is decided in an earlier row', place));
    const codes = named.map((name) => find(name));
    for (const code of codes) {
      if (!isFlaw(code)) continue;
      diagnostics.push({ ...finding('QC453', code.message, place), ...(code.remedy && { remedy: code.remedy }) });
    }
    const ids = [...new Set(codes.flatMap((code) => (isFlaw(code) ? [] : [code.id])))];
    const written = compared.coders.flatMap((coder, i) =>
      shown.includes(coder) ? [{ coder, cell: cells[OF_CODER + coder] ?? '', now: unit.applied[i]! }] : [],
    );
    diagnostics.push(...staleIn(written, find, place), ...overruled(unit, ids, place));
    byUnit.set(unit, ids);
  }
  return { byUnit, diagnostics };
}

interface WrittenCell {
  readonly coder: string;
  readonly cell: string;
  readonly now: readonly string[] | null;
}

/** Cells that say something else than the study does. */
function staleIn(written: readonly WrittenCell[], find: ReturnType<typeof codeFinder>, place: Place): Diagnostic[] {
  const idOf = (name: string): string => {
    const code = find(name);
    return isFlaw(code) ? name : code.id;
  };
  return written.flatMap(({ coder, cell, now }) => {
    const then = codesIn(cell)?.map(idOf) ?? null;
    // Codes that were merged since are one: lists may be longer than what they are of.
    if (then === null || now === null ? then === now : areSameCodes(then, now)) return [];
    const said = (codes: readonly string[] | null): string => codesCell(codes) ?? 'not seen';
    const message = `the codes of ${coder} are “${said(then)}” in this row and “${said(now)}” in the study`;
    const remedy = 'List the disagreements again and decide on what they show. Nothing was stored.';
    return [{ ...finding('QC453', message, place), remedy }];
  });
}

/** A decision against what all coders who saw the unit gave it. */
function overruled({ applied }: PlacedUnit, codes: readonly string[], place: Place): Diagnostic[] {
  const agreed = applied.find((own) => own !== null)!;
  if (differingCodes(applied).length > 0 || areSameCodes(agreed, codes)) return [];
  const message = `the coders agree on “${codesCell(agreed)!}” here; the decision “${codesCell(codes)!}” overrules them`;
  const remedy = `Where that is not meant, write ${codesCell(agreed)!} as the decision, and store the table again.`;
  return [{ ...finding('QC453', message, place, 'warning'), remedy }];
}
