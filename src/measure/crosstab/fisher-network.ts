/** How many steps may be taken before a table counts as too large. */
const MOST_STEPS = 6_000_000;

/** What the rows have left before a column, with the ways from there to the end. */
interface Node {
  readonly left: readonly number[];
  /** The largest and the smallest sum of −log x! over the cells still to fill. */
  readonly longest: number;
  readonly shortest: number;
}

class TooLarge extends Error {}

/**
 * The tables with given margins, as ways through nodes: at each column, what the rows have left (Mehta & Patel 1983). It
 * stands sorted, since rows differ in nothing else. A way is not gone to its end once all its ends count, or none does.
 *
 * @example
 * new Network([4, 4], [0, 0, Math.log(2), Math.log(6), Math.log(24)]).shareUpTo([4, 4], -2 * Math.log(6) + 1e-7, 4 * Math.log(24) - Math.log(40320)) // => 0.4857143
 */
export class Network {
  private readonly nodes: Map<string, Node>[];
  private steps = 0;

  /**
   * @param columns the totals of the columns
   * @param factorials log n! up to the total of all
   */
  constructor(
    private readonly columns: readonly number[],
    private readonly factorials: ArrayLike<number>,
  ) {
    this.nodes = [...columns, 0].map(() => new Map<string, Node>());
  }

  /**
   * The share of the tables whose Σ −log x! is at most a limit; null where there are too many ways.
   *
   * @param rows the totals of the rows
   * @param limit what a table may reach
   * @param constant what makes exp(constant + Σ −log x!) a probability
   */
  shareUpTo(rows: readonly number[], limit: number, constant: number): number | null {
    try {
      return this.walk(rows, limit, constant);
    } catch (error) {
      if (error instanceof TooLarge) return null;
      throw error;
    }
  }

  private walk(rows: readonly number[], limit: number, constant: number): number {
    const start = this.node(0, sorted(rows));
    let stage = new Map([[start, new Map([[0, 1]])]]);
    let share = 0;
    for (let column = 0; column <= this.columns.length; column++) {
      const next: typeof stage = new Map();
      for (const [node, ways] of stage) {
        const open: [number, number][] = [];
        for (const [sum, count] of ways) {
          if (sum + node.longest <= limit) share += count * Math.exp(constant + sum + this.completions(column, node));
          else if (sum + node.shortest <= limit) open.push([sum, count]);
        }
        if (open.length > 0 && column < this.columns.length) this.goOn(column, node, open, next);
      }
      stage = next;
    }
    return share;
  }

  /** Takes the ways that lead to a node through its column. */
  private goOn(
    column: number,
    node: Node,
    open: readonly [number, number][],
    next: Map<Node, Map<number, number>>,
  ): void {
    for (const cells of fillings(node.left, this.columns[column]!)) {
      const after = this.node(column + 1, less(node.left, cells));
      const cost = this.cost(cells);
      let ways = next.get(after);
      if (ways === undefined) next.set(after, (ways = new Map()));
      for (const [sum, count] of open) {
        this.step();
        // Sums that only rounding tells apart are one.
        const key = Math.round((sum - cost) * 1e11) / 1e11;
        ways.set(key, (ways.get(key) ?? 0) + count);
      }
    }
  }

  /** The node, with the bounds of what may follow, which are found once. */
  private node(column: number, left: readonly number[]): Node {
    const key = left.join();
    const known = this.nodes[column]!.get(key);
    if (known !== undefined) return known;
    let longest = column === this.columns.length ? 0 : -Infinity;
    let shortest = column === this.columns.length ? 0 : Infinity;
    if (column < this.columns.length)
      for (const cells of fillings(left, this.columns[column]!)) {
        this.step(left.length);
        const after = this.node(column + 1, less(left, cells));
        const cost = this.cost(cells);
        longest = Math.max(longest, after.longest - cost);
        shortest = Math.min(shortest, after.shortest - cost);
      }
    const node = { left, longest, shortest };
    this.nodes[column]!.set(key, node);
    return node;
  }

  /** The logarithm of Σ exp(Σ −log x!) over all ways to fill what is left: n! / (Π rows! Π columns!). */
  private completions(column: number, { left }: Node): number {
    const total = left.reduce((sum, value) => sum + value, 0);
    return this.factorials[total]! - this.cost(left) - this.cost(this.columns.slice(column));
  }

  private cost(cells: readonly number[]): number {
    let sum = 0;
    for (const cell of cells) sum += this.factorials[cell]!;
    return sum;
  }

  private step(many = 1): void {
    if ((this.steps += many) > MOST_STEPS) throw new TooLarge();
  }
}

function sorted(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

function less(left: readonly number[], cells: readonly number[]): readonly number[] {
  return sorted(left.map((value, i) => value - cells[i]!));
}

/** All ways to share out a column's total to rows that have so much left. */
function* fillings(left: readonly number[], total: number): Generator<readonly number[]> {
  const [first = 0, ...others] = left;
  if (others.length === 0) {
    if (total <= first) yield [total];
    return;
  }
  const room = others.reduce((sum, value) => sum + value, 0);
  for (let cell = Math.max(0, total - room); cell <= Math.min(first, total); cell++)
    for (const rest of fillings(others, total - cell)) yield [cell, ...rest];
}
