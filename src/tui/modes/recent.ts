import type { TagState } from '../model/state.js';

/** The code that a digit stands for, or null. */
export function recentCode({ recent }: TagState, digit: string): string | null {
  return recent[Number(digit) - 1] ?? null;
}

/** How many digits there are. */
const MOST = 9;

/**
 * The recent codes after some were used. A code keeps its digit, so that a hand may learn it; a new one takes the next
 * that is free, the last ones where none is.
 */
export function recentAfter(recent: readonly string[], used: readonly string[]): readonly string[] {
  const added = [...new Set(used)].filter((code) => !recent.includes(code));
  return added.length === 0 ? recent : [...recent.slice(0, Math.max(0, MOST - added.length)), ...added].slice(0, MOST);
}
