import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf, renderCsv } from '../../../src/report/csv.js';
import { reportFiles } from '../../../src/report/folder.js';
import { frequencyRows } from '../../../src/report/frequency-rows.js';
import { frequencyTable } from '../../../src/report/frequency-table.js';
import { renderJson, SCHEMA } from '../../../src/report/json.js';
import type { Table } from '../../../src/report/model.js';
import { reportOf } from '../../../src/report/model.js';
import { quotationList } from '../../../src/report/quotation-list.js';
import { SEEDED, anyReport, anyTable } from './arbitrary.js';
import { basis, codebook, frequency, quotation } from './samples.js';

const RAW = { bom: false, raw: true };
const GUARDED = { bom: false, raw: false };
const counts = frequencyTable(frequency, { counting: 'segments', scale: { kind: 'count' } }, basis);

describe('a table as CSV', () => {
  it('has a header of code, cases and total, ids for codes, and nothing for the undefined', () => {
    expect(renderCsv(counts, GUARDED)).toBe(
      `code,Heli 和里,Tongzhou 同舟,total,民政局
delivery,4,0,4,1
amount,12,3,15,0
logic,,,,
`,
    );
  });

  it('reads back as the same values', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const [header, ...records] = parse(renderCsv(table, RAW), { relax_column_count: true }) as string[][];
        expect(header).toEqual(table.columns.map(({ key }) => key));
        // A record of one empty field is an empty line, which readers skip.
        const rows = table.rows.map(({ cells }) => cells.map(({ value }) => (value === null ? '' : String(value))));
        expect(records).toEqual(rows);
      }),
      SEEDED,
    );
  });

  it('quotes a carriage return, which some readers take for the end of a record', () =>
    expect(csvOf([['a\rb', 'c']], RAW)).toBe('"a\rb",c\n'));

  it('keeps spreadsheets from running text, but leaves negative numbers and raw text alone', () => {
    const table: Table = {
      ...counts,
      columns: [
        { key: 'a', label: 'a', format: 'text' },
        { key: 'n', label: 'n', format: 'decimal' },
      ],
      rows: ['=1+1', '+1', '-1', '@x', 'x', "'=y", "'z"].map((value) => ({ cells: [{ value }, { value: -1 }] })),
    };
    expect(renderCsv(table, GUARDED)).toBe("a,n\n'=1+1,-1\n'+1,-1\n'-1,-1\n'@x,-1\nx,-1\n''=y,-1\n'z,-1\n");
    expect(renderCsv(table, RAW)).toBe("a,n\n=1+1,-1\n+1,-1\n-1,-1\n@x,-1\nx,-1\n'=y,-1\n'z,-1\n");
  });

  it('begins with a byte order mark on request only', () => {
    expect(renderCsv(counts, { bom: true, raw: false })).toBe(`\ufeff${renderCsv(counts, GUARDED)}`);
  });

  it('keeps the line breaks of quotations', () => {
    const list = quotationList([quotation], codebook, { selection: null }, basis);
    const [record] = parse(renderCsv(list, GUARDED), { columns: true }) as Record<string, string>[];
    expect(record).toMatchObject({
      code: 'amount',
      line: '34',
      start: '120',
      question: '资金够吗？',
      quotation: '我们第一年拿到的资金只有三十万，\n不够用。',
      keywords: '资金',
      memos: '',
    });
  });
});

describe('the long form of a frequency table', () => {
  it('has one row a cell and one for each total, with what the figures divide by', () => {
    const rows = parse(renderCsv(frequencyRows(frequency, basis), GUARDED), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(3 * (3 + 2));
    expect(rows[5]).toMatchObject({
      code: 'amount',
      group: 'provider',
      column: 'Heli 和里',
      kind: 'value',
      segments: '12',
      hits: '',
      segments_per_1000_words: '12',
      row_percent: '80',
      column_percent: '75',
      column_words: '1000',
    });
    expect(rows[7]).toMatchObject({ code: 'amount', column: 'total', kind: 'total', segments: '15' });
  });
});

describe('a report as JSON', () => {
  it('names its schema and reads back to the same report, figures unrounded', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const read = JSON.parse(renderJson(report)) as {
          schema: string;
          sections: { blocks: { rows: { cells: unknown[] }[] }[] }[];
        };
        expect(read.schema).toBe(SCHEMA);
        const table = report.sections[0]!.blocks[1] as Table;
        const values = table.rows.map(({ cells }) => cells.map(({ value }) => (value === 0 ? 0 : value)));
        expect(read.sections[0]!.blocks[1]!.rows.map(({ cells }) => cells)).toEqual(values);
      }),
      SEEDED,
    );
  });

  it('has the same keys in the same order every time', () => {
    expect(Object.keys(JSON.parse(renderJson(reportOf(counts))) as object)).toEqual([
      'schema',
      'title',
      'caveats',
      'sections',
      'attachments',
      'manifest',
    ]);
  });

  it('says where keywords stand in a quotation, in code points', () => {
    const odd = {
      ...quotation,
      pieces: [
        { text: '𠮷好', marked: false },
        { text: '资金', marked: true },
      ],
    };
    const list = quotationList([odd], codebook, { selection: null }, basis);
    expect(renderJson(reportOf(list))).toContain('"text": "𠮷好资金"');
    const read = JSON.parse(renderJson(reportOf(list))) as {
      sections: [{ blocks: [{ groups: [{ quotations: [{ keywords: unknown }] }] }] }];
    };
    expect(read.sections[0].blocks[0].groups[0].quotations[0].keywords).toEqual([[2, 4]]);
  });
});

describe('a report as a folder', () => {
  it('has a file a table and a manifest that says what each means', () => {
    const files = reportFiles(reportOf(counts, ['mind the gap']), GUARDED);
    expect(files.map(({ name }) => name)).toEqual(['frequency.csv', 'manifest.json']);
    const manifest = JSON.parse(files[1]!.content) as { caveats: string[]; files: { file: string; notes: string[] }[] };
    expect(manifest.caveats).toEqual(['mind the gap']);
    expect(manifest.files[0]).toMatchObject({ file: 'frequency.csv', notes: counts.notes });
  });

  it('holds the whole table where only part of it is printed', () => {
    const printed = { ...counts, rows: counts.rows.slice(0, 1) };
    const [file, ...rest] = reportFiles({ ...reportOf(printed), attachments: [counts] }, GUARDED);
    expect(file!.content).toBe(renderCsv(counts, GUARDED));
    expect(rest).toHaveLength(1);
  });
});
