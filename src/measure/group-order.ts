import { byCodePoint } from '../core/order.js';
import { MISSING } from './coded-source.js';

/**
 * The groups of cases that occur, in the order of tables: those of `order` first, others in code-point order, `(none)`
 * last.
 */
export function groupOrder(strata: readonly { readonly group: string }[], order: readonly string[]): string[] {
  const present = new Set(strata.map(({ group }) => group));
  const first = [...new Set(order)].filter((name) => present.has(name));
  const rest = [...present].filter((name) => !first.includes(name));
  const rank = (name: string): number => (name === MISSING ? 1 : 0);
  return [...first, ...rest.sort((a, b) => rank(a) - rank(b) || byCodePoint(a, b))];
}
