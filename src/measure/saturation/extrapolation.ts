import { unseen } from './chao2.js';
import { missed } from './coverage.js';
import { type Incidence, frequenciesOf } from './incidence.js';
import { shareWithout } from './rarefaction.js';

/**
 * How many codes to expect in 1, 2 … `upTo` sources: rarefaction up to the T there are, beyond them S + Q0 (1 − Aᵗ⁻ᵀ), with
 * Chao2's unseen codes Q0 and A = T Q0 / (T Q0 + Q1) (Chao et al. 2014, *Ecol. Monogr.* 84:45). Trust it to twice T at most.
 *
 * @param upTo how many sources; twice those there are when absent
 * @example
 * extrapolation([[1, 1, 1, 0, 1], [1, 1, 1, 0, 0], [1, 1, 1, 1, 0]]) // => [3.666667, 4.333333, 5, 5.333333, 5.5, 5.583333]
 */
export function extrapolation(incidence: Incidence, upTo = 2 * incidence.length): number[] {
  const frequencies = frequenciesOf(incidence);
  const { sources, codes, observed, once } = frequencies;
  const more = unseen(frequencies);
  const kept = missed(frequencies);
  return Array.from({ length: upTo }, (_, i) => {
    const t = i + 1;
    if (t <= sources) return codes.reduce((sum, count) => sum + 1 - shareWithout(sources, count, t), 0);
    return once === 0 ? observed : observed + more * (1 - kept ** (t - sources));
  });
}
