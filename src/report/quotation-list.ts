import type { Codebook } from '../codebook/codebook.js';
import { type Grouped, type Ranks, type SortKey, grouped, sorted } from '../measure/quotation-order.js';
import type { Reach } from '../measure/surroundings.js';
import type { Basis } from './basis.js';
import { basisNotes, counted, titleOf } from './basis.js';
import { nameOf } from './code-entry.js';
import type { Quotation, QuotationGroup, Quotations } from './model.js';
import { type Shown, shownToPeople } from './shown.js';

/** How quotations are laid out. Nothing of it: those of each code under its name, in the order given. */
export interface Layout {
  /** What groups are made of, the outermost first; none: no groups. */
  readonly by?: readonly string[];
  readonly sort?: readonly SortKey[];
  /** Values that have an order of their own; codes have that of the codebook. */
  readonly ranks?: Ranks;
  readonly show?: ReadonlySet<Shown>;
  /** How much is said around each, where that is shown. */
  readonly around?: Reach;
}

/** Quotations of the codes of a study, and how they were chosen. */
export interface QuotationListOptions extends Layout {
  /** The rule of selection, as a sentence; null where all are given. */
  readonly selection: string | null;
  /** How many segments each code has in all, by code id, where known. */
  readonly totals?: ReadonlyMap<string, number>;
  /** What people call a case, by its id. */
  readonly caseNames?: ReadonlyMap<string, string>;
}

const BY_CODE = ['code'];

/** Quotations in their groups, by code unless others are asked for. Groups without one are left out. */
export function quotationList(
  quotations: readonly Quotation[],
  codebook: Codebook,
  options: QuotationListOptions,
  basis: Basis,
): Quotations {
  const { caseNames, by = BY_CODE, sort = [], show } = options;
  const codes = new Map(codebook.codes.map((code) => [code.id, code]));
  const ranks: Ranks = new Map([...(options.ranks ?? []), ['code', [...codes.keys()]]]);
  const inOrder = sorted(quotations, sort, ranks);
  const groupOf = ({ by: name, value, quotations: own, groups }: Grouped, outermost = false): QuotationGroup => ({
    ...(options.by && { by: name, key: value }),
    heading: headingOf(name, value),
    ...(name === 'code' && { code: value }),
    note: noteOf(own.length, outermost && name === 'code', value),
    quotations: groups.length > 0 ? [] : own,
    ...(groups.length > 0 && { groups: groups.map((group) => groupOf(group)) }),
  });
  const groups = grouped(inOrder, by, ranks).map((group) => groupOf(group, true));
  return {
    kind: 'quotations',
    name: 'quotations',
    title: `Quotations (${titleOf(basis.set)})`,
    groups: by.length > 0 || inOrder.length === 0 ? groups : [{ heading: '', quotations: inOrder }],
    ...(caseNames && { caseNames }),
    ...(show && { show }),
    ...(options.by && { by: options.by }),
    codes,
    notes: [...notesOf(options), ...basisNotes(basis)],
  };

  function headingOf(name: string, value: string): string {
    if (name === 'code') return nameOf(codes.get(value) ?? { id: value, name: value });
    if (name === 'case') return nameOf({ id: value, name: caseNames?.get(value) ?? value });
    return name === 'source' ? value : `${name}: ${value}`;
  }

  function noteOf(shown: number, ofCode: boolean, value: string): string {
    const total = options.selection === null ? shown : ofCode ? options.totals?.get(value) : undefined;
    if (total === undefined) return `${shown} shown`;
    return total === shown ? `${shown} in all` : `${shown} of ${total}`;
  }
}

/** How the quotations were chosen, and what is to be seen of them. */
function notesOf({ selection, sort = [], show, around }: QuotationListOptions): string[] {
  const shown = shownToPeople(show ? { show } : {});
  const seen = [
    ...(shown.has('keywords') && shown.has('text') ? ['Matched keywords are marked'] : []),
    ...(shown.has('question') ? ['what the interviewer asked before stands above the quotation'] : []),
    ...(shown.has('around') && around ? [`around the quotation stands ${reachOf(around)}`] : []),
  ].join('; ');
  const lines = shown.has('line') ? ['Lines are those of the file.'] : [];
  return [
    ...(selection === null ? [] : [selection]),
    [...(seen === '' ? [] : [`${seen.charAt(0).toUpperCase()}${seen.slice(1)}.`]), ...lines].join(' '),
    ...(sort.length > 0 ? [`Sorted by ${sort.map(keyOf).join(', then ')}; then by source and place.`] : []),
  ].filter((note) => note !== '');
}

function reachOf({ count, unit }: Reach): string {
  const rest = `the rest of its ${unit}`;
  return count === 0 ? rest : `${rest} with ${counted(count, unit)} before and after`;
}

function keyOf({ name, reverse }: SortKey): string {
  const key = name === 'coded' ? 'time of coding' : name;
  return reverse ? `${key}, in reverse` : key;
}
