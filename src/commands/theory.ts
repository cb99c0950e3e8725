import { join, resolve } from 'node:path';
import type { Command, Invocation } from '../cli/command.js';
import { Halt } from '../cli/failure.js';
import { need, tellOn } from '../cli/findings.js';
import { limitOf } from '../cli/limit.js';
import { measure } from '../cli/measured.js';
import { analysisOptions, filterOptions, jobsOption, studyOptions, tableOptions } from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { type CodedStudy, groupsOf, studyFor } from '../cli/study-options.js';
import { refuseInputs, targetOf } from '../cli/target.js';
import { codeAt } from '../codebook/tree.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { caseNames, caseOrder, casePlaces } from '../measure/case-places.js';
import { parseTheory } from '../measure/theory/parse.js';
import { type Strata, readTooEarly, strataOf } from '../measure/theory/strata.js';
import { testTheory } from '../measure/theory/tested.js';
import type { Theory } from '../measure/theory/theory.js';
import { theoryReport, theoryTable } from '../report/theory.js';
import { shownPath } from '../store/locate.js';
import { readAs } from '../store/text-file.js';

/** Where a study keeps its theory. */
const THEORY_FILE = 'theory.yaml';
/** Quotations of each fact and case, unasked. */
const SHOWN = 1;

export const theory: Command = {
  name: 'theory',
  summary: 'try the rules of a theory over the cases: which support them, which contradict them',
  description:
    'Reads rules from theory.yaml (FORMATS) and tries each over every case: "if" asks what is coded in the case, in the query language; "then" adds themes that later rules may ask for; "expect" says what must be coded where the rule is right. ' +
    'A code of a case is 1, 0 or unknown: unknown where nobody looked for it, or where codings stand that do not affirm it (property "stance" of the codebook); judgements in the file come first. ' +
    'The report has the cases that support and contradict each rule, what kept a rule from firing, and quotations.',
  arguments: [{ name: 'file', description: 'the theory (theory.yaml of the study)', complete: 'file' }],
  options: [
    { flags: '--fixpoint', description: 'try the rules until none adds a theme, whatever their order' },
    { flags: '--limit <n>', description: `at most so many quotations for each thing asked of a case (${SHOWN})` },
    ...filterOptions,
    ...analysisOptions,
    ...tableOptions,
    ...studyOptions,
    jobsOption,
  ],
  examples: [
    { line: 'qcode theory', shows: 'which cases support, and which contradict, each rule of theory.yaml' },
    {
      line: 'qcode theory --manual --fixpoint',
      shows: 'the same by codings of coders, whatever the order of the rules',
    },
    { line: 'qcode theory --case A2 --limit 3', shows: 'one case, with three quotations for each thing asked' },
    { line: 'qcode theory -o theory.csv', shows: 'a row for each case and rule' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const format = formatOf(values);
  const study = await studyFor({ ...invocation, arguments: [] }, findings);
  const read = await theoryFor(invocation, study);
  const tried = need(read, findings);
  const strata = values.flag('fixpoint') ? stratified(tried) : null;
  if (!strata) findings.tell(tooEarly(tried));

  const { codebook, settings } = study;
  const byStance = codebook.properties['stance']?.includes('affirms') === true;
  const groups = groupsOf(study);
  const { value, basis, caveats } = await measure(invocation, study, findings, () => ({
    evidence: {
      facts: tried.facts.map(({ bound }) => bound),
      judged: tried.judgements.flatMap((one) => {
        const code = codeAt(codebook, one.name);
        return code < 0 ? [] : [[one.case, code, one.value] as const];
      }),
      byStance,
      unit: settings.unit,
      limit: limitOf(invocation) ?? SHOWN,
    },
    places: { by: settings.caseAttribute, groupBy: groups && settings.caseGroup, rollup: false, needs: {} },
  }));
  findings.tell(judgedElsewhere(tried, value.evidence.cases));
  const places = casePlaces(value.places, groups ?? []);
  const rank = new Map(caseOrder(places).map((id, i) => [id, i]));
  const cases = [...testTheory(tried, codebook, value.evidence, strata)].sort(
    (a, b) => (rank.get(a.case) ?? Infinity) - (rank.get(b.case) ?? Infinity),
  );
  const shown = {
    theory: tried,
    cases,
    fixpoint: strata !== null,
    byStance,
    basis,
    caveats,
    caseNames: caseNames(places),
  };
  if (format === 'csv') await printBlock(invocation, theoryTable(shown));
  else await printReport(invocation, theoryReport(shown), format);
  return findings.exitCode();
}

async function theoryFor(invocation: Invocation, { folder, codebook }: CodedStudy) {
  const { arguments: given, shell } = invocation;
  const path = given[0] === undefined ? join(folder, THEORY_FILE) : resolve(shell.folder, given[0]);
  const target = targetOf(invocation);
  if (target) refuseInputs(target, [path]);
  return readAs(path, shownPath(shell.folder, path), (text, file) => parseTheory(text, file, codebook));
}

function stratified({ rules }: Theory): Strata {
  const strata = strataOf(rules);
  if (!('theme' in strata)) return strata;
  const { name, place } = rules[strata.rule]!;
  throw new Halt([
    finding(
      'QC483',
      `the rule "${name}" negates, itself or by way of others, the theme "${strata.theme}" that it adds`,
      place,
    ),
  ]);
}

function tooEarly({ rules }: Theory): Diagnostic[] {
  return readTooEarly(rules).map(({ rule, theme }) => {
    const { name, place } = rules[rule]!;
    return finding(
      'QC484',
      `the rule "${name}" reads the theme "${theme}", which no rule above it adds`,
      place,
      'warning',
    );
  });
}

function judgedElsewhere({ judgements }: Theory, cases: ReadonlyMap<string, unknown>): Diagnostic[] {
  return judgements
    .filter((one) => !cases.has(one.case))
    .map((one) => finding('QC485', `no source that was read belongs to the case "${one.case}"`, one.place, 'warning'));
}
