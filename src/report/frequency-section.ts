import type { Frequency } from '../measure/frequency-types.js';
import type { Basis } from './basis.js';
import { caseCountsNote, withCaseCounts } from './case-counts.js';
import { frequencyTable } from './frequency-table.js';
import type { CaseNaming } from './glance-section.js';
import type { Row, Section, Table } from './model.js';

/** What the frequency section of a report is made of. */
export interface FrequencySectionInput {
  readonly frequency: Frequency;
  /** The same, rolled up. */
  readonly rolledUp: Frequency;
  readonly naming: CaseNaming;
  readonly basis: Basis;
}

const OPTIONS = { counting: 'segments', scale: { kind: 'count' }, means: true } as const;

const ROWS =
  'Rows: of a code with codes below it first all codings of it and of those below it, distinct by segment, unshaded; under it its own codings, where it has any. Other rows hold a code’s own codings.';

/**
 * Code frequency by case. A code that has others below it is often never applied itself: its own row would be of zeros,
 * beside the findings that stand under it.
 */
export function frequencySection({ frequency, rolledUp, basis, naming }: FrequencySectionInput): Section {
  const cases = caseCountsNote(frequency);
  const rows = isParent(frequency.rows).includes(true) && !frequency.options.rollup ? ROWS : undefined;
  const notes = { ...(cases !== undefined && { cases }), ...(rows !== undefined && { rows }) };
  const tableOf = (of: Frequency): Table => withCaseCounts(frequencyTable(of, OPTIONS, basis, notes), of);
  const own = tableOf(frequency);
  const table = rows === undefined ? own : withParents(own, tableOf(rolledUp));
  return { heading: `Code frequency by ${naming.by}`, blocks: [table] };
}

/** For each row whether those of codes below it follow. */
function isParent(rows: readonly { readonly depth?: number }[]): boolean[] {
  return rows.map(({ depth = 0 }, i) => i + 1 < rows.length && (rows[i + 1]!.depth ?? 0) > depth);
}

/** Puts the rolled-up row of each parent over or in place of its own. */
function withParents(own: Table, rolledUp: Table): Table {
  const parents = isParent(own.rows);
  return {
    ...own,
    rows: own.rows.flatMap((row, i) => {
      if (!parents[i]) return [row];
      const parent = parentRow(rolledUp.rows[i]!);
      return isEmpty(row) ? [parent] : [parent, ownRow(row)];
    }),
  };
}

/** Sums beside what they are sums of are not shaded. `/*` cannot stand in a code's id. */
function parentRow({ depth = 0, cells: [name, ...cells] }: Row): Row {
  const figures = cells.map(({ value, label }) => (label === undefined ? { value } : { value, label }));
  return { depth, cells: [{ ...name!, value: `${name!.value}/*` }, ...figures] };
}

function ownRow({ depth = 0, cells: [name, ...cells] }: Row): Row {
  return { depth: depth + 1, cells: [{ ...name!, label: '(own codings)' }, ...cells] };
}

function isEmpty({ cells: [, ...figures] }: Row): boolean {
  return figures.every(({ value }) => value === null || value === 0);
}
