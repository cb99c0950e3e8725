import { type Reading, counted } from '../report/basis.js';

/** What to say of a search that finds nothing. */
export interface NothingFound {
  readonly message: string;
  readonly remedy: string;
}

/** Where a text was looked for in vain, and what else may find it. */
export function nothingFound(text: string, { sources, filters }: Reading): NothingFound {
  const filtered = filters.length > 0 ? ` (${filters.join('; ')})` : '';
  return {
    message: `“${text}” is found nowhere in ${counted(sources, 'source')}${filtered}`,
    remedy: `Try ${otherForm(text)}${wider(filters)}.`,
  };
}

/** A form of the text that finds more. */
function otherForm(text: string): string {
  if (/^\/.+\/[a-z]*$/u.test(text)) return 'words in place of the expression';
  if (text.startsWith('=')) return `${text.slice(1)}, which is found in other case, width and script of Han too`;
  const [first = '', ...others] = text.replaceAll('*', '').split(/\s+/u);
  if (!/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(first)) return 'fewer characters';
  const words = others.length > 0 ? 'fewer words' : 'fewer letters';
  return text.endsWith('*') ? words : `${words}, or ${first}* for all words that begin so`;
}

/** What the filters may have left out. */
function wider(filters: readonly string[]): string {
  const questions = filters.some((filter) => filter.startsWith('turns of interviewers'));
  const others = filters.length > (questions ? 1 : 0);
  return `${questions ? '; --include-interviewer looks into questions too' : ''}${others ? '; fewer filters find more' : ''}`;
}
