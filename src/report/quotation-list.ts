import type { Codebook } from '../codebook/codebook.js';
import type { Basis } from './basis.js';
import { basisNotes, titleOf } from './basis.js';
import type { Quotation, QuotationGroup, Quotations } from './model.js';

/** Quotations of the codes of a study, and how they were chosen. */
export interface QuotationListOptions {
  /** The rule of selection, as a sentence; null where all are given. */
  readonly selection: string | null;
  /** How many segments each code has in all, by code id, where known. */
  readonly totals?: ReadonlyMap<string, number>;
  /** What people call a case, by its id. */
  readonly caseNames?: ReadonlyMap<string, string>;
}

function noteOf(shown: number, total: number | undefined): string {
  if (total === undefined) return `${shown} shown`;
  return total === shown ? `${shown} in all` : `${shown} of ${total}`;
}

/** Quotations under their codes, in codebook order; within a code in the order given. Codes without one are left out. */
export function quotationList(
  quotations: readonly Quotation[],
  { codes }: Codebook,
  { selection, totals, caseNames }: QuotationListOptions,
  basis: Basis,
): Quotations {
  const byCode = new Map<string, Quotation[]>();
  for (const quotation of quotations) {
    const known = byCode.get(quotation.code);
    if (known) known.push(quotation);
    else byCode.set(quotation.code, [quotation]);
  }
  const groups = codes.flatMap(({ id, name }): QuotationGroup[] => {
    const own = byCode.get(id);
    if (!own) return [];
    const heading = name === id ? id : `${name} (${id})`;
    return [{ heading, note: noteOf(own.length, selection === null ? own.length : totals?.get(id)), quotations: own }];
  });
  return {
    kind: 'quotations',
    name: 'quotations',
    title: `Quotations (${titleOf(basis.set)})`,
    groups,
    ...(caseNames ? { caseNames } : {}),
    notes: [
      ...(selection === null ? [] : [selection]),
      'Matched keywords are marked; what the interviewer asked before stands above the quotation. Lines are those of the file.',
      ...basisNotes(basis),
    ],
  };
}
