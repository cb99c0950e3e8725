import { nearest } from '../core/suggest.js';
import type { Codebook } from './codebook.js';

/** What is wrong with an id of a code, and what to do. */
export interface UnknownCode {
  readonly message: string;
  readonly remedy: string;
}

/**
 * What to say of an id that somebody gave by hand and that no code has. One that a code once had may now be more than it
 * was: it is not taken for the code in silence, as it is in files that were written before.
 */
export function unknownCode({ codes }: Pick<Codebook, 'codes'>, id: string): UnknownCode {
  const present = codes.find(({ was }) => was.includes(id))?.id;
  if (present !== undefined) {
    const message = `the code "${id}" was renamed or merged: it is ${present} now`;
    return { message, remedy: `Name ${present}: what was coded ${id} is among its codings.` };
  }
  const close = nearest(
    id,
    codes.map((code) => code.id),
  );
  const remedy = close ? `Did you mean ${close}?` : 'qcode codebook list shows them.';
  return { message: `the codebook has no code "${id}"`, remedy };
}
