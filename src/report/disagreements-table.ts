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
  readonly text: string;
}

/** What a coder applied, in a cell that `--adjudicate` and `--ratings` read. */
export function codesCell(codes: readonly string[] | null): string | null {
  if (codes === null) return null;
  return codes.length === 0 ? '(none)' : codes.join('; ');
}

/**
 * Every unit on which coders differ, with the codes of each and the text, and an empty column for what is decided.
 *
 * @param units how many units were compared
 * @param from whether they stand in a text, or in a table of ratings
 */
export function disagreementsTable(
  found: readonly Disagreement[],
  coders: readonly string[],
  units: number,
  from: 'text' | 'table',
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
      ...(inText ? [text('decision', true)] : []),
      ...(inText ? [text('text')] : []),
    ],
    rows: found.map((one) => ({
      cells: [
        ...place(one).map((value) => ({ value })),
        ...one.codes.map((codes) => ({ value: codesCell(codes) })),
        { value: one.differing.join('; ') },
        ...(inText ? [{ value: '' }, { value: one.text }] : []),
      ],
    })),
    notes: [
      ...notes,
      ...(inText
        ? [
            'As CSV: write the codes that you agree on into the column decision, “;” between them, (none) for none, and hand the file to qcode agree --adjudicate.',
          ]
        : []),
    ],
  };
}
