import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CaseExpression,
  type Explained,
  explain,
  factsOf,
  obstacles,
  themesRead,
} from '../../../../src/measure/theory/expression.js';
import { type Truth, and, not, or } from '../../../../src/measure/truth.js';

const VALUES: readonly Truth[] = [0, null, 1];
const NO_THEMES: ReadonlyMap<string, Truth> = new Map();

describe('three values', () => {
  it('are ordered: and is the least, or the greatest, not turns the order round', () => {
    const rank = (value: Truth): number => VALUES.indexOf(value);
    for (const a of VALUES) {
      expect(rank(not(a))).toBe(2 - rank(a));
      for (const b of VALUES) {
        expect(rank(and(a, b))).toBe(Math.min(rank(a), rank(b)));
        expect(rank(or(a, b))).toBe(Math.max(rank(a), rank(b)));
      }
    }
  });
});

const fact = (at: number): CaseExpression => ({ kind: 'fact', at });
const theme = (name: string): CaseExpression => ({ kind: 'theme', name });

/** Expressions of many facts; each fact is asked for once. */
const expression = fc
  .letrec<{ expression: CaseExpression }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      fc.constant(fact(0)),
      tie('expression').map((of): CaseExpression => ({ kind: 'not', of })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), tie('expression'), tie('expression'))
        .map(([kind, left, right]): CaseExpression => ({ kind, left, right })),
    ),
  }))
  .expression.map((drawn) => {
    let next = 0;
    const numbered = (part: CaseExpression): CaseExpression => {
      if (part.kind === 'fact') return fact(next++);
      if (part.kind === 'not') return { kind: 'not', of: numbered(part.of) };
      if (part.kind === 'theme') return part;
      return { kind: part.kind, left: numbered(part.left), right: numbered(part.right) };
    };
    return numbered(drawn);
  })
  .filter((drawn) => factsOf(drawn).length <= 8);
const withValues = expression.chain((drawn) =>
  fc.tuple(
    fc.constant(drawn),
    fc.array(fc.constantFrom(...VALUES), {
      minLength: factsOf(drawn).length,
      maxLength: factsOf(drawn).length,
    }),
  ),
);

/** All values that there could be in the place of unknown ones. */
function completions(values: readonly Truth[]): Truth[][] {
  return values.reduce<Truth[][]>(
    (all, value) => all.flatMap((own) => (value === null ? [0, 1] : [value]).map((one) => [...own, one as Truth])),
    [[]],
  );
}

describe('an expression', () => {
  it('has a value where, and only where, it has that whatever the unknown facts are', () => {
    fc.assert(
      fc.property(withValues, ([drawn, values]) => {
        const { value } = explain(drawn, values, NO_THEMES);
        const possible = new Set(completions(values).map((own) => explain(drawn, own, NO_THEMES).value));
        expect(value).toBe(possible.size === 1 ? [...possible][0]! : null);
      }),
      { seed: 21, numRuns: 400 },
    );
  });

  it('holds once all that kept it from holding is otherwise', () => {
    fc.assert(
      fc.property(withValues, fc.constantFrom<0 | 1>(0, 1), ([drawn, values], wanted) => {
        const explained = explain(drawn, values, NO_THEMES);
        const found = obstacles(explained, wanted);
        expect(found.length === 0).toBe(explained.value === wanted);
        const mended = [...values];
        for (const one of found) {
          if (one.kind !== 'fact') throw new Error('only facts are asked for');
          mended[one.at] = isNegated(drawn, one.at) === (wanted === 1) ? 0 : 1;
        }
        expect(explain(drawn, mended, NO_THEMES).value).toBe(wanted);
      }),
      { seed: 22, numRuns: 400 },
    );
  });

  it.each<[string, readonly (readonly [string, Truth])[], Truth]>([
    ['was not added', [], 0],
    ['was added', [['x', 1]], 1],
    ['may have been added', [['x', null]], null],
  ])('reads a theme that %s', (_, themes, value) => {
    expect(explain(theme('x'), [], new Map(themes)).value).toBe(value);
    expect(explain({ kind: 'not', of: theme('x') }, [], new Map(themes)).value).toBe(not(value));
  });

  it('says which themes it reads, and which of them behind a not', () => {
    const read = themesRead({
      kind: 'and',
      left: { kind: 'not', of: { kind: 'or', left: theme('x'), right: { kind: 'not', of: theme('y') } } },
      right: { kind: 'or', left: theme('z'), right: fact(0) },
    });
    expect(read).toEqual([
      { name: 'x', isNegated: true },
      { name: 'y', isNegated: false },
      { name: 'z', isNegated: false },
    ]);
  });

  it('has the value of each part', () => {
    const { value, left, right } = explain(
      { kind: 'and', left: fact(0), right: { kind: 'not', of: fact(1) } },
      [1, null],
      NO_THEMES,
    ) as Extract<Explained, { kind: 'and' | 'or' }>;
    expect([value, left.value, right.value]).toEqual([null, 1, null]);
  });
});

/** Whether a fact stands behind an odd number of `not`. */
function isNegated(drawn: CaseExpression, at: number, negated = false): boolean {
  if (drawn.kind === 'not') return isNegated(drawn.of, at, !negated);
  if (drawn.kind === 'fact' || drawn.kind === 'theme') return negated;
  return isNegated(factsOf(drawn.left).includes(at) ? drawn.left : drawn.right, at, negated);
}
