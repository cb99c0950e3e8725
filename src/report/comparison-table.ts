import { type ComparedCode, groupsIn, testedIn } from '../measure/comparison/compare.js';
import type { Statistic } from '../measure/comparison/units.js';
import { titleOf } from './basis.js';
import { type ComparisonInput, comparisonNotes } from './comparison-notes.js';
import type { Cell, Column, Format, Row, Table } from './model.js';
import { ALL_LANGUAGES } from './rule-check-table.js';

const FIGURE: Readonly<Record<Statistic, { readonly name: string; readonly format: Format; readonly scale: number }>> =
  {
    turns: { name: 'share of turns', format: 'percent', scale: 100 },
    presence: { name: 'share with the code', format: 'percent', scale: 100 },
    rate: { name: 'segments per 1,000 words', format: 'rate', scale: 1 },
  };

/** Whose turns these are is only known where somebody said who responds. */
function figureName({ statistic, answered }: ComparisonInput): string {
  const { name } = FIGURE[statistic];
  if (!answered || statistic === 'presence') return name;
  return statistic === 'turns' ? name.replace('turns', 'respondents’ turns') : `${name} of respondents`;
}

/** What stands in the rows of a table: groups, and which effect sizes. */
interface Shown {
  readonly groups: readonly string[];
  readonly effects: 'both' | 'two' | 'several';
  /** Whether every code has the figures of all units, so that their numbers need not stand in each row. */
  readonly whole: boolean;
}

function columnsOf({ groups, effects, whole }: Shown, statistic: Statistic): Column[] {
  const { format } = FIGURE[statistic];
  // A difference of percentages is no percentage of anything.
  const ofShares = format === 'percent';
  const p = (key: string, label: string): Column => ({ key, label, format: 'p' });
  return [
    { key: 'code', label: 'code', format: 'text' },
    { key: 'language', label: 'language', format: 'text', secondary: 'last' },
    ...groups.flatMap((group): Column[] => [
      { key: `units:${group}`, label: 'n', format: 'integer', group, ...(whole && { secondary: true as const }) },
      { key: `mean:${group}`, label: 'mean', format, group },
    ]),
    ...(effects === 'several'
      ? []
      : [
          {
            key: 'difference',
            label: ofShares ? 'difference (pp)' : 'difference',
            format: ofShares ? ('decimal' as const) : format,
          },
          { key: 'cliffs_delta', label: 'δ', format: 'ratio' as const },
        ]),
    ...(effects === 'two' ? [] : [{ key: 'eta_squared', label: 'η²', format: 'ratio' as const }]),
    p('p', 'p'),
    p('smallest_p', 'least p (sizes)'),
    p('adjusted_p', 'adj. p'),
    { key: 'allocations', label: 'allocations', format: 'integer', secondary: 'last' },
    { key: 'drawn', label: 'drawn', format: 'integer', secondary: 'last' },
    { key: 'remark', label: 'remark', format: 'text', secondary: true },
  ];
}

function rowOf(row: ComparedCode, { groups, effects }: Shown, { compared, codebook, statistic }: ComparisonInput): Row {
  const { scale } = FIGURE[statistic];
  const scaled = (value: number | null): Cell => ({ value: value === null ? null : value * scale });
  const { id, name } = codebook.codes[row.code]!;
  const { share, p, smallest, adjusted, allocations, samples, reason } = row;
  const ofGroups = groups.map((group) => row.groups[compared.groups.indexOf(group)]!);
  return {
    cells: [
      { value: id, ...(name !== id && { label: name }) },
      { value: row.language ?? ALL_LANGUAGES },
      ...ofGroups.flatMap(({ units, mean }) => [{ value: units }, scaled(mean)]),
      ...(effects === 'several' ? [] : [scaled(row.difference), { value: row.delta }]),
      ...(effects === 'two' ? [] : [{ value: share }]),
      ...[p, smallest, adjusted, allocations].map((value) => ({ value })),
      samples === null ? { value: null, blank: true } : { value: samples },
      reason === null ? { value: null, blank: true } : { value: reason },
    ],
  };
}

/**
 * A row for each code and language: the figures of all groups, how far they lie apart, the test, and what was compared. What
 * CSV holds.
 */
export function comparisonTable(input: ComparisonInput): Table {
  const { statistic, kind, seed } = input;
  const shown: Shown = { groups: input.compared.groups, effects: 'both', whole: false };
  const table = tableOf(input, input.rows, shown, '', comparisonNotes(input));
  const made = [statistic, kind, seed].map((value) => ({ value }));
  return {
    ...table,
    columns: [
      ...table.columns,
      { key: 'compare', label: 'compare', format: 'text' },
      { key: 'unit', label: 'unit', format: 'text' },
      { key: 'seed', label: 'seed', format: 'integer' },
    ],
    rows: table.rows.map((row) => ({ ...row, cells: [...row.cells, ...made] })),
  };
}

/** A table for each language that is tested, with the groups that occur in it; notes are beneath the last. */
export function comparisonTables(input: ComparisonInput): Table[] {
  const { tested, rows, compared } = input;
  return tested.map((one, i) => {
    const groups = groupsIn(one, compared.groups);
    const own = rows.filter(({ language }) => language === one.language);
    const whole = own.every((row) => row.groups.reduce((sum, { units }) => sum + units, 0) === one.units.length);
    return tableOf(
      input,
      own,
      { groups, effects: testedIn(one, compared.groups).length > 2 ? 'several' : 'two', whole },
      one.language === null || compared.languages.length === 1 ? '' : `, ${one.language}`,
      i === tested.length - 1 ? comparisonNotes(input) : [],
    );
  });
}

function tableOf(
  input: ComparisonInput,
  rows: readonly ComparedCode[],
  shown: Shown,
  language: string,
  notes: readonly string[],
): Table {
  const { by, kind, statistic, seed, basis } = input;
  return {
    kind: 'table',
    name: 'frequency-test',
    title: `Codes between groups of ${kind}s by ${by}${language}: ${figureName(input)} (${titleOf(basis.set)})`,
    columns: columnsOf(shown, statistic),
    rows: rows.map((row) => rowOf(row, shown, input)),
    notes,
    parameters: { compare: statistic, unit: kind, seed },
    namesLeftOut: true,
  };
}
