import type { Codebook } from '../codebook/codebook.js';
import type { LaidCoding } from '../coding/laid.js';
import type { Span } from '../core/span.js';
import type { Hit } from '../match/hit.js';
import { type CodedSource, attributeOf } from '../measure/coded-source.js';
import { WITHHELD, mayQuote } from '../measure/quotation.js';
import { codePointIndex, lineIndex } from '../text/offset.js';
import type { Turn } from '../text/transcript.js';
import { decode } from '../text/utf8.js';

/** How rows of hits are written: plain data, the same in every worker. */
export interface HitRowOptions {
  readonly format: 'csv' | 'jsonl';
  /** Whether cells that a spreadsheet would run as formulas stand as they are. */
  readonly raw: boolean;
  /** Positions of the codes wanted; null for all. */
  readonly codes: readonly number[] | null;
}

/** Rows in the making, in pieces of text. */
export interface RowsTally {
  readonly options: HitRowOptions;
  readonly labels: Labels;
  readonly pieces: string[];
}

/** Names of codes and of their rules, by position. */
export interface Labels {
  readonly codes: readonly string[];
  readonly rules: readonly (readonly string[])[];
}

export function labelsOf({ codes }: Codebook): Labels {
  return { codes: codes.map(({ id }) => id), rules: codes.map(({ rules }) => rules.map(({ name }) => name)) };
}

const COLUMNS = [
  'source', 'case', 'speaker', 'code', 'rule', 'start', 'end', 'line', 'match', 'segment_start', 'segment_end', 'segment',
] as const;

/** The header line of the CSV; JSON lines have none. */
export function hitHeader({ format }: HitRowOptions): string {
  return format === 'csv' ? `${COLUMNS.join(',')}\n` : '';
}

/** Characters of a piece of rows, but for its last row. */
const PIECE = 1 << 18;

/**
 * One row for each hit of a rule in an included turn, in text order (start, end, code, rule). `start` and `end` are the
 * hit's, `segment_…` those of what it codes, both in code points; `line` is 1-based in the file on disk.
 * Rows come in pieces: each repeats its segment, so that all rows of a long turn together may be larger than any string.
 */
export function* hitRows(source: CodedSource, labels: Labels, options: HitRowOptions): Generator<string> {
  const { transcript, included, quotable } = source;
  const { text, linesBefore } = transcript;
  const places = codePointIndex(text);
  const lines = lineIndex(text);
  const turnOf = turnLookup(transcript.turns);
  const print = options.format === 'csv' ? csvRow(options.raw) : jsonRow;
  const shown = ({ start, end }: Span, permitted: boolean): string => (permitted ? decode(text, start, end) : WITHHELD);
  const segmentOf = last((coding: LaidCoding) => shown(coding, mayQuote(source, coding)));
  let rows = '';
  for (const { hit, coding } of hitsOf(source.codings, options.codes)) {
    const turn = turnOf(hit.start);
    if (!turn || !included(turn)) continue;
    const permitted = quotable?.(turn) !== false;
    rows += print([
      transcript.source,
      attributeOf(source, turn, 'case'),
      turn.speaker ?? '',
      labels.codes[hit.code] ?? '',
      // A rule's name is the keyword that was said.
      permitted ? (labels.rules[hit.code]?.[hit.rule] ?? '') : WITHHELD,
      places.toCodePoints(hit.start),
      places.toCodePoints(hit.end),
      linesBefore + lines.lineOf(hit.start),
      shown(hit, permitted),
      places.toCodePoints(coding.start),
      places.toCodePoints(coding.end),
      segmentOf(coding),
    ]);
    if (rows.length < PIECE) continue;
    yield rows;
    rows = '';
  }
  if (rows !== '') yield rows;
}

/** A function that remembers its last answer: neighbouring hits often lie in one segment. */
function last<T, R>(make: (of: T) => R): (of: T) => R {
  let known: { readonly of: T; readonly made: R } | null = null;
  return (of) => (known?.of === of ? known : (known = { of, made: make(of) })).made;
}

interface CodedHit {
  readonly hit: Hit;
  readonly coding: LaidCoding;
}

function hitsOf(codings: readonly LaidCoding[], codes: readonly number[] | null): CodedHit[] {
  const wanted = codes && new Set(codes);
  const hits: CodedHit[] = [];
  for (const coding of codings) {
    if (wanted && !wanted.has(coding.code)) continue;
    // What the rules lay carries their hits whole, rule and all.
    for (const hit of coding.hits as readonly Hit[]) hits.push({ hit, coding });
  }
  return hits.sort(({ hit: a }, { hit: b }) => a.start - b.start || a.end - b.end || a.code - b.code || a.rule - b.rule);
}

/** The turn of a byte, asked in ascending order. */
function turnLookup(turns: readonly Turn[]): (byte: number) => Turn | undefined {
  let at = 0;
  return (byte) => {
    while (at < turns.length && (turns[at] as Turn).end <= byte) at++;
    return turns[at];
  };
}

type Cells = readonly (string | number)[];

function csvRow(raw: boolean): (cells: Cells) => string {
  return (cells) => `${cells.map((cell) => (typeof cell === 'number' ? cell : csvField(cell, raw))).join(',')}\n`;
}

/** A field as RFC 4180 has it; one that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvField(text: string, raw: boolean): string {
  const guarded = !raw && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function jsonRow(cells: Cells): string {
  return `${JSON.stringify(Object.fromEntries(COLUMNS.map((name, i) => [name, cells[i]])))}\n`;
}
