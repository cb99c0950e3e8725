/** Whether something holds of a case: 1, 0, or null where the data do not say. */
export type Truth = 0 | 1 | null;

/**
 * Not, and, or over three values: what is unknown stays so unless the other side decides.
 *
 * Source: S. C. Kleene (1952), Introduction to Metamathematics, § 64 (strong tables).
 *
 * @example
 * and(0, null) // => 0
 */
export function and(a: Truth, b: Truth): Truth {
  if (a === 0 || b === 0) return 0;
  return a === null || b === null ? null : 1;
}

/** The same of `or`. */
export function or(a: Truth, b: Truth): Truth {
  return not(and(not(a), not(b)));
}

/** The same of `not`. */
export function not(a: Truth): Truth {
  return a === null ? null : a === 1 ? 0 : 1;
}

/**
 * Of the whole, where one part having something is enough: 1 where one has, else 0 where one is known not to. Unlike
 * `or`, parts that say nothing leave what others say as it is.
 *
 * @example
 * together([0, null]) // => 0
 */
export function together(values: readonly Truth[]): Truth {
  if (values.includes(1)) return 1;
  return values.includes(0) ? 0 : null;
}
