import { normalQuantile } from '../distribution/normal.js';
import { type Interval, type Measured, undefinedAs } from '../measured.js';
import type { Frequencies } from './incidence.js';

/** An estimate of how many codes there are, those not met yet among them. */
export interface Richness {
  readonly codes: number;
  readonly se: Measured;
  /** It holds `codes`. */
  readonly interval: Measured<Interval>;
}

/**
 * Chao2, a lower bound on the number of codes under this codebook (Chao 1987, *Biometrics* 43:783): S + (T−1)/T · Q1² / (2 Q2),
 * or where no code is in exactly two sources S + (T−1)/T · Q1 (Q1−1) / 2. The interval is log-normal; where the estimate adds
 * nothing to S, it goes from S up to what Chao gives for that case, as in iNEXT. It takes sources as a random sample and
 * codes as given. Undefined without codes, and of fewer than two sources.
 *
 * @example
 * chao2(frequenciesOf([[1, 1, 0, 1, 0], [1, 0, 1, 0, 0], [1, 1, 0, 0, 1]])) // => { value: { codes: 8, se: { value: 4.898979 }, interval: { value: { low: 5.32127, high: 33.01384 } } } }
 * chao2(frequenciesOf([[0]])) // => { value: null, reason: 'no code occurs' }
 */
export function chao2(frequencies: Frequencies, confidence = 0.95): Measured<Richness> {
  const { observed, once, twice } = frequencies;
  const nothing = nothingToEstimate(frequencies);
  if (nothing) return nothing;
  const added = unseen(frequencies);
  const z = normalQuantile((1 + confidence) / 2);
  if (added === 0) return { value: withNothingUnseen(frequencies, z) };
  const codes = observed + added;
  const a = 1 - 1 / frequencies.sources;
  const ratio = once / twice;
  const variance =
    twice > 0
      ? twice * ((a / 2) * ratio ** 2 + a ** 2 * ratio ** 3 + (a ** 2 / 4) * ratio ** 4)
      : (a * once * (once - 1)) / 2 + (a ** 2 * once * (2 * once - 1) ** 2) / 4 - (a ** 2 * once ** 4) / (4 * codes);
  const k = Math.exp(z * Math.sqrt(Math.log(1 + variance / added ** 2)));
  const interval = { low: observed + added / k, high: observed + added * k };
  return { value: { codes, se: { value: Math.sqrt(variance) }, interval: { value: interval } } };
}

/**
 * Why codes not met yet cannot be estimated; null where they can. Of one source nothing says which codes are rare.
 *
 * @example
 * nothingToEstimate(frequenciesOf([[1, 1]])) // => { value: null, reason: 'fewer than two sources or cases' }
 */
export function nothingToEstimate({ sources, observed }: Frequencies): ReturnType<typeof undefinedAs> | null {
  if (observed === 0) return undefinedAs('no code occurs');
  return sources < 2 ? undefinedAs('fewer than two sources or cases') : null;
}

/**
 * The codes that Chao2 adds to those observed.
 *
 * @example
 * unseen({ sources: 5, codes: [], observed: 7, once: 4, twice: 0, incidences: 19 }) // => 4.8
 */
export function unseen({ sources, once, twice }: Frequencies): number {
  if (sources === 0) return 0;
  const a = 1 - 1 / sources;
  return twice > 0 ? (a * once ** 2) / (2 * twice) : (a * once * (once - 1)) / 2;
}

/**
 * Where nothing is added: the variance of S under Poisson frequencies, and an interval up from S, the estimate. (iNEXT's
 * may begin above it.) Of few sources the variance can come out below 0, which says nothing.
 */
function withNothingUnseen({ sources, codes, observed }: Frequencies, z: number): Richness {
  const sum = (term: (count: number) => number): number => codes.reduce((total, count) => total + term(count), 0);
  const variance = sum((i) => Math.exp(-i) - Math.exp(-2 * i)) - sum((i) => i * Math.exp(-i)) ** 2 / sources;
  if (variance <= 0) {
    const none = undefinedAs('the variance is not above 0');
    return { codes: observed, se: none, interval: none };
  }
  const se = Math.sqrt(variance);
  const seen = 1 - sum((i) => Math.exp(-i)) / observed;
  return {
    codes: observed,
    se: { value: se },
    interval: { value: { low: observed, high: (observed + z * se) / seen } },
  };
}

/**
 * Chao2 with its bias corrected: S + (T−1)/T · Q1 (Q1−1) / (2 (Q2+1)) (Chao 2005).
 *
 * @example
 * chao2Corrected({ sources: 12, codes: [], observed: 22, once: 8, twice: 3, incidences: 60 }) // => { value: 28.41667 }
 */
export function chao2Corrected(frequencies: Frequencies): Measured {
  const { sources, observed, once, twice } = frequencies;
  const nothing = nothingToEstimate(frequencies);
  if (nothing) return nothing;
  return { value: observed + ((1 - 1 / sources) * once * (once - 1)) / (2 * (twice + 1)) };
}
