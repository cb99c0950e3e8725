import type { Codebook } from '../codebook/codebook.js';
import type { LaidCoding } from '../coding/laid.js';
import type { Span } from '../core/span.js';
import type { Hit } from '../coding/hit.js';
import { type CodedSource, attributeOf } from '../measure/coded-source.js';
import { WITHHELD, mayQuote } from '../measure/quotation.js';
import { turnFinder } from '../measure/turns.js';
import { codePointIndex, lineIndex } from '../text/offset.js';
import { decode } from '../text/utf8.js';
import { csvOf } from './csv.js';

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
  'source',
  'case',
  'speaker',
  'code',
  'rule',
  'start',
  'end',
  'line',
  'match',
  'segment_start',
  'segment_end',
  'segment',
] as const;

/** The header line of the CSV; JSON lines have none. */
export function hitHeader({ format }: HitRowOptions): string {
  return format === 'csv' ? `${COLUMNS.join(',')}\n` : '';
}

/** Characters of the segments in a piece of rows, but for its last row. */
const PIECE = 1 << 15;

/**
 * One row for each hit of a rule in an included turn, in text order (start, end, code, rule). `start` and `end` are the
 * hit's, `segment_…` those of what it codes, both in code points; `line` is 1-based in the file on disk.
 * Rows come in pieces: each repeats its segment, so that all rows of a long turn together may be larger than any string.
 */
export function* hitRows(source: CodedSource, labels: Labels, options: HitRowOptions): Generator<string> {
  const { transcript, quotable } = source;
  const { text, linesBefore } = transcript;
  const places = codePointIndex(text);
  const lines = lineIndex(text);
  const find = turnFinder(source);
  const print = (rows: readonly Cells[]): string =>
    options.format === 'csv' ? csvOf(rows, { bom: false, raw: options.raw }) : rows.map(jsonRow).join('');
  const shown = ({ start, end }: Span, permitted: boolean): string => (permitted ? decode(text, start, end) : WITHHELD);
  const segmentOf = last((coding: LaidCoding) => shown(coding, mayQuote(source, coding)));
  let rows: Cells[] = [];
  let length = 0;
  for (const { hit, coding } of hitsOf(source.codings, options.codes)) {
    const turn = find(hit);
    if (turn === null) continue;
    const permitted = quotable?.(turn) !== false;
    const segment = segmentOf(coding);
    rows.push([
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
      segment,
    ]);
    length += segment.length;
    if (length < PIECE) continue;
    yield print(rows);
    rows = [];
    length = 0;
  }
  if (rows.length > 0) yield print(rows);
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
    for (const hit of coding.hits) hits.push({ hit, coding });
  }
  return hits.sort(
    ({ hit: a }, { hit: b }) => a.start - b.start || a.end - b.end || a.code - b.code || a.rule - b.rule,
  );
}

type Cells = readonly (string | number)[];

function jsonRow(cells: Cells): string {
  return `${JSON.stringify(Object.fromEntries(COLUMNS.map((name, i) => [name, cells[i]])))}\n`;
}
