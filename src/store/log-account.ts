import type { Diagnostic } from '../core/diagnostic.js';
import type { ReadSoFar, Unplaced } from '../report/caveats.js';
import type { CodedSource } from '../measure/coded-source.js';
import type { Hand } from './hands.js';

/** What is to be told of the logs of a source. */
export interface LogAccount {
  readonly diagnostics: readonly Diagnostic[];
  /** Stored codings that found no place, by coder. */
  readonly unplaced: readonly Unplaced[];
  /** Stored codings found elsewhere than where they were coded, by coder. */
  readonly moved: readonly CodingCount[];
  /** What else of the logs is in no figure, by coder and reason. */
  readonly lost: readonly Lost[];
}

/** The account where there are no logs. */
export const NO_LOGS: LogAccount = { diagnostics: [], unplaced: [], moved: [], lost: [] };

export interface CodingCount {
  readonly source: string;
  readonly coder: string;
  readonly codings: number;
}

/** Lines of a coder's log that are in no figure for one reason. */
export interface Lost {
  readonly source: string;
  readonly coder: string;
  readonly lines: number;
  /** The diagnostic that says why. */
  readonly reason: LossReason;
}

/**
 * Diagnostics of logs that cannot be read, of lines that are no events, and of codings whose code is unknown. What lost
 * its place is told apart.
 */
const LOSSES = ['QC402', 'QC409', 'QC201', 'QC202', 'QC203', 'QC204', 'QC206', 'QC208'] as const;
export type LossReason = (typeof LOSSES)[number];

/** The diagnostic of a stored coding whose quotation stands elsewhere than it was coded. */
const MOVED = 'QC210';

export function accountOf(hands: readonly Hand[], source: string): LogAccount {
  return {
    diagnostics: hands.flatMap(({ diagnostics }) => diagnostics),
    unplaced: unplacedIn(hands, source),
    moved: codingsWith(MOVED, hands, source),
    lost: LOSSES.flatMap((reason) =>
      codingsWith(reason, hands, source).map(({ coder, codings }) => ({ source, coder, lines: codings, reason })),
    ),
  };
}

/** How far coders who mark units as seen have come, in the turns that count. */
export function readSoFar(
  hands: readonly Hand[],
  { transcript, included }: Pick<CodedSource, 'transcript' | 'included'>,
): ReadSoFar[] {
  const { source } = transcript;
  return hands.flatMap(({ log: { coder }, progress }) => (progress ? [{ source, coder, ...progress(included) }] : []));
}

/** How many codings of each coder have no sure place. */
function unplacedIn(placed: readonly Hand[], source: string): Unplaced[] {
  return placed.flatMap(({ log: { coder, doubtful } }) => {
    const count = (kind: string): number => doubtful.filter(({ placement }) => placement.kind === kind).length;
    const kinds = { fuzzy: count('fuzzy'), ambiguous: count('ambiguous'), lost: count('lost') };
    return doubtful.length > 0 ? [{ source, coder, codings: doubtful.length, ...kinds }] : [];
  });
}

/** How many codings of each coder have a finding of this code. */
function codingsWith(finding: string, placed: readonly Hand[], source: string): CodingCount[] {
  return placed.flatMap(({ log: { coder }, diagnostics }) => {
    const codings = diagnostics.filter(({ code }) => code === finding).length;
    return codings > 0 ? [{ source, coder, codings }] : [];
  });
}
