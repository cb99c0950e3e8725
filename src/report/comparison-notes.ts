import type { Codebook } from '../codebook/codebook.js';
import { type ComparedCode, LEAST_UNITS, testedIn } from '../measure/comparison/compare.js';
import type { ComparedKind, ComparedUnits, LanguageUnits, Statistic } from '../measure/comparison/units.js';
import { type Basis, basisNotes, counted } from './basis.js';
import { written } from './written.js';

/** What a comparison of groups is shown with. */
export interface ComparisonInput {
  readonly rows: readonly ComparedCode[];
  readonly compared: ComparedUnits;
  /** The languages that are tested. */
  readonly tested: readonly LanguageUnits[];
  readonly codebook: Codebook;
  readonly by: string;
  readonly kind: ComparedKind;
  readonly statistic: Statistic;
  readonly rollup: boolean;
  readonly seed: number;
  /** Whether some label is a respondent's; else all that no interviewer speaks is speech of anybody. */
  readonly answered: boolean;
  readonly basis: Basis;
}

const MEANING: Readonly<Record<Statistic, (kind: ComparedKind, answered: boolean) => string>> = {
  turns: (kind, answered) =>
    `the share of ${answered ? 'respondents’ ' : ''}turns in a ${kind} that a coding of the code overlaps`,
  presence: (kind, answered) => `1 where a ${answered ? 'respondent’s ' : ''}turn of the ${kind} has the code, else 0`,
  rate: (kind, answered) => `distinct coded segments per 1,000 words${answered ? ' of respondents' : ''} in a ${kind}`,
};

/** `higher education 2, government 1`. */
export function sizesOf({ units }: LanguageUnits, groups: readonly string[], most = Infinity): string {
  const sizes = groups
    .map((group) => ({ group, size: units.filter(({ value }) => value === group).length }))
    .filter(({ size }) => size > 0);
  const named = sizes.slice(0, most).map(({ group, size }) => `${group} ${size}`);
  return sizes.length > most ? `${named.join(', ')} and ${sizes.length - most} more` : named.join(', ');
}

/** Who is compared, and who is not. */
function unitNotes({ compared, tested, by, kind }: ComparisonInput): string[] {
  const { groups, languages, without, partly, covered } = compared;
  const named = (one: LanguageUnits): string =>
    `${languages.length === 1 || one.language === null ? '' : `${one.language}: `}${sizesOf(one, groups)}`;
  const left = languages.filter((one) => !tested.includes(one));
  const few = tested.flatMap(({ units }) =>
    groups.filter((group) => {
      const { length } = units.filter(({ value }) => value === group);
      return length > 0 && length < LEAST_UNITS;
    }),
  );
  return [
    `Groups: ${tested.map(named).join('; ')}.`,
    ...(covered === null ? [] : [`Only cases of the group ${covered}; --where names another.`]),
    ...(tested.some(({ language }) => language !== null) && languages.length > 1
      ? [
          `Each language is tested by itself, as figures of interviews in different languages are not pooled.${left.length > 0 ? ` Not tested, for want of two groups with two ${kind}s: ${left.map((one) => `${one.language} (${sizesOf(one, groups)})`).join('; ')}.` : ''}`,
        ]
      : []),
    ...(tested.some(({ language }) => language === null)
      ? [
          'Between languages a difference may be of the languages: of how turns are taken, and of keyword rules that find more in one of them.',
        ]
      : []),
    ...(few.length > 0 ? [`A group of one ${kind} is shown and not tested: ${[...new Set(few)].join(', ')}.`] : []),
    ...(without > 0 ? [`Left out: ${counted(without, kind)} without ${by}.`] : []),
    ...(partly > 0 ? [`Left out in ${counted(partly, kind)}: turns of people without ${by}.`] : []),
  ];
}

/** Sources of one case are not independent; where each group is one case, that is what is compared. */
function nestedNotes({ tested, kind }: ComparisonInput): string[] {
  const shared = new Set<string>();
  let several = false;
  for (const { units } of tested) {
    const casesOf = new Map<string, Set<string>>();
    const sourcesOf = new Map<string, number>();
    for (const { value, parts } of units)
      for (const name of new Set(parts.map((part) => part.case))) {
        casesOf.set(value, (casesOf.get(value) ?? new Set()).add(name));
        sourcesOf.set(name, (sourcesOf.get(name) ?? 0) + 1);
      }
    several ||= [...casesOf.values()].some(({ size }) => size > 1);
    for (const [name, sources] of sourcesOf) if (sources > 1) shared.add(name);
  }
  const places = new Map<string, Set<string | null>>();
  for (const { units, language } of tested)
    for (const { name } of units) places.set(name, (places.get(name) ?? new Set()).add(language));
  const twice = [...places.values()].filter(({ size }) => size > 1).length;
  if (twice > 0) return [`${counted(twice, kind)} with sources in several languages: each is a unit in each of them.`];
  return several && shared.size > 0
    ? [
        `${counted(shared.size, 'case')} with several sources: sources of one case are more alike than others, so that p is too small. --unit case compares cases.`,
      ]
    : [];
}

function testNotes({ rows, compared: { groups }, tested, seed }: ComparisonInput): string[] {
  const tests = rows.filter(({ p }) => p !== null);
  if (tests.length === 0) return [];
  const drawn = tests.some(({ samples }) => samples !== null);
  const least = tests.reduce((smallest, row) => Math.min(smallest, row.smallest!), 1);
  const sizes = tested.map((one) => testedIn(one, groups).length);
  const two = sizes.includes(2);
  const several = sizes.some((size) => size > 2);
  const pairs = tested.flatMap((one) => {
    const [first, second, ...others] = testedIn(one, groups);
    const name = one.language === null || tested.length === 1 ? '' : `${one.language}: `;
    return others.length > 0 ? [] : [`${name}${first!} less ${second!}`];
  });
  return [
    ...(two
      ? [
          'p (difference): permutation test, two-sided: the share of the allocations to the groups with so large a difference of the means or a larger one, either way.',
        ]
      : []),
    ...(several
      ? ['p (η²): permutation test: the share of the allocations to the groups with so large an η² or a larger one.']
      : []),
    `Allocations: all${drawn ? `, or where there are more than 100,000 those drawn (seed ${seed})` : ' (exact)'}. least p: the smallest that groups of these sizes${drawn ? ', or so many draws,' : ''} can give where all figures differ; of a code that few have it is out of reach. A large p does not say that groups are alike.`,
    ...(least > 0.05 ? [`Groups of these sizes cannot give p ≤ 0.05: the smallest is ${written(least, 'p')}.`] : []),
    ...(two
      ? [
          `difference: between the means of the two groups tested (${pairs.join('; ')}), of shares in percentage points (pp). δ (Cliff): how much more often a figure of the first is larger than one of the second than smaller, -1 to 1.`,
        ]
      : []),
    ...(several
      ? [
          'η²: the share of the variation that lies between the groups; by chance alone it is (groups − 1) / (n − 1) on average.',
        ]
      : []),
    `adj. p: Benjamini–Hochberg over ${counted(tests.length, 'test')}, the false discovery rate.`,
  ];
}

const REASONS: Readonly<Record<string, string>> = {
  'no variation': 'no variation: the figure is the same in all',
  'not read to the end':
    'not read to the end: what was not read is not known to be without the code, so that presence has no figure',
  'looked for in too few': 'looked for in too few: there are no two groups with two in which somebody looked for it',
};

/** What a reader of a comparison must know: unit, figure, who is compared, test, effect and basis. */
export function comparisonNotes(input: ComparisonInput): string[] {
  const { rows, kind, statistic, rollup, answered, basis } = input;
  const untested = [...new Set(rows.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
  return [
    `The unit is the ${kind}, not the segment. n: ${kind}s in which somebody looked for the code. mean: over them, unweighted, of ${MEANING[statistic](kind, answered)}.`,
    rollup
      ? 'Rows hold the codings of a code and of all codes below it.'
      : 'Rows hold a code’s own codings; those of the codes below it stand in their own rows.',
    ...unitNotes(input),
    ...nestedNotes(input),
    ...testNotes(input),
    ...(untested.length > 0 ? [`–: no test (${untested.map((reason) => REASONS[reason] ?? reason).join('; ')}).`] : []),
    ...basisNotes(basis),
  ];
}
