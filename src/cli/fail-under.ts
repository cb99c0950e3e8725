import { nearest } from '../core/suggest.js';
import type { AgreementOf } from '../measure/agree/agree.js';
import { UsageError } from './failure.js';

/** A bound that a measure must reach. */
export interface Bound {
  readonly measure: string;
  readonly least: number;
}

/** Measures that are shares: nothing is taken off for chance, and none is below 0. */
const SHARES = /^(percent|unanimous|holsti|f1-.*)$/;

/** Measures of segments, which ratings have none of. */
const OF_SEGMENTS = /^(u-alpha|f1-)/;

/** Reads `alpha:0.7`; a bound that always or never holds would judge nothing. */
export function boundOf(written: string): Bound {
  const [, measure, number] = /^([a-z0-9-]+):(-?\d*\.?\d+)$/.exec(written.trim()) ?? [];
  if (measure !== undefined && number !== undefined) {
    const least = Number(number);
    const lowest = SHARES.test(measure) ? 0 : -1;
    if (least >= lowest && least <= 1) return { measure, least };
    throw new UsageError(
      `the bound of --fail-under ${written.trim()} always or never holds`,
      `${measure} lies from ${lowest === 0 ? '0' : '−1'} to 1.`,
    );
  }
  throw new UsageError(`--fail-under wants measure:bound, not "${written}"`, 'Write it as alpha:0.7.');
}

/**
 * The bounds that are not reached, each as a sentence; what is undefined reaches none.
 *
 * @throws UsageError where there is no such measure
 */
export function shortfalls({ figures }: AgreementOf, bounds: readonly Bound[]): string[] {
  return bounds.flatMap(({ measure, least }) => {
    const figure = figures.find(({ id }) => id === measure);
    if (!figure) {
      const ids = figures.map(({ id }) => id);
      const close = OF_SEGMENTS.test(measure) ? null : nearest(measure, ids);
      throw new UsageError(
        `"${measure}" is no measure of these coders`,
        `${close ? `Did you mean ${close}? ` : ''}There are ${ids.join(', ')}.`,
      );
    }
    const { result, name } = figure;
    if (result.value === null)
      return [`${measure} (${name}) is undefined (${result.reason}), and so not at least ${least}`];
    return result.value < least
      ? [`${measure} (${name}) is ${rounded(result.value, least)}, below the bound ${least}`]
      : [];
  });
}

/** Four decimals, or as many as tell the value from the bound. */
function rounded(value: number, bound: number): string {
  for (let digits = 4; digits < 17; digits++) if (Number(value.toFixed(digits)) < bound) return value.toFixed(digits);
  return String(value);
}
