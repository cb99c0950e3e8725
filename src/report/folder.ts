import type { CsvOptions } from './csv.js';
import { renderCsv } from './csv.js';
import { jsonText, manifestJson } from './json.js';
import type { Quotations, Report, Table } from './model.js';

/** A file of a report folder. */
export interface ReportFile {
  readonly name: string;
  readonly content: string;
}

/** Names the shape of a report folder's `manifest.json`. */
export const FOLDER_SCHEMA = 'qcode/report-folder@1';

function isFile(block: { kind: string }): block is Table | Quotations {
  return block.kind === 'table' || block.kind === 'quotations';
}

/**
 * A report as a folder of CSV: one file for each table and list of quotations, named after it, and `manifest.json` with
 * what the figures mean (titles, notes, caveats) and what they were made from, since CSV has no place for it.
 */
export function reportFiles(report: Report, options: CsvOptions): ReportFile[] {
  const attached = new Map((report.attachments ?? []).map((table): [string, Table] => [table.name, table]));
  const printed = report.sections.flatMap((section) => section.blocks.filter(isFile));
  const names = new Set(printed.map(({ name }) => name));
  const blocks = [
    ...printed.map((block) => attached.get(block.name) ?? block),
    ...[...attached.values()].filter(({ name }) => !names.has(name)),
  ];
  const manifest = jsonText({
    schema: FOLDER_SCHEMA,
    title: report.title,
    caveats: report.caveats,
    files: blocks.map(({ name, title, notes }) => ({ file: `${name}.csv`, title, notes })),
    manifest: report.manifest ? manifestJson(report.manifest) : null,
  });
  return [
    ...blocks.map((block) => ({ name: `${block.name}.csv`, content: renderCsv(block, options) })),
    { name: 'manifest.json', content: manifest },
  ];
}
