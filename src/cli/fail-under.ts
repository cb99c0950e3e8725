import type { AgreementOf } from '../measure/agree/agree.js';
import { UsageError } from './failure.js';

/** A bound that a measure must reach. */
export interface Bound {
  readonly measure: string;
  readonly least: number;
}

/**
 * Reads `alpha:0.7`.
 *
 * @throws UsageError where it is written otherwise
 */
export function boundOf(written: string): Bound {
  const [, measure, number] = /^([a-z0-9-]+):(-?\d*\.?\d+)$/.exec(written.trim()) ?? [];
  if (measure !== undefined && number !== undefined) return { measure, least: Number(number) };
  throw new UsageError(`--fail-under wants measure:bound, not "${written}"`, 'Write it as alpha:0.7.');
}

/**
 * The bounds that are not reached, each as a sentence; what is undefined reaches none.
 *
 * @throws UsageError where there is no such measure, it is no agreement, or the bound always or never holds
 */
export function shortfalls({ figures }: AgreementOf, bounds: readonly Bound[]): string[] {
  return bounds.flatMap(({ measure, least }) => {
    const figure = figures.find(({ id }) => id === measure);
    const thereAre = `There are ${figures.flatMap(({ id, range }) => (range === 'spread' ? [] : [id])).join(', ')}.`;
    if (!figure) throw new UsageError(`"${measure}" is no measure of these coders`, thereAre);
    if (figure.range === 'spread')
      throw new UsageError(`${measure} is no agreement but a spread: the more coders agree, the smaller`, thereAre);
    requireWithin({ measure, least }, figure.range === 'share' ? 0 : -1);
    const { result, name } = figure;
    if (result.value === null)
      return [`${measure} (${name}) is undefined (${result.reason}), and so not at least ${least}`];
    return result.value < least
      ? [`${measure} (${name}) is ${rounded(result.value, least)}, below the bound ${least}`]
      : [];
  });
}

/** A bound that always or never holds would judge nothing. */
function requireWithin({ measure, least }: Bound, lowest: 0 | -1): void {
  if (least >= lowest && least <= 1) return;
  throw new UsageError(
    `the bound of --fail-under ${measure}:${least} always or never holds`,
    `${measure} lies from ${lowest === 0 ? '0' : '−1'} to 1.`,
  );
}

/** Four decimals, or as many as tell the value from the bound. */
function rounded(value: number, bound: number): string {
  for (let digits = 4; digits < 17; digits++) if (Number(value.toFixed(digits)) < bound) return value.toFixed(digits);
  return String(value);
}
