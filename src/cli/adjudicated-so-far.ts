import { ADJUDICATOR, type AnalysisSet } from '../measure/analysis-set.js';
import { counted } from '../report/basis.js';
import { adjudgedIn } from '../store/adjudged.js';
import { compareStudy } from '../store/compared-study.js';
import type { Filters } from '../store/filters.js';
import type { Study } from '../store/study.js';
import { codersOf } from './coders.js';

/**
 * What a reader of figures from adjudicated codings must know: whose codings were compared, what is not decided yet, and
 * what one coder alone coded and is in no figure. Nothing for other sets.
 */
export async function adjudicatedSoFar(study: Study, set: AnalysisSet, filters: Filters): Promise<string[]> {
  const coders = codersOf(study.logs).filter((coder) => coder !== ADJUDICATOR);
  if (set.kind !== 'adjudicated' || study.codebook === null || coders.length === 0) return [];
  const { unit } = study.settings;
  const request = { coders, unit, filters, blind: false, afterAdjudication: true, wholeSources: false };
  const { value } = await compareStudy(study, request);
  if (!value) return [];
  const ids = study.codebook.codes.map(({ id }) => id);
  const units = value.sources.flatMap((source) => adjudgedIn(source, ids));
  const open = units.filter(({ isSettled }) => !isSettled).length;
  const decided = new Set(study.logs.flatMap(({ coder, source }) => (coder === ADJUDICATOR ? [source] : [])));
  const alone = study.sources.filter(({ id }) => !decided.has(id) && study.logs.some(({ source }) => source === id));
  return [
    `Adjudicated are codings of ${coders.join(', ')}: of ${counted(units.length, unit)} that two of them saw ${open === 0 ? 'all are decided' : `${open} ${open === 1 ? 'is' : 'are'} open, and figures may be less than there is (qcode agree --disagreements --open)`}.${alone.length > 0 ? ` In no figure: ${counted(alone.length, 'source')} with codings and none adjudicated (${alone.map(({ id }) => id).join(', ')}).` : ''}`,
  ];
}
