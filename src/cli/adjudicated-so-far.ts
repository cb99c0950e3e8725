import { ADJUDICATOR, type AnalysisSet } from '../measure/analysis-set.js';
import { counted } from '../report/basis.js';
import { adjudgedIn } from '../store/adjudged.js';
import { type Plan, planOf } from '../store/adjudication-plan.js';
import { type StudyComparison, compareStudy } from '../store/compared-study.js';
import type { Filters } from '../store/filters.js';
import type { Study } from '../store/study.js';
import { codersOf } from './coders.js';

/** That codings are adjudicated, all of them, where figures come from the codings of coders. */
export function onlyAdjudicated({ logs }: Study, { kind }: AnalysisSet): string[] {
  if ((kind !== 'manual' && kind !== 'all') || codersOf(logs).join() !== ADJUDICATOR) return [];
  return [
    'All codings by hand are adjudicated ones, and no coder has any: they are in no figure here. analysis: adjudicated in qcode.yaml, or --coder adjudicated, has them.',
  ];
}

/**
 * What a reader of figures from adjudicated codings must know: whose codings were compared, what is not decided yet, and
 * what one coder alone coded and is in no figure. Nothing for other sets.
 */
export async function adjudicatedSoFar(study: Study, set: AnalysisSet, filters: Filters): Promise<string[]> {
  const coders = codersOf(study.logs).filter((coder) => coder !== ADJUDICATOR);
  if (set.kind !== 'adjudicated' || study.codebook === null || coders.length === 0) return [];
  const { unit } = study.settings;
  const request = { coders, unit, filters, blind: false, afterAdjudication: false, wholeSources: false };
  const { value } = await compareStudy(study, request);
  if (!value) return [];
  const ids = study.codebook.codes.map(({ id }) => id);
  const { open, waiting, apart, units } = standOf(value, ids);
  const blindly = open === 0 ? null : (await compareStudy(study, { ...request, blind: true })).value;
  const list = `qcode agree --disagreements --open${blindly && standOf(blindly, ids).open < open ? ' --not-blind' : ''}`;
  const decided = new Set(study.logs.flatMap(({ coder, source }) => (coder === ADJUDICATOR ? [source] : [])));
  const alone = study.sources.filter(({ id }) => !decided.has(id) && study.logs.some(({ source }) => source === id));
  const are = (n: number): string => (n === 1 ? 'is' : 'are');
  const stand = [
    ...(open + waiting === 0 ? ['all are decided'] : []),
    ...(open > 0 ? [`${open} ${are(open)} open, and figures may be less than there is (${list})`] : []),
    ...(apart > 0 ? [`${apart} of these ${apart === 1 ? 'was' : 'were'} decided twice, apart: figures hold both`] : []),
    ...(waiting > 0
      ? [`${waiting} on which nobody differs ${are(waiting)} not stored (qcode agree --adjudicate)`]
      : []),
  ].join('; ');
  return [
    [
      `Adjudicated are codings of ${whoseUnits(value, ids).join(', ')}: of ${counted(units, unit)} that two of them saw ${stand}.`,
      ...(value.doubtful > 0
        ? [
            `${counted(value.doubtful, unit)} cannot be compared for all: codings over ${value.doubtful === 1 ? 'it' : 'them'} have no sure place (qcode reanchor).`,
          ]
        : []),
      ...(alone.length > 0
        ? [
            `In no figure: ${counted(alone.length, 'source')} with codings and none adjudicated (${alone.map(({ id }) => id).join(', ')}).`,
          ]
        : []),
    ].join(' '),
  ];
}

/** How many units are open; are agreed on and not stored; are open since they were decided twice, apart; are compared. */
function standOf({ sources }: StudyComparison, ids: readonly string[]) {
  const plans = sources.map((source) => planOf(source, new Map(), ids, () => []));
  const sum = (of: (plan: Plan) => number): number => plans.reduce((total, plan) => total + of(plan), 0);
  const all = sources.flatMap((source) => adjudgedIn(source, ids));
  return {
    open: sum((plan) => plan.open.length),
    waiting: sum((plan) => plan.changed.length),
    apart: all.filter(({ apart }) => apart.length > 0).length,
    units: all.length,
  };
}

/** Who saw units that are settled; all who are compared where none is. */
function whoseUnits({ sources, compared }: StudyComparison, ids: readonly string[]): readonly string[] {
  const settled = sources.flatMap((source) => {
    const stored = adjudgedIn(source, ids);
    return source.units.filter((_, i) => stored[i]!.isSettled);
  });
  const who = compared.coders.filter((_, coder) => settled.some(({ applied }) => applied[coder] !== null));
  return who.length > 0 ? who : compared.coders;
}
