import { join, resolve } from 'node:path';
import { judgedNowhere, rulesTooEarly, withoutAffirms } from '../check/theory.js';
import type { Command, Invocation } from '../cli/command.js';
import { Halt } from '../cli/failure.js';
import { need, tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { analysisOptions, filterOptions, jobsOption, studyOptions, tableOptions } from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { type CodedStudy, analysisOf, groupsOf, studyFor } from '../cli/study-options.js';
import { refuseInputs, targetOf } from '../cli/target.js';
import { evidenceFor, tryTheory } from '../cli/theory-trial.js';
import { cutVariants, foundByKeywordsOnly, setsBeside, unasked } from '../cli/theory-variants.js';
import { finding } from '../core/finding.js';
import { conditionsOfQuery } from '../measure/query/asked-condition.js';
import { cutOf, robustnessOf } from '../measure/theory/robustness.js';
import { type Strata, strataOf } from '../measure/theory/strata.js';
import { testTheory } from '../measure/theory/tested.js';
import type { Theory } from '../measure/theory/theory.js';
import { datesSection } from '../report/theory-dates.js';
import { robustnessLine, robustnessSection, robustnessTable } from '../report/theory-robustness.js';
import { theoryTable } from '../report/theory-table.js';
import { theoryReport } from '../report/theory.js';
import { isSelective } from '../store/filters.js';
import { shownPath } from '../store/locate.js';
import { THEORY_FILE, readTheory } from '../store/theory-file.js';

/** Quotations of the evidence for a claim, unasked. */
const SHOWN = 3;

export const theory: Command = {
  name: 'theory',
  summary: 'try the rules of a theory over the cases: which support them, which contradict them',
  description:
    'Reads rules from theory.yaml (FORMATS) and tries each over every case: "if" asks what is coded in the case, in the query language; "then" adds themes that later rules may ask for; "expect" says what must be coded where the rule is right. ' +
    'A code of a case is 1, 0 or unknown: unknown where nobody looked for it, or where codings stand that do not affirm it (property "stance" of the codebook); judgements in the file come first. ' +
    'The report has each claim with its evidence and counter-evidence in quotations, and for each case what kept a rule from firing.',
  arguments: [{ name: 'file', description: 'the theory (theory.yaml of the study)', complete: 'file' }],
  options: [
    { flags: '--fixpoint', description: 'try the rules until none adds a theme, whatever their order' },
    {
      flags: '--sensitivity',
      description:
        'what each case says at other thresholds, by other coders, without keyword hits; majorities less one case',
    },
    {
      flags: '--quotes <n>',
      description: `at most so many quotations for each claim, and of each case that contradicts it (${SHOWN})`,
    },
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
    { line: 'qcode theory --case A2 --quotes 5', shows: 'one case, with more quotations for each claim' },
    { line: 'qcode theory --sensitivity', shows: 'which cases change sides, and which majorities hang on one case' },
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
  const names = { codebook: study.codebook, queries: study.settings.queries };
  const conditions = read.asked.flatMap((one) => conditionsOfQuery(one, names));
  const strata = values.flag('fixpoint') ? stratified(tried) : null;
  if (!strata) findings.tell(rulesTooEarly(tried, 'warning'));

  const { codebook, settings } = study;
  findings.tell(withoutAffirms(codebook));
  const groups = groupsOf(study);
  const quotes = numberOf(values, 'quotes', 0) ?? SHOWN;
  const set = analysisOf(values, study);
  const besides = values.flag('sensitivity') ? setsBeside(set, study) : [];
  const asked = evidenceFor(tried, study, quotes);
  const { value, basis, caveats, filters } = await measure(
    invocation,
    study,
    findings,
    () => ({
      evidence: asked,
      evidenceBesides: { ...asked, limit: 0, quoted: [], sets: besides.length },
      places: { by: settings.caseAttribute, groupBy: groups && settings.caseGroup, rollup: false, needs: {} },
    }),
    set,
    { besides, conditions },
  );
  // Filters, and --source, leave cases out that were judged.
  if (!isSelective(filters) && study.chosen.length === 0)
    findings.tell(judgedNowhere(tried, new Set(value.evidence.cases.keys())));
  const shown = tryTheory({ theory: tried, strata, quotes, basis, caveats }, study, value);
  const { cases } = shown;
  const keywordsOnly = foundByKeywordsOnly(value.evidence, study);
  const variants = [
    ...cutVariants(tried, asked.byStance).map((variant) => ({
      variant,
      cases: testTheory(tried, codebook, value.evidence, strata, cutOf(variant, tried)),
    })),
    ...besides.map((other, i) => ({
      variant: { kind: 'set', set: other } as const,
      cases: testTheory(tried, codebook, unasked(value.evidenceBesides[i]!, keywordsOnly), strata),
    })),
  ];
  const leftToKeywords = besides.length > 0 ? [...keywordsOnly].map((code) => codebook.codes[code]!.id) : [];
  const robust = { ...shown, leftToKeywords, robustness: robustnessOf(cases, variants) };
  if (format === 'csv')
    await printBlock(invocation, values.flag('sensitivity') ? robustnessTable(robust) : theoryTable(shown));
  else {
    const sensitivity = values.flag('sensitivity') ? robustnessSection(robust) : robustnessLine(robust);
    await printReport(invocation, theoryReport(shown, [datesSection(shown), sensitivity]), format);
  }
  return findings.exitCode();
}

async function theoryFor(invocation: Invocation, { folder, codebook, settings: { queries } }: CodedStudy) {
  const { arguments: given, shell } = invocation;
  const path = given[0] === undefined ? join(folder, THEORY_FILE) : resolve(shell.folder, given[0]);
  const target = targetOf(invocation);
  if (target) refuseInputs(target, [path]);
  return readTheory(path, shownPath(shell.folder, path), { codebook, queries });
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
