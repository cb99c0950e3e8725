import type { TagState } from '../state.js';

/** The code that a digit stands for, or null. */
export function recentCode({ recent }: TagState, digit: string): string | null {
  return recent[Number(digit) - 1] ?? null;
}

/** How many digits there are. */
const MOST = 9;

/**
 * The recent codes after some were used: those among them keep their digits, so that a hand may learn them; others come
 * in at the front.
 */
export function recentAfter(recent: readonly string[], used: readonly string[]): readonly string[] {
  const added = [...new Set(used)].filter((code) => !recent.includes(code));
  return added.length === 0 ? recent : [...added, ...recent].slice(0, MOST);
}
