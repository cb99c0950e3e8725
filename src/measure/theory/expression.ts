import { type Truth, and, not, or } from '../truth.js';

/** What a rule asks of a case. */
export type CaseExpression =
  /** What the codings of the case say, by its place among the facts. */
  | { readonly kind: 'fact'; readonly at: number }
  /** What rules have added. */
  | { readonly kind: 'theme'; readonly name: string }
  | { readonly kind: 'and' | 'or'; readonly left: CaseExpression; readonly right: CaseExpression }
  | { readonly kind: 'not'; readonly of: CaseExpression };

/** An expression with the value of each of its parts: why it holds, and why not. */
export type Explained = { readonly value: Truth } & (
  | { readonly kind: 'fact'; readonly at: number }
  | { readonly kind: 'theme'; readonly name: string }
  | { readonly kind: 'and' | 'or'; readonly left: Explained; readonly right: Explained }
  | { readonly kind: 'not'; readonly of: Explained }
);

/**
 * The value of an expression in a case, with those of its parts.
 *
 * @param facts by place
 * @param themes as judged, or of those that rules have added or may have added; what is absent is 0
 */
export function explain(
  expression: CaseExpression,
  facts: readonly Truth[],
  themes: ReadonlyMap<string, Truth>,
): Explained {
  switch (expression.kind) {
    case 'fact':
      return { ...expression, value: facts[expression.at]! };
    case 'theme':
      return { ...expression, value: themes.get(expression.name) ?? (themes.has(expression.name) ? null : 0) };
    case 'not': {
      const of = explain(expression.of, facts, themes);
      return { kind: 'not', of, value: not(of.value) };
    }
    default: {
      const left = explain(expression.left, facts, themes);
      const right = explain(expression.right, facts, themes);
      const join = expression.kind === 'and' ? and : or;
      return { kind: expression.kind, left, right, value: join(left.value, right.value) };
    }
  }
}

/** The facts that an expression asks for, by their places, as often as it does. */
export function factsOf(expression: CaseExpression | Explained): readonly number[] {
  switch (expression.kind) {
    case 'fact':
      return [expression.at];
    case 'theme':
      return [];
    case 'not':
      return factsOf(expression.of);
    default:
      return [...factsOf(expression.left), ...factsOf(expression.right)];
  }
}

/** The themes that an expression reads, and whether it reads each behind a `not`. */
export function themesRead(
  expression: CaseExpression,
  isNegated = false,
): readonly { readonly name: string; readonly isNegated: boolean }[] {
  switch (expression.kind) {
    case 'fact':
      return [];
    case 'theme':
      return [{ name: expression.name, isNegated }];
    case 'not':
      return themesRead(expression.of, !isNegated);
    default:
      return [...themesRead(expression.left, isNegated), ...themesRead(expression.right, isNegated)];
  }
}

/** The parts that keep an expression from holding: each is 0 or unknown where the whole wants it otherwise. */
export function obstacles(explained: Explained, wanted: 0 | 1 = 1): readonly Explained[] {
  if (explained.value === wanted) return [];
  switch (explained.kind) {
    case 'not':
      return obstacles(explained.of, wanted === 1 ? 0 : 1);
    case 'and':
    case 'or':
      return [...obstacles(explained.left, wanted), ...obstacles(explained.right, wanted)];
    default:
      return [explained];
  }
}
