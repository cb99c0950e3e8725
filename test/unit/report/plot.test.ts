import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from '../../../src/core/width.js';
import type { Plot } from '../../../src/report/model.js';
import { plotLines } from '../../../src/report/plot.js';
import { renderJson } from '../../../src/report/json.js';
import { renderMarkdown } from '../../../src/report/markdown.js';
import { reportOf } from '../../../src/report/model.js';

const plot = (...values: (readonly (number | null)[])[]): Plot => ({
  kind: 'plot',
  name: 'p',
  title: 'Codes so far',
  x: 'sources',
  y: 'codes',
  series: values.map((one, i) => ({ name: `series ${i}`, mark: '*o.'[i]!, values: one })),
});

describe('a plot', () => {
  it('draws each value at its height, the first series on top', () => {
    expect(plotLines(plot([1, 2, 3], [0, 2, null]), 80)).toEqual([
      'Codes so far: codes over sources',
      '3 |                *',
      '  |        *',
      '  |*',
      '0 |o',
      '  +-----------------',
      '   1               3',
      '* series 0   o series 1',
    ]);
  });

  it('of one step, or of nothing but zeros, is still a plot', () => {
    expect(plotLines(plot([2]), 80).slice(1, 6)).toEqual(['2 |*', '  |', '0 |', '  +-', '   1']);
    expect(plotLines(plot([0, 0]), 80)[2]).toBe('0 |*       *');
  });

  it('is no wider than the terminal, however many steps there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 20, max: 200 }),
        (values, width) => plotLines(plot(values), width).every((line) => displayWidth(line) <= width),
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('is a block of code in Markdown, and its values in JSON', () => {
    expect(renderMarkdown(reportOf(plot([1, 2])))).toContain('```text\nCodes so far: codes over sources\n2 |');
    const { sections } = JSON.parse(renderJson(reportOf(plot([1, null])))) as {
      sections: { blocks: { series: object[] }[] }[];
    };
    expect(sections[0]!.blocks[0]!.series).toEqual([{ name: 'series 0', values: [1, null] }]);
  });
});
