import type { Values } from './command.js';
import { UsageError } from './failure.js';

/** The largest whole number that an option takes: what seeds and counts fit into. */
const LARGEST = 2 ** 31 - 1;

/** The whole number that an option gives; undefined without the option. */
export function numberOf(values: Values, name: string, least: number): number | undefined {
  const written = values.one(name);
  if (written === undefined) return undefined;
  const number = /^\d{1,10}$/.test(written) ? Number(written) : NaN;
  if (number >= least && number <= LARGEST) return number;
  throw new UsageError(`--${optionOf(name)} wants a whole number from ${least}, not "${written}"`);
}

/** The share of 1 that an option gives, as 0.05 or as 5%; undefined without the option. */
export function shareOf(values: Values, name: string): number | undefined {
  const written = values.one(name);
  if (written === undefined) return undefined;
  const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+) ?(%?)$/.exec(written) ?? [];
  const share = digits === undefined ? NaN : Number(digits) / (percent === '%' ? 100 : 1);
  if (share >= 0 && share <= 1) return share;
  throw new UsageError(`--${optionOf(name)} wants a share such as 0.05 or 5%, not "${written}"`);
}

/** The name of an option as it is written: commander has `minCount` for `--min-count`. */
function optionOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
