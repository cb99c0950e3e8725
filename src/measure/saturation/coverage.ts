import type { Measured } from '../measured.js';
import { nothingToEstimate, unseen } from './chao2.js';
import type { Frequencies } from './incidence.js';

/**
 * Sample coverage: which share of the occurrences of all codes, met or not, belongs to codes already met (Chao & Jost 2012,
 * *Ecology* 93:2533): 1 − Q1/U · (T Q0 / (T Q0 + Q1)) with Chao2's unseen codes Q0. The complement is the chance that the
 * next occurrence is of a new code. Undefined without codes, and of fewer than two sources.
 *
 * @example
 * sampleCoverage({ sources: 5, codes: [], observed: 7, once: 4, twice: 0, incidences: 19 }) // => { value: 0.8195489 }
 */
export function sampleCoverage(frequencies: Frequencies): Measured {
  const { incidences, once } = frequencies;
  const nothing = nothingToEstimate(frequencies);
  if (nothing) return nothing;
  return { value: 1 - (once / incidences) * missed(frequencies) };
}

/**
 * A of Chao & Jost: T Q0 / (T Q0 + Q1); 1 where no code stands alone.
 *
 * @example
 * missed({ sources: 5, codes: [], observed: 7, once: 4, twice: 0, incidences: 19 }) // => 0.8571429
 */
export function missed(frequencies: Frequencies): number {
  const { sources, once } = frequencies;
  if (once === 0) return 1;
  const all = sources * unseen(frequencies);
  return all / (all + once);
}
