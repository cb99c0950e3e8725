import { flow } from './flow.js';
import { pack, padStart, wrap } from './lines.js';
import type { Plot } from './model.js';

/** Lines between 0 and the largest value, both included, and columns that can still be taken in at a glance. */
const HEIGHT = 12;
const WIDTH = 80;
/** What a mean may be off by. */
const ROUNDING = 1e-9;

/** A plot in characters of ASCII, no wider than `width` columns: they are as wide as they seem on every terminal. */
export function plotLines({ title, x, y, series }: Plot, width: number): string[] {
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const steps = Math.max(1, ...series.map(({ values }) => values.length));
  const top = Math.ceil(most - ROUNDING);
  const height = Math.min(HEIGHT, top + 1);
  const margin = String(top).length;
  const columns = Math.max(2, Math.min(WIDTH, width) - margin - 2);
  const apart = steps > 1 ? Math.min(8, (columns - 1) / (steps - 1)) : 0;
  const columnOf = (step: number): number => Math.round(step * (apart >= 1 ? Math.floor(apart) : apart));
  const grid = Array.from({ length: height }, () => new Array<string>(columnOf(steps - 1) + 1).fill(' '));
  for (const { mark, values } of [...series].reverse()) {
    values.forEach((value, step) => {
      if (value !== null) grid[height - 1 - Math.round((value / top) * (height - 1))]![columnOf(step)] = mark;
    });
  }
  const ends = `1${padStart(steps > 1 ? String(steps) : '', columnOf(steps - 1))}`;
  return [
    ...wrap(flow(`${title}: ${y} over ${x}`), Math.min(WIDTH, width)),
    ...grid.map((row, i) => {
      const label = i === 0 ? String(top) : i === height - 1 ? '0' : '';
      return `${padStart(label, margin)} |${row.join('')}`.trimEnd();
    }),
    `${' '.repeat(margin)} +${'-'.repeat(columnOf(steps - 1) + 1)}`,
    `${' '.repeat(margin)}  ${ends}`,
    ...pack(
      series.filter(({ name }) => name !== '').map(({ mark, name }) => `${mark} ${flow(name)}`),
      Math.min(WIDTH, width),
    ),
  ];
}
