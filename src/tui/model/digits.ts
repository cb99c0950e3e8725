import type { TagState } from './state.js';

/** The codes that the digits 1…9 stand for. */
export interface Digits {
  /** Ids of codes, by digit. */
  readonly recent: readonly string[];
  /** The same, the latest used first. */
  readonly lastUsed: readonly string[];
}

export const NO_DIGITS: Digits = { recent: [], lastUsed: [] };

/** How many digits there are. */
const MOST = 9;

/**
 * The digits after codes were used, one after another. A code keeps its digit, so that a hand may learn it; a new one
 * takes the next that is free, and where none is, that of the code that was not used for longest.
 */
export function withUsed({ recent, lastUsed }: Digits, codes: readonly string[]): Digits {
  return codes.reduce(withOne, { recent, lastUsed });
}

function withOne(digits: Digits, code: string): Digits {
  const { recent, lastUsed } = digits;
  if (lastUsed[0] === code) return digits;
  const order = [code, ...lastUsed.filter((each) => each !== code)];
  if (recent.includes(code)) return { recent, lastUsed: order };
  if (recent.length < MOST) return { recent: [...recent, code], lastUsed: order };
  const idle = recent.find((each) => !lastUsed.includes(each)) ?? lastUsed.at(-1)!;
  return {
    recent: recent.map((each) => (each === idle ? code : each)),
    lastUsed: order.filter((each) => each !== idle),
  };
}

/** The code that a digit stands for, or null. */
export function recentCode({ recent }: TagState, digit: string): string | null {
  return recent[Number(digit) - 1] ?? null;
}
