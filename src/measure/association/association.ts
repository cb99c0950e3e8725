import type { Interval, Measured } from '../measured.js';

export type { Measured };

/** What an association of two codes is computed from. */
export interface PairCounts {
  /** Units with both codes. */
  readonly both: number;
  /** Units with the first code. */
  readonly first: number;
  /** Units with the second code. */
  readonly second: number;
  /** All units, or null where they were not counted. */
  readonly units: number | null;
}

/** What is odd about a share of segments that passes 1. */
export const ABOVE = 'above 1: segments overlap several others';

/** A measure of how two codes go together. One file each; `registry.ts` lists them. */
export interface Association {
  /** As the command line names it. */
  readonly id: string;
  readonly name: string;
  /** The formula as printed beside the figures; n11 units with both, n1 and n2 with each, N all units. */
  readonly formula: string;
  /** Whether it needs all units counted, those with neither code too. */
  readonly needsUnits: boolean;
  readonly measure: (counts: PairCounts) => Measured;
  /**
   * The interval of one that is a share of units, or a function of such a share; 95%. It takes units as independent,
   * which those of one interview are not: it is too narrow.
   */
  readonly interval?: (counts: PairCounts, confidence?: number) => Measured<Interval>;
}
