/*
 * A report before it has a form: the terminal, Markdown, CSV and JSON renderers all read this and nothing else.
 * Numbers stay numbers; how they are written is declared beside them, so that no renderer parses a figure back.
 */

import type { Code } from '../codebook/codebook.js';
import type { Quotation } from '../measure/quotation.js';
import type { Shown } from './shown.js';

export type { Quotation } from '../measure/quotation.js';
export type { Piece } from '../measure/quotation-pieces.js';

/**
 * How a value is written for people. `integer`: whole, thousands grouped. `decimal`: one decimal. `percent`: a value in
 * 0…100, one decimal and `%`. `rate`: a count per so many words, two decimals. `ratio`: a coefficient such as Jaccard,
 * two decimals. `p`: a p value, three decimals, `<0.001` below. CSV and JSON carry the number itself, unrounded.
 */
export type Format = 'text' | 'integer' | 'decimal' | 'percent' | 'rate' | 'ratio' | 'p';

/** What stands in a cell: `null` is undefined, `–` in tables, an empty field in CSV, `null` in JSON. Never 0 or NaN. */
export type Value = string | number | null;

export interface Cell {
  /** What CSV and JSON carry: a figure, or a name such as a code's id. */
  readonly value: Value;
  /** What people read in place of the value: a code's name for its id. */
  readonly label?: string;
  /** How strongly the cell is shaded: 0 (not at all) to 1. */
  readonly heat?: number;
  /** The cell has no meaning here (a parent with its own child): `value` is null and tables leave it empty. */
  readonly blank?: true;
  /** Stands for the column's format where one row differs from the rest of its column. */
  readonly format?: Format;
}

export interface Column {
  /** The column's name in CSV and JSON; no two columns of a table share one. */
  readonly key: string;
  /** The heading people read. */
  readonly label: string;
  readonly format: Format;
  /** Neighbouring columns of one group stand under its name, such as `provider`. */
  readonly group?: string;
  /**
   * What a terminal does with text too long for its column: `wrap` it (the default), or cut it at the `start` or the
   * `end`, as a concordance line does with its context. Text cut at the start is set flush right.
   */
  readonly overflow?: 'wrap' | 'start' | 'end';
  /**
   * A terminal leaves the column out where there is no room for all; CSV, JSON and Markdown carry it. Those of `last` go
   * first, and names are rather wrapped than the others left out too.
   */
  readonly secondary?: true | 'last';
  /** A total or mean of other columns: never numbered in place of its label. */
  readonly summary?: true;
  /** The column's words are emphasised, as the keyword of a concordance line. */
  readonly strong?: true;
}

export interface Row {
  /** How deep the row is indented: a code's depth in the codebook; 0 when absent. */
  readonly depth?: number;
  /** A total or mean, set apart from the rows above it. */
  readonly summary?: true;
  /** One cell a column. */
  readonly cells: readonly Cell[];
}

/** Parameters by name. */
export type Parameters = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface Table {
  readonly kind: 'table';
  /** Names the table in JSON and its file in a folder of CSV: `frequency`, `cooccurrence-pairs`. */
  readonly name: string;
  /** Says what is counted: `Code frequency by agency (segments)`. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What a reader must know of the numbers: unit, counting, filters, interviewer in or out, analysis set, level, n. */
  readonly notes: readonly string[];
  /** Rows and all columns after the first stand for the same things in the same order: people's tables number both. */
  readonly square?: true;
  /** What the notes say of how figures were made, for programs: JSON alone carries it. */
  readonly parameters?: Parameters;
  /** Notes speak of columns that a narrow terminal leaves out: then it says so, and where they are. */
  readonly namesLeftOut?: true;
  /** What shading means, printed beneath a table that has any: `share of the largest cell, 24`. */
  readonly shading?: string;
}

/** Quotations under one heading, usually a code. */
export interface QuotationGroup {
  /** What its quotations share, where that was asked for: `code`, `speaker`, an attribute. */
  readonly by?: string;
  /** What CSV and JSON call the group, where groups are compared or asked for. */
  readonly key?: string;
  readonly heading: string;
  /** The id of the code that the heading names. */
  readonly code?: string;
  /** A line beneath the heading, such as the code's definition or how many there are in all. */
  readonly note?: string;
  /** Empty where they stand in groups within this one. */
  readonly quotations: readonly Quotation[];
  readonly groups?: readonly QuotationGroup[];
}

export interface Quotations {
  readonly kind: 'quotations';
  readonly name: string;
  readonly title: string;
  readonly groups: readonly QuotationGroup[];
  /** What people call a case whose id is another, such as its agency; files keep the id. */
  readonly caseNames?: ReadonlyMap<string, string>;
  /** What is shown of each; absent: what each format shows unasked. */
  readonly show?: ReadonlySet<Shown>;
  /** What groups were asked for, the outermost first; absent: their codes, or what is compared. */
  readonly by?: readonly string[];
  /** The codebook's entries by id, where names and definitions may be shown. */
  readonly codes?: ReadonlyMap<string, Code>;
  /** Groups are compared: a terminal that is wide enough sets them beside one another. */
  readonly sideBySide?: true;
  /** Those of a code are also of the codes below it: each says which of them it has. */
  readonly rolledUp?: true;
  /** The rule by which they were selected, and the analysis set. */
  readonly notes: readonly string[];
}

/** A name and its value, one a line. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: Value;
  readonly format: Format;
}

export interface Figures {
  readonly kind: 'figures';
  readonly name: string;
  readonly figures: readonly Figure[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface List {
  readonly kind: 'list';
  readonly name: string;
  readonly items: readonly string[];
}

/** A line of values, one for each step of the plot; null where there is none. */
export interface Series {
  readonly name: string;
  /** One character, a column wide, that stands for each value. */
  readonly mark: string;
  readonly values: readonly (number | null)[];
}

/** How figures grow from step to step, from 0 up. Where two series meet, the one listed first is seen. */
export interface Plot {
  readonly kind: 'plot';
  readonly name: string;
  readonly title: string;
  /** What the steps are, from 1, and what the values. */
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}

export type Block = Paragraph | Figures | List | Table | Quotations | Plot;

export interface Section {
  /** Empty for the only section of a report that is one table. */
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A file that a report was made from. */
export interface Input {
  /** Relative to the study, `/`-separated. */
  readonly path: string;
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What is needed to make the same report again. */
export interface Manifest {
  /** The version of qcode. */
  readonly version: string;
  /** The command, without paths of this machine. */
  readonly command: string;
  /** Options in force, defaults included, in a fixed order. */
  readonly options: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly inputs: readonly Input[];
}

export interface Report {
  readonly title: string;
  /** What may mislead a reader who does not know it. Printed first, never left out. */
  readonly caveats: readonly string[];
  readonly sections: readonly Section[];
  /** Tables for files: too long to be read, or the whole of a printed table of the same name, in whose place they stand. */
  readonly attachments?: readonly Table[];
  /** Absent from the table of a single command, which is no document. */
  readonly manifest?: Manifest;
}

/** A report that is one block: what `frequency`, `kwic`, `quotes` and `sources` print. */
export function reportOf(block: Block, caveats: readonly string[] = []): Report {
  const title = block.kind === 'table' || block.kind === 'quotations' ? block.title : '';
  return { title, caveats, sections: [{ heading: '', blocks: [block] }] };
}
