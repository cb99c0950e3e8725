import { stringify } from 'csv-stringify/sync';
import type { Code } from '../codebook/codebook.js';
import { attributesAmong, valueOf } from '../measure/quotation-order.js';
import type { Passage } from '../measure/surroundings.js';
import { keywordsOf, spokenBy } from './citation.js';
import type { Quotation, QuotationGroup, Quotations, Table, Value } from './model.js';
import { type Shown, shownInFiles } from './shown.js';
import { uniqueNames } from './unique.js';

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

const SEPARATOR = '; ';

/** A column of quotations, and what has to be shown for it. */
interface QuotationColumn {
  readonly shown: Shown;
  readonly key: string;
  readonly value: (quotation: Quotation, code: Code | undefined) => Value;
}

const around = (passages: readonly Passage[] = []): string => passages.map(spokenBy).join('\n');

const COLUMNS: readonly QuotationColumn[] = [
  { shown: 'code', key: 'code', value: ({ code }) => code },
  { shown: 'case', key: 'case', value: (quotation) => quotation.case },
  { shown: 'source', key: 'source', value: ({ source }) => source },
  { shown: 'line', key: 'line', value: ({ line }) => line },
  { shown: 'turn', key: 'turn', value: ({ turn }) => turn },
  { shown: 'characters', key: 'start', value: ({ start }) => start },
  { shown: 'characters', key: 'end', value: ({ end }) => end },
  { shown: 'speaker', key: 'speaker', value: ({ speaker }) => speaker },
  { shown: 'time', key: 'time', value: ({ time }) => time ?? null },
  { shown: 'question', key: 'question_speaker', value: ({ question }) => question?.speaker ?? null },
  { shown: 'question', key: 'question', value: ({ question }) => question?.text ?? null },
  { shown: 'around', key: 'before', value: (quotation) => around(quotation.around?.before) },
  { shown: 'text', key: 'quotation', value: ({ pieces }) => pieces.map(({ text }) => text).join('') },
  { shown: 'around', key: 'after', value: (quotation) => around(quotation.around?.after) },
  { shown: 'keywords', key: 'keywords', value: (quotation) => keywordsOf(quotation).join(SEPARATOR) },
  { shown: 'coders', key: 'coders', value: ({ coders }) => coders.join(SEPARATOR) },
  { shown: 'memos', key: 'memos', value: ({ memos }) => memos.join(SEPARATOR) },
  { shown: 'coded', key: 'coded', value: ({ coded }) => coded ?? null },
  { shown: 'definition', key: 'definition', value: (_, code) => code?.definition ?? null },
  { shown: 'definition', key: 'include', value: (_, code) => code?.include ?? null },
  { shown: 'definition', key: 'exclude', value: (_, code) => code?.exclude ?? null },
];

function quotationRows(block: Quotations): Value[][] {
  const shown = shownInFiles(block);
  const columns = COLUMNS.filter((column) => shown.has(column.shown));
  const keys = columns.map(({ key }) => key);
  const rowOf = (quotation: Quotation): Value[] =>
    columns.map(({ value }) => value(quotation, block.codes?.get(quotation.code)));
  if (block.sideBySide) {
    const rows = block.groups.flatMap(({ key, heading, quotations }) =>
      // A segment with two codes is an incident of each.
      quotations
        .flatMap((quotation) => quotation.under ?? [quotation])
        .map((each) => [
          key ?? heading,
          ...rowOf(each),
          (each.overlaps ?? []).join(SEPARATOR),
          ...(block.rolledUp ? [(each.applied ?? []).join(SEPARATOR)] : []),
        ]),
    );
    return [['group', ...keys, 'overlaps', ...(block.rolledUp ? ['applied'] : [])], ...rows];
  }
  const attributes = attributesAmong(block.by ?? []);
  const names = uniqueNames(
    attributes.map((name) => ({ name, group: null })),
    keys,
  );
  const rows = block.groups
    .flatMap(quotationsIn)
    .map((quotation) => [...attributes.map((name) => valueOf(quotation, name)), ...rowOf(quotation)]);
  return [[...names, ...keys], ...rows];
}

function quotationsIn({ quotations, groups = [] }: QuotationGroup): readonly Quotation[] {
  return groups.length > 0 ? groups.flatMap(quotationsIn) : quotations;
}

/**
 * A table or a list of quotations as CSV: a header of the columns' keys, then one record a row or quotation. Where groups
 * are compared, each record begins with its group.
 */
export function renderCsv(block: Table | Quotations, options: CsvOptions): string {
  return csvOf(block.kind === 'table' ? tableRows(block) : quotationRows(block), options);
}
