import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from '../../../src/core/width.js';
import { bandsOf, beside, columnWidth } from '../../../src/report/side-by-side.js';

const column = (...lines: string[]) => ({ lines, measured: lines });

describe('columns of text', () => {
  it('stand beside one another by their width on the screen', () => {
    expect(beside([column('一二', '', 'a'), column('x'), column('', 'y', 'z')], 6)).toEqual([
      '一二     x',
      '                  y',
      'a                 z',
    ]);
    expect(beside([], 6)).toEqual([]);
  });

  it('are measured without the escape sequences of their style', () => {
    const bold = { lines: ['\u001b[1mab\u001b[22m'], measured: ['ab'] };
    expect(beside([bold, column('c')], 4)).toEqual(['\u001b[1mab\u001b[22m     c']);
  });

  it('are as many as fit, in bands filled alike', () => {
    expect(bandsOf([1, 2, 3, 4, 5], 80)).toEqual([[1], [2], [3], [4], [5]]);
    expect(bandsOf([1, 2, 3, 4, 5], 200)).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(bandsOf([], 80)).toEqual([]);
  });

  it('lose no group and fill no line beyond the page', () => {
    const groups = fc.array(fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 10 }), { maxLength: 4 }));
    fc.assert(
      fc.property(groups, fc.integer({ min: 20, max: 300 }), (texts, width) => {
        const bands = bandsOf(texts, width);
        expect(bands.flat()).toEqual(texts);
        for (const band of bands) {
          expect(band.length).toBeGreaterThan(0);
          const room = columnWidth(band.length, width);
          const lines = beside(
            band.map((lines) => column(...lines)),
            room,
          );
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
      { seed: 7 },
    );
  });
});
