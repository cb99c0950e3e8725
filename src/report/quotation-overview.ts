import type { Codebook } from '../codebook/codebook.js';
import { grouped } from '../measure/quotation-order.js';
import { type Basis, basisNotes, counted, titleOf } from './basis.js';
import type { Block, Cell, Column, Quotation, Quotations, Row, Table } from './model.js';

const FIGURES: readonly (readonly [key: string, of: (quotation: Quotation) => string])[] = [
  ['cases', (quotation) => quotation.case],
  ['sources', ({ source }) => source],
];

/**
 * How many quotations are listed of each code, from how many cases and sources; and what was asked for.
 *
 * @param totals how many segments each code has in all, where a rule chose among them
 */
export function quotationOverview(
  quotations: readonly Quotation[],
  { codes }: Codebook,
  totals: ReadonlyMap<string, number> | null,
  basis: Basis,
): Table {
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const found = grouped(quotations, ['code'], new Map([['code', [...names.keys()]]]));
  const all = totals && found.reduce((sum, { value }) => sum + (totals.get(value) ?? 0), 0);
  const cells = (own: readonly Quotation[], total: number | null | undefined): Cell[] =>
    [own.length, ...(totals ? [total ?? null] : []), ...FIGURES.map(([, of]) => new Set(own.map(of)).size)].map(
      (value) => ({ value }),
    );
  const rows = found.map(({ value: id, quotations: own }): Row => {
    const code: Cell = { value: id, label: names.get(id) ?? id };
    return { cells: [code, ...cells(own, totals?.get(id))] };
  });
  const total: Row = { summary: true, cells: [{ value: 'total' }, ...cells(quotations, all)] };
  const figures = FIGURES.map(([key, of]) => counted(new Set(quotations.map(of)).size, key.slice(0, -1)));
  const count = (key: string, label = key): Column => ({ key, label, format: 'integer' });
  const withheld = quotations.filter(({ isWithheld }) => isWithheld).length;
  return {
    kind: 'table',
    name: 'overview',
    title: `${counted(quotations.length, 'quotation')} of ${counted(found.length, 'code')}, from ${figures.join(' and ')} (${titleOf(basis.set)})`,
    columns: [
      { key: 'code', label: 'code', format: 'text' },
      count('quotations'),
      ...(totals ? [count('in_all', 'in all')] : []),
      ...FIGURES.map(([key]) => count(key)),
    ],
    rows: found.length > 1 ? [...rows, total] : rows,
    notes: [
      ...(withheld > 0 ? [`Withheld, since their speakers did not agree to be quoted: the words of ${withheld}.`] : []),
      ...basisNotes(basis),
    ],
  };
}

/** A list of quotations after its overview; what the notes of that say is not said again. */
export function afterOverview(list: Quotations, overview: Table): Block[] {
  return [overview, { ...list, notes: list.notes.filter((note) => !overview.notes.includes(note)) }];
}
