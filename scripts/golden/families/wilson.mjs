import { pair } from './pair.mjs';

export function figures({ x, n }, q) {
  return { ci95: x.map((count, i) => pair(q.wilson(count, n[i]))) };
}
