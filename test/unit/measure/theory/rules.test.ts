import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseExpression } from '../../../../src/measure/theory/expression.js';
import { themesRead } from '../../../../src/measure/theory/expression.js';
import { type TheoryRule, inOnePass, toFixpoint } from '../../../../src/measure/theory/rules.js';
import { type Strata, readTooEarly, strataOf } from '../../../../src/measure/theory/strata.js';
import type { Truth } from '../../../../src/measure/truth.js';

const fact = (at: number): CaseExpression => ({ kind: 'fact', at });
const theme = (name: string): CaseExpression => ({ kind: 'theme', name });
const not = (of: CaseExpression): CaseExpression => ({ kind: 'not', of });
const both = (left: CaseExpression, right: CaseExpression): CaseExpression => ({ kind: 'and', left, right });
const rule = (condition: CaseExpression, ...adds: readonly string[]): TheoryRule => ({
  name: adds.join(),
  condition,
  adds,
});
const themesOf = ({ themes }: { readonly themes: ReadonlyMap<string, Truth> }): Record<string, Truth> =>
  Object.fromEntries([...themes].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('rules in one pass', () => {
  it('read what rules above them added, and nothing that rules below add', () => {
    const chain = [rule(theme('b'), 'c'), rule(fact(0), 'a', '信任'), rule(theme('a'), 'b')];
    expect(themesOf(inOnePass(chain, [1]))).toEqual({ a: 1, b: 1, 信任: 1 });
    expect(inOnePass(chain, [1]).trace.map(({ fired }) => fired)).toEqual([0, 1, 1]);
  });

  it('make unknown what only a rule of unknown outcome would add, and certain what another adds for certain', () => {
    const rules = [rule(fact(0), 'a'), rule(fact(1), 'a'), rule(theme('a'), 'b')];
    expect(themesOf(inOnePass(rules, [null, 0]))).toEqual({ a: null, b: null });
    expect(themesOf(inOnePass(rules, [null, 1]))).toEqual({ a: 1, b: 1 });
    expect(themesOf(inOnePass(rules, [1, null]))).toEqual({ a: 1, b: 1 });
    expect(themesOf(inOnePass(rules, [0, 0]))).toEqual({});
  });
});

describe('a theme that was judged', () => {
  const rules = [rule(theme('b'), 'c'), rule(fact(0), 'a'), rule(theme('a'), 'b')];
  const judged = (...all: readonly (readonly [string, Truth])[]): ReadonlyMap<string, Truth> => new Map(all);

  it('keeps its value whatever rules add, in one pass and until nothing is added', () => {
    const denied = judged(['a', 0]);
    expect(themesOf(inOnePass(rules, [1], denied))).toEqual({ a: 0 });
    expect(themesOf(toFixpoint(rules, strataOf(rules) as Strata, [1], denied))).toEqual({ a: 0 });
    const doubted = judged(['a', null]);
    expect(themesOf(inOnePass(rules, [1], doubted))).toEqual({ a: null, b: null });
  });

  it('holds where no rule adds it', () => {
    const held = judged(['b', 1]);
    expect(themesOf(inOnePass(rules, [0], held))).toEqual({ b: 1, c: 1 });
    expect(themesOf(toFixpoint(rules, strataOf(rules) as Strata, [0], held))).toEqual({ b: 1, c: 1 });
  });
});

describe('rules until nothing is added', () => {
  const settle = (rules: readonly TheoryRule[], facts: readonly Truth[]) =>
    toFixpoint(rules, strataOf(rules) as Strata, facts);

  it('read what rules below them add', () => {
    const chain = [rule(theme('b'), 'c'), rule(theme('a'), 'b'), rule(fact(0), 'a')];
    expect(themesOf(settle(chain, [1]))).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('read behind a not only what is settled', () => {
    const rules = [rule(not(theme('a')), 'b'), rule(fact(0), 'a')];
    expect(themesOf(settle(rules, [1]))).toEqual({ a: 1 });
    expect(themesOf(inOnePass(rules, [1]))).toEqual({ a: 1, b: 1 });
  });

  it('may feed each other: what nothing else adds stays out', () => {
    const rules = [rule(theme('b'), 'a'), rule(theme('a'), 'b')];
    expect(themesOf(settle(rules, []))).toEqual({});
    expect(themesOf(settle([...rules, rule(fact(0), 'b')], [1]))).toEqual({ a: 1, b: 1 });
  });
});

const NAMES = ['x', 'y', '主题'];
const condition = fc.letrec<{ condition: CaseExpression }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'xsmall' },
    fc.nat(2).map(fact),
    fc.constantFrom(...NAMES).map(theme),
    tie('condition').map(not),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => both(left, right)),
  ),
})).condition;
const rulesDrawn = fc.array(
  fc.tuple(condition, fc.constantFrom(...NAMES)).map(([one, adds]) => rule(one, adds)),
  { minLength: 1, maxLength: 5 },
);

/** Whether a theme depends on itself by way of some `not`: by all paths from theme to theme. */
function hasNegatedCircle(rules: readonly TheoryRule[]): boolean {
  const edges = rules.flatMap(({ condition: one, adds }) =>
    adds.flatMap((to) => themesRead(one).map(({ name, isNegated }) => ({ from: name, to, isNegated }))),
  );
  const reaches = (from: string, to: string, seen: readonly string[] = []): boolean =>
    from === to ||
    edges.some((edge) => edge.from === from && !seen.includes(edge.to) && reaches(edge.to, to, [...seen, edge.to]));
  const added = new Set(rules.flatMap(({ adds }) => adds));
  return edges.some(({ from, to, isNegated }) => isNegated && added.has(from) && reaches(to, from));
}

describe('strata', () => {
  it('are there where no theme hangs on its own absence', () => {
    fc.assert(
      fc.property(rulesDrawn, (rules) => {
        expect('theme' in strataOf(rules)).toBe(hasNegatedCircle(rules));
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  it('settle what a not reads before it is read, and hold each rule once', () => {
    fc.assert(
      fc.property(rulesDrawn, (rules) => {
        const strata = strataOf(rules);
        if ('theme' in strata) return;
        const level = (at: number): number => strata.findIndex((stratum) => stratum.includes(at));
        expect(strata.flat().sort()).toEqual(rules.map((_, at) => at));
        rules.forEach(({ condition: one }, at) => {
          for (const { name, isNegated } of themesRead(one)) {
            rules.forEach(({ adds }, adding) => {
              if (!adds.includes(name)) return;
              if (isNegated) expect(level(adding)).toBeLessThan(level(at));
              else expect(level(adding)).toBeLessThanOrEqual(level(at));
            });
          }
        });
      }),
      { seed: 32, numRuns: 500 },
    );
  });

  it('make the order of the rules indifferent', () => {
    const facts = fc.array(fc.constantFrom<Truth>(0, 1, null), { minLength: 3, maxLength: 3 });
    let tried = 0;
    fc.assert(
      fc.property(rulesDrawn, facts, (rules, values) => {
        const strata = strataOf(rules);
        if ('theme' in strata) return;
        tried++;
        const turned = [...rules].reverse();
        const [one, other] = [rules, turned].map((own) => toFixpoint(own, strataOf(own) as Strata, values));
        expect(themesOf(other!)).toEqual(themesOf(one!));
        expect(other!.trace.map(({ fired }) => fired).reverse()).toEqual(one!.trace.map(({ fired }) => fired));
      }),
      { seed: 33, numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(200);
  });
});

describe('a theme is read too early', () => {
  it('where no rule above adds it; one that no rule adds is none', () => {
    const rules = [rule(both(theme('x'), theme('nobody')), 'y'), rule(theme('y'), 'x'), rule(theme('z'), 'z')];
    expect(readTooEarly(rules)).toEqual([
      { rule: 0, theme: 'x' },
      { rule: 2, theme: 'z' },
    ]);
  });
});
