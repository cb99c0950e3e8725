import { displayWidth } from '../core/width.js';
import { flow } from './flow.js';
import { hanging, padEnd, wrap } from './lines.js';
import type { Block, Figure, Manifest, Report, Section } from './model.js';
import { plotLines } from './plot.js';
import type { Style } from './style.js';
import { quotationLinesOf } from './terminal-quotations.js';
import { tableLines } from './terminal-table.js';
import { written } from './written.js';

export interface TerminalOptions {
  /** Columns of the terminal; fewer than 20 are taken for 20. */
  readonly width: number;
  readonly style: Style;
}

const LEAST_WIDTH = 20;
/** Running text is set no wider than this. */
const READABLE = 100;

function figureLines(figures: readonly Figure[], width: number): string[] {
  const names = figures.map(({ label }) => flow(label));
  const column = Math.min(Math.max(0, ...names.map(displayWidth)), Math.floor(width / 2));
  return figures.flatMap(({ value, format }, i) => {
    const name = names[i]!;
    const text = flow(written(value, format));
    if (displayWidth(name) > column) return wrap(`${name}: ${text}`, width);
    return hanging(padEnd(name, column + 2), text, width);
  });
}

function blockLines(block: Block, width: number, style: Style): string[] {
  switch (block.kind) {
    case 'paragraph':
      return wrap(flow(block.text), Math.min(READABLE, width));
    case 'figures':
      return figureLines(block.figures, width);
    case 'list':
      return block.items.length > 0 ? block.items.flatMap((item) => hanging('- ', flow(item), width)) : ['(none)'];
    case 'table':
      return tableLines(block, width, style);
    case 'quotations':
      return quotationLinesOf(block, width, style);
    case 'plot':
      return plotLines(block, width);
  }
}

function sectionLines({ heading, blocks }: Section, width: number, style: Style): string[] {
  const head = wrap(flow(heading), width);
  const rule = '='.repeat(Math.max(...head.map(displayWidth)));
  return [
    ...(heading === '' ? [] : [...head.map(style.bold), style.dim(rule), '']),
    ...blocks.flatMap((block, i) => [...(i > 0 ? [''] : []), ...blockLines(block, width, style)]),
  ];
}

/** Shown in full in Markdown and JSON; a terminal gives what identifies a run, and digests short enough for one line. */
function manifestLines({ version, command, options, inputs }: Manifest, width: number): string[] {
  const settings = Object.entries(options).map(([name, value]) => `${name}=${settingOf(value)}`);
  return [
    ...hanging('qcode    ', flow(version), width),
    ...hanging('command  ', flow(command), width),
    ...(settings.length > 0 ? hanging('options  ', flow(settings.join(' ')), width) : []),
    '',
    ...inputs.flatMap(({ path, sha256 }) => hanging(`${sha256.slice(0, 12)}  `, flow(path), width)),
    ...(inputs.length > 0 ? wrap('First 12 digits of the SHA-256 of each input.', width) : []),
  ];
}

function settingOf(value: Manifest['options'][string]): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** A report as text for a terminal: no line wider than `width` columns, ending with one line feed. */
export function renderTerminal(report: Report, { width: given, style }: TerminalOptions): string {
  const width = Math.max(LEAST_WIDTH, given);
  const document = report.sections.length > 1 || report.manifest !== undefined;
  const { manifest } = report;
  const parts: string[][] = [
    ...(document && report.title !== '' ? [wrap(flow(report.title), width).map(style.bold)] : []),
    ...(report.caveats.length > 0
      ? [[style.bold('Caveats'), ...report.caveats.flatMap((one) => hanging('! ', flow(one), width))]]
      : []),
    ...report.sections.map((section) => sectionLines(section, width, style)),
    ...(manifest ? [[style.bold('Manifest'), style.dim('========'), '', ...manifestLines(manifest, width)]] : []),
  ];
  return parts.map((lines) => lines.join('\n')).join('\n\n') + '\n';
}
