import type { Counting, Denominator, Frequency, FrequencyColumn, FrequencyGroup } from './frequency-types.js';
import type { Matrix, MatrixColumn } from './matrix.js';
import { type Summary, summary } from './summary.js';

export type { Denominator };

/**
 * How a count is shown: as it is; per so many words (of the column, under the same filters, where somebody looked for
 * the code); as per cent of its row's total; or as per cent of its column, which is the column's codings or hits of all
 * codes, or its sources, cases, words or characters where somebody looked for the code.
 */
export type Scale =
  | { readonly kind: 'count' }
  | { readonly kind: 'per'; readonly size: number; readonly of: Denominator }
  | { readonly kind: 'row' }
  | { readonly kind: 'column' };

export interface MatrixOptions {
  readonly counting: Counting;
  readonly scale: Scale;
  /** Positions of the codes to show; all when absent. */
  readonly codes?: readonly number[];
  /** Whether each group's unweighted mean over cases stands beside its total. */
  readonly means?: boolean;
  readonly unit?: string;
  readonly filters?: readonly string[];
}

/**
 * One kind of figure out of a frequency table: the columns of each group, then its total, then, if asked, its mean: the
 * unweighted mean of the figure over the group's cases in which it is defined.
 */
export function frequencyMatrix(frequency: Frequency, options: MatrixOptions): Matrix {
  const { counting, scale } = options;
  const codes = options.codes ?? frequency.rows.map((_, code) => code);
  const columns: MatrixColumn[] = [];
  const values: ((code: number) => number | null)[] = [];
  for (const of of frequency.groups) {
    const { group, total } = of;
    const value =
      (column: FrequencyColumn) =>
      (code: number): number | null =>
        scaled(column, of, code, counting, scale);
    for (const column of frequency.columns) {
      if (column.group !== group) continue;
      columns.push({ key: column.key, group, kind: 'value' });
      values.push(value(column));
    }
    columns.push({ key: 'total', group, kind: 'total' });
    values.push(value(total));
    if (!options.means) continue;
    columns.push({ key: 'mean', group, kind: 'mean' });
    values.push((code) => summaryOver(of.cases, of, code, counting, scale).mean);
  }
  return {
    rows: codes.map((code) => frequency.rows[code]!),
    columns,
    cells: codes.map((code) => values.map((value) => value(code))),
    counting: describeCounting(counting, scale),
    unit: options.unit ?? 'segment',
    filters: options.filters ?? [],
  };
}

/**
 * A cell. null: nobody looked, or what was read so far does not have the code and is not all; the figure was not asked for,
 * or there is nothing to divide by.
 */
export function scaled(
  column: FrequencyColumn,
  { total }: FrequencyGroup,
  code: number,
  counting: Counting,
  scale: Scale,
): number | null {
  const count = column.figures[counting][code] ?? null;
  if (count === null || scale.kind === 'count') return count;
  if (scale.kind === 'row') return ratio(count * 100, total.figures[counting][code] ?? null);
  if (isOfAllCodes(counting, scale)) return ratio(count * 100, column.base[counting]);
  return rated(column, code, counting, scale);
}

/** A figure over the sources in which somebody looked for the code, all of them or in part. */
function rated(column: FrequencyColumn, code: number, counting: Counting, scale: Scale): number | null {
  const count = column.rated[counting][code] ?? null;
  if (count === null || scale.kind === 'count') return count;
  if (scale.kind === 'per') return ratio(count * scale.size, column.lookedAt[scale.of][code] ?? null);
  if (isOfAllCodes(counting, scale)) return ratio(count * 100, column.base[counting]);
  return ratio(count * 100, column.lookedAt[counting as Denominator][code] ?? null);
}

/** Whether a figure is a share of the codings or hits of all codes. */
function isOfAllCodes(counting: Counting, { kind }: Scale): boolean {
  return kind === 'column' && (counting === 'segments' || counting === 'hits');
}

/**
 * A figure over columns, such as the cases of a group, in short: those in which it is undefined are left out. Shares of the
 * row's total have the mean 100 / n whatever the text: no figure.
 */
export function summaryOver(
  columns: readonly FrequencyColumn[],
  group: FrequencyGroup,
  code: number,
  counting: Counting,
  scale: Scale,
): Summary {
  if (scale.kind === 'row') return summary([]);
  return summary(columns.map((column) => rated(column, code, counting, scale)).filter((value) => value !== null));
}

/** What a cell says, such as `segments per 1,000 words`. */
export function describeCounting(counting: Counting, scale: Scale): string {
  if (scale.kind === 'count') return counting;
  if (scale.kind === 'row') return `${counting}, % of the row's total`;
  if (scale.kind === 'column')
    return `${counting}, % of the column's ${counting === 'segments' ? 'codings' : counting}`;
  if (scale.size === 1) return `${counting} per ${scale.of.slice(0, -1)}`;
  return `${counting} per ${grouped(scale.size)} ${scale.of}`;
}

function ratio(count: number, whole: number | null): number | null {
  return whole === null || whole === 0 ? null : count / whole;
}

function grouped(size: number): string {
  return String(size).replace(/\B(?=(\d{3})+$)/g, ',');
}
