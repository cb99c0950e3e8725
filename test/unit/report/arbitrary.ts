import fc from 'fast-check';
import type { Cell, Column, Format, Quotation, Report, Row, Table } from '../../../src/report/model.js';
import { SHOWN } from '../../../src/report/shown.js';

/** Characters that break layouts: wide, combining, ambiguous, markup, controls, line breaks. */
const character = fc.constantFrom(
  ...'ab Z09|*_`#<>&[]()$\\~=+-@.,:;"\'\t\n',
  '中',
  '文',
  '，',
  '。',
  '“',
  '”',
  '、',
  '（',
  'é',
  'e\u0301',
  '\u3000',
  '\u00a0',
  '👍',
  '𠮷',
  '\u001b',
  '\u202e',
  'ß',
  '\ue000',
);

export const anyText = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(''));

const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 99999 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
);
const format = fc.constantFrom<Format>('integer', 'decimal', 'percent', 'rate', 'ratio');
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ value }),
  fc.record({ value: fc.nat(99), heat: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.constant<Cell>({ value: null, blank: true }),
);

function columns(count: number): fc.Arbitrary<Column[]> {
  const group = fc.constantFrom<string | undefined>(undefined, 'provider', 'government', '政府部门与其他');
  return fc
    .array(fc.record({ label: anyText, format, group, summary: fc.boolean() }), { minLength: count, maxLength: count })
    .map((list) =>
      list.map(({ label, format: of, group: name, summary }, i) => ({
        key: `c${i}`,
        label,
        format: of,
        ...(name === undefined ? {} : { group: name }),
        ...(summary ? { summary: true as const } : {}),
      })),
    );
}

/** A table with some text columns first, then numbers. */
export const anyTable: fc.Arbitrary<Table> = fc
  .record({ texts: fc.integer({ min: 1, max: 3 }), numbers: fc.integer({ min: 0, max: 14 }), height: fc.nat(5) })
  .chain(({ texts, numbers, height }) =>
    fc.record({
      head: fc.array(anyText, { minLength: texts, maxLength: texts }),
      overflow: fc.array(fc.constantFrom('wrap', 'start', 'end'), { minLength: texts, maxLength: texts }),
      columns: columns(numbers),
      title: anyText,
      notes: fc.array(anyText, { maxLength: 2 }),
      rows: fc.array(
        fc.record({
          depth: fc.nat(4),
          summary: fc.boolean(),
          names: fc.array(anyText, { minLength: texts, maxLength: texts }),
          cells: fc.array(cell, { minLength: numbers, maxLength: numbers }),
        }),
        { minLength: height, maxLength: height },
      ),
    }),
  )
  .map(({ head, overflow, columns: numeric, title, notes, rows }) => ({
    kind: 'table',
    name: 'frequency',
    title,
    notes,
    columns: [
      ...head.map((label, i): Column => ({ key: `t${i}`, label, format: 'text', overflow: overflow[i] as 'wrap' })),
      ...numeric,
    ],
    rows: rows.map(({ depth, summary, names, cells }): Row => ({
      depth,
      ...(summary ? { summary: true as const } : {}),
      cells: [...names.map((name) => ({ value: name })), ...cells],
    })),
  }));

export const anyQuotation: fc.Arbitrary<Quotation> = fc
  .record({
    speaker: fc.option(anyText),
    asked: fc.option(anyText),
    around: fc.option(fc.array(anyText, { maxLength: 2 })),
    pieces: fc.array(fc.record({ text: anyText, marked: fc.boolean() }), { maxLength: 5 }),
    memos: fc.array(anyText, { maxLength: 2 }),
  })
  .map(({ speaker, asked, around, pieces, memos }) => ({
    source: 'transcripts/A1-1.txt',
    case: 'Heli 和里',
    speaker,
    line: 3,
    turn: 2,
    start: 10,
    end: 20,
    code: 'amount',
    coders: ['ann'],
    memos,
    ...(asked === null ? {} : { question: { speaker, text: asked } }),
    ...(around && {
      around: { before: around.map((text) => ({ speaker, text })), after: [{ speaker: null, text: 'x' }] },
    }),
    pieces,
  }));

export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    title: anyText,
    caveats: fc.array(anyText, { maxLength: 2 }),
    table: anyTable,
    quotations: fc.array(anyQuotation, { maxLength: 3 }),
    show: fc.option(fc.subarray([...SHOWN])),
    text: anyText,
  })
  .map(({ title, caveats, table, quotations, show, text }) => ({
    title,
    caveats,
    sections: [
      { heading: text, blocks: [{ kind: 'paragraph', text }, table] },
      {
        heading: 'Quotations',
        blocks: [
          {
            kind: 'quotations',
            name: 'quotations',
            title: text,
            notes: [text],
            ...(show && { show: new Set(show), by: ['case', 'speaker'] }),
            groups: [
              { heading: text, note: text, quotations },
              { heading: text, quotations: [], groups: [{ heading: text, note: text, quotations }] },
            ],
          },
          { kind: 'list', name: 'list', items: caveats },
          {
            kind: 'figures',
            name: 'figures',
            figures: [{ key: 'words', label: text, value: 12345, format: 'integer' }],
          },
        ],
      },
    ],
    manifest: {
      version: '0.1.0',
      command: text,
      options: { unit: 'paragraph' },
      inputs: [{ path: text, sha256: 'ab'.repeat(32) }],
    },
  }));

/** The same cases on every run. */
export const SEEDED = { seed: 20240607, numRuns: 300 };
