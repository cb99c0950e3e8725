import { ABOVE, type Association } from '../measure/association/association.js';
import { conditional } from '../measure/association/conditional.js';
import { fisherOfPair } from '../measure/association/fisher.js';
import { g2 } from '../measure/association/g2.js';
import type { PairFigure } from '../measure/cooccurrence-matrix.js';
import { associate, cooccurrenceMatrix, describeFigure } from '../measure/cooccurrence-matrix.js';
import type { Cooccurrence, Pair } from '../measure/cooccurrence-types.js';
import type { Basis } from './basis.js';
import { basisNotes, counted, titleOf } from './basis.js';
import { ABOVE_ONE, DESCRIPTIVE, POOLED, RARE } from './independence.js';
import { largest } from './largest.js';
import type { Cell, Column, Row, Table } from './model.js';
import { uniqueNames } from './unique.js';
import { written } from './written.js';

/** When two codes meet. */
export function meetingNote({ unit }: Pick<Cooccurrence['options'], 'unit'>): string {
  return unit === 'overlap'
    ? 'Two segments meet where they share at least one character.'
    : `A ${unit} has a code when a coding overlaps it by at least one character.`;
}

/** How units and hierarchies were dealt with: the notes that matrix and pairs share. */
export function meetingNotes(cooccurrence: Cooccurrence, basis: Basis): string[] {
  const { options, units } = cooccurrence;
  const whole = units === null ? '' : ` There are ${units} in all, coded or not.`;
  return [
    `${meetingNote(options)}${whole}`,
    options.rollup
      ? 'A code’s presence counts for all codes above it; a pair of a code with one above it is left blank.'
      : 'A pair of a code with one above or below it in the codebook is left blank.',
    ...basisNotes(basis),
  ];
}

/** A cell that has no meaning: a code with one above it, or a measure of a code with itself. */
const BLANK: Cell = { value: null, blank: true };

function cellOf(value: number | null, { blank }: Pair, diagonal: boolean, top: number): Cell {
  if (blank === 'related') return BLANK;
  return value === null || diagonal || top === 0 ? { value } : { value, heat: Math.max(0, value / top) };
}

/** What is to be known of a measure of association, wherever it stands. */
export function associationNotes({ id, needsUnits }: Association, { uneven }: Cooccurrence): string[] {
  return [
    ...(needsUnits ? [POOLED] : []),
    ...(['lift', 'pmi', 'npmi'].includes(id) ? [RARE] : []),
    ...(uneven
      ? [
          needsUnits
            ? 'Not everywhere did somebody look for the same codes: of each pair only those units count in which somebody looked for both, as in --pairs, so that N differs.'
            : 'Not everywhere did somebody look for both codes: units where nobody looked count as without the code. --pairs leaves them out of a pair.',
        ]
      : []),
    ...(id === fisherOfPair.id || id === g2.id ? [DESCRIPTIVE] : []),
    ...(id === fisherOfPair.id ? ['Many looks: p is not adjusted for the number of pairs; --pairs adjusts it.'] : []),
  ];
}

function unseenNotes({ pair }: Cooccurrence, shown: readonly number[]): string[] {
  const isUnseen = shown.some((a) => shown.some((b) => pair(a, b).blank === 'not looked at'));
  return isUnseen ? ['–: nobody looked for the code, or for both codes in the same source.'] : [];
}

/** Why cells of a measure are undefined, with how many pairs each, and whether some pass what a share can be. */
function reasonNotes(cooccurrence: Cooccurrence, association: Association, shown: readonly number[]): string[] {
  const reasons = new Map<string, number>();
  let flagged = false;
  for (const a of shown) {
    for (const b of shown) {
      const pair = cooccurrence.pair(a, b);
      const measured = associate(association, pair, cooccurrence.units);
      if (measured.value !== null) flagged ||= a !== b && measured.flag === ABOVE;
      else if (a < b && pair.blank !== 'related') reasons.set(measured.reason, (reasons.get(measured.reason) ?? 0) + 1);
    }
  }
  const said = [...reasons].map(([reason, pairs]) => `${reason} (${counted(pairs, 'pair')})`);
  return [...(said.length > 0 ? [`–: ${said.join('; ')}.`] : []), ...(flagged ? [ABOVE_ONE] : [])];
}

/** Positions of the codes that meet at least one other. */
export function meetingCodes({ rows, pair }: Cooccurrence): number[] {
  const all = rows.map((_, code) => code);
  return all.filter((a) => all.some((b) => a !== b && (pair(a, b).both ?? 0) > 0));
}

export interface CooccurrenceTableOptions {
  /** What the cells show: a count or an association. */
  readonly figure: PairFigure;
  /** Positions of the codes to show; all when absent. */
  readonly codes?: readonly number[];
}

function diagonalNotes({ options: { unit } }: Cooccurrence, figure: PairFigure): string[] {
  if (typeof figure !== 'string')
    return figure.id === conditional.id
      ? ['Of the units with the code of the row, the share with that of the column.']
      : [];
  if (figure === 'cases') return ['On the diagonal: cases with the code.'];
  return [`On the diagonal: ${unit === 'overlap' ? 'segments' : `${unit}s`} with the code.`];
}

/** The code × code table: how two codes meet. The wide CSV of it has the header `code,<code>…`. */
export function cooccurrenceTable(cooccurrence: Cooccurrence, options: CooccurrenceTableOptions, basis: Basis): Table {
  const { rows: all, pair } = cooccurrence;
  const { figure, codes } = options;
  const shown = codes ?? all.map((_, code) => code);
  const { rows, cells } = cooccurrenceMatrix(cooccurrence, figure, { codes: shown });
  const keys = uniqueNames(
    rows.map(({ code }) => ({ name: code, group: null })),
    ['code'],
  );
  const off = cells.flatMap((row, a) => row.filter((_, b) => a !== b).map((value) => value ?? 0));
  const isP = typeof figure !== 'string' && figure.id === fisherOfPair.id;
  // Of p values the smallest matter, which shading would hide.
  const top = isP ? 0 : largest(off, 0);
  const format = typeof figure === 'string' ? 'integer' : isP ? 'p' : 'ratio';
  return {
    kind: 'table',
    name: 'cooccurrence',
    title: `Co-occurrence of codes: ${describeFigure(figure, cooccurrence.options.unit)} (${titleOf(basis.set)})`,
    square: true,
    columns: [
      { key: 'code', label: 'code', format: 'text' },
      ...rows.map(({ label }, i): Column => ({ key: keys[i]!, label, format })),
    ],
    rows: rows.map(({ code, label, depth }, a): Row => ({
      depth,
      cells: [
        { value: code, label },
        ...cells[a]!.map((value, b) =>
          a === b && typeof figure !== 'string' && figure.needsUnits
            ? BLANK
            : cellOf(value, pair(shown[a]!, shown[b]!), a === b, top),
        ),
      ],
    })),
    notes: [
      ...diagonalNotes(cooccurrence, figure),
      ...(typeof figure === 'string'
        ? unseenNotes(cooccurrence, shown)
        : [...reasonNotes(cooccurrence, figure, shown), ...associationNotes(figure, cooccurrence)]),
      ...meetingNotes(cooccurrence, basis),
    ],
    ...(top > 0 ? { shading: `the largest cell off the diagonal, ${written(top, format)}` } : {}),
  };
}
