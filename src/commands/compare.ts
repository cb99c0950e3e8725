import { columnsBy, named, requireAttribute, studyBy } from '../cli/columns.js';
import type { Command, Invocation } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { reportOptions } from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { type CodedStudy, codeNamed, groupsOf, studyFor } from '../cli/study-options.js';
import type { Code, Codebook } from '../codebook/codebook.js';
import { descendantsOf } from '../codebook/tree.js';
import { caseNames, caseOrder, casePlaces } from '../measure/case-places.js';
import { byColumn, ofTwoCodes } from '../measure/comparison.js';
import { GROUP, describeSelection, selectAmong } from '../measure/examples.js';
import { finishFrequency } from '../measure/frequency-finish.js';
import { rolledUpAsked } from '../report/asked.js';
import { segmentsOf } from '../report/code-totals.js';
import { type Choice, type Comparison, comparisonByColumn, comparisonOfTwo } from '../report/comparison.js';
import type { Report } from '../report/model.js';
import { withoutOwnCodings } from '../report/own-codings.js';
import { type ComparisonMemo, comparisonMemo } from '../store/comparison-memo.js';
import { readMemo } from '../store/memos.js';
import { requireEditor, writeMemoOn } from '../tui/shell/comparison-memo.js';

export const compare: Command = {
  name: 'compare',
  summary: 'lay the incidents of a code, or of two codes, side by side',
  description:
    'For constant comparison. Of one code: its incidents in each agency (or by any attribute), with what its codebook entry says at the head, the question before, memos, and where there is none: 0 where somebody looked, – where nobody did. ' +
    'Of two codes: the segments that have both, then those of each alone; what overlaps the other code says so. ' +
    'A wide terminal has the groups beside one another. --memo opens an editor with a memo on what was compared: it lies in memos/comparison/, and stands beneath the comparison from then on.',
  arguments: [{ name: 'codes', description: 'one code, or two', required: true, variadic: true, complete: 'code' }],
  options: [
    {
      flags: '--by <attribute>',
      description: 'of one code: what makes the groups: an attribute, case, source, speaker, role, date …',
      complete: 'attribute',
    },
    { flags: '--limit <n>', description: 'at most so many for each group, spread over cases' },
    { flags: '--below', description: 'a code holds the codings of the codes below it too' },
    { flags: '--memo', description: 'write a memo on the comparison in your editor (VISUAL or EDITOR)' },
    ...reportOptions,
  ],
  examples: [
    { line: 'qcode compare late-payment', shows: 'what each agency says of late payment' },
    { line: 'qcode compare late-payment --by background --limit 2', shows: 'two incidents of each background' },
    {
      line: 'qcode compare dimensions --below',
      shows: 'what each agency says of a category, whichever code below it was applied',
    },
    {
      line: 'qcode compare dependent-to-survive independent-to-develop',
      shows: 'what tells two codes apart',
    },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = studyBy(values, await studyFor({ ...invocation, arguments: [] }, findings));
  const codes = codesToCompare(invocation, study);
  const below = values.flag('below');
  const compared = { codes, by: codes.length === 1 ? (values.one('by') ?? casesCalled(study)) : null };
  if (values.flag('memo')) requireEditor(study.folder, compared);
  const { report, incidents: list, found } = await comparisonOf(codes);
  const format = formatOf(values);
  if (format === 'csv') await printBlock(invocation, list);
  else await printReport(invocation, withMemo(report, comparisonMemo(study.folder, compared)), format);
  if (values.flag('memo')) writeMemoOn(compared, report, found, study.folder, shell);
  return findings.exitCode();

  async function comparisonOf([code, other]: readonly Code[]): Promise<Comparison> {
    const { caseAttribute, caseGroup } = study.settings;
    const limit = numberOf(values, 'limit', 1) ?? null;
    const groups = groupsOf(study);
    const by = values.one('by') ?? caseAttribute;
    const groupBy = groups && caseGroup;
    const positions = codes.map((each) => study.codebook.codes.indexOf(each));
    const {
      value,
      basis: read,
      coverage,
      caveats,
    } = await measure(invocation, study, findings, () => ({
      incidents: { codes: positions, by, groupBy, rollup: below },
      frequency: { by, groupBy, rollup: below, needs: {} },
      places: { by: caseAttribute, groupBy, rollup: false, needs: {} },
    }));
    const { incidents } = value.incidents;
    const frequency = named(
      finishFrequency(value.frequency, study.codebook, groups ?? []),
      columnsBy(values, coverage, study),
    );
    requireAttribute(by, frequency, study);
    const places = casePlaces(value.places, groups ?? []);
    const hasOwn = (position: number): boolean => (segmentsOf(frequency, position) ?? 0) > 0;
    const hints = below ? [] : withoutOwnCodings(positions, hasOwn, '--below compares', study.codebook);
    const asked = read.asked && (below ? rolledUpAsked(read.asked, study.codebook) : read.asked);
    const surroundings = {
      basis: { ...read, ...(asked && { asked }) },
      caveats: [...caveats, ...hints],
      codebook: study.codebook,
      rolledUp: below,
      caseNames: caseNames(places),
      choice: choiceOf(limit, caseOrder(places)),
      memoOn: (id: string) => readMemo(study.folder, { code: id }),
    };
    if (other === undefined) {
      const columns = byColumn(incidents, value.frequency.labels, frequency, positions[0]!);
      return comparisonByColumn(code!, frequency.options.by, columns, surroundings);
    }
    const totals = positions.map((position) => segmentsOf(frequency, position)) as [number | null, number | null];
    const [ones, others] = positions.map((position) => familyOf(position, study.codebook, below)) as [Family, Family];
    const relations = study.codebook.relations.filter(
      ({ from, to }) => (ones.has(from) && others.has(to)) || (others.has(from) && ones.has(to)),
    );
    return comparisonOfTwo([code!, other], relations, ofTwoCodes(incidents, code!.id, other.id), totals, surroundings);
  }
}

/** What makes the groups unasked: the attribute that names cases, where they have it. */
function casesCalled({ cases, settings }: CodedStudy): string {
  return cases.attributes.includes(settings.caseAttribute) ? settings.caseAttribute : 'case';
}

/** One code, or two that differ. */
function codesToCompare({ arguments: given, values }: Invocation, { codebook }: CodedStudy): Code[] {
  if (given.length > 2) {
    throw new UsageError('compare takes one code or two', 'Compare others two by two, or list them with qcode quotes.');
  }
  const codes = given.map((name) => codeNamed(name, codebook));
  if (codes.length === 2 && codes[0] === codes[1])
    throw new UsageError(`${codes[0]!.id} is compared with itself`, 'Name another code, or one code with --by.');
  if (codes.length === 2 && values.one('by') !== undefined)
    throw new UsageError(
      '--by is for the incidents of one code',
      'Hold two codes to one group with --where or --case.',
    );
  if (codes.length === 2 && values.flag('below')) requireApart(codes as [Code, Code], codebook);
  return codes;
}

/** With the codes below it counted in, a code would be compared with a part of itself. */
function requireApart(codes: readonly [Code, Code], codebook: Codebook): void {
  const [one, other] = [...codes].sort((a, b) => codebook.codes.indexOf(a) - codebook.codes.indexOf(b)) as [Code, Code];
  if (!familyOf(codebook.codes.indexOf(one), codebook, true).has(other.id)) return;
  throw new UsageError(
    `${other.id} is below ${one.id}: with --below they are one`,
    'Leave --below out: then each is compared by its own codings.',
  );
}

type Family = ReadonlySet<string>;

/** The id of a code, and those below it where they are counted in. */
function familyOf(code: number, codebook: Codebook, below: boolean): Family {
  return new Set([code, ...(below ? descendantsOf(codebook, code) : [])].map((one) => codebook.codes[one]!.id));
}

/** The report with what the analyst wrote on this comparison beneath it. */
function withMemo(report: Report, { path, text }: ComparisonMemo): Report {
  if (text === '') return report;
  // What stands in a list keeps a line of its own.
  const blocks = [...text.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)]) )/), path].map(
    (words) => ({ kind: 'paragraph', text: words }) as const,
  );
  return { ...report, sections: [...report.sections, { heading: 'Memo on this comparison', blocks }] };
}

function choiceOf(limit: number | null, order: readonly string[]): Choice {
  if (limit === null) {
    return { selection: null, choose: (groups) => groups.map((own) => own.map(({ quotation }) => quotation)) };
  }
  return {
    selection: describeSelection(limit, GROUP),
    choose: (groups) =>
      selectAmong(
        groups.map((own) => own.filter(({ quotable }) => quotable)),
        limit,
        order,
      ),
  };
}
