import { describe, expect, it } from '@jest/globals';
import type { Bound } from '../../../../src/measure/query/bound.js';
import { type Named, crispOf, observedCases } from '../../../../src/measure/qca/observed-cases.js';
import type { Truth } from '../../../../src/measure/truth.js';

const code = (at: number): Bound => ({ kind: 'codes', codes: [at] });
const ASKED: readonly Named[] = [
  {
    name: 'A',
    text: 'trust and not 资金',
    expression: { kind: 'and', left: code(0), right: { kind: 'not', of: code(1) } },
  },
  { name: 'y', text: 'irony', expression: code(2) },
];
/** A source with the values of the three codes in one case. */
const source = (name: string, of: string, ...values: readonly Truth[]) => ({
  source: name,
  cases: new Map([[of, values]]),
});

describe('cases of a QCA', () => {
  const observed = observedCases(
    ASKED,
    [
      source('1.txt', '乙', 1, 0, null),
      source('2.txt', '乙', null, null, 1),
      source('3.txt', '甲', 1, null, 0),
      source('4.txt', '丙', 0, 0, 0),
    ],
    ['甲', 'nobody', '乙'],
  );

  it('come in the order of the table of cases, then as they are read', () => {
    expect(observed.map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
  });

  it('have what one of their sources has, and lack what none has that was looked at', () => {
    // 甲: nobody looked for 资金. 乙: one source has trust and no 资金, the other irony.
    expect(observed.map(({ values }) => values)).toEqual([
      [null, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('name the sources that have something of what is asked', () => {
    expect(observed.map(({ evidence }) => evidence)).toEqual([
      [['3.txt'], []],
      [['1.txt'], ['2.txt']],
      [[], []],
    ]);
  });

  it('stand in the truth table where all is known of them, what was asked last as the outcome', () => {
    expect(crispOf(ASKED, observed)).toEqual({
      conditions: ['A'],
      names: ['乙', '丙'],
      configurations: [1, 0],
      outcomes: [1, 0],
    });
  });
});
