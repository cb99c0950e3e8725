import type { Scale } from '../measure/frequency-matrix.js';
import type { Counting, Frequency } from '../measure/frequency-types.js';
import { whyUnknown } from './asked.js';
import { type Basis, counted } from './basis.js';
import { scriptCaveat } from './caveats.js';

/** What is counted, in words. */
export const MEANING: Readonly<Record<Counting, string>> = {
  segments: 'distinct coded segments (source, start, end, code), however many hits or coders each has',
  hits: 'matched words of the rules’ codings in the set, after all conditions and exceptions; codings by hand have none',
  sources: 'sources that hold the code',
  cases: 'cases that hold the code',
  words: 'words of the text coded, overlapping segments once; every Han character is a word',
  characters: 'characters of the text coded, white space left out, overlapping segments once',
};

/** What rows hold. */
const OWN = 'Rows hold a code’s own codings; those of the codes below it stand in their own rows.';
const ROLLED_UP = 'Rows hold the codings of a code and of all codes below it, distinct by segment.';

export function rowsNote({ options }: Frequency): string {
  return options.rollup ? ROLLED_UP : OWN;
}

/** Rates that divide by text, over sources of several languages. */
export function scriptNotes({ scripts }: Frequency, scale: Scale): string[] {
  return scale.kind === 'per' && (scale.of === 'words' || scale.of === 'characters') ? scriptCaveat(scripts) : [];
}

/** What rates divide by, where that is not all of the text for each code. */
export function partNotes(
  { rows, columns, groups }: Frequency,
  scale: Scale,
  codes: readonly number[] | undefined,
): string[] {
  if (scale.kind !== 'per') return [];
  const shown = codes ?? rows.map((_, code) => code);
  const partly = [...columns, ...groups.map(({ total }) => total)].some(({ base, lookedAt }) =>
    shown.some((code) => lookedAt.sources[code]! > 0 && lookedAt[scale.of][code]! < base[scale.of]!),
  );
  return partly
    ? [`Rates divide by the ${scale.of} of what was looked at for the code: not of all for every code.`]
    : [];
}

/** How many codes have no row, since a query cannot select them. */
export function leftOutNote({ asked }: Basis): string[] {
  const left = asked?.leftOut ?? 0;
  return left > 0 ? [`Left out: ${counted(left, 'code')} that the query cannot select.`] : [];
}

/**
 * Why a cell may be undefined.
 *
 * @param codes positions of the codes shown
 */
export function undefinedFor(
  counting: Counting,
  scale: Scale,
  { set: { kind }, asked }: Basis,
  codes: readonly number[],
): string {
  return [
    ...whyUnknown(asked, codes),
    ...(kind === 'adjudicated' ? ['what is decided there so far is not all and does not have it'] : []),
    ...(counting === 'hits' ? ['it has no keyword rule'] : []),
    ...(scale.kind === 'count' ? [] : ['there is nothing to divide by']),
  ].join(', or ');
}
