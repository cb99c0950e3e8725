import { themesRead } from './expression.js';
import type { TheoryRule } from './rules.js';

/** Places of rules, in the order in which they may be settled; each rule stands in one of them. */
export type Strata = readonly (readonly number[])[];

/** Rules that negate, by way of others, what they themselves add: no order settles them. */
export interface Unstratified {
  readonly theme: string;
  readonly rule: number;
}

/**
 * Sorts rules so that a theme which some rule reads behind a `not` is settled by rules of a stratum before.
 *
 * Source: Apt, Blair & Walker (1988), as in `toFixpoint`.
 */
export function strataOf(rules: readonly TheoryRule[]): Strata | Unstratified {
  const level = new Map<string, number>();
  const levelOf = (theme: string): number => level.get(theme) ?? 0;
  const themes = new Set(rules.flatMap(({ adds }) => adds));
  for (let changed = true; changed;) {
    changed = false;
    for (const [rule, { condition, adds }] of rules.entries()) {
      const least = needed(condition, levelOf);
      for (const theme of adds) {
        if (levelOf(theme) >= least) continue;
        // Without a circle through a `not` there are no more levels than themes.
        if (least > themes.size) return { theme, rule };
        level.set(theme, least);
        changed = true;
      }
    }
  }
  const ofRules = rules.map(({ condition, adds }) => Math.max(needed(condition, levelOf), ...adds.map(levelOf)));
  const levels = [...new Set(ofRules)].sort((a, b) => a - b);
  return levels.map((one) => ofRules.flatMap((own, rule) => (own === one ? [rule] : [])));
}

/** The lowest stratum in which a condition can be read. */
function needed(condition: TheoryRule['condition'], levelOf: (theme: string) => number): number {
  return Math.max(0, ...themesRead(condition).map(({ name, isNegated }) => levelOf(name) + (isNegated ? 1 : 0)));
}

/** Themes that a rule reads although only later rules add them: in one pass they are never there. */
export function readTooEarly(
  rules: readonly TheoryRule[],
): readonly { readonly rule: number; readonly theme: string }[] {
  return rules.flatMap(({ condition }, rule) => {
    const read = new Set(themesRead(condition).map(({ name }) => name));
    return [...read].flatMap((theme) => {
      const adding = rules.flatMap(({ adds }, at) => (adds.includes(theme) ? [at] : []));
      return adding.length > 0 && adding.every((at) => at >= rule) ? [{ rule, theme }] : [];
    });
  });
}
