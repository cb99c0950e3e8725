import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from '../../../src/core/width.js';
import { cooccurrenceTable } from '../../../src/report/cooccurrence-table.js';
import { frequencyTable } from '../../../src/report/frequency-table.js';
import type { Table } from '../../../src/report/model.js';
import { reportOf } from '../../../src/report/model.js';
import { quotationList } from '../../../src/report/quotation-list.js';
import { plain } from '../../../src/report/style.js';
import { renderTerminal } from '../../../src/report/terminal.js';
import { tableLines } from '../../../src/report/terminal-table.js';
import { SEEDED, anyReport, anyTable } from './arbitrary.js';
import { basis, codebook, cooccurrence, frequency, quotation } from './samples.js';

const counts = frequencyTable(frequency, { counting: 'segments', scale: { kind: 'count' }, means: true }, basis);
const bare = (table: Table): Table => ({ ...table, notes: [] });
const drawn = (table: Table, width: number): string => tableLines(bare(table), width, plain).join('\n');

describe('a table on a terminal', () => {
  it('has groups over their columns, codes indented, shading beside the figure and – for what nobody looked for', () => {
    expect(drawn(counts, 100)).toBe(
      `Code frequency by agency: segments (keyword hits)

                      provider                               government
                      -------------------------------------  ----------
code                  Heli 和里  Tongzhou 同舟  total  mean     民政局
-----------------------------------------------------------------------
Service delivery              4⣤             0      4   2.0          1⣀
  资助金额                   12⣿             3⣀    15   7.5          0
Dependent to survive          –              –      –     –          –

⣀ ⣤ ⣶ ⣿ up to 25, 50, 75 and 100% of the largest cell, 12`,
    );
  });

  it('keeps the numbers of rows and their names apart, however short the names', () => {
    const columns = ['code', 'par', 'child'].map((key, i) => ({
      key,
      label: key,
      format: i === 0 ? ('text' as const) : ('integer' as const),
    }));
    const rows = ['par', 'child'].map((name, depth) => ({ depth, cells: [name, 1, 2].map((value) => ({ value })) }));
    const table: Table = { kind: 'table', name: 't', title: 't', notes: [], columns, rows, square: true };
    for (const width of [12, 20, 80]) expect(drawn(table, width)).toMatch(/\n1 par .*\n2 +child /);
  });

  describe('of keywords in context', () => {
    const line = {
      source: 'transcripts/A1-1.txt',
      before: '前'.repeat(30),
      match: 'public procurement',
      after: 'x'.repeat(60),
    };
    const overflow = { before: 'start', after: 'end' } as const;
    const columns = Object.keys(line).map((key) => ({
      key,
      label: key,
      format: 'text' as const,
      ...(key === 'before' || key === 'after' ? { overflow: overflow[key] } : {}),
    }));
    const table: Table = {
      kind: 'table',
      name: 'kwic',
      title: 'k',
      notes: [],
      columns,
      rows: [{ cells: Object.values(line).map((value) => ({ value })) }],
    };

    it('gives the context all the width that names leave, breaks no name, and says that it was cut', () => {
      const text = drawn(table, 100);
      expect(text).toContain('transcripts/A1-1.txt  ');
      expect(text).toContain('Context is cut to 28 columns');
      expect(text).toContain(`${'x'.repeat(27)}`);
      expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(100);
    });

    it('shows all of it where there is room', () => {
      const text = drawn(table, 200);
      expect(text).toContain('前'.repeat(30));
      expect(text).toContain('x'.repeat(60));
      expect(text).not.toContain('cut to');
    });
  });

  it('wraps headings before it parts the table, and numbers them before it squeezes the names', () => {
    expect(drawn(counts, 66)).toContain('Tongzhou');
    const narrow = drawn(counts, 58);
    expect(narrow).toContain('1 Heli 和里   2 Tongzhou 同舟   3 民政局');
  });

  it('breaks no code in the middle while other columns can do with less', () => {
    const columns = ['code', 'name', 'definition'].map((key) => ({ key, label: key, format: 'text' as const }));
    const values = [
      'reach-interest-groups',
      'Reaching out to interest groups',
      'Personal links to residents’ committees, parents’ groups, businesses and associations.',
    ];
    const table: Table = {
      kind: 'table',
      name: 't',
      title: 't',
      notes: [],
      columns,
      rows: [{ depth: 2, cells: values.map((value) => ({ value })) }],
    };
    for (const width of [76, 100]) expect(drawn(table, width)).toContain('    reach-interest-groups  ');
  });

  it('numbers rows and columns of a code × code table alike and leaves related codes blank', () => {
    expect(drawn(cooccurrenceTable(cooccurrence, { figure: 'both' }, basis), 80)).toBe(
      `Co-occurrence of codes: paragraphs with both codes (keyword hits)

code                    1  2  3  4
-----------------------------------
1 Service delivery      5     –  2⣿
2   资助金额               5  –  1⣤
3 Dependent to survive  –  –  5  –
4 Choice                2⣿ 1⣤ –  5

⣀ ⣤ ⣶ ⣿ up to 25, 50, 75 and 100% of the largest cell off the diagonal, 2`,
    );
  });

  it('has no line wider than the terminal, whatever stands in it', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 20, max: 160 }), (report, width) => {
        for (const line of renderTerminal(report, { width, style: plain }).split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(line).toBe(line.trimEnd());
        }
      }),
      SEEDED,
    );
  });

  it('prints every figure of the table at any width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1000, max: 9999 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 30, max: 100 }),
        (figures, width) => {
          const table: Table = {
            kind: 'table',
            name: 'frequency',
            title: 't',
            notes: [],
            columns: [
              { key: 'code', label: 'code', format: 'text' },
              ...figures.map((_, i) => ({ key: `${i}`, label: `案例 ${i}`, format: 'integer' as const })),
            ],
            rows: [{ cells: [{ value: 'a' }, ...figures.map((value) => ({ value }))] }],
          };
          const text = tableLines(table, width, plain).join('\n');
          const found = [...text.matchAll(/\d,\d{3}/g)].map(([digits]) => Number(digits.replace(',', '')));
          expect(found).toEqual(figures);
        },
      ),
      SEEDED,
    );
  });

  it('lets no control character of a transcript reach the terminal', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(renderTerminal(reportOf(table), { width: 80, style: plain })).not.toMatch(/[\u001b\u202e]/);
      }),
      SEEDED,
    );
  });

  it('says nothing with colour alone: colours change no character', () => {
    const colours = {
      bold: (t: string) => `\u001b[1m${t}\u001b[0m`,
      dim: (t: string) => `\u001b[2m${t}\u001b[0m`,
      heat: (n: number, t: string) => `\u001b[4${n}m${t}\u001b[0m`,
    };
    const coloured = renderTerminal(reportOf(counts), { width: 80, style: colours });
    expect(coloured).toContain('\u001b[44m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderTerminal(reportOf(counts), { width: 80, style: plain }));
  });
});

describe('quotations on a terminal', () => {
  it('stand under their code with source, line and speaker, the question before, and keywords between asterisks', () => {
    const list = quotationList(
      [quotation],
      codebook,
      { selection: 'Rule of selection.', totals: new Map([['amount', 15]]) },
      basis,
    );
    expect(renderTerminal(reportOf({ ...list, notes: ['Rule of selection.'] }), { width: 50, style: plain })).toBe(
      `Quotations (keyword hits)

Rule of selection.

资助金额 (amount)
1 of 15

  罗总, Heli 和里 (A1-1.txt, line 34, 00:01:23)
    访谈者: 资金够吗？
    我们第一年拿到的*资金*只有三十万，不够用。
`,
    );
  });

  it('say how many there are in all only where that is known', () => {
    const noteOf = (options: Parameters<typeof quotationList>[2]) =>
      quotationList([quotation], codebook, options, basis).groups[0]!.note;
    expect(noteOf({ selection: null })).toBe('1 in all');
    expect(noteOf({ selection: 'Rule.' })).toBe('1 shown');
    expect(noteOf({ selection: 'Rule.', totals: new Map([['amount', 1]]) })).toBe('1 in all');
  });

  it('say who laid them and what the coder noted', () => {
    const list = quotationList(
      [{ ...quotation, coders: ['ann', 'bo'], memos: ['cf. A2'] }],
      codebook,
      { selection: null },
      basis,
    );
    const text = renderTerminal(reportOf(list), { width: 80, style: plain });
    expect(text).toContain('    coded by ann, bo\n    memo: cf. A2\n');
  });
});

describe('a concordance of very many lines', () => {
  it('is printed in time that grows with its length only', () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => ({ cells: [{ value: i }, { value: '资金' }] }));
    const columns = [
      { key: 'line', label: 'line', format: 'text' as const },
      { key: 'match', label: 'match', format: 'text' as const },
    ];
    const table: Table = { kind: 'table', name: 'kwic', title: 't', columns, rows, notes: [] };
    expect(tableLines(table, 80, plain)).toHaveLength(2 + 2 + rows.length);
  });
});
