import { isCondition } from '../query/bound.js';
import type { Query } from '../query/syntax.js';

/*
 * What joins parts that are said of a case, and what joins parts that are asked of single codings: both are written `and`
 * and `or`.
 */

type Themes = ReadonlySet<string>;

/** Whether a part names what rules add. */
export function isTheme(part: Query, themes: Themes): part is Query & { readonly kind: 'codes' } {
  return part.kind === 'codes' && themes.has(part.word.text);
}

/** Whether `and` and `or` join what is said of the case; a condition beside a code is asked of the code's codings. */
export function isOfCase({ kind, left, right }: Query & { readonly kind: 'and' | 'or' }, themes: Themes): boolean {
  const conditions = [left, right].filter(isCondition).length;
  if (conditions === 0 || kind === 'or') return conditions < 2;
  return conditions === 1 && (readsTheme(left, themes) || readsTheme(right, themes));
}

function readsTheme(part: Query, themes: Themes): boolean {
  if (part.kind === 'not') return readsTheme(part.of, themes);
  if (part.kind === 'and' || part.kind === 'or') return readsTheme(part.left, themes) || readsTheme(part.right, themes);
  return isTheme(part, themes);
}
