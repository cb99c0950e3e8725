import type { Codebook } from '../codebook/codebook.js';
import { codingTimes } from './coding-times.js';
import type { Study } from './study.js';

/** Positions of the codes that some coder, or an adjudicator, laid or accepted anywhere, by the logs. */
export function codesLaid(study: Study & { readonly codebook: Codebook }): ReadonlySet<number> {
  const laid = (['manual', 'adjudicated'] as const).map((kind) => codingTimes(study, { kind }, false).laid);
  return new Set(laid.flatMap((sources) => [...sources.values()].flatMap((codes) => [...codes.keys()])));
}
