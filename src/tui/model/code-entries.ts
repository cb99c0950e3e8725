import type { Codebook } from '../../codebook/codebook.js';
import { paletteColor } from '../view/palette.js';
import type { CodeEntry } from './state.js';

/** The codes as the terminal shows them, in the order of the codebook. */
export function codeEntries(codebook: Codebook, memoOf: (code: string) => string): CodeEntry[] {
  return codebook.codes.map(({ id, name, parent, depth, color, definition, include, exclude }, i) => {
    const memo = memoOf(id);
    return {
      id,
      name,
      parent,
      depth,
      color: color ?? paletteColor(i),
      ...(definition !== undefined && { definition }),
      ...(include !== undefined && { include }),
      ...(exclude !== undefined && { exclude }),
      ...(memo !== '' && { memo }),
    };
  });
}
