import { codesCell, OF_CODER } from '../coding/codes-cell.js';
import { differingCodes } from '../measure/agree/compared.js';
import type { AgreementBasis } from './agreement-table.js';
import { counted } from './basis.js';
import type { Cell, Column, Table } from './model.js';

/** A row of ratings on which coders differ. */
export interface DisputedRow {
  readonly source: string;
  /** What the table calls the unit. */
  readonly unit: string;
  /** By coder the codes; null where the coder did not see the unit. */
  readonly codes: readonly (readonly string[] | null)[];
  /** The codes on which those who saw it differ. */
  readonly differing: readonly string[];
}

/** A unit of a text on which coders differ, or that was decided otherwise than all of them coded it, or twice. */
export interface DisputedUnit extends Omit<DisputedRow, 'unit'> {
  /** Code points of canonical text. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly speaker: string | null;
  /** Codes that the codebook of a coder did not have yet, with the coder. */
  readonly unknown: readonly { readonly code: string; readonly coder: string }[];
  /** The codes that are stored as adjudicated; null where the unit is open. */
  readonly settled: readonly string[] | null;
  /** Decisions that differ and do not know of each other. */
  readonly apart: readonly (readonly string[])[];
  readonly text: string;
}

/** What disagreements are of. */
export interface DisagreementsOf {
  readonly coders: readonly string[];
  /** How many units were compared. */
  readonly units: number;
}

/** Every row of ratings on which coders differ, with the codes of each. */
export function disputedRowsTable(
  found: readonly DisputedRow[],
  { coders, units }: DisagreementsOf,
  { subject, notes }: AgreementBasis,
): Table {
  return {
    kind: 'table',
    name: 'disagreements',
    title: `Disagreements on ${found.length} of ${units} units, of ${subject}`,
    columns: [text('source'), text('unit'), ...coders.map(ofCoder), text('differing', true)],
    rows: found.map(({ source, unit, codes, differing }) => ({
      cells: [{ value: source }, { value: unit }, ...codes.map(cellOf), { value: differing.join('; ') }],
    })),
    notes,
  };
}

/**
 * Every unit on which coders differ, with the codes of each and the text, and a column for what is decided: it holds what is
 * stored so far. Without the column where only some codes are shown: a decision is on all of them.
 *
 * @param isDecided whether all codes are shown
 */
export function disputedUnitsTable(
  found: readonly DisputedUnit[],
  { coders, units, isDecided }: DisagreementsOf & { readonly isDecided: boolean },
  { subject, notes }: AgreementBasis,
): Table {
  const agreed = found.filter(({ codes }) => differingCodes(codes).length === 0);
  const inPart = agreed.filter(({ settled, apart }) => settled === null && apart.length === 0).length;
  const otherwise = agreed.filter(({ settled }) => settled !== null);
  return {
    kind: 'table',
    name: 'disagreements',
    title: `Disagreements on ${found.length - agreed.length} of ${units} units, of ${subject}`,
    columns: [
      ...[text('source'), text('line'), text('start', true), text('end', true), text('speaker', true)],
      ...coders.map(ofCoder),
      ...[text('differing', true), { ...text('not_known', true), label: 'not known' }],
      ...(isDecided ? [text('decision', true)] : []),
      text('text'),
    ],
    rows: found.map((one) => ({
      cells: [
        ...[one.source, one.line, one.start, one.end, one.speaker].map((value) => ({ value })),
        ...one.codes.map(cellOf),
        { value: one.differing.join('; ') },
        { value: one.unknown.map(({ code, coder }) => `${code}: ${coder}`).join('; ') },
        ...(isDecided ? [{ value: codesCell(one.settled) ?? '' }] : []),
        { value: one.text },
      ],
    })),
    notes: [
      ...(inPart > 0
        ? [
            `Also listed: ${counted(inPart, 'unit')} on which the coders agree, and of which only a part was decided, with another --unit. A decision here overrules that one.`,
          ]
        : []),
      ...(otherwise.length > 0
        ? [
            `Also listed: ${counted(otherwise.length, 'unit')} on which the coders agree and the decision is another one: ${otherwise.map(({ source, line, settled }) => `${source}:${line} “${codesCell(settled)!}”`).join(', ')}. To take it back, write what they gave as the decision.`,
          ]
        : []),
      ...found
        .filter(({ apart }) => apart.length > 0)
        .map(
          ({ source, line, apart }) =>
            `Decided twice, apart, and so open again: ${source}:${line}, ${apart.map((codes) => `“${codesCell(codes)!}”`).join(' and ')}.`,
        ),
      ...notes,
      ...(found.some(({ unknown }) => unknown.length > 0)
        ? [
            'not known: a code that the codebook of this coder did not have yet; no measure counts it, the decision does.',
          ]
        : []),
      isDecided
        ? 'As CSV: the column decision holds what is stored as adjudicated. Write the codes that you agree on, all of the unit, “;” between them, (none) for none, and hand the file to qcode agree --adjudicate.'
        : 'Only the codes that --code names, and so no column decision: a decision is on all codes of a unit.',
    ],
  };
}

function text(key: string, secondary = false): Column {
  return { key, label: key, format: 'text', ...(secondary && { secondary: true as const }) };
}

function ofCoder(coder: string): Column {
  return { key: OF_CODER + coder, label: coder, format: 'text' };
}

function cellOf(codes: readonly string[] | null): Cell {
  return { value: codesCell(codes) };
}
