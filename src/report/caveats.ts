import type { SourceGlance } from '../measure/glance.js';
import { counted } from './basis.js';

/** What happened while a study was read that a reader of its figures must know. */
export interface Incidents {
  /** Sources that could not be read, and why. */
  readonly unread: readonly { readonly source: string; readonly reason: string }[];
  /** Rules that ran out of time and were left out for every source: the code's id and the rule's name. */
  readonly runaways: readonly { readonly code: string; readonly rule: string }[];
  /** Stored codings that found no place in their source, and are in no figure. */
  readonly unplaced: readonly { readonly source: string; readonly coder: string; readonly codings: number }[];
  /** How many turns are in no figure since their speaker did not consent. */
  readonly silentTurns: number;
}

export const NO_INCIDENTS: Incidents = { unread: [], runaways: [], unplaced: [], silentTurns: 0 };

/** A source is of a language when more than this share of its words is. */
const MOST = 0.5;

/** Words of Chinese are single characters, so that a rate per 1,000 of them is no rate per 1,000 English words. */
export function languageCaveat(glances: readonly SourceGlance[]): string[] {
  const spoken = glances.filter(({ words }) => words > 0);
  const han = spoken.filter(({ words, hanCharacters }) => hanCharacters > MOST * words).length;
  if (han === 0 || han === spoken.length) return [];
  return [
    `Mixed languages: ${counted(han, 'source')} mostly of Han characters, each counted as a word, and ${spoken.length - han} of spaced words. Rates per 1,000 words must not be compared between them.`,
  ];
}

/** What may mislead a reader who does not know it, most serious first. */
export function caveatsOf(incidents: Incidents, filters: readonly string[], glances: readonly SourceGlance[]): string[] {
  const { unread, runaways, unplaced, silentTurns } = incidents;
  return [
    ...unread.map(({ source, reason }) => `Not read, and in no figure: ${source} (${reason}).`),
    ...runaways.map(({ code, rule }) => `The rule ${rule} of ${code} ran out of time and was left out for every source.`),
    ...unplaced.map(
      ({ source, coder, codings }) =>
        `${counted(codings, 'coding')} of ${coder} in ${source} found no place in the text and ${codings === 1 ? 'is' : 'are'} in no figure.`,
    ),
    ...(silentTurns > 0 ? [`${counted(silentTurns, 'turn')} without consent ${silentTurns === 1 ? 'is' : 'are'} in no figure.`] : []),
    ...(filters.length > 0 ? [`Every figure rests on part of what was read: ${filters.join('; ')}.`] : []),
    ...languageCaveat(glances),
  ];
}
