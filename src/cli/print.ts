import { extname } from 'node:path';
import { type Quotations, type Report, type Table, reportOf } from '../report/model.js';
import { renderJson } from '../report/json.js';
import { renderMarkdown } from '../report/markdown.js';
import { plain } from '../report/style.js';
import { type TerminalOptions, renderTerminal } from '../report/terminal.js';
import type { Invocation, Values } from './command.js';
import { UsageError } from './failure.js';
import { openOutput } from './output.js';
import type { Shell } from './shell.js';

export type Format = 'table' | 'csv' | 'markdown' | 'json';

/** Columns of what goes into a pipe or file. */
const WIDTH = 100;

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.json': 'json',
};

const FOREIGN = new Set([
  '.doc',
  '.docx',
  '.odt',
  '.rtf',
  '.pdf',
  '.htm',
  '.html',
  '.xls',
  '.xlsx',
  '.ods',
  '.xml',
  '.yaml',
  '.yml',
  '.tsv',
  '.tex',
]);

/** The format asked for; without one, that of the file's extension. */
export function formatOf(values: Values): Format {
  const given = values.one('format') as Format | undefined;
  if (values.flag('json')) {
    if (given !== undefined && given !== 'json')
      throw new UsageError(`--json and --format ${given} exclude each other`);
    return 'json';
  }
  return given ?? formatByName(values.one('output') ?? '');
}

/** Text files hold tables as they are printed; what claims to be of another kind would be no such file. */
function formatByName(file: string): Format {
  const extension = extname(file).toLowerCase();
  const format = BY_EXTENSION[extension];
  if (format || !FOREIGN.has(extension)) return format ?? 'table';
  throw new UsageError(
    `qcode writes no ${extension} file`,
    'Name a .csv, .md, .json or .txt file, or say what to write with --format.',
  );
}

/** Writes a table or list of quotations in the format asked for, with its caveats wherever the format has a place for them. */
export async function printBlock(
  { values, shell }: Invocation,
  block: Table | Quotations,
  caveats: readonly string[] = [],
): Promise<void> {
  const format = formatOf(values);
  if (format === 'csv') {
    const { renderCsv } = await import('../report/csv.js');
    return write(shell, values, renderCsv(block, { bom: values.flag('bom'), raw: values.flag('raw') }));
  }
  return write(shell, values, await rendered(reportOf(block, caveats), format, shell, values));
}

/** The same; what CSV has no place for is told on stderr, as its figures would mislead without it. */
export async function printWithCaveats(
  invocation: Invocation,
  block: Table | Quotations,
  caveats: readonly string[],
): Promise<void> {
  if (formatOf(invocation.values) === 'csv')
    for (const caveat of caveats) invocation.shell.err.write(`note: ${caveat}\n`);
  return printBlock(invocation, block, caveats);
}

/** Writes a report in any format but CSV. */
export async function printReport(
  { values, shell }: Invocation,
  report: Report,
  format: Exclude<Format, 'csv'>,
): Promise<void> {
  return write(shell, values, await rendered(report, format, shell, values));
}

async function rendered(report: Report, format: Exclude<Format, 'csv'>, shell: Shell, values: Values): Promise<string> {
  if (format === 'json') return renderJson(report);
  if (format === 'markdown') return renderMarkdown(report);
  return renderTerminal(report, await terminalOptions(shell, values));
}

/** How wide the terminal is, and what colours it has; files have none. */
export async function terminalOptions(shell: Shell, values: Values): Promise<TerminalOptions> {
  const toFile = values.one('output') !== undefined;
  const colour = shell.colour && !toFile;
  const style = colour ? (await import('./style.js')).colourStyle() : plain;
  return { width: (toFile ? null : shell.columns) ?? WIDTH, style };
}

/** Writes a text to where the data goes. */
export async function write(shell: Shell, values: Values, text: string): Promise<void> {
  const output = openOutput(shell, values.one('output'));
  await output.write(text);
  await output.finish();
}
