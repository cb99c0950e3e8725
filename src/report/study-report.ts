import type { Codebook } from '../codebook/codebook.js';
import type { Association } from '../measure/association/association.js';
import type { Cooccurrence } from '../measure/cooccurrence-types.js';
import type { Frequency } from '../measure/frequency-types.js';
import type { SourceGlance } from '../measure/glance.js';
import type { Basis } from './basis.js';
import type { Incidents } from './caveats.js';
import { caveatsOf } from './caveats.js';
import { codeTotals } from './code-totals.js';
import { codebookTable } from './codebook-table.js';
import { cooccurrencePairs, strongestPairs } from './cooccurrence-pairs.js';
import { cooccurrenceTable, meetingCodes } from './cooccurrence-table.js';
import { frequencyRows } from './frequency-rows.js';
import { frequencySection } from './frequency-section.js';
import { frequencyTable } from './frequency-table.js';
import { gapsSection } from './gaps-section.js';
import type { CaseNaming } from './glance-section.js';
import { glanceSection } from './glance-section.js';
import type { Manifest, Quotation, Report, Section, Table } from './model.js';
import { quotationList } from './quotation-list.js';
import { sourcesTable } from './sources-table.js';
import { theorySection } from './theory-section.js';
import type { TheoryShown } from './theory-shown.js';
import { theoryTable } from './theory-table.js';

/** All that a report is made of: measured already, and nothing left to read. */
export interface StudyReportInput {
  readonly title: string;
  readonly codebook: Codebook;
  readonly basis: Basis;
  readonly naming: CaseNaming;
  /** What people call cases, by their ids, as quotations are cited. Absent: by the case's id. */
  readonly caseNames?: ReadonlyMap<string, string>;
  /** In code-point order of the sources. */
  readonly glances: readonly SourceGlance[];
  readonly frequency: Frequency;
  /** The same with the codings of a code's descendants. */
  readonly rolledUp: Frequency;
  readonly cooccurrence: Cooccurrence;
  readonly association: Association;
  /** Examples for each code, chosen by the rule that `selection` states. */
  readonly quotations: readonly Quotation[];
  readonly selection: string;
  readonly incidents: Incidents;
  readonly manifest: Manifest;
  /** Whether codes never applied and sources without codes are listed. Absent: they are. */
  readonly gaps?: boolean;
  /** The study's theory, tried. Absent: it has none. */
  readonly theory?: TheoryShown;
  /** Where only some codes were asked for, which, as a phrase: then `codebook` and figures have these alone. */
  readonly onlyCodes?: string;
}

/** How many of the strongest pairs are printed. */
const PAIRS = 10;
const COUNTS = { counting: 'segments', scale: { kind: 'count' } } as const;

function cooccurrenceSection({ cooccurrence, association, basis }: StudyReportInput): Section {
  const codes = meetingCodes(cooccurrence);
  const table = cooccurrenceTable(cooccurrence, { figure: 'both', codes }, basis);
  const left = cooccurrence.rows.length - codes.length;
  const note = `${left} of ${cooccurrence.rows.length} codes meet no other and are left out of this table.`;
  return {
    heading: 'Co-occurrence of codes',
    blocks: [
      left > 0 ? { ...table, notes: [note, ...table.notes] } : table,
      strongestPairs(cooccurrence, association, basis, PAIRS),
    ],
  };
}

function quotationSection(input: StudyReportInput): Section {
  const { quotations, codebook, selection, frequency, basis, caseNames } = input;
  // A parent's figure may hold its children's segments: then it is no number of its own quotations.
  const totals = frequency.options.rollup ? {} : { totals: codeTotals(frequency) };
  return {
    heading: 'Example quotations',
    blocks: [quotationList(quotations, codebook, { selection, ...(caseNames && { caseNames }), ...totals }, basis)],
  };
}

function codebookInUse({ codebook, onlyCodes }: StudyReportInput): Table {
  const table = codebookTable(codebook);
  return onlyCodes === undefined ? table : { ...table, notes: [...table.notes, `Filters: ${onlyCodes}.`] };
}

/** Whole tables, for files: what is printed above leaves out rows or columns for the reader's sake. */
function attachmentsOf({
  frequency,
  rolledUp,
  cooccurrence,
  association,
  glances,
  basis,
  theory,
}: StudyReportInput): Table[] {
  const attributes = [...new Set(glances.flatMap((glance) => Object.keys(glance.attributes)))];
  return [
    frequencyTable(frequency, COUNTS, basis),
    ...(frequency.options.rollup ? [] : [{ ...frequencyTable(rolledUp, COUNTS, basis), name: 'frequency-rollup' }]),
    frequencyRows(frequency, basis),
    cooccurrenceTable(cooccurrence, { figure: 'both' }, basis),
    cooccurrencePairs(cooccurrence, association, basis),
    sourcesTable(glances, attributes, basis),
    ...(theory ? [theoryTable(theory)] : []),
  ];
}

/** The report of a study: what was read, by which codebook, what was found where, in whose words, and what was not. */
export function studyReport(whole: StudyReportInput): Report {
  // A source of which nothing passes the filters is in no figure.
  const input = { ...whole, glances: whole.glances.filter(({ counted }) => counted) };
  const { title, basis, naming, glances, frequency, rolledUp, incidents, manifest } = input;
  return {
    title,
    caveats: caveatsOf(incidents, basis.filters, frequency.scripts),
    sections: [
      glanceSection(glances, frequency, naming, basis),
      { heading: 'The codebook in use', blocks: [codebookInUse(input)] },
      frequencySection(input),
      cooccurrenceSection(input),
      quotationSection(input),
      ...(input.theory ? [theorySection(input.theory)] : []),
      ...(input.gaps === false
        ? []
        : [
            gapsSection(
              frequency,
              rolledUp,
              glances,
              input.onlyCodes === undefined ? 'any code' : 'any of these codes',
            ),
          ]),
    ],
    attachments: attachmentsOf(input),
    manifest,
  };
}
