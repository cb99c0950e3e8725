import { createHash } from 'node:crypto';

/** SHA-256, in hexadecimal, of canonical text: what anchors and units seen carry. */
export function digestOf(text: Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
