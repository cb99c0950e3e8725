import type { Cell, Column, Format, Value } from './model.js';

/** Stands for an undefined figure wherever people read. */
export const UNDEFINED = '–';

const DECIMALS: Readonly<Record<Exclude<Format, 'text'>, number>> = {
  integer: 0,
  decimal: 1,
  percent: 1,
  rate: 2,
  ratio: 2,
  p: 3,
};

/** Smaller p values are not told apart: that they are this small is all they say. */
const LEAST_P = 0.001;

/** Commas between groups of three digits, in every locale the same. */
function grouped(digits: string): string {
  const [whole = '', rest] = digits.split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? spaced : `${spaced}.${rest}`;
}

/** A number as people read it: `12,345`, `3.5`, `12.5%`, `<0.001`; `–` for null. Text is given back unchanged. */
export function written(value: Value, format: Format): string {
  if (value === null) return UNDEFINED;
  if (typeof value === 'string') return value;
  if (format === 'text') return String(value);
  if (format === 'p' && value < LEAST_P) return `<${LEAST_P}`;
  const digits = grouped(Math.abs(value).toFixed(DECIMALS[format]));
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
  return sign + digits + (format === 'percent' ? '%' : '');
}

/** What people read in a cell; nothing where the cell has no meaning. */
export function writtenCell(cell: Cell, column: Column): string {
  if (cell.blank) return '';
  return cell.label ?? written(cell.value, cell.format ?? column.format);
}
