import type { UnitKind } from '../text/transcript.js';
import type { MatrixRow } from './matrix.js';

/** Where two codes meet: in a unit of text, in a case, or in segments that share a position (`overlap`). */
export type MeetingPlace = UnitKind | 'case' | 'overlap';

export interface CooccurrenceOptions {
  readonly unit: MeetingPlace;
  /** Whether a code's presence counts for all its ancestors. */
  readonly rollup: boolean;
  /** Whether to count all units, coded or not (N): reads all text. Sources and cases always are. */
  readonly units: boolean;
}

/** Why a pair has no figure. */
export type Blank = 'related' | 'not looked at';

/** How two codes meet. The diagonal (a code with itself) has `both` = `first` = `second`. */
export interface Pair {
  /** Units with both codes; for `overlap` the pairs of segments. null with `blank`. */
  readonly both: number | null;
  /** Those of `both` in which the codes meet only by words that make both: without these, one would be gone. */
  readonly sameWords: number | null;
  /** Cases with at least one such unit. */
  readonly cases: number | null;
  /** Units with the first code, and with the second; for `overlap` their segments. null where nobody looked. */
  readonly first: number | null;
  readonly second: number | null;
  readonly blank?: Blank;
  /** The units in which somebody looked for both codes, where that differs between pairs; absent: those of all. */
  readonly units?: number | null;
}

export interface Cooccurrence {
  /** Every code, in codebook order. */
  readonly rows: readonly MatrixRow[];
  readonly options: CooccurrenceOptions;
  /** All units, coded or not; null where not asked for or where there is no such thing (`overlap`). */
  readonly units: number | null;
  /** How many cases were looked at. */
  readonly cases: number;
  /** Somebody looked for other codes in other sources: units of sources where nobody looked for a code count as without it. */
  readonly uneven?: boolean;
  /** How the codes at two positions meet; symmetric but for `first` and `second`. */
  readonly pair: (first: number, second: number) => Pair;
}
