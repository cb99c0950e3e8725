import type { Codebook, Keyword } from '../codebook/codebook.js';
import type { Stemmer } from '../match/stem.js';

/** Porter's stemmer, loaded only where a codebook asks for it. */
export async function loadStemmer(codebook: Codebook): Promise<Stemmer> {
  if (!hasKeyword(codebook, 'stem')) return (word) => word;
  const { default: porter } = await import('natural/lib/natural/stemmers/porter_stemmer.js');
  return (word) => porter.stem(word);
}

/** Whether a keyword of a kind stands anywhere in a codebook. */
export function hasKeyword(codebook: Codebook, kind: Keyword['kind']): boolean {
  const among = (keywords: readonly Keyword[]): boolean => keywords.some((keyword) => keyword.kind === kind);
  return codebook.codes.some(
    ({ rules, except }) =>
      among(except) || rules.some(({ any, near, unless }) => among(any) || among(near) || among(unless)),
  );
}
