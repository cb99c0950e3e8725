import { countBelow } from '../../core/bisection.js';
import { catalogue } from '../../core/catalogue.js';
import type { Diagnostic, Place, Severity } from '../../core/diagnostic.js';
import type { Range } from './tree.js';

/** Findings of one severity after this many are dropped: nobody reads them, and a hostile file has no end of them. */
const MOST_FINDINGS = 500;
/** Messages and remedies quote the file; what is longer is cut: in UTF-16 units. */
const LONGEST_MESSAGE = 300;

/** How many code points lie between two offsets of a text. */
function codePointsBetween(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00 || at === start) count++;
  return count;
}

const clip = (text: string): string => (text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text);

/** The offset at which each line begins. */
function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

interface Found {
  readonly at: Range;
  readonly diagnostic: Diagnostic;
}

/** The text of a file, and what has been found wrong with it. */
export class Findings {
  private readonly lines: readonly number[];
  private readonly found: Found[] = [];
  private readonly counts = new Map<Severity, number>();
  private muteFrom = Infinity;
  /** The column of an offset asked for before: columns on one long line are counted on from there. */
  private known = { line: 0, offset: 0, column: 1 };

  /** `text` has line feeds as its only line breaks, and no BOM. */
  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.lines = startsOfLines(text);
  }

  /** 0-based. */
  lineOf(offset: number): number {
    return countBelow(this.lines, offset + 1) - 1;
  }

  /** From the beginning of a 0-based line to its line feed, or to the end of the text. */
  line(index: number): Range {
    const next = this.lines[index + 1];
    return { start: this.lines[index]!, end: next === undefined ? this.text.length : next - 1 };
  }

  get lineCount(): number {
    return this.lines.length;
  }

  /** 1-based, in code points. */
  private columnOf(line: number, offset: number): number {
    const { known } = this;
    const onFrom = known.line === line && known.offset <= offset;
    const from = onFrom ? known : { offset: this.lines[line]!, column: 1 };
    const column = from.column + codePointsBetween(this.text, from.offset, offset);
    this.known = { line, offset, column };
    return column;
  }

  /** Where a range begins; the caret goes no further than the end of its first line. */
  place({ start, end }: Range): Place {
    const index = this.lineOf(start);
    const line = this.line(index);
    const whole = this.text.slice(start, Math.min(end, line.end));
    const marked = whole.trimEnd().length || whole.length;
    return {
      file: this.file,
      line: index + 1,
      column: this.columnOf(index, start),
      excerpt: this.text.slice(line.start, line.end),
      width: Math.max(1, codePointsBetween(this.text, start, start + marked)),
    };
  }

  /** The remedy of the catalogue stands in where none is given. */
  error(code: string, at: Range, message: string, remedy?: string): void {
    this.add('error', code, at, message, remedy);
  }

  warning(code: string, at: Range, message: string, remedy?: string): void {
    this.add('warning', code, at, message, remedy);
  }

  /** From now on nothing is taken in that lies at or after an offset: it would be a consequence of what was found. */
  mute(from: number): void {
    this.muteFrom = from;
  }

  private add(severity: Severity, code: string, at: Range, message: string, remedy = catalogue[code]!.remedy): void {
    const count = this.counts.get(severity) ?? 0;
    if (at.start >= this.muteFrom || count >= MOST_FINDINGS) return;
    this.counts.set(severity, count + 1);
    const diagnostic = { code, severity, message: clip(message), remedy: clip(remedy), place: this.place(at) };
    this.found.push({ at, diagnostic });
  }

  /** How much has been found. */
  get count(): number {
    return this.found.length;
  }

  /** Everything found, in text order. */
  diagnostics(): readonly Diagnostic[] {
    return [...this.found].sort((a, b) => a.at.start - b.at.start).map(({ diagnostic }) => diagnostic);
  }
}
