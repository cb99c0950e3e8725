/**
 * A figure, or null and the reason why there is none. Undefined is never 0, NaN or a clamped value; `flag` says what is
 * odd about a value that is defined.
 */
export type Measured<T = number> =
  { readonly value: T; readonly flag?: string } | { readonly value: null; readonly reason: string };

/** A range of values, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** No figure, and why. */
export function undefinedAs(reason: string): { readonly value: null; readonly reason: string } {
  return { value: null, reason };
}
