import { byCodePoint } from '../core/order.js';
import type { AnalysisSet } from '../measure/analysis-set.js';
import { holdsRules } from '../measure/analysis-set.js';
import { type CodingTimes, beganAt } from '../measure/saturation/creation.js';
import { type Presence, type PresenceTally, isLookedAt } from '../measure/code-presence.js';
import { counted } from '../report/basis.js';
import { UsageError } from './failure.js';

/** Sources or cases in order, and what is to be said of that. */
export interface Ordered {
  readonly rows: readonly { readonly row: Presence; readonly began: string | null }[];
  /** The order in words. */
  readonly words: string;
  /** Whether a code is new where the logs say that it was laid first. */
  readonly byCreation: boolean;
  readonly notes: readonly string[];
}

/** More names than these are not listed in a note. */
const MOST = 8;

/**
 * Puts sources or cases into the order asked for; without one into that of coding, if the logs know it of all. Those at
 * which nobody looked for any of the codes are left out and named: their codes are not known.
 *
 * @param order `coded`, `listed`, or the attribute that the tally ranks by
 */
export function ordered(
  { rows: all, options: { by } }: PresenceTally,
  codes: readonly number[],
  order: string | undefined,
  times: CodingTimes,
  set: AnalysisSet,
): Ordered {
  const listed = [...all.values()].map((row) => ({ row, began: beganAt(row, times) ?? null }));
  if (by === 'case') listed.sort((a, b) => byCodePoint(a.row.key, b.row.key));
  const rows = listed.filter(({ row }) => isLookedAt(row, codes));
  if (rows.length === 0) {
    throw new UsageError(
      `no ${by} has been coded yet: nobody looked for these codes`,
      'qcode sources lists the sources; --coder, --manual, --rules and --all say whose codings count.',
    );
  }
  const left = listed.filter(({ row }) => !isLookedAt(row, codes)).map(({ row }) => row.key);
  const notes =
    left.length > 0
      ? [`Left out, as nobody looked for these codes there: ${counted(left.length, by)} (${named(left)}).`]
      : [];
  const untimed = rows.filter(({ began }) => began === null).map(({ row }) => row.key);
  if (order === 'coded' && untimed.length > 0) {
    throw new UsageError(
      `the logs do not say when ${named(untimed)} ${untimed.length === 1 ? 'was' : 'were'} coded`,
      '--order listed takes them as qcode sources lists them.',
    );
  }
  if (order === 'coded' || (order === undefined && untimed.length === 0)) {
    const inTime = [...rows].sort((a, b) => byCodePoint(a.began!, b.began!));
    return { rows: inTime, words: 'in the order of coding', byCreation: !holdsRules(set), notes };
  }
  if (order === undefined || order === 'listed')
    return { rows, words: `as ${by}s are listed`, byCreation: false, notes };
  return { rows: ranked(rows, order, by), words: `in the order of ${order}`, byCreation: false, notes };
}

/** Numbers in their order where all ranks are such, else texts as they compare by code points: ISO dates in order of time. */
function ranked<Row extends { readonly row: Presence }>(rows: readonly Row[], attribute: string, by: string): Row[] {
  const without = rows.filter(({ row }) => row.ranks.size === 0).map(({ row }) => row.key);
  if (without.length > 0) {
    throw new UsageError(
      `${named(without)} ${without.length === 1 ? 'has' : 'have'} no ${attribute} to be ordered by`,
      `Write it into the header of the transcripts or into cases.csv, or leave out the ${by}s without it.`,
    );
  }
  const several = rows.filter(({ row }) => row.ranks.size > 1).map(({ row }) => row.key);
  if (several.length > 0 && by === 'source')
    throw new UsageError(`${named(several)} ${several.length === 1 ? 'has' : 'have'} more than one ${attribute}`);
  const values = rows.flatMap(({ row }) => [...row.ranks]);
  const numbers = values.every((value) => /^-?\d+(\.\d+)?$/.test(value));
  const compare = (a: string, b: string): number => (numbers ? Number(a) - Number(b) : 0) || byCodePoint(a, b);
  const first = ({ row }: Row): string => [...row.ranks].sort(compare)[0]!;
  return [...rows].sort((a, b) => compare(first(a), first(b)));
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST).join(', ');
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}
