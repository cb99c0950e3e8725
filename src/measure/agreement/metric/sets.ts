import type { Metric } from './metric.js';

/** How two sets lie to each other. */
interface Meeting {
  readonly shared: number;
  readonly either: number;
  /** Whether one holds all of the other. */
  readonly within: boolean;
}

/**
 * A metric over sets of codes. Two empty sets are alike; an empty one is as far as can be from any other.
 *
 * @param distance of two sets of which at least one is not empty
 * @example
 * setMetric('shared', '', ({ shared }) => shared).among([['a', 'b'], ['b', 'c']], [1, 1])(0, 1) // => 1
 */
export function setMetric(id: string, name: string, distance: (meeting: Meeting) => number): Metric<readonly string[]> {
  return {
    id,
    name,
    key: (codes) => JSON.stringify([...new Set(codes)].sort()),
    among(values) {
      const sets = values.map((codes) => new Set(codes));
      return (a, b) => {
        const [one, other] = [sets[a]!, sets[b]!];
        let shared = 0;
        for (const code of one) if (other.has(code)) shared++;
        const either = one.size + other.size - shared;
        return either === 0 ? 0 : distance({ shared, either, within: shared === Math.min(one.size, other.size) });
      };
    },
  };
}
