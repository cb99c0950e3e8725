import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { reasonOf } from './refusal.js';

export { finding };

/** What the system said when a file could not be read. */
export function unreadable(path: string, error: unknown): Diagnostic {
  const refusal = error as NodeJS.ErrnoException;
  if (refusal.code === 'ENOENT') return finding('QC402', `${path} does not exist`, { file: path });
  return finding('QC409', `${path} cannot be read: ${reasonOf(refusal)}`, { file: path });
}
