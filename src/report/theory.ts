import type { Report, Section } from './model.js';
import { claimSection } from './theory-claim.js';
import { supporting } from './theory-evidence.js';
import { memosBlocks } from './theory-memos.js';
import { methodSection } from './theory-method.js';
import { casesTable, claimsTable, goalBlocks } from './theory-overview.js';
import type { TheoryShown } from './theory-shown.js';
import { traceSection } from './theory-trace.js';

/**
 * For people: what the cases say of all claims; each claim with its evidence and counter-evidence; which cases want a
 * memo; what was tried in each case; how.
 *
 * @param further sections on all cases
 */
export function theoryReport(shown: TheoryShown, further: readonly Section[]): Report {
  const { theory, cases, caveats } = shown;
  const chosen = supporting(shown);
  return {
    title: theory.title,
    caveats,
    sections: [
      { heading: 'Overview', blocks: [claimsTable(shown), casesTable(shown), ...goalBlocks(shown)] },
      ...theory.rules.map((_, rule) => claimSection(rule, chosen[rule]!, shown)),
      { heading: 'Claims that cases speak against', blocks: memosBlocks(shown) },
      ...further,
      ...cases.map((one) => traceSection(one, shown)),
      methodSection(shown),
    ],
  };
}
