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

function quotationJson(quotation: Quotation): Json {
  return {
    code: quotation.code,
    case: quotation.case,
    source: quotation.source,
    line: quotation.line,
    start: quotation.start,
    end: quotation.end,
    speaker: quotation.speaker,
    time: quotation.time ?? null,
    question: quotation.question ? { speaker: quotation.question.speaker, text: quotation.question.text } : null,
    text: quotation.pieces.map(({ text }) => text).join(''),
    keywords: marksOf(quotation),
    coders: quotation.coders,
    memos: quotation.memos,
    ...(quotation.overlaps ? { overlaps: quotation.overlaps } : {}),
  };
}

function groupJson({ key, heading, note, quotations }: QuotationGroup): Json {
  return {
    ...(key === undefined ? {} : { key }),
    heading,
    note: note ?? null,
    quotations: quotations.flatMap((quotation) => quotation.under ?? [quotation]).map(quotationJson),
  };
}

function quotationsJson({ name, title, notes, groups }: Quotations): Json {
  return {
    kind: 'quotations',
    name,
    title,
    notes,
    groups: groups.map(groupJson),
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
