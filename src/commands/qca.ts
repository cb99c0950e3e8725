import type { Command, Invocation } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { analysisOptions, filterOptions, passOptions, pathsArgument, withoutQuery } from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { askedConditions, cutsOf, expectationsOf } from '../cli/qca-conditions.js';
import { requireVariation, unknownFindings, fewCases } from '../cli/qca-findings.js';
import { measure } from '../cli/measured.js';
import { studyFor } from '../cli/study-options.js';
import { caseNames, casePlaces } from '../measure/case-places.js';
import { analyse } from '../measure/qca/analysis.js';
import { absenceOf } from '../measure/qca/crisp-cases.js';
import { type Named, crispOf, observedCases } from '../measure/qca/observed-cases.js';
import { leavesOf } from '../measure/query/case-facts.js';
import { QCA_TABLES, type QcaTable, qcaReport, qcaTable } from '../report/qca.js';

export const qca: Command = {
  name: 'qca',
  summary: 'find which combinations of conditions go with an outcome (crisp-set QCA)',
  description:
    'Compares cases by what they have and lack. Conditions and the outcome are expressions about a case, in the language of queries: codes, patterns of codes, proximity, attributes; a code alone is its own name. ' +
    'Shown are the cases with their values and sources, contradictory configurations, the truth table, the conservative, intermediate and parsimonious solutions with all models that tie, necessity, and what changes when a case is left out; for the outcome and for its absence. ' +
    'A case in which nobody looked for a code, or without the attribute, is named and left out.',
  arguments: [pathsArgument],
  options: [
    {
      flags: '--condition <name=expr>',
      description: 'a condition: a code, or NAME=EXPR such as "early=founded < 2010"',
      repeatable: true,
      complete: 'code',
    },
    { flags: '--outcome <name=expr>', description: 'the outcome, written in the same way', complete: 'code' },
    {
      flags: '--expect <name=1|0>',
      description: 'that the presence (1) or absence (0) of a condition should further the outcome',
      repeatable: true,
    },
    {
      flags: '--consistency <share>',
      description: 'a configuration leads to the outcome from this share of its cases on (1)',
    },
    { flags: '--least-cases <n>', description: 'a configuration with fewer cases is a remainder (1)' },
    { flags: '--negated', description: 'only the absence of the outcome' },
    {
      flags: '--table <name>',
      description: 'one table alone; CSV is the truth table unless told',
      choices: QCA_TABLES,
    },
    ...filterOptions,
    withoutQuery('Write it as a condition, --condition NAME=QUERY, or choose cases with --case or --where.'),
    ...analysisOptions,
    ...passOptions,
  ],
  examples: [
    {
      line: 'qcode qca --condition local-interests --condition leaders=reach-agency-leaders --condition nature-of-projects --outcome indigenous-services --expect local-interests=1 --expect leaders=1',
      shows: 'what the agencies whose services became policy have in common',
    },
    {
      line: 'qcode qca --where type=provider --condition "early=founded <= 2010" --condition "academic=background = higher*" --outcome autonomy-by-refusal --table models',
      shows: 'the solutions alone, of conditions that are attributes',
    },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyFor(invocation, findings);
  const { names, texts, query, asked: attributes, doubts } = askedConditions(values, study);
  findings.tell(doubts);
  const conditions = names.slice(0, -1);
  const expectations = expectationsOf(values, conditions);
  const cuts = cutsOf(values);
  const asked = names.map((name, i): Named => ({ name, text: texts[i]!, expression: query.cases[i]! }));
  const leaves = asked.flatMap(({ expression }) => leavesOf(expression));
  const { value, basis, caveats, unanswered } = await measure(
    invocation,
    study,
    findings,
    () => ({
      caseValues: { leaves },
      places: { by: study.settings.caseAttribute, groupBy: null, rollup: false, needs: {} },
    }),
    undefined,
    { gathered: { query, returns: 'segment', conditions: attributes } },
  );
  if (unanswered.length > 0)
    throw new UsageError(`${unanswered.join(', ')} ran out of time`, 'Write the expression more simply.');
  const observed = observedCases(asked, value.caseValues.sources, [...study.cases.rows.keys()]);
  const cases = crispOf(asked, observed);
  const remarks = [...unknownFindings(asked, observed), ...requireVariation(asked, cases), ...fewCases(cases)];
  findings.tell(remarks);
  const outcome = names.at(-1)!;
  const presence = { cases, expectations };
  const outcomes = [
    ...(values.flag('negated') ? [] : [{ of: 'presence', name: outcome, ...presence } as const]),
    { of: 'absence', name: `~${outcome}`, ...absenceOf(presence) } as const,
  ];
  const found = {
    asked,
    observed,
    caseNames: caseNames(casePlaces(value.places, [])),
    outcomes: outcomes.map((each) => ({
      of: each.of,
      name: each.name,
      analysis: analyse(each.cases, cuts, each.expectations),
    })),
    cuts,
    expectations,
    basis,
    caveats: [...caveats, ...remarks.map(({ message }) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`)],
  };
  const format = formatOf(values);
  const table = values.one('table') as QcaTable | undefined;
  if (table !== undefined || format === 'csv') {
    await printBlock(invocation, qcaTable(table ?? 'truth-table', found), found.caveats);
  } else await printReport(invocation, qcaReport(found), format);
  return findings.exitCode();
}
