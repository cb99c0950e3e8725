import type { Command, Invocation } from '../cli/command.js';
import { tellOn } from '../cli/findings.js';
import { limitOf } from '../cli/limit.js';
import { withQueryArgument } from '../cli/query-argument.js';
import { measure } from '../cli/measured.js';
import {
  analysisOptions,
  belowOption,
  codeOption,
  filterOptions,
  jobsOption,
  pathsArgument,
  queryOption,
  studyOptions,
  tableOptions,
} from '../cli/options.js';
import { printBlock } from '../cli/print.js';
import { type CodedStudy, codesToList, groupsOf, studyFor } from '../cli/study-options.js';
import { type CasePlace, caseNames, caseOrder, casePlaces } from '../measure/case-places.js';
import { describeSelection, selectExamples } from '../measure/examples.js';
import { RETURNS } from '../measure/query/returned.js';
import { finishFrequency } from '../measure/frequency-finish.js';
import type { FrequencyTally } from '../measure/frequency.js';
import { codeTotals } from '../report/code-totals.js';
import { quotationList } from '../report/quotation-list.js';

export const quotes: Command = {
  name: 'quotes',
  summary: 'list quotations by code',
  description:
    'The segments of each code with case, source, line and speaker, the question before, and the matched keywords marked. ' +
    "All of them, those that a query selects (in the place of paths or after --query; METHODS has the language), or with --limit a few for each code, spread over cases by a rule that is printed with them. Cases are cited by their names, such as the agency's; files keep their ids. " +
    'Where people.csv says that a speaker did not agree to be quoted, a note stands for the words.',
  arguments: [{ ...pathsArgument, description: `${pathsArgument.description}; or a query` }],
  options: [
    { flags: '--limit <n>', description: 'at most so many for each code, spread over cases' },
    {
      flags: '--return <what>',
      description: 'of a query: the segment (as is), the overlap with its partners, or the unit around it',
      choices: RETURNS,
    },
    codeOption,
    belowOption,
    ...filterOptions,
    queryOption,
    ...analysisOptions,
    ...tableOptions,
    ...studyOptions,
    jobsOption,
  ],
  examples: [
    { line: 'qcode quotes --code late-payment', shows: 'all that was said of late payment' },
    {
      line: 'qcode quotes "tendering precedes late-payment within 10 turns"',
      shows: 'tendering, where late payment comes up soon after',
    },
    {
      line: 'qcode quotes "amount-funded near types-of-services and case has commissioned-projects" --return unit',
      shows: 'whole paragraphs, in agencies that were commissioned',
    },
    { line: 'qcode quotes --limit 2 --format markdown -o quotes.md', shows: 'two quotations a code, for a paper' },
  ],
  run,
};

async function run(given: Invocation): Promise<0 | 1> {
  const invocation = withQueryArgument(given);
  const findings = tellOn(invocation.shell);
  const study = await studyFor(invocation, findings);
  const limit = limitOf(invocation);
  const wanted = codesToList(invocation.values, study);
  // The columns of the frequency table: cases go in their order and by their names.
  const { caseAttribute, caseGroup } = study.settings;
  const groups = groupsOf(study);
  const frequency = { by: caseAttribute, groupBy: groups && caseGroup, rollup: false, needs: {} };
  const { list, caveats } = limit === null ? await all() : await few(limit);
  await printBlock(invocation, list, caveats);
  return findings.exitCode();

  async function all() {
    const { value, basis, caveats } = await measure(invocation, study, findings, () => ({
      quotations: { codes: wanted },
      frequency,
    }));
    const named = caseNames(placesIn(value.frequency));
    return {
      list: quotationList(value.quotations.quotations, study.codebook, { selection: null, caseNames: named }, basis),
      caveats,
    };
  }

  async function few(most: number) {
    const { value, basis, caveats } = await measure(invocation, study, findings, () => ({
      examples: { limit: most },
      frequency,
    }));
    const places = placesIn(value.frequency);
    const totals = codeTotals(finishFrequency(value.frequency, study.codebook, []));
    const ids = wanted && idsOf(study, wanted);
    const chosen = selectExamples(value.examples, caseOrder(places)).flat();
    const quotations = ids ? chosen.filter(({ code }) => ids.has(code)) : chosen;
    const options = { selection: describeSelection(most), caseNames: caseNames(places), totals };
    return { list: quotationList(quotations, study.codebook, options, basis), caveats };
  }

  function placesIn(tally: FrequencyTally): CasePlace[] {
    return casePlaces(tally, groups ?? []);
  }
}

function idsOf({ codebook }: CodedStudy, codes: readonly number[]): Set<string | undefined> {
  return new Set(codes.map((code) => codebook.codes[code]?.id));
}
