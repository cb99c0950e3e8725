import type { Association, Measured } from '../measure/association/association.js';
import { fisherOfPair } from '../measure/association/fisher.js';
import { associate, describeFigure, rankedPairs } from '../measure/cooccurrence-matrix.js';
import type { Cooccurrence, Pair } from '../measure/cooccurrence-types.js';
import type { Basis } from './basis.js';
import { basisNotes, titleOf } from './basis.js';
import { associationNotes, meetingNotes } from './cooccurrence-table.js';
import type { Cell, Column, Row, Table } from './model.js';

/** Two codes by position, how they meet, and how strongly. */
interface Meeting {
  readonly first: number;
  readonly second: number;
  readonly pair: Pair;
  readonly measured: Measured;
}

function columnsOf(association: Association): Column[] {
  const count = (key: string, label: string): Column => ({ key, label, format: 'integer' });
  return [
    { key: 'code', label: 'code', format: 'text' },
    { key: 'with', label: 'with', format: 'text' },
    count('both', 'both'),
    count('same_words', 'same words'),
    count('cases', 'cases'),
    count('first', 'n1'),
    count('second', 'n2'),
    { key: association.id, label: association.name, format: association.id === fisherOfPair.id ? 'p' : 'ratio' },
  ];
}

/** Why there is no strength, or what is odd about it; empty where there is nothing to say. */
function remarkOf({ pair: { blank }, measured }: Meeting): Cell {
  const remark = blank ?? (measured.value === null ? measured.reason : measured.flag);
  return remark === undefined ? { value: null, blank: true } : { value: remark };
}

function rowOf({ rows }: Cooccurrence, { first, second, pair, measured }: Meeting, remarks: readonly Cell[]): Row {
  const figures = [pair.both, pair.sameWords, pair.cases, pair.first, pair.second, measured.value];
  return {
    cells: [
      { value: rows[first]!.code, label: rows[first]!.label },
      { value: rows[second]!.code, label: rows[second]!.label },
      ...figures.map((value) => ({ value })),
      ...remarks,
    ],
  };
}

/** Notes on the columns. */
function notesOf(cooccurrence: Cooccurrence, association: Association): string[] {
  const { unit } = cooccurrence.options;
  return [
    `both: ${describeFigure('both', unit)}; same words: those of them in which one and the same matched words make both codes, so that the codebook and not the speaker joins them; cases: cases with at least one, of ${cooccurrence.cases}.`,
    `n1, n2: ${unit === 'overlap' ? 'segments' : `${unit}s`} with the first, the second code. ${association.name}: ${association.formula}, where n11 is both.`,
  ];
}

/**
 * Every pair of codes once, in codebook order, with all its figures and the reason where there is none: the long form of
 * the matrix.
 *
 * @param codes positions of the codes to show; all when absent
 */
export function cooccurrencePairs(
  cooccurrence: Cooccurrence,
  association: Association,
  basis: Basis,
  codes: readonly number[] = cooccurrence.rows.map((_, code) => code),
): Table {
  const meetings = codes.flatMap((first, i) =>
    codes.slice(i + 1).map((second): Meeting => {
      const pair = cooccurrence.pair(first, second);
      return { first, second, pair, measured: associate(association, pair, cooccurrence.units) };
    }),
  );
  return {
    kind: 'table',
    name: 'cooccurrence-pairs',
    title: `Pairs of codes: ${describeFigure('both', cooccurrence.options.unit)} (${titleOf(basis.set)})`,
    columns: [...columnsOf(association), { key: 'remark', label: 'remark', format: 'text' }],
    rows: meetings.map((meeting) => rowOf(cooccurrence, meeting, [remarkOf(meeting)])),
    notes: [
      ...notesOf(cooccurrence, association),
      ...associationNotes(association, cooccurrence),
      ...meetingNotes(cooccurrence, basis),
    ],
  };
}

/** A pair met once may have the strength 1: too little to be ranked first. */
const FEWEST = 2;

/** The pairs that go together most, by an association; at most `limit`. */
export function strongestPairs(
  cooccurrence: Cooccurrence,
  association: Association,
  basis: Basis,
  limit: number,
): Table {
  const all = rankedPairs(cooccurrence, association, { minimum: 1 });
  const ranked = rankedPairs(cooccurrence, association, { minimum: FEWEST });
  // What only the codebook joins, by the same keywords in two codes, is no finding.
  const found = ranked.filter(({ pair }) => pair.both > (pair.sameWords ?? 0));
  return {
    kind: 'table',
    name: 'cooccurrence-pairs',
    title: `Strongest pairs of codes, by ${association.name} (${titleOf(basis.set)})`,
    columns: columnsOf(association),
    rows: found.slice(0, limit).map((meeting) => rowOf(cooccurrence, meeting, [])),
    notes: [
      `Shown: ${Math.min(limit, found.length)} of the ${all.length} pairs that meet. Not ranked: ${all.length - ranked.length} that meet fewer than ${FEWEST} times, ${ranked.length - found.length} that meet by the same words only.`,
      ...notesOf(cooccurrence, association),
      ...basisNotes(basis),
    ],
  };
}
