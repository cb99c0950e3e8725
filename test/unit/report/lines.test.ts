import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayWidth } from '../../../src/core/width.js';
import { flow, paragraphsOf } from '../../../src/report/flow.js';
import { wrap } from '../../../src/report/lines.js';
import { written } from '../../../src/report/written.js';
import { SEEDED, anyText } from './arbitrary.js';

describe('lines', () => {
  it('are broken at spaces and between ideographs, and do not begin with Chinese closing punctuation', () => {
    expect(wrap('the grant came late', 10)).toEqual(['the grant', 'came late']);
    expect(wrap('我们没有钱，只好等。', 11)).toEqual(['我们没有', '钱，只好', '等。']);
    expect(wrap('跟NGO合作', 6)).toEqual(['跟NGO', '合作']);
    expect(wrap('antidisestablishment', 8)).toEqual(['antidise', 'stablish', 'ment']);
    expect(wrap('local-interests*nature-of-projects', 18)).toEqual(['local-interests*', 'nature-of-projects']);
    expect(wrap('conservative_a', 8)).toEqual(['conserva', 'tive_a']);
    // In a time that grows with the length of the word, and not with its square.
    expect(wrap('a'.repeat(3_000_000), 80)).toHaveLength(37_500);
  });

  it('are no wider than asked for and hold all of the text', () => {
    fc.assert(
      fc.property(anyText.map(flow), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      SEEDED,
    );
  });
});

describe('running text', () => {
  it('closes up line breaks: to nothing between ideographs, to a space elsewhere', () => {
    expect(flow('资金\n很少')).toBe('资金很少');
    expect(flow('the grant\n  came 资金\nlate ')).toBe('the grant came 资金 late');
  });

  it('treats a line break beside a keyword as any other', () => {
    const pieces = [
      { text: '我们的\n', marked: false },
      { text: '资金', marked: true },
      { text: '\n\n很少', marked: false },
    ];
    expect(paragraphsOf(pieces)).toEqual([
      [
        { text: '我们的', marked: false },
        { text: '资金', marked: true },
      ],
      [{ text: '很少', marked: false }],
    ]);
  });

  it('is the same whether cut into pieces or not', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: anyText, marked: fc.boolean() }), { maxLength: 5 }), (pieces) => {
        const single = pieces.map(({ text, marked }) => ({ text: text.replace(/\n+/g, '\n'), marked }));
        const whole = single
          .map(({ text }) => text)
          .join('')
          .replace(/\n\s*\n/g, '\n');
        const flowed = paragraphsOf([{ text: whole, marked: false }]);
        expect(
          flowed
            .flat()
            .map(({ text }) => text)
            .join(''),
        ).toBe(flow(whole));
      }),
      SEEDED,
    );
  });
});

describe('figures', () => {
  it.each([
    [1234567, 'integer', '1,234,567'],
    [0.05, 'decimal', '0.1'],
    [12.5, 'percent', '12.5%'],
    [1234.567, 'rate', '1,234.57'],
    [-0.001, 'ratio', '0.00'],
    [-1.5, 'decimal', '-1.5'],
    [2024, 'text', '2024'],
    [null, 'integer', '–'],
  ] as const)('%p as %s is written %s', (value, format, text) => {
    expect(written(value, format)).toBe(text);
  });
});
