/** Counts of a contingency table: rows of cells, all rows of one length. */
export type Counts = readonly (readonly number[])[];

/** The totals of a table. */
export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

/**
 * The totals of rows, of columns and of all.
 *
 * @example
 * marginsOf([[3, 1], [1, 3]]) // => { rows: [4, 4], columns: [4, 4], total: 8 }
 */
export function marginsOf(counts: Counts): Margins {
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (counts[0] ?? []).map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}

/**
 * The table without rows and columns of nothing but zeros, which no test can say anything about.
 *
 * @example
 * withoutEmpty([[3, 0, 1], [0, 0, 0]]) // => [[3, 1]]
 */
export function withoutEmpty(counts: Counts): Counts {
  const { rows, columns } = marginsOf(counts);
  return counts.filter((_, i) => rows[i]! > 0).map((row) => row.filter((_, j) => columns[j]! > 0));
}

/**
 * Computes every cell from its count and the totals of its row, its column and all.
 *
 * @example
 * cellsOf([[3, 1], [1, 3]], (count, row) => count / row) // => [[0.75, 0.25], [0.25, 0.75]]
 */
export function cellsOf<T>(
  counts: Counts,
  cell: (count: number, row: number, column: number, total: number) => T,
): T[][] {
  const { rows, columns, total } = marginsOf(counts);
  return counts.map((row, i) => row.map((count, j) => cell(count, rows[i]!, columns[j]!, total)));
}
