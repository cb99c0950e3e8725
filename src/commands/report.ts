import { join, resolve } from 'node:path';
import { columnsBy, named, requireAttribute, studyBy } from '../cli/columns.js';
import type { Command, Invocation, Values } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { manifestOf } from '../cli/manifest.js';
import { type Measured, measure } from '../cli/measured.js';
import { codeOptions, pathsArgument, reportOptions, rollupOption } from '../cli/options.js';
import { formatOf, printReport } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { ruledIn } from '../cli/ruled-in.js';
import { type CodedStudy, codesInWords, codesToList, groupsOf, studyFor, withCodes } from '../cli/study-options.js';
import { descendantsOf } from '../codebook/tree.js';
import { evidenceFor, tryTheory } from '../cli/theory-trial.js';
import type { AnalysisSet } from '../measure/analysis-set.js';
import { jaccard } from '../measure/association/jaccard.js';
import { caseNames, caseOrder, casePlaces } from '../measure/case-places.js';
import { finishCooccurrence } from '../measure/cooccurrence-finish.js';
import { describeSelection, selectExamples } from '../measure/examples.js';
import { finishFrequency } from '../measure/frequency-finish.js';
import type { Theory } from '../measure/theory/theory.js';
import type { Frequency } from '../measure/frequency-types.js';
import type { FrequencyTally } from '../measure/frequency.js';
import { codebookOf, cooccurrenceOf, frequencyOf, glanceOfCodes } from '../measure/only-codes.js';
import type { Basis } from '../report/basis.js';
import { reportFiles } from '../report/folder.js';
import type { Manifest, Report } from '../report/model.js';
import { studyReport } from '../report/study-report.js';
import { mayReplace, writeReportFolder } from '../store/report-folder.js';
import { THEORY_FILE, theoryOf } from '../store/theory-file.js';
import type { UnitKind } from '../text/transcript.js';

const DEFAULT_QUOTATIONS = 3;

export const report: Command = {
  name: 'report',
  summary: 'write the report of a study',
  description:
    'The study at a glance, the codebook in use, code frequency across cases (of a code with others below it first all, then its own), co-occurrence and its strongest pairs, example quotations for each code spread over cases, what the cases say of the claims in theory.yaml, codes never applied and sources without codes, caveats, and a manifest with the digest of every input. ' +
    'The same input gives the same bytes. --format csv -o FOLDER writes a folder of CSV files.',
  arguments: [pathsArgument],
  options: [
    { flags: '--by <attribute>', description: 'what makes the columns of the frequency table', complete: 'attribute' },
    {
      flags: '--unit <unit>',
      description: 'where codes meet',
      choices: ['sentence', 'paragraph', 'turn', 'line', 'source'],
    },
    { flags: '--quotes <n>', description: `example quotations for each code (${DEFAULT_QUOTATIONS})` },
    rollupOption,
    ...codeOptions,
    ...reportOptions,
  ],
  examples: [
    { line: 'qcode report', shows: 'the whole study in the terminal' },
    { line: 'qcode report -o report.md', shows: 'the same as Markdown' },
    { line: 'qcode report --format csv -o tables', shows: 'a folder of CSV files' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const format = formatOf(values);
  const target = values.one('output');
  if (format === 'csv' && target === undefined)
    throw new UsageError('a report as CSV is a folder', 'Name it with -o FOLDER.');
  if (format === 'csv' && /\.csv$/i.test(target ?? ''))
    throw new UsageError(
      'a report as CSV is a folder, not a file',
      'Name a folder, such as -o tables, or write -o report.md.',
    );
  const findings = tellOn(shell);
  const study = studyBy(values, await studyFor(invocation, findings));
  const choices = choicesOf(invocation, study);
  const theory = await theoryIn(invocation, study);
  const measured = await measure(invocation, study, findings, (set) => measuresOf(study, choices, set, theory.value));
  const basis = withCodes(measured.basis, values);
  const by = columnsBy(values, measured.coverage, study);
  const { unit, rollup, quotes } = choices;
  const manifest = await manifestOf(
    study,
    { by, unit, rollup, quotes, filters: basis.filters },
    basis.set,
    theory.value ? [{ id: THEORY_FILE, path: join(study.folder, THEORY_FILE) }] : [],
  );
  const made = make(study, { ...choices, by }, measured, basis, manifest, theory);
  if (format === 'csv') writeFolder(resolve(shell.folder, target ?? ''), made, values);
  else await printReport(invocation, made, format);
  return findings.exitCode();
}

/** A folder that is none of ours is left alone. */
function writeFolder(target: string, made: Report, values: Values): void {
  if (!mayReplace(target)) {
    throw new UsageError(
      `${target} is there already and is no folder of a report`,
      'Name another folder, or remove it.',
    );
  }
  writeReportFolder(target, reportFiles(made, { bom: values.flag('bom'), raw: values.flag('raw') }));
}

interface Choices {
  readonly by: string;
  readonly unit: UnitKind;
  readonly rollup: boolean;
  readonly quotes: number;
  readonly groups: readonly string[] | null;
  /** Positions of the codes asked for; null for all. */
  readonly codes: readonly number[] | null;
  /** The same in words. */
  readonly only: string | undefined;
}

function choicesOf({ values }: Invocation, study: CodedStudy): Choices {
  return {
    by: values.one('by') ?? study.settings.caseAttribute,
    unit: (values.one('unit') as UnitKind | undefined) ?? study.settings.unit,
    rollup: values.flag('rollup'),
    quotes: numberOf(values, 'quotes', 0) ?? DEFAULT_QUOTATIONS,
    groups: groupsOf(study),
    codes: codesToList(values, study),
    only: codesInWords(values),
  };
}

/** Those asked for; where figures are rolled up, with those below them, of which codings the figures are made too. */
function codesCounted({ rollup, codes }: Choices, { codebook }: CodedStudy): readonly number[] {
  if (codes === null) return codebook.codes.map((_, code) => code);
  return rollup ? [...new Set(codes.flatMap((code) => [code, ...descendantsOf(codebook, code)]))] : codes;
}

function measuresOf(study: CodedStudy, choices: Choices, set: AnalysisSet, theory?: Theory) {
  const { settings } = study;
  const { by, unit, rollup, quotes, groups } = choices;
  const columns = { by, groupBy: groups && settings.caseGroup };
  return {
    glance: {},
    frequency: {
      ...columns,
      rollup,
      among: codesCounted(choices, study),
      needs: { hits: true, sources: true, words: true },
      everywhere: ruledIn(study, set, rollup),
    },
    rolledUp: { ...columns, rollup: true, needs: {} },
    places: { ...columns, by: settings.caseAttribute, rollup: false, needs: {} },
    cooccurrence: { unit, rollup, units: true },
    examples: { limit: quotes },
    ...(theory && { evidence: evidenceFor(theory, study, 0) }),
  };
}

type ReportMeasures = ReturnType<typeof measuresOf>;

/** The theory of the study, or that it cannot be read. */
interface StudyTheory {
  readonly value?: Theory;
  readonly unread: readonly string[];
}

const WITHOUT_THEORY = `${THEORY_FILE} is tried over all codes: its claims are not in this report. qcode theory has them.`;

async function theoryIn({ values }: Invocation, { folder, codebook, settings }: CodedStudy): Promise<StudyTheory> {
  const read = await theoryOf(folder, { codebook, queries: settings.queries });
  if (read === null) return { unread: [] };
  // Codes that are left out were looked for all the same: they are not absent from the cases.
  if (values.one('query') !== undefined || codesInWords(values) !== undefined) return { unread: [WITHOUT_THEORY] };
  if (read.value) return { value: read.value, unread: [] };
  return { unread: [`${THEORY_FILE} has errors, and its claims are not in this report: qcode theory says which.`] };
}

function make(
  study: CodedStudy,
  choices: Choices,
  measured: Measured<ReportMeasures>,
  basis: Basis,
  manifest: Manifest,
  { value: theory, unread: unreadTheory }: StudyTheory,
) {
  const { value, coverage, lost, leftOut } = measured;
  const { codebook: whole, settings } = study;
  const groups = choices.groups ?? [];
  const codes = choices.codes ?? whole.codes.map((_, code) => code);
  const codebook = codebookOf(whole, codes);
  const ids = new Set(codebook.codes.map(({ id }) => id));
  const finished = (tally: FrequencyTally): Frequency =>
    named(frequencyOf(finishFrequency(tally, whole, groups), whole, codes), choices.by);
  const frequency = finished(value.frequency);
  requireAttribute(choices.by, frequency, study);
  const { unread, unplaced, moved, read, silentTurns } = coverage;
  const made = studyReport({
    title: settings.title || codebook.title,
    codebook,
    basis,
    naming: { by: choices.by, groupBy: choices.groups && settings.caseGroup },
    caseNames: caseNames(casePlaces(value.places, groups)),
    glances: value.glance.map((glance) => glanceOfCodes(glance, codesCounted(choices, study))),
    frequency,
    rolledUp: finished(value.rolledUp),
    cooccurrence: cooccurrenceOf(finishCooccurrence(value.cooccurrence, whole), whole, codes),
    association: jaccard,
    quotations: selectExamples(value.examples, caseOrder(casePlaces(value.frequency, groups)))
      .flat()
      .filter(({ code }) => ids.has(code)),
    selection: describeSelection(choices.quotes),
    incidents: { unread, unplaced, moved, read, silentTurns, runaways: leftOut },
    manifest,
    // What a query leaves out is no gap of the study.
    gaps: measured.filters.query === undefined,
    ...(theory && {
      theory: tryTheory({ theory, strata: null, quotes: 0, basis: measured.basis, caveats: [] }, study, value),
    }),
    ...(choices.only !== undefined && { onlyCodes: choices.only }),
  });
  return { ...made, caveats: [...lost, ...unreadTheory, ...made.caveats] };
}
