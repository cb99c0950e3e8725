/** How far apart two values are, for Krippendorff's α: 0 alike, never negative, symmetric. */
export interface Metric<T> {
  readonly id: string;
  readonly name: string;
  /** The same for values that are the same. */
  readonly key: (value: T) => string;
  /**
   * The distances between some values.
   *
   * @param values all different
   * @param counts how often each was given: ranks depend on that
   * @returns the distance between the values at two places
   */
  readonly among: (values: readonly T[], counts: ArrayLike<number>) => (a: number, b: number) => number;
}
