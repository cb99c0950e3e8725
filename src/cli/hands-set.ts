import { type AnalysisSet, defaultSet } from '../measure/analysis-set.js';
import type { Study } from '../store/study.js';
import type { Values } from './command.js';
import { codersOf } from './coders.js';
import { UsageError } from './failure.js';
import { analysisOf } from './study-options.js';

/**
 * The set of codings by hand that figures come from where rules are not meant: what the options say, even `--rules`; else
 * the coder or the adjudicated codings that the study names; else, where it names none, adjudicated codings or those of the
 * only coder, as other figures do; else the codings of all coders.
 *
 * @param remedy what else to do where there are no codings by hand
 */
export function handsOf(values: Values, study: Study, remedy: string): AnalysisSet {
  const named = values.one('coder') !== undefined || ['rules', 'manual', 'all'].some((kind) => values.flag(kind));
  const { analysis } = study.settings;
  const unnamed = analysis === null ? defaultSet(codersOf(study.logs)) : null;
  const set: AnalysisSet =
    named || analysis?.kind === 'coder' || analysis?.kind === 'adjudicated'
      ? analysisOf(values, study)
      : unnamed !== null && unnamed.kind !== 'rules'
        ? unnamed
        : { kind: 'manual' };
  if (study.logs.length === 0 && set.kind !== 'rules' && set.kind !== 'all') {
    throw new UsageError(
      'there are no codings by hand in this study',
      `Code with qcode tag, or import codings with qcode codings import. ${remedy}`,
    );
  }
  return set;
}
