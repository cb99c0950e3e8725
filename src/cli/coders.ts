import { byCodePoint } from '../core/order.js';
import { nearest } from '../core/suggest.js';
import { finding } from '../store/finding.js';
import type { Log } from '../store/logs.js';
import { Halt } from './failure.js';

/** The coders of logs, in code-point order. */
export function codersOf(logs: readonly Log[]): string[] {
  return [...new Set(logs.map(({ coder }) => coder))].sort(byCodePoint);
}

/** The coder whom a name means, of whom there must be codings. */
export function coderAmong(name: string, logs: readonly Log[]): string {
  const coders = codersOf(logs);
  if (coders.includes(name)) return name;
  const close = nearest(name, coders) ?? coders.join(', ');
  const others = close === '' ? '' : `; there are those of ${close}`;
  throw new Halt([finding('QC421', `there are no codings of "${name}"${others}`)]);
}
