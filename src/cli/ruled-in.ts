import { type AnalysisSet, holdsRules } from '../measure/analysis-set.js';
import { ancestorsIn } from '../measure/rollup.js';
import type { CodedStudy } from './study-options.js';

/** For which codes rules ran over all text, so that what no coder read is known too. */
export function ruledIn({ codebook }: CodedStudy, set: AnalysisSet, rollup: boolean): boolean[] {
  const ruled = codebook.codes.map(({ rules }) => holdsRules(set) && rules.some(({ any }) => any.length > 0));
  if (!rollup) return ruled;
  const ancestors = ancestorsIn(codebook);
  ruled.slice().forEach((own, code) => {
    if (own) for (const above of ancestors[code]!) ruled[above] = true;
  });
  return ruled;
}
