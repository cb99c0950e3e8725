import { stringify } from 'csv-stringify/sync';
import type { Quotation, Quotations, Table, Value } from './model.js';

export interface CsvOptions {
  /** Whether a byte order mark comes first: Excel takes the file for UTF-8 only with one. */
  readonly bom: boolean;
  /**
   * Whether text that begins with `= + - @` stands as it is; else an apostrophe before it keeps it from being run. Text
   * that begins so after apostrophes of its own gets one more, so that taking one off gives every text back.
   */
  readonly raw: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/** Rows as RFC 4180 with line feeds; null is an empty field, numbers are unrounded and never guarded. */
export function csvOf(rows: readonly (readonly Value[])[], { bom, raw }: CsvOptions): string {
  const cells = raw ? rows : rows.map((row) => row.map(guarded));
  const text = stringify(cells as Value[][], { quoted_match: /\r/ });
  return bom ? BYTE_ORDER_MARK + text : text;
}

function guarded(value: Value): Value {
  return typeof value === 'string' && /^'*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
}

function tableRows({ columns, rows }: Table): Value[][] {
  return [columns.map(({ key }) => key), ...rows.map(({ cells }) => cells.map(({ value }) => value))];
}

const QUOTATION_HEADER = [
  'code',
  'case',
  'source',
  'line',
  'start',
  'end',
  'speaker',
  'time',
  'question_speaker',
  'question',
  'quotation',
  'keywords',
  'coders',
  'memos',
] as const;

const SEPARATOR = '; ';

function quotationRow(quotation: Quotation): Value[] {
  return [
    quotation.code,
    quotation.case,
    quotation.source,
    quotation.line,
    quotation.start,
    quotation.end,
    quotation.speaker,
    quotation.time ?? null,
    quotation.question?.speaker ?? null,
    quotation.question?.text ?? null,
    quotation.pieces.map(({ text }) => text).join(''),
    quotation.pieces
      .filter(({ marked }) => marked)
      .map(({ text }) => text)
      .join(SEPARATOR),
    quotation.coders.join(SEPARATOR),
    quotation.memos.join(SEPARATOR),
  ];
}

function quotationRows({ groups, sideBySide }: Quotations): Value[][] {
  if (!sideBySide) {
    return [[...QUOTATION_HEADER], ...groups.flatMap(({ quotations }) => quotations.map(quotationRow))];
  }
  const rows = groups.flatMap(({ key, heading, quotations }) =>
    // A segment with two codes is an incident of each.
    quotations
      .flatMap((quotation) => quotation.under ?? [quotation])
      .map((each) => [key ?? heading, ...quotationRow(each), (each.overlaps ?? []).join(SEPARATOR)]),
  );
  return [['group', ...QUOTATION_HEADER, 'overlaps'], ...rows];
}

/**
 * A table or a list of quotations as CSV: a header of the columns' keys, then one record a row or quotation. Where groups
 * are compared, each record begins with its group.
 */
export function renderCsv(block: Table | Quotations, options: CsvOptions): string {
  return csvOf(block.kind === 'table' ? tableRows(block) : quotationRows(block), options);
}
