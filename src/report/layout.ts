import { displayWidth } from '../core/width.js';
import { flow } from './flow.js';
import { largest } from './largest.js';
import { widestStretch, wrap } from './lines.js';
import type { Column, Table } from './model.js';
import { writtenCell } from './written.js';

/** Columns of white space after a column; the place of a sign of shading is one of them. */
export function gapAfter({ shaded }: Content): number {
  return shaded ? 1 : 2;
}
const HEADING_LINES = 3;
/** A heading is not broken into lines shorter than this: one ideograph a line is hard to read. */
const HEADING_WIDTH = 6;
/** Below these widths a row's name, or other text, is not squeezed. */
const NAME_WIDTH = 24;
const TEXT_WIDTH = 16;
/** Less of a keyword's context is hard to understand. */
const CONTEXT_WIDTH = 30;
/** The most that a row's name, or a keyword, takes from the context beside it. */
const NAME_BESIDE_CONTEXT = 32;
const WORD_BESIDE_CONTEXT = 20;
/** The least width that text columns are given in a last attempt before a table is set as records. */
const LEAST_WIDTH = 8;
const INDENT = 2;

/** A column with its cells as they will be printed. */
export interface Content {
  readonly column: Column;
  /** 1-based number that may stand for the label; 0 where the label always stays. */
  readonly number: number;
  readonly label: string;
  readonly texts: readonly string[];
  /** How far each cell is indented. */
  readonly indents: readonly number[];
  /** What stands before the indent of each cell's first line: the row's number in a square table. */
  readonly leads: readonly string[];
  /** The width its widest cell asks for, without the sign of shading. */
  readonly natural: number;
  readonly shaded: boolean;
  /** Position among the table's columns. */
  readonly index: number;
}

/** A column with its place on the page. */
export interface Laid extends Content {
  readonly width: number;
  readonly heading: readonly string[];
}

/** Columns that stand beside one another. */
export interface Panel {
  readonly columns: readonly Laid[];
  /** Labels that numbers stand for, where the rows do not say. */
  readonly legend: readonly string[];
}

/** How headings of numbers are set: in at most so many lines, or as numbers that a legend explains. */
type Headings = number | 'numbered';

export function isNumeric(column: Column): boolean {
  return column.format !== 'text';
}

/** What each column of a table holds, in the words that people read. */
export function contentsOf(table: Table): Content[] {
  const digits = String(table.rows.length).length;
  let numbers = 0;
  return table.columns.map((column, index) => {
    const name = index === 0;
    const texts = table.rows.map((row) => flow(writtenCell(row.cells[index]!, column)));
    const leads = table.rows.map((_, i) => (name && table.square ? String(i + 1).padStart(digits) : ''));
    const indents = table.rows.map((row) => (name ? (row.depth ?? 0) * INDENT + (table.square ? digits + 1 : 0) : 0));
    const numbered = isNumeric(column) && !column.summary;
    return {
      column,
      number: numbered ? ++numbers : 0,
      label: flow(column.label),
      texts,
      indents,
      leads,
      natural: largest(
        texts.map((text, i) => displayWidth(text) + indents[i]!),
        1,
      ),
      shaded: table.rows.some((row) => row.cells[index]!.heat !== undefined),
      index,
    };
  });
}

function headingOf({ column, label, number, natural }: Content, headings: Headings): string[] {
  if (!isNumeric(column)) return [label];
  if (headings === 'numbered' && number > 0) return [String(number)];
  const lines = headings === 'numbered' ? HEADING_LINES : headings;
  let width = Math.max(HEADING_WIDTH, natural, widestStretch(label));
  while (wrap(label, width).length > lines) width++;
  return wrap(label, width);
}

/** The white space between columns that stand side by side. */
export function gaps(contents: readonly Content[]): number {
  return contents.slice(0, -1).reduce((sum, content) => sum + gapAfter(content), 0);
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(displayWidth));
}

/** Numeric columns get what they need; text columns share what is left, none more than it needs. */
function allot(
  contents: readonly Content[],
  headings: Headings,
  least: readonly number[],
  width: number,
): Laid[] | null {
  const heading = contents.map((content) => headingOf(content, headings));
  const needs = contents.map((content, i) => Math.max(content.natural, widest(heading[i]!)) + (content.shaded ? 1 : 0));
  widenForGroups(contents, needs);
  const elastic = contents.map((content) => !isNumeric(content.column));
  const fixed = needs.reduce((sum, need, i) => sum + (elastic[i] ? 0 : need), 0) + gaps(contents);
  const leasts = needs.map((need, i) => (elastic[i] ? Math.min(need, least[i]!) : 0));
  const room = width - fixed;
  if (leasts.reduce((sum, one) => sum + one, 0) > room) return null;
  const shares = share(
    needs.map((need, i) => (elastic[i] ? need : 0)),
    leasts,
    room,
  );
  return contents.map((content, i) => {
    const given = elastic[i] ? shares[i]! : needs[i]!;
    return { ...content, width: given, heading: elastic[i] ? wrap(content.label, Math.max(2, given)) : heading[i]! };
  });
}

/** A group's name must stand over its columns: the last of them is widened where they are too narrow together. */
function widenForGroups(contents: readonly Content[], needs: number[]): void {
  for (const { group, from, to } of runsOf(contents)) {
    const together = needs.slice(from, to).reduce((sum, need) => sum + need, gaps(contents.slice(from, to)));
    needs[to - 1]! += Math.max(0, widestStretch(group) - together);
  }
}

/** Runs of neighbouring columns of one group, as half-open ranges. */
export function runsOf(contents: readonly Content[]): { group: string; from: number; to: number }[] {
  const runs: { group: string; from: number; to: number }[] = [];
  contents.forEach(({ column }, i) => {
    const last = runs.at(-1);
    if (column.group === undefined) return;
    if (last && last.to === i && last.group === column.group) last.to = i + 1;
    else runs.push({ group: column.group, from: i, to: i + 1 });
  });
  return runs;
}

/**
 * Shares `room` out: each its least, then one column of the page at a time to whoever is shortest of what it wants. A
 * want counts by its square root, so that a definition gets more than a name, but not all.
 */
function share(wants: readonly number[], leasts: readonly number[], room: number): number[] {
  const given = [...leasts];
  const weights = wants.map(Math.sqrt);
  for (let left = room - leasts.reduce((sum, one) => sum + one, 0); left > 0; left--) {
    let next = -1;
    given.forEach((one, i) => {
      if (one < wants[i]! && (next < 0 || one / weights[i]! < given[next]! / weights[next]!)) next = i;
    });
    if (next < 0) break;
    given[next]!++;
  }
  return given;
}

/** Panels as few as can be, and of about as many columns each; each begins with the names of the rows. */
function panels(contents: readonly Content[], headings: Headings, width: number): Laid[][] | null {
  const fewest = filled(contents, headings, width, Infinity);
  if (!fewest) return null;
  const even = filled(contents, headings, width, Math.ceil((contents.length - 1) / fewest.length));
  return even && even.length === fewest.length ? even : fewest;
}

/** Fills panels from left to right with at most so many columns each. */
function filled(contents: readonly Content[], headings: Headings, width: number, most: number): Laid[][] | null {
  const [name, ...rest] = contents;
  const laid: Laid[][] = [];
  let from = 0;
  while (from < rest.length) {
    let panel: Laid[] | null = null;
    let to = from;
    while (to < rest.length && to - from < most) {
      const wider = allot([name!, ...rest.slice(from, to + 1)], headings, [NAME_WIDTH], width);
      if (!wider) break;
      panel = wider;
      to++;
    }
    if (!panel) return null;
    laid.push(panel);
    from = to;
  }
  return laid;
}

/** As few lines of headings as can be, and all columns in one panel; or null where that needs more than `width`. */
function onePanel(table: Table, contents: readonly Content[], leasts: readonly number[], width: number): Laid[] | null {
  if (table.square) return allot(contents, 'numbered', leasts, width);
  for (let lines = 1; lines <= HEADING_LINES; lines++) {
    const laid = allot(contents, lines, leasts, width);
    if (laid) return laid;
  }
  return null;
}

/** Room for every text in one line. */
function ample(contents: readonly Content[]): number[] {
  return contents.map(({ natural, label }) => Math.max(natural, displayWidth(label)));
}

/** Room for every word, code or path, so that none is broken, if in several lines. */
function unbroken(contents: readonly Content[]): number[] {
  const least = tolerable(contents);
  return contents.map(({ column, texts, indents }, i) => {
    if (column.overflow !== undefined && column.overflow !== 'wrap') return least[i]!;
    return largest(
      texts.map((text, row) => widestStretch(text) + indents[row]!),
      least[i]!,
    );
  });
}

/** Room for names and most keywords in one line; contexts share what is left. null where there are none. */
function focused(contents: readonly Content[]): number[] | null {
  const isContext = ({ column }: Content): boolean => column.overflow === 'start' || column.overflow === 'end';
  if (!contents.some(isContext)) return null;
  const whole = ample(contents);
  return contents.map((content, i) => {
    if (isContext(content)) return TEXT_WIDTH;
    return Math.min(whole[i]!, i === 0 ? NAME_BESIDE_CONTEXT : WORD_BESIDE_CONTEXT);
  });
}

/** Room enough for texts to be read, if in several lines. */
function tolerable(contents: readonly Content[]): number[] {
  return contents.map(({ column }, i) => {
    if (i === 0) return NAME_WIDTH;
    return column.overflow === undefined || column.overflow === 'wrap' ? TEXT_WIDTH : CONTEXT_WIDTH;
  });
}

function legendOf(columns: readonly Laid[]): string[] {
  return columns
    .filter(({ number, heading, label }) => number > 0 && heading[0] === String(number) && label !== heading[0])
    .map(({ number, label }) => `${number} ${label}`);
}

/** Numbers without gaps, for columns from between which others were left out. */
function numberedAnew(contents: readonly Content[]): Content[] {
  let numbers = 0;
  return contents.map((content) => (content.number > 0 ? { ...content, number: ++numbers } : content));
}

/**
 * Places a table's columns on a page of `width` columns: side by side with whole or wrapped headings; else with numbers
 * for headings; else in several panels that repeat the rows' names. null: too narrow for any of that.
 */
export function layOut(table: Table, width: number): Panel[] | null {
  const all = contentsOf(table);
  const primary = numberedAnew(all.filter(({ column }) => !column.secondary));
  const most = all.filter(({ column }) => column.secondary !== 'last');
  const beside = focused(primary);
  const whole =
    onePanel(table, all, ample(all), width) ??
    (most.length < all.length ? onePanel(table, most, unbroken(most), width) : null) ??
    onePanel(table, primary, ample(primary), width) ??
    (beside && onePanel(table, primary, beside, width)) ??
    onePanel(table, primary, unbroken(primary), width) ??
    onePanel(table, primary, tolerable(primary), width);
  if (whole) return [{ columns: whole, legend: [] }];
  if (primary.length < 2 || primary.slice(1).some(({ column }) => !isNumeric(column))) {
    const squeezed = allot(
      primary,
      HEADING_LINES,
      primary.map(() => LEAST_WIDTH),
      width,
    );
    return squeezed && [{ columns: squeezed, legend: [] }];
  }
  const wrapped = table.square ? null : panels(primary, HEADING_LINES, width);
  const numbered = panels(primary, 'numbered', width);
  const chosen = wrapped && (!numbered || wrapped.length <= numbered.length) ? wrapped : numbered;
  return chosen && chosen.map((columns) => ({ columns, legend: table.square ? [] : legendOf(columns) }));
}
