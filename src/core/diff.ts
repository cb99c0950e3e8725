/** A stretch that two lists share, or that only the old or only the new one has. */
export interface Piece<T> {
  readonly kind: 'same' | 'old' | 'new';
  readonly items: readonly T[];
}

/** Differences that are looked for at most; lists that differ in more are told as replaced. */
const MOST = 2000;

/**
 * The fewest items left out and put in that make one list of the other (E. W. Myers, "An O(ND) difference algorithm and
 * its variations", Algorithmica 1 (1986), 251–266). Takes time and memory in proportion to the square of their number,
 * besides what the lists take.
 */
export function differences<T>(before: readonly T[], after: readonly T[]): Piece<T>[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const middle = a.length === 0 || b.length === 0 ? null : paths(a, b);
  return joined([
    { kind: 'same', items: before.slice(0, head) },
    ...(middle ?? [
      { kind: 'old' as const, items: a },
      { kind: 'new' as const, items: b },
    ]),
    { kind: 'same', items: before.slice(before.length - tail) },
  ]);
}

/** The furthest points after 0, 1, 2 … differences, by diagonal; followed back from the end. Null where they are too many. */
function paths<T>(a: readonly T[], b: readonly T[]): Piece<T>[] | null {
  const most = Math.min(MOST, a.length + b.length);
  const rounds: Int32Array[] = [];
  let furthest = new Int32Array(3);
  for (let d = 0; d <= most; d++) {
    const next = new Int32Array(2 * d + 3);
    for (let k = -d; k <= d; k += 2) {
      const down = d === 0 ? 0 : pointOn(furthest, d - 1, k + 1);
      const right = d === 0 ? 0 : pointOn(furthest, d - 1, k - 1) + 1;
      let x = d === 0 ? 0 : k === -d || (k !== d && right <= down) ? down : right;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next[k + d + 1] = x;
      if (x >= a.length && x - k >= b.length) {
        rounds.push(next);
        return followed(a, b, rounds);
      }
    }
    rounds.push(next);
    furthest = next;
  }
  return null;
}

/** The furthest point after `d` differences on a diagonal. */
function pointOn(points: Int32Array, d: number, diagonal: number): number {
  return points[diagonal + d + 1] ?? 0;
}

function followed<T>(a: readonly T[], b: readonly T[], rounds: readonly Int32Array[]): Piece<T>[] {
  const pieces: Piece<T>[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = rounds.length - 1; d > 0; d--) {
    const k = x - y;
    const points = rounds[d - 1]!;
    const down = pointOn(points, d - 1, k + 1);
    const right = pointOn(points, d - 1, k - 1) + 1;
    const isDown = k === -d || (k !== d && right <= down);
    const start = isDown ? down : right;
    pieces.push({ kind: 'same', items: a.slice(start, x) });
    if (isDown) pieces.push({ kind: 'new', items: [b[start - k - 1]!] });
    else pieces.push({ kind: 'old', items: [a[start - 1]!] });
    x = isDown ? start : start - 1;
    y = isDown ? start - k - 1 : start - k;
  }
  pieces.push({ kind: 'same', items: a.slice(0, x) });
  return pieces.reverse();
}

/** Pieces of a kind that follow one another as one; of a change, what was before what is. */
function joined<T>(pieces: readonly Piece<T>[]): Piece<T>[] {
  const result: Piece<T>[] = [];
  let waiting: Record<Piece<T>['kind'], T[]> = { same: [], old: [], new: [] };
  const close = (): void => {
    for (const kind of ['same', 'old', 'new'] as const) {
      if (waiting[kind].length > 0) result.push({ kind, items: waiting[kind] });
    }
    waiting = { same: [], old: [], new: [] };
  };
  for (const { kind, items } of pieces) {
    if (kind === 'same' && items.length > 0 && waiting.old.length + waiting.new.length > 0) close();
    for (const item of items) waiting[kind].push(item);
  }
  close();
  return result;
}
