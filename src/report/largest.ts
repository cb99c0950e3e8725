/** The largest of any number of figures, and at least `least`: spreading a long list into Math.max overflows the stack. */
export function largest(figures: readonly number[], least: number): number {
  return figures.reduce((most, one) => Math.max(most, one), least);
}
