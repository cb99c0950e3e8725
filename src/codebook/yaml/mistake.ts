import type { Findings } from './findings.js';
import { extentOf, headOf } from './lines.js';
import type { Range } from './tree.js';

/**
 * How the text is put right so that reading can go on: `value` stands for a value, `blank` for nothing at all; `sign`
 * puts the sign that was meant in place of the one that was written.
 */
export type Mend =
  | { readonly by: 'value' | 'blank' | 'ASCII indentation'; readonly range: Range }
  | { readonly by: 'sign'; readonly range: Range; readonly sign: '-' | ':' };

/** A mistake of YAML in our own words. */
export interface Mistake {
  readonly code: string;
  readonly at: Range;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly mend: Mend;
  /** Whether errors after this one may be its consequences. */
  readonly spreads: boolean;
}

/** Puts a neutral value in place of that of a line, continuation lines included. */
export const valueMend = (findings: Findings, offset: number): Mend => {
  const { value, indent } = headOf(findings, offset);
  return { by: 'value', range: extentOf(findings, Math.min(value, offset), indent) };
};
