const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
/** B(2k) / (2k (2k−1)), the coefficients of Stirling's series. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * The natural logarithm of the gamma function, for x > 0.
 *
 * Stirling's series (Abramowitz & Stegun 1964, 6.1.41) from 15 on; below, Γ(x) = Γ(x+k) / (x (x+1) … (x+k−1)).
 *
 * @example
 * logGamma(0.5) // => 0.5723649429
 * logGamma(10) // => 12.80182748
 */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  for (; shifted < 15; shifted++) product *= shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series(shifted) - Math.log(product);
}

/**
 * What Stirling's approximation leaves of log Γ(x+1): log Γ(x+1) − (x+½) log x + x − ½ log 2π (Loader 2000).
 *
 * @example
 * stirlingError(1) // => 0.08106146680
 */
export function stirlingError(x: number): number {
  if (x >= 15) return series(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

function series(x: number): number {
  const square = x * x;
  return SERIES.reduceRight((sum, coefficient) => sum / square + coefficient, 0) / x;
}
