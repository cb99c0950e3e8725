import { byCodePoint } from '../core/order.js';
import { type Languages, isUndeclared, settledLanguages } from '../measure/language.js';
import { counted } from './basis.js';

/** What a reader must know where nobody said of which language sources are. */
export function undeclaredCaveats(languages: Languages): string[] {
  const settled = settledLanguages(languages.keys());
  return [...languages]
    .filter(([name]) => isUndeclared(name))
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([name, sources]) => {
      const own = settled(name);
      const taken = languages.has(own)
        ? `taken as ${own}, the only language declared in that script`
        : 'which several languages may share, taken as one';
      return `Language not declared: ${counted(sources, 'source')} of ${name}, ${taken}. Write language: into their headers, cases.csv or qcode.yaml.`;
    });
}

/** That chance was reckoned over languages together; nothing where there is one. */
export function pooledCaveats(languages: Languages): string[] {
  const settled = settledLanguages(languages.keys());
  const sums = new Map<string, number>();
  for (const [name, sources] of languages) sums.set(settled(name), (sums.get(settled(name)) ?? 0) + sources);
  if (sums.size < 2) return [];
  const named = [...sums].sort(([a], [b]) => byCodePoint(a, b)).map(([name, sources]) => `${name} ${sources}`);
  return [
    `Languages are pooled (sources: ${named.join(', ')}): codes that one language has more of go together here even where they do not within any. --pairs --by language keeps them apart.`,
  ];
}
