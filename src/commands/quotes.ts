import type { Command, Invocation } from '../cli/command.js';
import { requireKnown } from '../cli/columns.js';
import { tellOn } from '../cli/findings.js';
import { type ListedQuotations, allQuotations, chosenQuotations } from '../cli/listed-quotations.js';
import { withQueryArgument } from '../cli/query-argument.js';
import { codeOptions, pathsArgument, reportOptions } from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { layoutOf, layoutOptions } from '../cli/quotation-options.js';
import { type CodedStudy, codeNamed, codesToList, groupsOf, studyFor, withCodes } from '../cli/study-options.js';
import { caseNames, caseOrder } from '../measure/case-places.js';
import { describeSelection } from '../measure/examples.js';
import { RETURNS } from '../measure/query/returned.js';
import type { Ranks } from '../measure/quotation-order.js';
import { ownCodingsAlone, withoutOwnCodings } from '../report/own-codings.js';
import { quotationList } from '../report/quotation-list.js';
import { afterOverview, quotationOverview } from '../report/quotation-overview.js';
import type { Coverage } from '../store/chunk.js';

export const quotes: Command = {
  name: 'quotes',
  summary: 'list quotations by code',
  description:
    'The segments of each code with case, source, line and speaker, the question before, and the matched keywords marked. ' +
    "All of them, those that a query selects (in the place of paths or after --query; METHODS has the language), or with --limit a few for each code, spread over cases by a rule that is printed with them. Cases are cited by their names, such as the agency's; files keep their ids. " +
    'An overview comes first (not in CSV). --show says what is shown of each, as columns of CSV too, --group under what headings and --sort in which order. ' +
    'Where people.csv says that a speaker did not agree to be quoted, a note stands for the words.',
  arguments: [{ ...pathsArgument, description: `${pathsArgument.description}; or a query` }],
  options: [
    { flags: '--limit <n>', description: 'at most so many for each code, spread over cases' },
    {
      flags: '--return <what>',
      description: 'of a query: the segment (as is), the overlap with its partners, or the unit around it',
      choices: RETURNS,
    },
    ...layoutOptions,
    ...codeOptions,
    ...reportOptions,
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
    {
      line: 'qcode quotes --code rational-link --below --group code,background --show case,position,text,definition',
      shows: 'under each code its definition, and agencies of one background after those of another',
    },
    {
      line: 'qcode quotes --case A3 --group none --sort position --context 1',
      shows: 'a case from its first page to its last, each with what is said around it',
    },
    { line: 'qcode quotes --limit 2 --format markdown -o quotes.md', shows: 'two quotations a code, for a paper' },
  ],
  run,
};

async function run(given: Invocation): Promise<0 | 1> {
  const invocation = withQueryArgument(given);
  const { values } = invocation;
  const findings = tellOn(invocation.shell);
  const { attributes, ...layout } = layoutOf(values);
  const limit = numberOf(values, 'limit', 1) ?? null;
  const study = studyAsking(attributes, await studyFor(invocation, findings));
  const wanted = codesToList(values, study);
  const asked = { codes: wanted, quoting: { attributes, ...(layout.around && { around: layout.around }) } };
  const listed = await (limit === null
    ? allQuotations(invocation, study, findings, asked)
    : chosenQuotations(invocation, study, findings, asked, limit));
  const { quotations, places, totals, coverage } = listed;
  for (const name of attributes) requireKnown(name, isAttribute(name, study, coverage), study);
  const basis = withCodes(listed.basis, values);
  const { caseAttribute, caseGroup } = study.settings;
  const ranks: Ranks = new Map([
    [caseGroup, groupsOf(study) ?? []],
    [caseAttribute, [...new Set(places.map(({ column }) => column))]],
    ['case', caseOrder(places)],
  ]);
  const selection = limit === null ? null : describeSelection(limit);
  const options = { ...layout, ranks, selection, caseNames: caseNames(places), ...(totals && { totals }) };
  const hints = ownCodings(listed, invocation, study);
  const caveats = [...listed.caveats, ...hints];
  const list = quotationList(quotations, study.codebook, options, basis);
  const format = formatOf(values);
  if (format === 'csv') for (const hint of hints) invocation.shell.err.write(`note: ${hint}\n`);
  if (format === 'csv' || !values.flag('overview')) await printBlock(invocation, list, caveats);
  else {
    const blocks = afterOverview(list, quotationOverview(quotations, study.codebook, totals, basis));
    const report = { title: list.title, caveats, sections: [{ heading: '', blocks }] };
    await printReport(invocation, report, format);
  }
  return findings.exitCode();
}

/** Of categories whose codings are all of the codes below them. */
function ownCodings(
  { quotations, totals, filters: { query } }: ListedQuotations,
  { values }: Invocation,
  { codebook }: CodedStudy,
): string[] {
  if (query) return quotations.length > 0 ? [] : ownCodingsAlone([query.query.root, ...query.query.cases], codebook);
  if (values.flag('below')) return [];
  const named = values.all('code').map((name) => codebook.codes.indexOf(codeNamed(name, codebook)));
  const found = new Set(quotations.map(({ code }) => code));
  // Few are chosen, and none whose words may not be quoted.
  const hasOwn = (id: string): boolean => (totals ? (totals.get(id) ?? 0) > 0 : found.has(id));
  return withoutOwnCodings(named, (code) => hasOwn(codebook.codes[code]!.id), '--below lists', codebook);
}

/** Where the case attribute is asked for by name, a case without one has none. */
function studyAsking(attributes: readonly string[], study: CodedStudy): CodedStudy {
  if (!attributes.includes(study.settings.caseAttribute)) return study;
  return { ...study, settings: { ...study.settings, casesNameThemselves: false } };
}

/** An attribute that no table declares and nothing that was read has is misspelt, whichever quotations are listed. */
function isAttribute(name: string, { cases }: CodedStudy, { values }: Coverage): boolean {
  return cases.attributes.includes(name) || values.attributes.has(name);
}
