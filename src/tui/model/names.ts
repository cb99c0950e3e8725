import type { TagState } from './state.js';

/** What a code is called. */
export function nameOf({ codes }: TagState, code: string): string {
  return codes.find(({ id }) => id === code)?.name ?? code;
}

/** What several codes are called, parted by commas. */
export function namesOf(state: TagState, codes: readonly string[]): string {
  return [...new Set(codes)].map((code) => nameOf(state, code)).join(', ');
}
