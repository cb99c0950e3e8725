import type { Codebook } from '../codebook/codebook.js';
import type { CodedSource } from '../measure/coded-source.js';
import type { Study } from './study.js';
import type { VisitorTypes } from './visitor-types.js';

/**
 * What is added up over sources. Options and tally are plain data, so that worker threads can be given the one and
 * hand back the other; `merge` makes of two tallies of neighbouring sources what one tally of both would be.
 */
export interface Visitor<Options, Tally> {
  create(study: Study, options: Options): Tally;
  /**
   * Where a tally holds text, adding may go in steps: after each the tally is full and is handed on, then emptied by
   * the next step. It never holds more than one step's text, whatever the source.
   */
  add(tally: Tally, source: CodedSource): Iterable<void> | void;
  merge(into: Tally, from: Tally): void;
}

export type VisitorName = keyof VisitorTypes;

/** The visitor of a name, with its types. */
export type VisitorOf<Name extends VisitorName> = Visitor<VisitorTypes[Name]['options'], VisitorTypes[Name]['tally']>;

/** The codebook of a study whose pass counts codes. */
export function codebookOf({ codebook }: Study): Codebook {
  if (codebook) return codebook;
  throw new Error('a pass that counts codes needs a codebook');
}
