import type { Scripts } from '../measure/scripts.js';
import { counted } from './basis.js';

/** Codings of a coder without a sure place in a source, and how many of them are of which kind. */
export interface Unplaced {
  readonly source: string;
  readonly coder: string;
  readonly codings: number;
  /** Words like them stand in one place. */
  readonly fuzzy: number;
  /** They may stand in several places. */
  readonly ambiguous: number;
  /** Nothing like them stands there. */
  readonly lost: number;
}

/** What happened while a study was read that a reader of its figures must know. */
export interface Incidents {
  /** Sources that could not be read, and why. */
  readonly unread: readonly { readonly source: string; readonly reason: string }[];
  /** Rules that ran out of time and were left out for every source: the code's id and the rule's name. */
  readonly runaways: readonly { readonly code: string; readonly rule: string }[];
  /** Stored codings that were found in another place of their corrected source, and count there. Absent: none. */
  readonly moved?: readonly { readonly source: string; readonly coder: string; readonly codings: number }[];
  /** Stored codings that found no sure place in their corrected source, and are in no figure. */
  readonly unplaced: readonly Unplaced[];
  /** How far coders who mark units as seen have come, by source. Absent: nobody does. */
  readonly read?: readonly ReadSoFar[];
  /** How many turns are in no figure since their speaker did not consent. */
  readonly silentTurns: number;
}

/** How many units of a source a coder has marked as seen. */
export interface ReadSoFar {
  readonly source: string;
  readonly coder: string;
  readonly kind: string;
  readonly seen: number;
  readonly units: number;
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

/** That the turns of interviewers could not be left out where none was found. */
export function interviewerCaveats({
  sources,
  interviewed,
}: {
  readonly sources: number;
  readonly interviewed: number;
}): string[] {
  if (interviewed === sources) return [];
  return [
    `No interviewer was recognised in ${sources - interviewed} of ${counted(sources, 'source')}: questions asked there count as answers. Declare labels under speakers in qcode.yaml (QC429).`,
  ];
}

/** What coders have not read yet, one sentence for each of them and kind of unit; nothing where all is read. */
function unreadCaveats(read: readonly ReadSoFar[]): string[] {
  const sums = new Map<string, { coder: string; kind: string; seen: number; units: number; partly: number }>();
  for (const { coder, kind, seen, units } of read) {
    const sum = sums.get(`${coder}/${kind}`) ?? { coder, kind, seen: 0, units: 0, partly: 0 };
    sums.set(`${coder}/${kind}`, {
      ...sum,
      seen: sum.seen + seen,
      units: sum.units + units,
      partly: sum.partly + (seen < units ? 1 : 0),
    });
  }
  return [...sums.values()]
    .filter(({ seen, units }) => seen < units)
    .map(
      ({ coder, kind, seen, units, partly }) =>
        `${coder} has marked ${seen} of ${counted(units, kind)} seen: ${counted(partly, 'source')} ${partly === 1 ? 'is' : 'are'} not read to the end, and what is coded there may be less than there is.`,
    );
}

function kindsOf({ fuzzy, ambiguous, lost }: Unplaced): string {
  const kinds: readonly (readonly [number, string])[] = [
    [fuzzy, 'with other words'],
    [ambiguous, 'with several places'],
    [lost, 'with none'],
  ];
  return kinds.flatMap(([count, how]) => (count > 0 ? [`${count} ${how}`] : [])).join(', ');
}

/** What may mislead a reader who does not know it, most serious first. */
export function caveatsOf(incidents: Incidents, filters: readonly string[], scripts: Readonly<Scripts>): string[] {
  const { unread, runaways, unplaced, moved = [], read = [], silentTurns } = incidents;
  return [
    ...unread.map(({ source, reason }) => `Not read, and in no figure: ${source} (${reason}).`),
    ...runaways.map(
      ({ code, rule }) => `The rule ${rule} of ${code} ran out of time and was left out for every source.`,
    ),
    ...unplaced.map(
      (one) =>
        `${counted(one.codings, 'coding')} of ${one.coder} in ${one.source} found no sure place in the corrected text and ${one.codings === 1 ? 'is' : 'are'} in no figure (${kindsOf(one)}); qcode reanchor shows ${one.codings === 1 ? 'it' : 'them'}.`,
    ),
    ...moved.map(
      ({ source, coder, codings }) =>
        `${counted(codings, 'coding')} of ${coder} in ${source} ${codings === 1 ? 'counts' : 'count'} where the quotation now stands: the text was corrected after coding.`,
    ),
    ...unreadCaveats(read),
    ...(silentTurns > 0
      ? [`${counted(silentTurns, 'turn')} without consent ${silentTurns === 1 ? 'is' : 'are'} in no figure.`]
      : []),
    ...(filters.length > 0 ? [`Every figure rests on part of what was read: ${filters.join('; ')}.`] : []),
    ...scriptCaveat(scripts),
  ];
}
