import { MISSING } from './coded-source.js';
import { type MatrixOptions, scaled, summaryOver } from './frequency-matrix.js';
import type { Frequency } from './frequency-types.js';
import type { MatrixRow } from './matrix.js';
import type { Summary } from './summary.js';

/** A code over the cases of a group. */
export interface SummaryRow extends MatrixRow, Summary {
  /** Of the whole group, computed anew: pooled where it is a rate. null where nobody looked. */
  readonly total: number | null;
}

/** The codes of a group of cases. */
export interface GroupSummary {
  readonly group: string | null;
  /** How many cases there are, or columns; in those that a row does not rest on its figure is undefined. */
  readonly of: number;
  readonly rows: readonly SummaryRow[];
}

/** What figures are summarised over: the cases of a group, or its columns, without what has no value of their attribute. */
type SummaryUnits = 'cases' | 'columns';

export type SummaryOptions = Pick<MatrixOptions, 'counting' | 'scale' | 'codes'> & { readonly over: SummaryUnits };

/** Total, least, largest, mean and deviation of each code, in each group. A 0 is a figure; where nobody looked there is none. */
export function frequencySummary(
  frequency: Frequency,
  { counting, scale, codes, over }: SummaryOptions,
): GroupSummary[] {
  const shown = codes ?? frequency.rows.map((_, code) => code);
  return frequency.groups.map((group) => {
    const units =
      over === 'cases'
        ? group.cases
        : frequency.columns.filter((column) => column.group === group.group && column.key !== MISSING);
    return {
      group: group.group,
      of: units.length,
      rows: shown.map((code) => ({
        ...frequency.rows[code]!,
        ...summaryOver(units, group, code, counting, scale),
        total: scaled(group.total, group, code, counting, scale),
      })),
    };
  });
}
