import type { Header } from '../text/transcript.js';
import type { Source } from './sources.js';
import type { Study } from './study.js';

/** Where a source belongs, and what is known of it. */
export interface Belonging {
  readonly case: string;
  /** Attributes of the source and of its case. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The case of a source: its header (`case`, or the case attribute), else cases.csv, else the first sub-folder, else the
 * source itself. Attributes come from the header, then from the source's row, then from the case's row; a case without
 * the case attribute is its own.
 */
export function caseOf(study: Study, source: Source, header: Header): Belonging {
  const own = ownCase(study, source, header);
  const { caseAttribute, casesNameThemselves } = study.settings;
  if (!casesNameThemselves || Object.hasOwn(own.attributes, caseAttribute)) return own;
  return { ...own, attributes: { ...own.attributes, [caseAttribute]: own.case } };
}

/** The same with only what somebody wrote: a case without the case attribute has none. */
export function ownCase({ cases, settings }: Study, source: Source, header: Header): Belonging {
  const { caseAttribute } = settings;
  const row = cases.key === 'source' ? cells(cases.rows.get(source.id)?.cells) : {};
  const { case: named, [caseAttribute]: attributed, ...rest } = cells(composed(header));
  const name = named ?? attributed ?? row['case'] ?? row[caseAttribute] ?? source.folder ?? source.id;
  const { case: _, source: __, ...attributes } = { ...caseAttributes(cases, name), ...row, ...rest };
  const value = (named !== undefined ? attributed : undefined) ?? attributes[caseAttribute] ?? attributed;
  return { case: name, attributes: { ...attributes, ...(value !== undefined && { [caseAttribute]: value }) } };
}

/** What cases.csv says of a case; nothing where it is keyed by source. */
export function caseAttributes(cases: Study['cases'], name: string): Record<string, string> {
  return cases.key === 'case' ? cells(cases.rows.get(name)?.cells) : {};
}

/** A header as tables are read: names and values in NFC, so that one case has one name wherever it is written. */
function composed(header: Header): Header {
  return Object.fromEntries(
    Object.entries(header).map((field) => field.map((each) => each.normalize('NFC')) as [string, string]),
  );
}

/** Cells that hold something. */
function cells(row: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([name, value]) => name !== '' && value.trim() !== ''));
}
