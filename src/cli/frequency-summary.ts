import { type SummaryOptions, frequencySummary } from '../measure/frequency-summary.js';
import type { Frequency } from '../measure/frequency-types.js';
import type { Basis } from '../report/basis.js';
import { summaryRows, summaryTables } from '../report/frequency-summary.js';
import type { Invocation, Values } from './command.js';
import { UsageError } from './failure.js';
import { formatOf, printBlock, printReport } from './print.js';

/** Refuses what `--summary` has no place for. */
export function requireSummary(values: Values): void {
  const other = (['mean', 'long'] as const).find((name) => values.flag(name));
  if (other !== undefined)
    throw new UsageError(
      `--summary and --${other} exclude each other`,
      other === 'mean' ? '--summary has the mean.' : 'Give one of them.',
    );
  if (values.one('percent') === 'row')
    throw new UsageError(
      'shares of the row’s total have the same mean whatever the text: 100 / n',
      'Take --percent column, --per, or counts.',
    );
}

/** `frequency --summary`: over the cases of each group, or over what `--by` makes. */
export async function printSummary(
  invocation: Invocation,
  frequency: Frequency,
  asked: Omit<SummaryOptions, 'over'>,
  basis: Basis,
  caveats: readonly string[],
): Promise<void> {
  const { values } = invocation;
  const options = { ...asked, over: values.one('by') === undefined ? 'cases' : 'columns' } as const;
  const summaries = frequencySummary(frequency, options);
  const input = { frequency, summaries, options, unit: unitOf(frequency.options.by, options.over), basis };
  const format = formatOf(values);
  if (format === 'csv' || format === 'json') return printBlock(invocation, summaryRows(input), caveats);
  const tables = summaryTables(input);
  if (tables.length === 1) return printBlock(invocation, tables[0]!, caveats);
  const report = { title: 'Code frequency in short', caveats, sections: [{ heading: '', blocks: tables }] };
  return printReport(invocation, report, format);
}

/** Where nobody named cases, each source is one. */
function unitOf(by: string, over: SummaryOptions['over']): string {
  if (['source', 'case', 'speaker'].includes(by)) return by;
  return over === 'cases' ? 'case' : `value of ${by}`;
}
