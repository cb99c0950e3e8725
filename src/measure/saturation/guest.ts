import { type Measured, undefinedAs } from '../measured.js';

/** The three numbers of the method. */
export interface GuestParameters {
  /** How many sources make the base. */
  readonly baseSize: number;
  /** How many sources make a run. */
  readonly runLength: number;
  /** The largest ratio of new codes at which it is met, such as 0.05. */
  readonly threshold: number;
}

/** A run of sources after the base. Sources are counted from 1. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Codes new in it. */
  readonly fresh: number;
  /** `fresh` over the codes new in the base. */
  readonly ratio: Measured;
  readonly met: boolean;
}

/** What the method says. */
export interface GuestResult extends GuestParameters {
  /** Codes new in the base, the denominator: all that it has where a code is new in the first source that has it. */
  readonly baseCodes: number;
  readonly runs: readonly Run[];
  /** The last source before the first run that meets the threshold. */
  readonly reachedAt: Measured;
  /** As published, such as `6+2`: six sources, and two more to see that. */
  readonly notation: Measured<string>;
}

/**
 * New information in a run over the codes new in the base (Guest, Namey & Chen 2020, *PLoS ONE* 15(5):e0232076). The base, the
 * first sources, stays the denominator; runs slide by one source and overlap; the threshold is met at or below it. The
 * result depends on all three numbers and on the order of the sources: print them with it. It counts codes under this
 * codebook and shows no theoretical saturation. Later runs may fail again: all are given.
 *
 * @param fresh of each source in the order coded, how many codes are new in it
 * @example
 * guest([15, 10, 7, 5, 4, 3, 1, 0], { baseSize: 4, runLength: 2, threshold: 0.05 }).notation // => { value: '6+2' }
 * guest([9, 4, 2, 1, 0], { baseSize: 4, runLength: 2, threshold: 0.05 }).notation // => { value: null, reason: 'fewer sources than base and run' }
 */
export function guest(fresh: readonly number[], parameters: GuestParameters): GuestResult {
  const { baseSize, runLength, threshold } = parameters;
  const sum = (from: number, to: number): number => fresh.slice(from, to).reduce((total, count) => total + count, 0);
  const baseCodes = sum(0, baseSize);
  const runs: Run[] = [];
  for (let start = baseSize; start + runLength <= fresh.length; start++) {
    const found = sum(start, start + runLength);
    const ratio: Measured = baseCodes === 0 ? undefinedAs('the base has no codes') : { value: found / baseCodes };
    const met = ratio.value !== null && ratio.value <= threshold;
    runs.push({ from: start + 1, to: start + runLength, fresh: found, ratio, met });
  }
  const first = runs.find(({ met }) => met);
  const none = undefinedAs(runs.length === 0 ? 'fewer sources than base and run' : 'no run meets the threshold');
  return {
    ...parameters,
    baseCodes,
    runs,
    reachedAt: first === undefined ? none : { value: first.from - 1 },
    notation: first === undefined ? none : { value: `${first.from - 1}+${runLength}` },
  };
}
