import type { WritePurpose } from './state.js';

/** Whether what is written is a memo, which has several lines, and not a name. */
export function isMemo({ for: purpose }: WritePurpose): boolean {
  return purpose === 'coding memo' || purpose === 'code memo' || purpose === 'source memo';
}
