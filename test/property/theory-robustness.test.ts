import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LaidCoding } from '../../src/coding/laid.js';
import { type CodedSource, attributeOf } from '../../src/measure/coded-source.js';
import { addToEvidence, createEvidence, mergeEvidence } from '../../src/measure/theory/evidence.js';
import { type Majority, type Said, robustnessOf, thresholdsAround } from '../../src/measure/theory/robustness.js';
import { type TestedCase, VERDICTS, type Verdict, testTheory } from '../../src/measure/theory/tested.js';
import type { Theory } from '../../src/measure/theory/theory.js';
import type { Truth } from '../../src/measure/truth.js';
import { turnFinder } from '../../src/measure/turns.js';
import { codebookOf } from '../unit/measure/build.js';
import { TREE, anyStudy } from '../unit/measure/generate.js';

/* Codes of random studies at random thresholds and shares, counted again coding by coding. */

const codebook = codebookOf(TREE as never);
const place = { file: 'theory.yaml' };
const theory: Theory = {
  title: 'T',
  threshold: 1,
  facts: TREE.map(([id], code) => ({ text: id, bound: { kind: 'codes', codes: [code] } })),
  // Each code is held against the next one.
  rules: TREE.map(([id], at) => ({
    name: id,
    text: id,
    condition: { kind: 'fact', at },
    adds: [`theme-${id}`],
    expects: { text: 'next', of: { kind: 'fact', at: (at + 1) % TREE.length } },
    place,
  })),
  judgements: [],
};

const stances = fc.constantFrom(
  undefined,
  ['affirms'],
  ['denies'],
  ['hypothetical'],
  ['affirms', 'denies'],
  ['affirms', 'affirms'],
);
const studies = fc.tuple(anyStudy, fc.infiniteStream(stances)).map(([sources, stream]) =>
  sources.map((source): CodedSource => ({
    ...source,
    codings: source.codings.map((coding): LaidCoding => {
      const given = stream.next().value as string[] | undefined;
      return given ? { ...coding, stances: given } : coding;
    }),
  })),
);

function evidenceOf(sources: readonly CodedSource[], byStance: boolean) {
  const options = {
    facts: theory.facts.map(({ bound }) => bound),
    judged: [],
    byStance,
    unit: 'turn',
    limit: 0,
  } as const;
  const whole = createEvidence(codebook, options);
  for (const source of sources) {
    const own = createEvidence(codebook, options);
    addToEvidence(own, source);
    mergeEvidence(whole, own);
  }
  return whole;
}

/** The value of a code in a case, by its definition. */
function valueOf(
  sources: readonly CodedSource[],
  name: string,
  code: number,
  byStance: boolean,
  least: number,
  share: number,
): Truth {
  let affirming = 0;
  let all = 0;
  let looked = true;
  for (const source of sources) {
    const turns = source.transcript.turns.filter(source.included);
    const isOf = (turn: (typeof turns)[number]): boolean => attributeOf(source, turn, 'case') === name;
    if (source.transcript.turns.length === 0 ? source.case === name : turns.some(isOf))
      looked &&= source.lookedAt(code);
    const find = turnFinder(source);
    for (const coding of source.codings) {
      const turn = find(coding);
      if (coding.code !== code || turn === null || !isOf(turn)) continue;
      all++;
      const said = coding.stances ?? [];
      if (!byStance || (said.length > 0 && !said.some((one) => one !== 'affirms'))) affirming++;
    }
  }
  if (affirming >= least && affirming / all >= share) return 1;
  return affirming < all || !looked ? null : 0;
}

const verdictOf = (condition: Truth, expected: Truth): Verdict =>
  condition === 0
    ? 'IF not met'
    : condition === null || expected === null
      ? 'silent'
      : expected === 1
        ? 'supports'
        : 'contradicts';

describe('verdicts at another threshold or share', () => {
  it('are those of values counted from the codings', () => {
    fc.assert(
      fc.property(
        studies,
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 0.5, 1),
        (sources, byStance, codings, share) => {
          const cases = testTheory(theory, codebook, evidenceOf(sources, byStance), null, { codings, share });
          for (const one of cases) {
            const values = TREE.map((_, code) => valueOf(sources, one.case, code, byStance, codings, share));
            expect(one.facts.map(({ value }) => value)).toEqual(values);
            expect(one.rules.map(({ verdict }) => verdict)).toEqual(
              values.map((value, code) => verdictOf(value, values[(code + 1) % values.length]!)),
            );
          }
        },
      ),
      { seed: 20, numRuns: 300 },
    );
  });
});

/* What robustnessOf reads of a tested case. */
const tested = (name: string, verdicts: readonly Verdict[], goal: Truth): TestedCase =>
  ({ case: name, rules: verdicts.map((verdict) => ({ verdict })), goal: { value: goal } }) as unknown as TestedCase;

const RULES = 2;
const verdicts = fc.array(fc.constantFrom(...VERDICTS), { minLength: RULES, maxLength: RULES });
const goal = fc.constantFrom<Truth>(0, 1, null);
const studyOf = (names: readonly string[]) =>
  fc.tuple(...names.map((name) => fc.tuple(verdicts, goal).map(([said, value]) => tested(name, said, value))));
const many = fc.uniqueArray(fc.constantFrom('A', '乙', 'C', 'D', 'E'), { minLength: 1 }).chain((names) =>
  fc.tuple(
    studyOf(names),
    fc.array(
      studyOf(names).chain((cases) => fc.shuffledSubarray(cases, { minLength: cases.length })),
      { maxLength: 4 },
    ),
  ),
);

/** The majority in words of plain counting. */
function majority(said: readonly Said[]): Majority {
  let balance = 0;
  let speaking = 0;
  for (const one of said) {
    if (one === 'supports' || one === 'reached') balance++;
    if (one === 'contradicts' || one === 'not reached') balance--;
    if (['supports', 'reached', 'contradicts', 'not reached'].includes(one)) speaking++;
  }
  return speaking === 0 ? 'none' : balance > 0 ? 'for' : balance < 0 ? 'against' : 'even';
}

describe('robustnessOf', () => {
  it('says of each case where it keeps its verdict, whatever the order in which a variant was read', () => {
    fc.assert(
      fc.property(many, ([chosen, others]) => {
        const variants = thresholdsAround(50).concat(thresholdsAround(60)).slice(0, others.length);
        const found = robustnessOf(
          chosen,
          others.map((cases, i) => ({ variant: variants[i]!, cases })),
        );
        const of = (cases: readonly TestedCase[], name: string, rule: number | null): Said => {
          const one = cases.find((each) => each.case === name)!;
          if (rule !== null) return one.rules[rule]!.verdict;
          return one.goal!.value === null ? 'unknown' : one.goal!.value === 1 ? 'reached' : 'not reached';
        };
        for (const rule of [0, 1, null]) {
          const robust = rule === null ? found.goal! : found.rules[rule]!;
          const names = chosen.map((one) => one.case);
          expect(found.cases).toEqual(names);
          const said = names.map((name) => of(chosen, name, rule));
          expect(robust.said).toEqual(said);
          expect(robust.under).toEqual(others.map((cases) => names.map((name) => of(cases, name, rule))));
          names.forEach((name, i) => {
            let kept = 0;
            for (const cases of others) if (of(cases, name, rule) === said[i]) kept++;
            expect(robust.kept[i]).toBe(kept);
          });
          expect(robust.majority).toBe(majority(said));
          expect(robust.majorities).toEqual(
            others.map((cases) => majority(cases.map((one) => of(cases, one.case, rule)))),
          );
          // One case after another is taken out, and all is counted again.
          const hanging = names.flatMap((_, i) => {
            const left = majority([...said.slice(0, i), ...said.slice(i + 1)]);
            return left === majority(said) ? [] : [{ at: i, majority: left }];
          });
          expect(robust.without).toEqual(hanging);
        }
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('has nothing to say of a study without cases', () => {
    expect(robustnessOf([], [])).toEqual({ cases: [], variants: [], rules: [], goal: null });
  });
});

describe('thresholdsAround', () => {
  it.each([
    [1, [2, 3]],
    [2, [1, 3, 4]],
    [5, [3, 4, 6, 7]],
  ])('%i', (chosen, around) => {
    expect(thresholdsAround(chosen)).toEqual(around.map((codings) => ({ kind: 'threshold', codings })));
  });
});
