import type { CodeConfusion } from '../measure/agree/confusion.js';
import type { AgreementBasis } from './agreement-table.js';
import type { Row, Table } from './model.js';

/**
 * Who used which code where the other used which.
 *
 * @param labels what people call the codes
 */
export function confusionTable(
  { codes, counts, units }: CodeConfusion,
  [first, second]: readonly [string, string],
  labels: ReadonlyMap<string, string>,
  { subject, notes, parameters }: AgreementBasis,
): Table {
  const used = codes.map((_, i) => counts[i]!.some((n) => n > 0) || counts.some((row) => row[i]! > 0));
  const shown = codes.flatMap((code, i) => (used[i] ? [{ code, i, label: labels.get(code) ?? code }] : []));
  const rows = shown.map(({ code, i, label }): Row => ({
    cells: [{ value: code, label }, ...shown.map((other) => ({ value: counts[i]![other.i]! }))],
  }));
  const absent = codes.length - shown.length;
  return {
    kind: 'table',
    name: 'agreement-confusion',
    title: `Confusion between codes, of ${subject}`,
    columns: [
      { key: `rows:${first} columns:${second}`, label: `${first} ↓  ${second} →`, format: 'text' },
      ...shown.map(({ code, label }) => ({ key: code, label, format: 'integer' as const })),
    ],
    parameters,
    rows,
    notes: [
      `Rows: codes of ${first}; columns: codes of ${second}. Diagonal: units where both used the code. Elsewhere: units where only ${first} used the row’s code and only ${second} the column’s; (none): where the other has nothing that stands against it. ${units} units that both saw.`,
      ...(absent > 0 ? [`Left out: ${absent} rows and columns that neither used there.`] : []),
      ...notes,
    ],
    square: true,
  };
}
