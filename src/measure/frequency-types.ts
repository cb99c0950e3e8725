import type { MatrixRow } from './matrix.js';
import type { Scripts } from './scripts.js';

/**
 * What a cell counts. `segments`: distinct (source, start, end, code). `hits`: surviving matched words
 * of the rules' codings in the set; null for a code without rules. `sources`, `cases`: how many hold the code. `words`, `characters`: the union of the code's spans, furniture and
 * excluded turns left out.
 */
export type Counting = 'segments' | 'hits' | 'sources' | 'cases' | 'words' | 'characters';

/** What a rate divides by. */
export type Denominator = 'words' | 'characters' | 'sources' | 'cases' | 'paragraphs';

/** Figures that take work or memory and are made only when asked for; segments and cases always are. */
export interface Needs {
  readonly hits?: boolean;
  readonly sources?: boolean;
  /** Words and characters, of the codes and of the columns; turns and speakers of the columns. Reads all text once more. */
  readonly words?: boolean;
  /** How many paragraphs each column has. */
  readonly paragraphs?: boolean;
}

export interface FrequencyOptions {
  /** The attribute that makes the columns: `case`, `source`, `speaker`, `role`, `date`, or any other. */
  readonly by: string;
  /** The attribute that groups cases (`type`), or null for no groups. */
  readonly groupBy: string | null;
  /** Whether a code's cells hold its descendants' codings too, distinct by span. */
  readonly rollup: boolean;
  /** Positions of the codes whose codings make up the whole of a column's segments. Absent: all codes. */
  readonly among?: readonly number[];
  readonly needs: Needs;
  /** By position of the code: rules of it ran over everything, so that text which no coder read counts too. Absent: none. */
  readonly everywhere?: readonly boolean[];
}

/** What a column is made of, whatever its codes. null where not asked for. */
export interface Base {
  readonly sources: number;
  readonly cases: number;
  /** Turns in which somebody speaks. */
  readonly turns: number | null;
  /** Labels, told apart by source. */
  readonly speakers: number | null;
  /** Codings of all codes, or of those of `among`, each once (not rolled up): the whole of a column's segments. */
  readonly segments: number;
  readonly hits: number | null;
  readonly words: number | null;
  readonly characters: number | null;
  readonly paragraphs: number | null;
}

/** The figures of one column, by position of the code. null: nobody looked, or not asked for, or no such figure. */
export type Figures = Readonly<Record<Counting, readonly (number | null)[]>>;

export interface FrequencyColumn {
  readonly key: string;
  readonly group: string | null;
  readonly figures: Figures;
  /** The same over the sources in which somebody looked for the code, all of them or in part: what rates are made of. */
  readonly rated: Figures;
  /** How many of the column's cases have the code or were looked at for it: the n of "k of n cases". */
  readonly casesLookedAt: readonly number[];
  /**
   * By position of the code, what its rates divide by: the column's sources and cases in which somebody looked for it, and
   * the text of them that was read. null where not asked for.
   */
  readonly lookedAt: Readonly<Record<Denominator, readonly (number | null)[]>>;
  readonly base: Base;
}

/** A group of cases: its total over all columns, and each of its cases, from which means are made. */
export interface FrequencyGroup {
  readonly group: string | null;
  readonly total: FrequencyColumn;
  readonly cases: readonly FrequencyColumn[];
}

/** Every figure of a frequency table; `frequencyMatrix` picks one kind of figure out of it. */
export interface Frequency {
  /** Every code, in codebook order. */
  readonly rows: readonly MatrixRow[];
  /** By group, then by key in code-point order. */
  readonly columns: readonly FrequencyColumn[];
  /** The first is the one that the table's total covers. */
  readonly groups: readonly FrequencyGroup[];
  readonly options: FrequencyOptions;
  /** Of the sources counted; none where words were not asked for. */
  readonly scripts: Readonly<Scripts>;
}
