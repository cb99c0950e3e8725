/** A code as the row (or column) of a matrix. */
export interface MatrixRow {
  /** The code's id. */
  readonly code: string;
  /** The code's name. */
  readonly label: string;
  /** 0 at the top of the code tree. */
  readonly depth: number;
}

/** `value`: one value of the attribute; `total`: a whole group, computed anew; `mean`: unweighted mean over its cases. */
export type ColumnKind = 'value' | 'total' | 'mean';

export interface MatrixColumn {
  /** The attribute's value; `total` and `mean` for those kinds; the code's id in a code × code matrix. */
  readonly key: string;
  /** The group of cases, or null where cases are not grouped. */
  readonly group: string | null;
  readonly kind: ColumnKind;
}

/** A table of figures that carries what its numbers mean. */
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** Row by row. null = undefined: nobody looked, nothing to divide by, or no such figure. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** What one cell says, such as `segments per 1,000 words`. */
  readonly counting: string;
  /** The unit counted in, such as `paragraph`. */
  readonly unit: string;
  /** Printed definitions of what was left in and out, such as `turns of interviewers left out`. */
  readonly filters: readonly string[];
}
