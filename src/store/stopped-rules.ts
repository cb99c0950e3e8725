import type { Code, Codebook, Rule } from '../codebook/codebook.js';

/** The codebook with the rules emptied in which one of these expressions stands: their places stay. */
export function withoutRules(codebook: Codebook, excluded: ReadonlySet<string>): Codebook {
  if (excluded.size === 0) return codebook;
  const codes = codebook.codes.map((code) => ({
    ...code,
    rules: code.rules.map((rule) =>
      usesExpression(code, rule, excluded) ? { ...rule, any: [], near: [], unless: [] } : rule,
    ),
  }));
  return { ...codebook, codes };
}

/** Whether one of these expressions, as written, stands in a rule or in the exceptions to it: it cannot be run without them. */
export function usesExpression({ except }: Code, { any, near, unless }: Rule, written: ReadonlySet<string>): boolean {
  return [...any, ...near, ...unless, ...except].some(
    (keyword) => keyword.kind === 'expression' && written.has(keyword.written),
  );
}
