import { LANGUAGE } from '../measure/language.js';
import { compareGroups, groupsIn, testableLanguages } from '../measure/comparison/compare.js';
import { describeGroups } from '../measure/comparison/describe.js';
import {
  type ComparedKind,
  type ComparedUnits,
  type Statistic,
  comparedUnits,
  coveredParts,
  languagesIn,
} from '../measure/comparison/units.js';
import { sizesOf } from '../report/comparison-notes.js';
import { comparisonTable, comparisonTables } from '../report/comparison-table.js';
import { interviewerCaveats } from '../report/caveats.js';
import { descriptionCells, descriptionSection } from '../report/description-section.js';
import { undeclaredCaveats } from '../report/language-caveats.js';
import { finding } from '../store/finding.js';
import { columnsBy, requireAttribute, studyBy } from './columns.js';
import type { Invocation } from './command.js';
import { Halt, UsageError } from './failure.js';
import { tellOn } from './findings.js';
import { measure } from './measured.js';
import { formatOf, printReport, printWithCaveats } from './print.js';
import { numberOf } from './quantity.js';
import { ruledIn } from './ruled-in.js';
import { type CodedStudy, codesShown, groupsOf, studyFor } from './study-options.js';

/** `frequency --test`. */
export async function testGroups(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const statistic = (values.one('compare') ?? 'turns') as Statistic;
  const samples = numberOf(values, 'permutations', 99) ?? 9999;
  if (samples > MOST_SAMPLES)
    throw new UsageError(`--permutations takes at most ${MOST_SAMPLES}, not ${samples}`, 'More tell no more.');
  const seed = numberOf(values, 'seed', 0) ?? 1;
  if (statistic === 'rate' && values.one('by') === LANGUAGE)
    throw new UsageError(
      'rates per words are not compared between languages: a word of Chinese is a character',
      'Leave --compare rate out: the share of turns compares better.',
    );
  const findings = tellOn(shell);
  const study = studyBy(values, await studyFor(invocation, findings));
  const { codebook } = study;
  const asked = values.one('by') ?? study.settings.caseAttribute;
  const ofCases = ['source', 'case', study.settings.caseAttribute].includes(asked);
  const kind = (values.one('unit') ?? (ofCases ? 'source' : 'case')) as ComparedKind;
  const rollup = values.flag('rollup');
  const options = { by: asked, groupBy: groupedBy(study, asked), rollup, language: study.settings.language };
  let everywhere: readonly boolean[] = [];
  const { value, basis, coverage, caveats } = await measure(invocation, study, findings, (set) => {
    everywhere = ruledIn(study, set, rollup);
    return { comparison: { ...options, turns: 'respondents', everywhere, words: statistic === 'rate' } };
  });
  const by = columnsBy(values, coverage, study);
  requireAttribute(by, { columns: value.comparison.parts.map((part) => ({ key: part.value })) }, study);
  const compared = comparedUnits(value.comparison, kind, groupsOf(study) ?? []);
  requireTestable(compared, by, kind);
  const codes = codesShown(values, study);
  const rows = compareGroups(compared, { statistic, codes, everywhere, samples, seed });
  const tested = testableLanguages(compared);
  const left = 'turns of interviewers left out';
  const { speech } = value.comparison;
  const filters = basis.filters.some((words) => words.startsWith(left)) ? basis.filters : [...basis.filters, left];
  const input = {
    ...{ rows, compared, tested, codebook, by, kind, statistic, rollup, seed, answered: speech.answered > 0 },
    basis: { ...basis, filters },
  };
  const said = [...caveats, ...interviewerCaveats(speech), ...undeclaredCaveats(languagesIn(value.comparison))];
  const format = formatOf(values);
  if (format === 'csv') await printWithCaveats(invocation, comparisonTable(input), said);
  else {
    const sections = [{ heading: '', blocks: comparisonTables(input) }];
    await printReport(invocation, { title: `Codes between groups by ${by}`, caveats: said, sections }, format);
  }
  return findings.exitCode();
}

/** More draws than these tell no more, and take long. */
const MOST_SAMPLES = 1_000_000;

/** `frequency --descriptive`. */
export async function describeSegments(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = studyBy(values, await studyFor(invocation, findings));
  const { codebook } = study;
  const asked = values.one('by') ?? study.settings.caseAttribute;
  const { value, basis, coverage, caveats } = await measure(invocation, study, findings, (set) => ({
    comparison: {
      by: asked,
      groupBy: groupedBy(study, asked),
      rollup: false,
      language: study.settings.language,
      turns: 'all',
      everywhere: ruledIn(study, set, false),
      words: true,
    },
  }));
  const by = columnsBy(values, coverage, study);
  requireAttribute(by, { columns: value.comparison.parts.map((part) => ({ key: part.value })) }, study);
  const groups = groupsOf(study) ?? [];
  const codes = codesShown(values, study);
  const languages = describeGroups(value.comparison, codes, groups);
  const { covered } = coveredParts(value.comparison, groups);
  const input = { languages, codebook, by, covered, basis };
  const said = [...caveats, ...undeclaredCaveats(languagesIn(value.comparison))];
  const format = formatOf(values);
  if (format === 'csv') {
    const elsewhere = 'χ², G² and V are no columns of these cells: --format json or markdown has them.';
    await printWithCaveats(invocation, descriptionCells(input), [...said, elsewhere]);
  } else {
    const section = descriptionSection(input);
    await printReport(invocation, { title: section.heading, caveats: said, sections: [section] }, format);
  }
  return findings.exitCode();
}

/** Cases are not parted by the attribute that is compared itself. */
export function groupedBy(study: CodedStudy, by: string): string | null {
  const { caseGroup } = study.settings;
  return groupsOf(study) !== null && by !== caseGroup ? caseGroup : null;
}

/** Names at most so many groups. */
const MOST_NAMED = 8;

function requireTestable(compared: ComparedUnits, by: string, kind: ComparedKind): void {
  const { groups, languages, straddling } = compared;
  const [first] = straddling;
  if (first !== undefined) {
    const more = straddling.length > 1 ? `, and so are ${straddling.length - 1} more` : '';
    throw new Halt([
      finding('QC461', `the ${kind} ${first.name} is in several groups of ${by}: ${first.values.join(', ')}${more}`),
    ]);
  }
  if (testableLanguages(compared).length > 0) return;
  const sizes = languages
    .map(
      (one) =>
        `${one.language === null || languages.length === 1 ? '' : `${one.language}: `}${sizesOf(one, groups, MOST_NAMED)}`,
    )
    .join('; ');
  if (languages.length > 1 && groups.length > 1 && languages.every((one) => groupsIn(one, groups).length === 1))
    throw new Halt([
      {
        ...finding('QC460', `each group of ${by} is of one language (${sizes}), so that no language has two`),
        remedy:
          'Groups and languages cannot be told apart here: --by language compares them, and says what that may mean.',
      },
    ]);
  throw new Halt([
    finding(
      'QC460',
      `no two groups of ${by} have two ${kind}s each${languages.length > 1 ? ' in one language' : ''}${sizes === '' ? '' : ` (${sizes})`}`,
    ),
  ]);
}
