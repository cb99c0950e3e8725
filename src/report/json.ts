import type {
  Block,
  Manifest,
  Plot,
  Quotation,
  QuotationGroup,
  Quotations,
  Report,
  Row,
  Section,
  Table,
} from './model.js';
import { type Shown, shownInFiles } from './shown.js';

/** Names the shape of the JSON; the number rises when a reader of the old shape would be misled. */
export const SCHEMA = 'qcode/report@1';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function rowJson({ cells, depth = 0, summary }: Row): Json {
  const named = cells.some(({ label }) => label !== undefined);
  return {
    depth,
    summary: summary === true,
    cells: cells.map(({ value }) => value),
    ...(named ? { labels: cells.map(({ label }) => label ?? null) } : {}),
  };
}

function tableJson({ name, title, columns, rows, notes, parameters }: Table): Json {
  return {
    kind: 'table',
    name,
    title,
    notes,
    ...(parameters && { parameters }),
    columns: columns.map(({ key, label, format, group = null, summary }) => ({
      key,
      label,
      format,
      group,
      summary: summary === true,
    })),
    rows: rows.map(rowJson),
  };
}

/** Where the keywords stand in the quotation's text, as half-open ranges of code points. */
function marksOf({ pieces }: Quotation): [number, number][] {
  const marks: [number, number][] = [];
  let at = 0;
  for (const { text, marked } of pieces) {
    const end = at + Array.from(text).length;
    if (marked) marks.push([at, end]);
    at = end;
  }
  return marks;
}

function quotationJson(quotation: Quotation, block: Quotations): Json {
  const { question = null, around } = quotation;
  const { definition = null, include = null, exclude = null } = block.codes?.get(quotation.code) ?? {};
  const shown = shownInFiles(block);
  const fields: [Shown, string, Json][] = [
    ['code', 'code', quotation.code],
    ['case', 'case', quotation.case],
    ['source', 'source', quotation.source],
    ['line', 'line', quotation.line],
    ['turn', 'turn', quotation.turn],
    ['characters', 'start', quotation.start],
    ['characters', 'end', quotation.end],
    ['speaker', 'speaker', quotation.speaker],
    ['time', 'time', quotation.time ?? null],
    ['question', 'question', question && { speaker: question.speaker, text: question.text }],
    ['around', 'before', (around?.before ?? []).map(({ speaker, text }) => ({ speaker, text }))],
    ['text', 'text', quotation.pieces.map(({ text }) => text).join('')],
    ['around', 'after', (around?.after ?? []).map(({ speaker, text }) => ({ speaker, text }))],
    ['keywords', 'keywords', marksOf(quotation)],
    ['coders', 'coders', quotation.coders],
    ['memos', 'memos', quotation.memos],
    ['coded', 'coded', quotation.coded ?? null],
    ['definition', 'definition', definition],
    ['definition', 'include', include],
    ['definition', 'exclude', exclude],
  ];
  return {
    ...Object.fromEntries(fields.filter(([field]) => shown.has(field)).map(([, key, value]) => [key, value])),
    ...(quotation.overlaps ? { overlaps: quotation.overlaps } : {}),
    ...(quotation.applied ? { applied: quotation.applied } : {}),
  };
}

function groupJson({ by, key, heading, note, quotations, groups }: QuotationGroup, block: Quotations): Json {
  return {
    ...(by === undefined ? {} : { by }),
    ...(key === undefined ? {} : { key }),
    heading,
    note: note ?? null,
    ...(groups && { groups: groups.map((each) => groupJson(each, block)) }),
    quotations: quotations
      .flatMap((quotation) => quotation.under ?? [quotation])
      .map((quotation) => quotationJson(quotation, block)),
  };
}

function quotationsJson(block: Quotations): Json {
  const { name, title, notes, groups } = block;
  return {
    kind: 'quotations',
    name,
    title,
    notes,
    groups: groups.map((group) => groupJson(group, block)),
  };
}

function plotJson({ kind, name, title, x, y, series }: Plot): Json {
  return { kind, name, title, x, y, series: series.map((one) => ({ name: one.name, values: one.values })) };
}

function blockJson(block: Block): Json {
  switch (block.kind) {
    case 'paragraph':
      return { kind: block.kind, text: block.text };
    case 'figures':
      return {
        kind: block.kind,
        name: block.name,
        figures: block.figures.map(({ key, label, value, format }) => ({ key, label, value, format })),
      };
    case 'list':
      return { kind: block.kind, name: block.name, items: block.items };
    case 'table':
      return tableJson(block);
    case 'quotations':
      return quotationsJson(block);
    case 'plot':
      return plotJson(block);
  }
}

function sectionJson({ heading, blocks }: Section): Json {
  return { heading, blocks: blocks.map(blockJson) };
}

/** The manifest as JSON has it, in a report and in a file of its own. */
export function manifestJson({ version, command, options, inputs }: Manifest): Json {
  return {
    version,
    command,
    // Pairs, since an object would put options that look like numbers first.
    options: Object.entries(options).map(([name, value]) => ({ name, value })),
    inputs: inputs.map(({ path, sha256 }) => ({ path, sha256 })),
  };
}

/** JSON with two spaces of indent and a final line feed. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A report as JSON: keys in a fixed order, text as it is in the sources, figures unrounded, undefined figures null. */
export function renderJson({ title, caveats, sections, attachments = [], manifest }: Report): string {
  return jsonText({
    schema: SCHEMA,
    title,
    caveats,
    sections: sections.map(sectionJson),
    attachments: attachments.map(tableJson),
    manifest: manifest ? manifestJson(manifest) : null,
  });
}
