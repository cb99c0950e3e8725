import { krippendorffAlpha } from './alpha.js';
import { brennanPrediger } from './brennan-prediger.js';
import type { Coefficient } from './coefficient.js';
import { cohenKappa } from './cohen.js';
import { congerKappa } from './conger.js';
import { fleissKappa } from './fleiss.js';
import { gwetAC1 } from './gwet.js';
import { lightKappa } from './light.js';
import { percentAgreement } from './percent.js';
import { scottPi } from './scott.js';

/** Every coefficient of agreement over nominal ratings, in the order in which they are shown. */
export const coefficients: readonly Coefficient[] = [
  percentAgreement,
  krippendorffAlpha,
  cohenKappa,
  scottPi,
  fleissKappa,
  congerKappa,
  lightKappa,
  gwetAC1,
  brennanPrediger,
];

/**
 * The coefficients that say something of so many coders.
 *
 * @example
 * coefficientsOf(2).some(({ id }) => id === 'light') // => false
 */
export function coefficientsOf(coders: number): readonly Coefficient[] {
  const apart = coders === 2 ? 'several' : 'two';
  return coefficients.filter((coefficient) => coefficient.coders !== apart);
}
