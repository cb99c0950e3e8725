import type { AgreementBasis } from './agreement-table.js';
import type { Table, Value } from './model.js';

/** A unit on which coders differ. */
export interface Disagreement {
  readonly source: string;
  /** Code points of canonical text; null in a table of ratings. */
  readonly start: number | null;
  readonly end: number | null;
  readonly line: number | null;
  readonly speaker: string | null;
  /** What a table of ratings calls the unit; empty for units of a text. */
  readonly unit: string;
  /** By coder the codes, `;` between them; null where the coder did not see the unit. */
  readonly codes: readonly (readonly string[] | null)[];
  /** The codes on which those who saw it differ. */
  readonly differing: readonly string[];
  /** Codes that the codebook of a coder did not have yet, with the coder. */
  readonly unknown: readonly { readonly code: string; readonly coder: string }[];
  /** The codes that are stored as adjudicated; null where the unit is open. */
  readonly settled: readonly string[] | null;
  readonly text: string;
}

/** What a coder applied, in a cell that `--adjudicate` and `--ratings` read. */
export function codesCell(codes: readonly string[] | null): string | null {
  if (codes === null) return null;
  return codes.length === 0 ? '(none)' : codes.join('; ');
}

/** What disagreements are of. */
export interface DisagreementsOf {
  readonly coders: readonly string[];
  /** How many units were compared. */
  readonly units: number;
  /** Whether they stand in a text, or in a table of ratings. */
  readonly from: 'text' | 'table';
  /** Whether there is a column for decisions. */
  readonly isDecided: boolean;
}

/**
 * Every unit on which coders differ, with the codes of each and the text, and a column for what is decided: it holds what is
 * stored so far.
 */
export function disagreementsTable(
  found: readonly Disagreement[],
  { coders, units, from, isDecided }: DisagreementsOf,
  { subject, notes }: AgreementBasis,
): Table {
  const inText = from === 'text';
  const named = from === 'table';
  const text = (key: string, secondary = false) => ({
    key,
    label: key,
    format: 'text' as const,
    ...(secondary && { secondary: true as const }),
  });
  const place = (one: Disagreement): Value[] => [
    one.source,
    ...(named ? [one.unit] : []),
    ...(inText ? [one.line, one.start, one.end, one.speaker] : []),
  ];
  return {
    kind: 'table',
    name: 'disagreements',
    title: `Disagreements on ${found.length} of ${units} units, of ${subject}`,
    columns: [
      text('source'),
      ...(named ? [text('unit')] : []),
      ...(inText ? [text('line'), text('start', true), text('end', true), text('speaker', true)] : []),
      ...coders.map((coder) => ({ key: `codes:${coder}`, label: coder, format: 'text' as const })),
      text('differing', true),
      ...(inText ? [{ ...text('not_known', true), label: 'not known' }] : []),
      ...(isDecided ? [text('decision', true)] : []),
      ...(inText ? [text('text')] : []),
    ],
    rows: found.map((one) => ({
      cells: [
        ...place(one).map((value) => ({ value })),
        ...one.codes.map((codes) => ({ value: codesCell(codes) })),
        { value: one.differing.join('; ') },
        ...(inText ? [{ value: one.unknown.map(({ code, coder }) => `${code}: ${coder}`).join('; ') }] : []),
        ...(isDecided ? [{ value: codesCell(one.settled) ?? '' }] : []),
        ...(inText ? [{ value: one.text }] : []),
      ],
    })),
    notes: [
      ...notes,
      ...(found.some(({ unknown }) => unknown.length > 0)
        ? [
            'not known: a code that the codebook of this coder did not have yet; no measure counts it, the decision does.',
          ]
        : []),
      ...(isDecided
        ? [
            'As CSV: the column decision holds what is stored as adjudicated. Write the codes that you agree on, all of the unit, “;” between them, (none) for none, and hand the file to qcode agree --adjudicate.',
          ]
        : inText
          ? ['Only the codes that --code names, and so no column decision: a decision is on all codes of a unit.']
          : []),
    ],
  };
}
