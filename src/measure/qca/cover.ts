/** How many smallest covers are listed, and how many steps are taken to find them: more is told and not waited for. */
export const MOST_COVERS = 500;
const MOST_STEPS = 100_000;

/** Columns that cover the same rows: which of them is taken makes no difference to a cover. */
interface Twins {
  readonly columns: readonly number[];
  /** The rows that they cover, a bit each. */
  readonly rows: bigint;
}

/**
 * All smallest sets of columns that hold a way for each row, each in ascending order; null where there are more than
 * `MOST_COVERS` or finding them takes too long, which depends on the table alone and not on the machine.
 *
 * @param ways by row: the columns that cover it, at least one
 */
export function smallestCovers(ways: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const needed = ways.filter(
    (own, i) => !ways.some((other, j) => isImplied(own, other) && (own.length > other.length || j < i)),
  );
  const all = twinsOf(needed);
  // For how few will do, columns that others outdo are not needed; among those that tie they are.
  const best = all.filter(({ rows }) => !all.some((other) => other.rows !== rows && (other.rows & rows) === rows));
  const budget = { steps: MOST_STEPS };
  for (let size = 1; size <= needed.length; size++) {
    if (coversOf(best, needed.length, size, budget, 1).length === 0) {
      if (budget.steps <= 0) return null;
      continue;
    }
    const found = coversOf(all, needed.length, size, budget, MOST_COVERS + 1);
    const covers = expanded(found);
    return budget.steps <= 0 || covers === null ? null : covers;
  }
  return [];
}

/** Whether whatever covers the one row covers the other. */
function isImplied(row: readonly number[], by: readonly number[]): boolean {
  return row !== by && by.every((column) => row.includes(column));
}

function twinsOf(ways: readonly (readonly number[])[]): Twins[] {
  const rowsOf = new Map<number, bigint>();
  ways.forEach((columns, row) => {
    for (const column of columns) rowsOf.set(column, (rowsOf.get(column) ?? 0n) | (1n << BigInt(row)));
  });
  const twins = new Map<bigint, number[]>();
  for (const [column, rows] of rowsOf) twins.set(rows, [...(twins.get(rows) ?? []), column]);
  return [...twins].map(([rows, columns]) => ({ rows, columns }));
}

/**
 * Covers of at most a size, found row by row at the row with the fewest ways left. What was tried for a row is not tried
 * again beside the other ways of it, so that each cover is found once.
 */
function coversOf(
  columns: readonly Twins[],
  count: number,
  size: number,
  budget: { steps: number },
  most: number,
): Twins[][] {
  const found: Twins[][] = [];
  const extend = (chosen: readonly Twins[], open: bigint, left: readonly Twins[]): void => {
    if (open === 0n) {
      found.push([...chosen]);
      return;
    }
    if (--budget.steps < 0 || found.length >= most) return;
    const ways = waysTo(open, count, left);
    if (chosen.length + apart(ways) > size) return;
    const tightest = ways.reduce((least, own) => (own.length < least.length ? own : least));
    tightest.forEach((column, i) => {
      const tried = new Set(tightest.slice(0, i));
      extend(
        [...chosen, column],
        open & ~column.rows,
        left.filter((one) => one !== column && !tried.has(one)),
      );
    });
  };
  extend([], (1n << BigInt(count)) - 1n, columns);
  return found;
}

/** For each open row the columns that cover it. */
function waysTo(open: bigint, count: number, columns: readonly Twins[]): Twins[][] {
  const ways: Twins[][] = [];
  for (let row = 0; row < count; row++) {
    const bit = 1n << BigInt(row);
    if ((open & bit) !== 0n) ways.push(columns.filter(({ rows }) => (rows & bit) !== 0n));
  }
  return ways;
}

/** A number of columns that it takes at least: of rows that no column covers two of. */
function apart(ways: readonly (readonly Twins[])[]): number {
  const taken = new Set<Twins>();
  let rows = 0;
  for (const own of [...ways].sort((a, b) => a.length - b.length)) {
    if (own.some((column) => taken.has(column))) continue;
    for (const column of own) taken.add(column);
    rows++;
  }
  return rows;
}

/** Covers with each of the columns that are twins, in order; null where they are too many. */
function expanded(covers: readonly (readonly Twins[])[]): readonly (readonly number[])[] | null {
  const whole = covers.reduce(
    (sum, cover) => sum + cover.reduce((product, { columns }) => product * columns.length, 1),
    0,
  );
  if (whole > MOST_COVERS) return null;
  const all = covers.flatMap((cover) =>
    cover.reduce<number[][]>(
      (sets, { columns }) => sets.flatMap((set) => columns.map((column) => [...set, column])),
      [[]],
    ),
  );
  return all.map((set) => set.sort((a, b) => a - b)).sort(inOrder);
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
