import type { Scripts } from '../measure/scripts.js';
import { counted } from './basis.js';

/** What happened while a study was read that a reader of its figures must know. */
export interface Incidents {
  /** Sources that could not be read, and why. */
  readonly unread: readonly { readonly source: string; readonly reason: string }[];
  /** Rules that ran out of time and were left out for every source: the code's id and the rule's name. */
  readonly runaways: readonly { readonly code: string; readonly rule: string }[];
  /** Stored codings that were found in another place of their corrected source, and count there. Absent: none. */
  readonly moved?: readonly { readonly source: string; readonly coder: string; readonly codings: number }[];
  /** Stored codings that found no place in their source, and are in no figure. */
  readonly unplaced: readonly { readonly source: string; readonly coder: string; readonly codings: number }[];
  /** How many turns are in no figure since their speaker did not consent. */
  readonly silentTurns: number;
}

/** Where nothing is said of languages. */
export const NO_SCRIPTS: Readonly<Scripts> = { han: 0, spaced: 0 };

export const NO_INCIDENTS: Incidents = { unread: [], runaways: [], unplaced: [], silentTurns: 0 };

/**
 * What holds of rates over sources of several languages; nothing where there is one.
 * Words of Chinese are single characters, so that a rate per 1,000 of them is no rate per 1,000 English words; and 1,000
 * Han characters say more than 1,000 letters.
 */
export function scriptCaveat({ han, spaced }: Readonly<Scripts>): string[] {
  if (han === 0 || spaced === 0) return [];
  return [
    `Mixed languages: ${counted(han, 'source')} mostly of Han characters, each counted as a word, and ${spaced} of spaced words. Rates per words or characters must not be compared between them, and pooled rates mix them.`,
  ];
}

/** What may mislead a reader who does not know it, most serious first. */
export function caveatsOf(incidents: Incidents, filters: readonly string[], scripts: Readonly<Scripts>): string[] {
  const { unread, runaways, unplaced, moved = [], silentTurns } = incidents;
  return [
    ...unread.map(({ source, reason }) => `Not read, and in no figure: ${source} (${reason}).`),
    ...runaways.map(
      ({ code, rule }) => `The rule ${rule} of ${code} ran out of time and was left out for every source.`,
    ),
    ...unplaced.map(
      ({ source, coder, codings }) =>
        `${counted(codings, 'coding')} of ${coder} in ${source} found no sure place in the corrected text and ${codings === 1 ? 'is' : 'are'} in no figure.`,
    ),
    ...moved.map(
      ({ source, coder, codings }) =>
        `${counted(codings, 'coding')} of ${coder} in ${source} ${codings === 1 ? 'counts' : 'count'} where the quotation now stands: the text was corrected after coding.`,
    ),
    ...(silentTurns > 0
      ? [`${counted(silentTurns, 'turn')} without consent ${silentTurns === 1 ? 'is' : 'are'} in no figure.`]
      : []),
    ...(filters.length > 0 ? [`Every figure rests on part of what was read: ${filters.join('; ')}.`] : []),
    ...scriptCaveat(scripts),
  ];
}
