import { describe, expect, it } from '@jest/globals';
import type { LaidCoding } from '../../../../src/coding/laid.js';
import { bindQuery } from '../../../../src/measure/query/bind.js';
import { parseQuery } from '../../../../src/measure/query/parse.js';
import { addToEvidence, createEvidence } from '../../../../src/measure/theory/evidence.js';
import { type FactValue, valueOf } from '../../../../src/measure/theory/values.js';
import type { Truth } from '../../../../src/measure/truth.js';
import { byHand, codebookOf, sourceOf, transcriptOf } from '../build.js';

/* Two codes of a pattern and one in Chinese; somebody looked for all but `trade`. */
const CODES = ['trust', 'trade', '资金'] as const;
const codebook = codebookOf(CODES.map((id) => [id]));
const SAID = [{ speaker: 'Ann', text: 'w1 w2 w3 w4 w5 w6' }] as const;
const WORDS = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'] as const;

/** Codings of one turn, each over a word of its own: the code, and whether its speaker affirms it. */
type Coded = readonly (readonly [code: (typeof CODES)[number], stance: 'affirms' | 'denies'])[];

interface Asked {
  readonly threshold?: number;
  readonly judged?: readonly (readonly [code: number, value: Truth])[];
  readonly looked?: (code: number) => boolean;
}

/** What a case says of an expression where so much is coded. */
function factOf(text: string, coded: Coded, { threshold = 1, judged = [], looked = (code) => code !== 1 }: Asked = {}) {
  const { value, diagnostics } = bindQuery(parseQuery(`case has (${text})`).value!, text, codebook);
  expect(diagnostics).toEqual([]);
  const fact = value!.cases[0]!;
  const codings = coded.map(([code, stance], i): LaidCoding => ({
    ...byHand(transcriptOf('1.txt', SAID), CODES.indexOf(code), WORDS[i]!),
    stances: [stance],
  }));
  const tally = createEvidence(codebook, {
    facts: [fact],
    judged: judged.map(([code, own]) => ['A1', code, own] as const),
    byStance: true,
    unit: 'turn',
    limit: 0,
  });
  addToEvidence(
    tally,
    sourceOf('1.txt', {
      case: 'A1',
      said: SAID,
      codings,
      lookedAt: looked,
      attributes: { type: '机构' },
    }),
  );
  return valueOf(fact, 0, tally.cases.get('A1')!, new Map(judged), { codings: threshold, share: 0 });
}

const [YES, NO] = [
  ['trust', 'affirms'],
  ['trust', 'denies'],
] as const;

describe('a code in a case', () => {
  it.each<[string, string, Coded, number, Truth, FactValue['why']]>([
    ['has as many affirming codings as the threshold wants', 'trust', [YES, YES], 2, 1, 'reached'],
    ['has too few of them, and somebody looked', 'trust', [YES], 2, 0, 'not reached'],
    ['has none, and somebody looked', '资金', [], 1, 0, 'not reached'],
    ['has none, and nobody looked', 'trade', [], 1, null, 'not looked for'],
    ['is spoken of, and not affirmed', 'trust', [NO, NO, NO], 1, null, 'not affirmed'],
    ['is affirmed too seldom, and spoken of otherwise', 'trust', [YES, NO], 2, null, 'not affirmed'],
  ])('%s', (_, text, coded, threshold, value, why) => {
    expect(factOf(text, coded, { threshold })).toMatchObject({ value, why });
  });

  it('is what the analyst judged, whatever is coded', () => {
    for (const value of [0, 1, null] as const)
      expect(factOf('trust', [YES, YES], { judged: [[0, value]] })).toMatchObject({ value, why: 'judged' });
  });
});

describe('a pattern of codes', () => {
  const everyCode = (): boolean => true;

  it('is 1 where one of them is, 0 where all are, else unknown', () => {
    expect(factOf('tr*', [YES]).value).toBe(1);
    expect(factOf('tr*', [], { looked: everyCode }).value).toBe(0);
    expect(factOf('tr*', []).value).toBeNull();
  });

  it('reaches a threshold by one of them alone', () => {
    const spread: Coded = [YES, ['trade', 'affirms']];
    expect(factOf('tr*', spread, { threshold: 2, looked: everyCode })).toEqual({
      value: 0,
      codings: 2,
      why: 'not reached',
    });
  });
});

describe('a pair of codings', () => {
  const ALL: Coded = [YES, ['资金', 'affirms']];

  it.each<[string, string, Coded, Truth]>([
    ['is there', 'trust precedes 资金', ALL, 1],
    ['is there only among codings that do not affirm', 'trust precedes 资金', [NO, ['资金', 'affirms']], null],
    ['is not there, and somebody looked for both codes', 'trust precedes 资金', [YES], 0],
    ['is not there, and nobody looked for one of them', 'trust precedes trade', [YES], null],
    ['is not there, and nobody looked for a code of a pattern', 'tr* precedes 资金', [], null],
  ])('%s', (_, text, coded, value) => {
    expect(factOf(text, coded).value).toBe(value);
  });
});

describe('a condition', () => {
  it('on attributes is what turns say of it', () => {
    expect(factOf('type = 机构', [])).toMatchObject({ value: 1, why: 'attribute' });
    expect(factOf('type = 公司', [])).toMatchObject({ value: 0, why: 'attribute' });
    expect(factOf('size = 5', [])).toMatchObject({ value: null, why: 'attribute' });
  });

  it('on codings is unknown of a case without any', () => {
    expect(factOf('coder = ann', [])).toMatchObject({ value: null, why: 'no codings' });
    expect(factOf('coder = bo', [YES]).value).toBe(0);
    expect(factOf('coder = ann', [YES]).value).toBe(1);
  });
});
