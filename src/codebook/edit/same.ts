import type { FoldOptions } from '../../text/fold.js';
import type { Keyword, Rule } from '../codebook.js';
import { identityOf } from '../duplicates.js';

/** Whether one of the keywords finds the same as another. */
export function sameExceptions(keywords: readonly Keyword[], other: Keyword, fold: FoldOptions): boolean {
  return keywords.some((keyword) => identityOf(keyword, fold) === identityOf(other, fold));
}

/** Whether rules find all that another finds, under the same conditions, and code the same segments with it. */
export function sameRules(rules: readonly Rule[], other: Rule, fold: FoldOptions): boolean {
  const alike = rules.filter((rule) => conditionsOf(rule, fold) === conditionsOf(other, fold));
  const found = alike.flatMap(({ any }) => any);
  return other.any.every((keyword) => sameExceptions(found, keyword, fold));
}

function conditionsOf({ near, unless, within, speaker, segment }: Rule, fold: FoldOptions): string {
  const identities = (keywords: readonly Keyword[]): string[] => keywords.map((one) => identityOf(one, fold)).sort();
  return JSON.stringify([identities(near), identities(unless), within?.words, within?.chars, speaker, segment]);
}
