import { type CaseExpression, type Explained, explain } from './expression.js';
import type { Strata } from './strata.js';
import type { Truth } from '../truth.js';

/** If a case is so, these themes are added to it. */
export interface TheoryRule {
  readonly name: string;
  readonly condition: CaseExpression;
  /** Themes. */
  readonly adds: readonly string[];
}

/** How a rule stood in a case when it was last tried. */
export interface RuleTrace {
  readonly rule: number;
  /** 1: it fired; null: it is unknown whether it would. */
  readonly fired: Truth;
  readonly condition: Explained;
}

/** What the analyst judged of themes in a case: it holds wherever they are read, whatever rules add. */
export type Judged = ReadonlyMap<string, Truth>;

const NOTHING_JUDGED: Judged = new Map();

/** What the rules make of a case. */
export interface Derived {
  /** By theme: as it was judged, else 1 where a rule added it, null where one may have; others are not there. */
  readonly themes: ReadonlyMap<string, Truth>;
  /** One a rule, in their order. */
  readonly trace: readonly RuleTrace[];
}

/**
 * Tries the rules once, from top to bottom; a theme is there for the rules below the one that adds it.
 *
 * Source: S. Hesse-Biber, P. Dupuis & T. S. Kinder (1991), HyperRESEARCH, Amer. Behav. Scientist 34:728.
 */
export function inOnePass(rules: readonly TheoryRule[], facts: readonly Truth[], judged = NOTHING_JUDGED): Derived {
  const themes = new Map(judged);
  const trace = rules.map((_, rule) => tryRule(rules, rule, facts, themes, judged));
  return { themes, trace };
}

/**
 * Tries the rules again until nothing is added, stratum by stratum: what a `not` reads is settled before it is read, so
 * that the order of the rules makes no difference.
 *
 * Source: K. R. Apt, H. A. Blair & A. Walker (1988), Towards a theory of declarative knowledge, ch. 2 in Foundations of
 * Deductive Databases and Logic Programming.
 */
export function toFixpoint(
  rules: readonly TheoryRule[],
  strata: Strata,
  facts: readonly Truth[],
  judged = NOTHING_JUDGED,
): Derived {
  const themes = new Map(judged);
  const last = new Map<number, RuleTrace>();
  for (const stratum of strata) {
    for (let before = ''; ;) {
      for (const rule of stratum) last.set(rule, tryRule(rules, rule, facts, themes, judged));
      const now = JSON.stringify([...themes]);
      if (now === before) break;
      before = now;
    }
  }
  return { themes, trace: rules.map((_, rule) => last.get(rule)!) };
}

function tryRule(
  rules: readonly TheoryRule[],
  rule: number,
  facts: readonly Truth[],
  themes: Map<string, Truth>,
  judged: Judged,
): RuleTrace {
  const { condition, adds } = rules[rule]!;
  const explained = explain(condition, facts, themes);
  if (explained.value !== 0) {
    // What one rule adds for certain, another's doubt does not take back.
    for (const theme of adds) if (!judged.has(theme) && themes.get(theme) !== 1) themes.set(theme, explained.value);
  }
  return { rule, fired: explained.value, condition: explained };
}
