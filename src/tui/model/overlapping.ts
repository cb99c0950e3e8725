import { firstWhere } from '../../core/bisection.js';
import { bySpan, type Span } from '../../core/span.js';

/** By list: the furthest end among its spans up to each position. */
const reaches = new WeakMap<readonly Span[], Float64Array>();

function reachOf(list: readonly Span[]): Float64Array {
  let reach = reaches.get(list);
  if (reach === undefined) {
    reach = new Float64Array(list.length);
    let furthest = 0;
    for (let i = 0; i < list.length; i++) reach[i] = furthest = Math.max(furthest, list[i]!.end);
    reaches.set(list, reach);
  }
  return reach;
}

/** The spans of a list by start and end that share a byte with another, found by bisection. */
export function overlapping<T extends Span>(list: readonly T[], { start, end }: Span): T[] {
  const reach = reachOf(list);
  const found: T[] = [];
  for (let i = firstWhere(list.length, (at) => reach[at]! > start); i < list.length && list[i]!.start < end; i++) {
    if (list[i]!.end > start) found.push(list[i]!);
  }
  return found;
}

/** The spans of a list by start and end that are exactly this one. */
export function exactly<T extends Span>(list: readonly T[], span: Span): T[] {
  const found: T[] = [];
  for (let i = firstWhere(list.length, (at) => bySpan(list[at]!, span) >= 0); i < list.length; i++) {
    if (bySpan(list[i]!, span) !== 0) break;
    found.push(list[i]!);
  }
  return found;
}

/** The list with one span more, in its place. */
export function inserted<T extends Span>(list: readonly T[], span: T): readonly T[] {
  const at = firstWhere(list.length, (position) => bySpan(list[position]!, span) > 0);
  const longer = list.toSpliced(at, 0, span);
  keepReach(list, longer, at, 1);
  return longer;
}

/** The list without the one span that has this place and id; the same list where there is none. */
export function removed<T extends Span & { readonly id: string }>(
  list: readonly T[],
  span: Span,
  id: string,
): readonly T[] {
  let at = firstWhere(list.length, (position) => bySpan(list[position]!, span) >= 0);
  while (at < list.length && list[at]!.id !== id && bySpan(list[at]!, span) === 0) at++;
  if (list[at]?.id !== id) return list;
  const shorter = list.toSpliced(at, 1);
  keepReach(list, shorter, at, -1);
  return shorter;
}

/** Takes over what is known of a list for the list that one change at a position made of it. */
function keepReach(before: readonly Span[], after: readonly Span[], at: number, more: 1 | -1): void {
  const known = reaches.get(before);
  if (known === undefined) return;
  const reach = new Float64Array(after.length);
  reach.set(known.subarray(0, at));
  let furthest = at === 0 ? 0 : known[at - 1]!;
  let i = at;
  // From where both agree on, the rest is as it was.
  for (; i < after.length; i++) {
    furthest = Math.max(furthest, after[i]!.end);
    if (i > at && known[i - more] === furthest) break;
    reach[i] = furthest;
  }
  if (i < after.length) reach.set(known.subarray(i - more), i);
  reaches.set(after, reach);
}
