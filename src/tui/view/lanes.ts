import { firstWhere } from '../../core/bisection.js';
import { byCodePoint } from '../../core/order.js';
import type { Span } from '../../core/span.js';
import type { Mark } from '../model/marks.js';
import type { Row } from '../layout/wrap.js';

/*
 * The columns of brackets beside the text, one for each coding that reaches over a row: where it begins, goes on and
 * ends. Two codings that touch the same row never share a column, so overlaps are seen without colour.
 */

/** What stands in one lane of one row. */
export interface LaneCell {
  readonly mark: Mark;
  readonly part: 'first' | 'middle' | 'last' | 'only' | 'more';
}

/** By row, by lane; null where nothing reaches. */
export type Lanes = readonly (readonly (LaneCell | null)[])[];

/** A mark with the rows that it reaches over: beyond the screen they go by bytes. */
interface Reaching {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

/** The position of the row that holds a byte, among rows one after another. */
export function rowOf(rows: readonly Row[], byte: number): number {
  return firstWhere(rows.length, (i) => rows[i]!.end > byte);
}

function reaching(rows: readonly Row[], mark: Mark): Reaching {
  const first = rows[rowOf(rows, mark.start)];
  const last = rows[rowOf(rows, mark.end - 1)];
  return {
    mark,
    start: first !== undefined && first.start <= mark.start ? first.start : mark.start,
    end: last !== undefined && mark.end > rows[0]!.start ? last.end : mark.end,
  };
}

/** The lane of each mark, from the left: the first that no mark before it still holds. */
function assign(marks: readonly Reaching[]): number[] {
  const held: number[] = [];
  return marks.map(({ start, end }) => {
    let lane = held.findIndex((until) => until <= start);
    if (lane < 0) lane = held.length;
    held[lane] = end;
    return lane;
  });
}

const ORDER = { own: 0, accepted: 0, other: 1, suggested: 2 } as const;

/** By the row where they begin; there the coder's own first, then by place, the longer first, then by code. */
function byReach(a: Reaching, b: Reaching): number {
  return (
    a.start - b.start ||
    ORDER[a.mark.kind] - ORDER[b.mark.kind] ||
    a.mark.start - b.mark.start ||
    b.mark.end - a.mark.end ||
    byCodePoint(a.mark.code, b.mark.code)
  );
}

function partOf({ start, end }: Span, row: Row): LaneCell['part'] {
  const begins = start >= row.start;
  const ends = end <= row.end;
  if (begins) return ends ? 'only' : 'first';
  return ends ? 'last' : 'middle';
}

/**
 * @param rows one after another
 * @param marks those that touch the rows
 * @param count lanes; where more are needed, the last says so
 */
export function lanesOf(rows: readonly Row[], marks: readonly Mark[], count: number): Lanes {
  const lanes = rows.map(() => new Array<LaneCell | null>(count).fill(null));
  if (rows.length === 0) return lanes;
  const reached = marks.map((mark) => reaching(rows, mark)).sort(byReach);
  assign(reached).forEach((lane, i) => {
    const { mark, start, end } = reached[i]!;
    for (let row = Math.max(0, rowOf(rows, start)); row < rows.length && rows[row]!.start < end; row++) {
      if (lane < count) lanes[row]![lane] ??= { mark, part: partOf(mark, rows[row]!) };
      else lanes[row]![count - 1] = { mark, part: 'more' };
    }
  });
  return lanes;
}
