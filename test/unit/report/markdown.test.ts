import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frequencyTable } from '../../../src/report/frequency-table.js';
import { renderMarkdown } from '../../../src/report/markdown.js';
import { tableMarkdown } from '../../../src/report/markdown-table.js';
import { escapeLine, markPieces } from '../../../src/report/markdown-text.js';
import { reportOf } from '../../../src/report/model.js';
import { quotationList } from '../../../src/report/quotation-list.js';
import { SEEDED, anyReport, anyTable, anyText } from './arbitrary.js';
import { basis, codebook, frequency, quotation } from './samples.js';

/** What a reader of the rendered text sees of one line: GitHub's rules for the signs that we use. */
const shown = (markdown: string): string =>
  markdown.replace(/(?<!\\)((?:\\\\)*)(\*\*|<\/?strong>)/g, '$1').replace(/\\([!-/:-@[-`{-~])/g, '$1');

describe('a table in Markdown', () => {
  it('has one header line, alignments, indented codes and – for the undefined', () => {
    const table = frequencyTable(frequency, { counting: 'segments', scale: { kind: 'count' } }, basis);
    expect(tableMarkdown({ ...table, notes: ['Cells: segments.'] }).join('\n')).toBe(
      `**Code frequency by agency: segments (keyword hits)**

| code                 | provider<br>Heli 和里 | provider<br>Tongzhou 同舟 | provider<br>total | government<br>民政局 |
| :------------------- | --------------------: | ------------------------: | ----------------: | -------------------: |
| Service delivery     |                     4 |                         0 |                 4 |                    1 |
| &emsp;资助金额       |                    12 |                         3 |                15 |                    0 |
| Dependent to survive |                     – |                         – |                 – |                    – |

Cells: segments.`,
    );
  });

  it('has the same number of cells in every line, whatever stands in them', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const grid = tableMarkdown({ ...table, notes: [] }).filter((line) => line.startsWith('| '));
        const cells = grid.map((line) => line.replace(/\\./g, '').split('|').length - 2);
        expect(new Set(cells).size).toBe(table.rows.length > 0 ? 1 : 0);
        if (cells[0] !== undefined) expect(cells[0]).toBe(table.columns.length);
      }),
      SEEDED,
    );
  });
});

describe('quotations in Markdown', () => {
  it('are block quotations with the keyword in bold and their source beneath', () => {
    const list = quotationList([quotation], codebook, { selection: null }, basis);
    expect(renderMarkdown(reportOf({ ...list, notes: [] }))).toBe(
      `**Quotations (keyword hits)**

### 资助金额 (amount)

1 in all

> 访谈者: 资金够吗？
>
> 我们第一年拿到的**资金**只有三十万，不够用。
>
> — 罗总, Heli 和里 (A1-1.txt, line 34, 00:01:23)
`,
    );
  });

  it('mark in HTML what asterisks cannot mark beside Chinese', () => {
    const pieces = [
      { text: '叫', marked: false },
      { text: '“依附”', marked: true },
      { text: '的', marked: false },
    ];
    expect(markPieces(pieces)).toBe('叫<strong>“依附”</strong>的');
  });

  it.each([
    ['# 1', '\\# 1'],
    ['1. first', '1\\. first'],
    ['- no', '\\- no'],
    ['=== x', '\\=== x'],
    ['a | b * c_d `e` <f> [g] $5', 'a \\| b \\* c\\_d \\`e\\` \\<f\\> \\[g\\] \\$5'],
  ])('show %s as it is', (text, markdown) => {
    expect(escapeLine(text)).toBe(markdown);
  });

  it('show exactly the text quoted', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, keyword) => {
        const pieces = [
          { text: before, marked: false },
          { text: keyword, marked: true },
        ].filter(({ text }) => text !== '');
        expect(shown(markPieces(pieces))).toBe(before + keyword);
      }),
      SEEDED,
    );
  });

  it('never hold a heading or list that is not ours', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const line of renderMarkdown(report).split('\n')) {
          expect(line).toMatch(/^(> |>$|#{1,4} |- |\| |<!-- -->$|$|[^\s#>|=+-]|[=+-][^ ]|\\)/);
        }
      }),
      SEEDED,
    );
  });
});
