import { type AgreementFigure, type AgreementOf, agreementOf, figuresOfCodes } from './agree.js';
import { type Compared, ofPair, pairsOf } from './compared.js';

/** Something of two of the coders. */
export interface OfPair {
  /** `ann – bo` */
  readonly name: string;
  readonly coders: readonly [string, string];
}

/** Agreement of two of the coders, over the units that both saw. */
export interface PairAgreement extends OfPair {
  readonly agreement: AgreementOf;
}

/** Figures of each code by itself, of two of the coders. */
export interface PairCodes extends OfPair {
  readonly ofCodes: readonly AgreementFigure[];
}

/** Agreement of each pair of the coders, in the order of `pairsOf`. */
export function agreementOfPairs(compared: Compared): PairAgreement[] {
  return eachPair(compared, (pair) => ({ agreement: agreementOf(pair, null) }));
}

/** Of each pair of the coders the figures of each code. */
export function codesOfPairs(compared: Compared): PairCodes[] {
  return eachPair(compared, (pair) => ({ ofCodes: figuresOfCodes(pair) }));
}

function eachPair<T>(compared: Compared, measure: (pair: Compared) => T): (OfPair & T)[] {
  return pairsOf(compared.coders.length).map((pair) => {
    const of = ofPair(compared, pair);
    const [first, second] = of.coders;
    return { name: `${first!} – ${second!}`, coders: [first!, second!], ...measure(of) };
  });
}
