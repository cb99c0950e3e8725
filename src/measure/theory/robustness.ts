import type { AnalysisSet } from '../analysis-set.js';
import type { TestedCase, Verdict } from './tested.js';
import type { Theory } from './theory.js';
import type { Truth } from '../truth.js';
import type { Cut } from './values.js';

/** A way of trying the theory that differs from the chosen one in one respect. */
export type Variant =
  /** So many affirming codings make a code 1. */
  | { readonly kind: 'threshold'; readonly codings: number }
  /** The chosen threshold, and at least this share (0…1) of a code's codings in the case affirm it. */
  | { readonly kind: 'share'; readonly share: number }
  /** Codings of another set. */
  | { readonly kind: 'set'; readonly set: AnalysisSet };

/** What a case says of a rule, or whether it reaches the goal. */
export type Said = Verdict | 'reached' | 'not reached' | 'unknown';

/** Whether more of the cases that speak, speak for it or against it; `none` where none of them speaks. */
export type Majority = 'for' | 'against' | 'even' | 'none';

/** What becomes of one rule, or of the goal. */
export interface Robust {
  /** By case: chosen. */
  readonly said: readonly Said[];
  /** By variant, by case. */
  readonly under: readonly (readonly Said[])[];
  /** By case: in how many variants it says the same as chosen. */
  readonly kept: readonly number[];
  readonly majority: Majority;
  /** By variant. */
  readonly majorities: readonly Majority[];
  /** Cases, by position, without one of which the chosen majority would be another; and which. */
  readonly without: readonly { readonly at: number; readonly majority: Majority }[];
}

export interface Robustness {
  /** In the order of what stands by case. */
  readonly cases: readonly string[];
  readonly variants: readonly Variant[];
  /** One a rule. */
  readonly rules: readonly Robust[];
  /** Null where the theory has no goal. */
  readonly goal: Robust | null;
}

/**
 * How what the cases say changes from variant to variant.
 *
 * @param chosen cases in the order of the report
 * @param tried the same cases, in any order, in each variant
 */
export function robustnessOf(
  chosen: readonly TestedCase[],
  tried: readonly { readonly variant: Variant; readonly cases: readonly TestedCase[] }[],
): Robustness {
  const inOrder = tried.map(({ cases }) => {
    const byName = new Map(cases.map((one) => [one.case, one]));
    return chosen.map((one) => byName.get(one.case)!);
  });
  const robust = (said: (one: TestedCase) => Said): Robust =>
    robustOf(
      chosen.map(said),
      inOrder.map((cases) => cases.map(said)),
    );
  return {
    cases: chosen.map((one) => one.case),
    variants: tried.map(({ variant }) => variant),
    rules: (chosen[0]?.rules ?? []).map((_, rule) => robust(({ rules }) => rules[rule]!.verdict)),
    goal: chosen[0]?.goal ? robust(({ goal }) => reachedOf(goal!.value)) : null,
  };
}

function robustOf(said: readonly Said[], under: readonly (readonly Said[])[]): Robust {
  const majority = majorityOf(said);
  return {
    said,
    under,
    kept: said.map((one, at) => under.filter((others) => others[at] === one).length),
    majority,
    majorities: under.map(majorityOf),
    without: said.flatMap((_, at) => {
      const left = majorityOf(said.filter((_, other) => other !== at));
      return left === majority ? [] : [{ at, majority: left }];
    }),
  };
}

const reachedOf = (value: Truth): Said => (value === null ? 'unknown' : value === 1 ? 'reached' : 'not reached');

const FOR: ReadonlySet<Said> = new Set<Said>(['supports', 'reached']);
const AGAINST: ReadonlySet<Said> = new Set<Said>(['contradicts', 'not reached']);

/** How many cases speak for it, and how many against it. */
export function speaking(said: readonly Said[]): { readonly for: number; readonly against: number } {
  return {
    for: said.filter((one) => FOR.has(one)).length,
    against: said.filter((one) => AGAINST.has(one)).length,
  };
}

/** What the majority of the cases that speak says. */
function majorityOf(said: readonly Said[]): Majority {
  const count = speaking(said);
  if (count.for === 0 && count.against === 0) return 'none';
  return count.for > count.against ? 'for' : count.for < count.against ? 'against' : 'even';
}

/** When a code is 1 in a variant of the threshold or the share. */
export function cutOf(variant: Variant, { threshold }: Pick<Theory, 'threshold'>): Cut {
  return {
    codings: variant.kind === 'threshold' ? variant.codings : threshold,
    share: variant.kind === 'share' ? variant.share : 0,
  };
}

/** How far beyond the chosen threshold others are tried. */
const REACH = 2;

/** The two thresholds below the chosen one, and the two above it. */
export function thresholdsAround(chosen: number): readonly Variant[] {
  return Array.from({ length: 2 * REACH + 1 }, (_, i) => chosen - REACH + i)
    .filter((codings) => codings >= 1 && codings !== chosen)
    .map((codings) => ({ kind: 'threshold', codings }));
}

/** Half of a code's codings, and all of them: of use where some do not affirm it. */
export const SHARES: readonly Variant[] = [
  { kind: 'share', share: 0.5 },
  { kind: 'share', share: 1 },
];
