import { byCodePoint } from '../core/order.js';
import { nearest } from '../core/suggest.js';
import type { Compared } from '../measure/agree/compared.js';
import { ADJUDICATOR } from '../measure/analysis-set.js';
import { counted } from '../report/basis.js';
import type { Parameters } from '../report/model.js';
import { adjudgedIn } from '../store/adjudged.js';
import { type ComparisonRequest, type StudyComparison, compareStudy } from '../store/compared-study.js';
import type { UnitKind } from '../text/transcript.js';
import { disagreementsOfStudy } from './agree-disagreements.js';
import { type Material, nothing } from './agree-material.js';
import type { Invocation, Values } from './command.js';
import { Halt, UsageError } from './failure.js';
import { type Findings, need } from './findings.js';
import { numberOf } from './quantity.js';
import { type CodedStudy, filtersInWords, filtersOf, studyFor, codesInWords } from './study-options.js';

/** Reads the logs of coders of a study. */
export async function fromStudy(invocation: Invocation, findings: Findings): Promise<Material> {
  const { values } = invocation;
  const study = await studyFor({ ...invocation, arguments: [] }, findings);
  const request = requestOf(invocation, study);
  const comparison = need(await compareStudy(study, request), findings);
  const { compared } = comparison;
  if (compared.sources.length === 0) throw new Halt([whyNothing(comparison, request)]);
  const rounds = new Map<number, Compared>();
  for (const round of values.one('by') === 'round' ? comparison.rounds : []) {
    rounds.set(round, need(await compareStudy(study, { ...request, round }), findings).compared);
  }
  const labels = new Map(study.codebook.codes.map(({ id, name }) => [id, name]));
  return {
    compared,
    units: `${request.unit}s`,
    labels,
    rounds,
    notes: notesOf(comparison, request, values),
    caveats: unplacedCaveats(comparison, request.unit),
    parameters: parametersOf(comparison, request),
    disagreements: (wanted, basis) => disagreementsOfStudy(comparison, wanted, basis),
    study: { study, comparison, request },
  };
}

function requestOf({ arguments: named, values }: Invocation, study: CodedStudy): ComparisonRequest {
  const round = numberOf(values, 'round', 1);
  return {
    coders: codersOf(named, study),
    unit: (values.one('unit') as UnitKind | undefined) ?? study.settings.unit,
    filters: filtersOf(values, study),
    blind: !values.flag('notBlind'),
    afterAdjudication: values.flag('afterAdjudication'),
    wholeSources: values.flag('wholeSources'),
    ...(round !== undefined && { round }),
  };
}

/** The coders that are named, else all that have logs, but for the one who adjudicates. */
function codersOf(named: readonly string[], { logs }: CodedStudy): string[] {
  const there = [...new Set(logs.map(({ coder }) => coder))].filter((name) => name !== ADJUDICATOR).sort(byCodePoint);
  const wanted = named.map((name) => name.normalize('NFC'));
  for (const name of wanted) {
    if (name === ADJUDICATOR) {
      throw new UsageError(`"${ADJUDICATOR}" is no coder but what coders agreed on`, 'Name those who coded.');
    }
    if (there.includes(name)) continue;
    const close = nearest(name, there) ?? (there.length > 0 ? there.join(', ') : null);
    throw new UsageError(
      `the study has no codings of a coder "${name}"`,
      close ? `There are those of ${close}.` : 'Nobody has coded yet: qcode tag.',
    );
  }
  if (new Set(wanted).size < wanted.length) throw new UsageError('a coder is named twice', 'Name each once.');
  const coders = wanted.length > 0 ? wanted : there;
  if (coders.length >= 2) return coders;
  const who = coders[0] === undefined ? 'nobody has coded in this study' : `there is only ${coders[0]}`;
  throw new UsageError(
    `agreement wants two coders; ${who}`,
    'Have a second coder code a share of the sources (qcode assign NAME --share 20%), or give a table with --ratings FILE.',
  );
}

/** Why no unit was compared, and what would let some be. */
function whyNothing(comparison: StudyComparison, { coders, unit, round, blind, filters }: ComparisonRequest) {
  const { open, unmarked, shared, filtered, later, doubtful } = comparison;
  const who = coders.join(', ');
  const where = round === undefined ? '' : ` in round ${round}`;
  if (shared === 0) {
    return nothing(
      `no source was coded by two of ${who}${where}`,
      round === undefined
        ? 'Agreement wants sources that two coders read: qcode assign draws some for a second coder.'
        : `A coder counts in a round where assignments.csv gives that coder the source in it: give both coders rows of round ${round}.`,
    );
  }
  if (filtered === shared) {
    return nothing(
      `the filters leave nothing of the ${counted(shared, 'source')} that two of ${who} coded${where}: ${filtersInWords({ ...filters, excludeRoles: [] }).join('; ')}`,
      'Correct them; qcode sources --speakers lists who speaks in which role.',
    );
  }
  if (doubtful > 0) {
    return nothing(
      `no ${unit} can be compared${where}: over ${counted(doubtful, unit)} that two of ${who} saw there are codings without a sure place in the corrected text`,
      'Give them one with qcode reanchor.',
    );
  }
  if (open > 0 && blind) {
    return nothing(
      `no ${unit} was seen blind by two of ${who}${where}; ${open} were seen, with keyword hits or codings of others in view`,
      'Give --not-blind to count them, and say so where you report the figures.',
    );
  }
  if (unmarked.size > 0) {
    const whose = [...unmarked].map(([coder, sources]) => `${coder} in ${sources}`).join(', ');
    return nothing(
      `no ${unit} was marked as seen by two of ${who}${where}; there are codings without a mark (sources: ${whose})`,
      'Where these coders read those sources to the end, give --whole-sources --not-blind: nothing tells whether they saw keyword hits.',
    );
  }
  if (later > 0) {
    return nothing(
      `no ${unit} was seen by two of ${who}${where} before it was adjudicated; ${counted(later, unit)} ${later === 1 ? 'was' : 'were'} read after that`,
      'Give --after-adjudication where these coders had not seen what was decided.',
    );
  }
  return nothing(
    `no ${unit} was seen by two of ${who}${where}`,
    'Agreement wants units that two coders read: qcode assign draws sources for a second coder.',
  );
}

/** What is not compared since it is not known where codings stand. */
export function unplacedCaveats(
  { doubtful, unplaced, lost, sources, compared }: StudyComparison,
  unit: UnitKind,
): string[] {
  const whose = [...unplaced].map(([coder, units]) => `${coder} on ${units}`).join(', ');
  const anywhere = lost.map(({ source, coder, code }) => `${code} of ${coder} in ${source}`).join(', ');
  const decided = sources.flatMap((source) => adjudgedIn(source, compared.codes));
  const undecided = decided.filter(({ isUnplaced }) => isUnplaced).length;
  const [they, them, stay] = undecided === 1 ? ['it', 'it', 'stays'] : ['they', 'them', 'stay'];
  return [
    ...(doubtful > 0
      ? [
          `Left out: ${counted(doubtful, unit)} on which a coder is not compared (${whose}), for a coding over ${doubtful === 1 ? 'it' : 'them'} has no sure place in the corrected text. qcode reanchor gives it one; till then ${doubtful === 1 ? 'it stays' : 'they stay'} open.`,
        ]
      : []),
    ...(lost.length > 0
      ? [`Not compared, for a coding of them is lost: ${anywhere}, where no other coding has the code. qcode reanchor.`]
      : []),
    ...(undecided > 0
      ? [
          `${counted(undecided, unit)} ${stay} open: codings of ${ADJUDICATOR} over ${them} have no sure place in the corrected text. qcode reanchor --coder ${ADJUDICATOR} gives them one; till then ${they} cannot be decided anew.`,
        ]
      : []),
  ];
}

function parametersOf(comparison: StudyComparison, request: ComparisonRequest): Parameters {
  const { unit, blind, round, wholeSources, afterAdjudication, filters } = request;
  const { unseen, open, unasked, later, doubtful, shared, filtered, compared } = comparison;
  return {
    ...{ unit, blind, round: round ?? null, whole_sources: wholeSources, after_adjudication: afterAdjudication },
    filters: filtersInWords(filters),
    ...{ sources_of_two_coders: shared, sources_compared: compared.sources.length, sources_filtered: filtered },
    ...{ units_not_seen_by_two: unseen, units_not_seen_blind_by_two: open },
    ...{
      codes_on_units_not_known: unasked,
      units_changed_after_adjudication: later,
      units_without_sure_place: doubtful,
    },
  };
}

function notesOf(comparison: StudyComparison, request: ComparisonRequest, values: Values): string[] {
  const { open, unseen, unasked, later, unmarked, rounds } = comparison;
  const { unit, blind, round, wholeSources, filters, afterAdjudication } = request;
  const codes = codesInWords(values);
  const list = [
    round !== undefined
      ? `round ${round}`
      : rounds.length > 1 && values.one('by') !== 'round'
        ? `rounds ${rounds.join(', ')}; --by round has each`
        : '',
    ...(codes === undefined ? [] : [codes]),
    ...filtersInWords(filters),
  ].filter((one) => one !== '');
  return [
    `Compared: ${unit}s that two coders saw${blind ? ' blind (neither keyword hits nor codings of others in view)' : ', blind or not'}${afterAdjudication ? '' : ', as they were coded before adjudication'}. Codings by hand and accepted hits; a unit has a code where a coding overlaps it. Left out of sources in which two coded: ${counted(unseen, unit)} that fewer than two saw${blind ? `, ${counted(open, unit)} that fewer than two saw blind` : ''}.`,
    ...(wholeSources && unmarked.size > 0
      ? [
          `Taken as seen to the end, blind or not: the sources in which ${[...unmarked.keys()].join(', ')} coded and marked nothing as seen.`,
        ]
      : []),
    ...(unasked > 0
      ? [
          `${counted(unasked, 'code on a unit', 'codes on units')} left out: the codebook of another coder did not have ${unasked === 1 ? 'it' : 'them'} yet${comparison.lost.length > 0 ? ', or a coding of them is lost' : ''}. --disagreements lists them.`,
        ]
      : []),
    ...(later > 0
      ? [
          `Left out: what coders saw or coded otherwise in ${counted(later, unit)} after the adjudication began there (--after-adjudication counts it).`,
        ]
      : []),
    list.length > 0 ? `Filters: ${list.join('; ')}.` : 'No filter: all speech, interviewers included.',
  ];
}
