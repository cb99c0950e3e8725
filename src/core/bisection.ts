/** The first position from 0 to `length` where a test holds that holds from there on; `length` where there is none. */
export function firstWhere(length: number, holds: (position: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many numbers of an ascending list are below a limit. */
export function countBelow(ascending: readonly number[], limit: number): number {
  return firstWhere(ascending.length, (position) => ascending[position]! >= limit);
}
