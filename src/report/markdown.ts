import { citation, contextOf, headOf, remarks, wordsOf } from './citation.js';
import { paragraphsOf } from './flow.js';
import { escapeLine, escapeWithin, markPieces } from './markdown-text.js';
import { tableMarkdown } from './markdown-table.js';
import type { Block, Manifest, Quotation, QuotationGroup, Quotations, Report, Section } from './model.js';
import { plotLines } from './plot.js';
import { written } from './written.js';

/** Columns of a plot, which stands in a block of code. */
const PLOT_WIDTH = 80;

/** A quotation as a block quotation: the question, the words with their keywords strong, where they come from. */
function quotationMarkdown(quotation: Quotation, block: Quotations): string[] {
  const { before, after, isAround } = contextOf(quotation, block);
  // Where much stands around them, the words themselves are a quotation within it.
  const bar = isAround ? '> ' : '';
  const cited = citation(quotation, block);
  const paragraphs = [
    ...before.map(escapeLine),
    ...paragraphsOf(wordsOf(quotation, block)).map((pieces) => `${bar}${markPieces(pieces)}`),
    ...after.map(escapeLine),
    ...(cited === '' ? [] : [`— ${escapeWithin(cited)}`]),
    ...remarks(quotation, block).map(escapeLine),
  ];
  return paragraphs.flatMap((paragraph, i) => (i > 0 ? ['>', `> ${paragraph}`] : [`> ${paragraph}`]));
}

const DEEPEST_HEADING = 6;

function groupMarkdown(group: QuotationGroup, block: Quotations, level: number): string[] {
  const { heading, note, quotations, groups = [] } = group;
  return [
    ...(heading === '' ? [] : ['', `${'#'.repeat(Math.min(level, DEEPEST_HEADING))} ${escapeWithin(heading)}`]),
    ...(note === undefined ? [] : ['', escapeLine(note)]),
    ...headOf(group, block).flatMap((line) => ['', escapeLine(line)]),
    ...groups.flatMap((each) => groupMarkdown(each, block, level + 1)),
    // A comment keeps two block quotations apart that follow one another.
    ...quotations.flatMap((quotation, i) => [
      '',
      ...(i > 0 ? ['<!-- -->', ''] : []),
      ...quotationMarkdown(quotation, block),
    ]),
  ];
}

function quotationsMarkdown(block: Quotations, level: number): string[] {
  const groups = block.groups.flatMap((group) => groupMarkdown(group, block, level));
  return [
    `**${escapeWithin(block.title)}**`,
    ...block.notes.flatMap((note) => ['', escapeLine(note)]),
    ...(groups.length > 0 ? groups : ['', '(none)']),
  ];
}

function blockMarkdown(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [escapeLine(block.text)];
    case 'figures':
      return block.figures.map(
        ({ label, value, format }) => `- ${escapeWithin(label)}: ${escapeWithin(written(value, format))}`,
      );
    case 'list':
      return block.items.length > 0 ? block.items.map((item) => `- ${escapeLine(item)}`) : ['(none)'];
    case 'table':
      return tableMarkdown(block);
    case 'quotations':
      return quotationsMarkdown(block, 3);
    case 'plot':
      return ['```text', ...plotLines(block, PLOT_WIDTH), '```'];
  }
}

function sectionMarkdown({ heading, blocks }: Section): string[] {
  return [
    ...(heading === '' ? [] : [`## ${escapeWithin(heading)}`, '']),
    ...blocks.flatMap((block, i) => [...(i > 0 ? [''] : []), ...blockMarkdown(block)]),
  ];
}

function settingOf(value: Manifest['options'][string]): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function manifestMarkdown({ version, command, options, inputs }: Manifest): string[] {
  return [
    '## Manifest',
    '',
    `- qcode: ${escapeWithin(version)}`,
    `- command: ${escapeWithin(command)}`,
    ...Object.entries(options).map(([name, value]) => `- ${escapeWithin(name)}: ${escapeWithin(settingOf(value))}`),
    ...(inputs.length > 0 ? ['', '| input | SHA-256 |', '| :--- | :--- |'] : []),
    ...inputs.map(({ path, sha256 }) => `| ${escapeWithin(path)} | ${sha256} |`),
  ];
}

/** A report as GitHub's Markdown, ending with one line feed. */
export function renderMarkdown(report: Report): string {
  const document = report.sections.length > 1 || report.manifest !== undefined;
  const parts: string[][] = [
    ...(document && report.title !== '' ? [[`# ${escapeWithin(report.title)}`]] : []),
    ...(report.caveats.length > 0 ? [['**Caveats**', '', ...report.caveats.map((one) => `- ${escapeLine(one)}`)]] : []),
    ...report.sections.map(sectionMarkdown),
    ...(report.manifest ? [manifestMarkdown(report.manifest)] : []),
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n') + '\n';
}
