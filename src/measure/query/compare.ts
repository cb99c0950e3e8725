import { byCodePoint } from '../../core/order.js';
import { MISSING } from '../coded-source.js';
import type { AttributeTest } from './bound.js';
import { matches } from './pattern.js';

/**
 * What an attribute is held to. A coding may have several values (its coders): `=` holds where one of them is so, `!=`
 * where none is. `<` and the like compare numbers as numbers and all else by code points, so that dates written
 * 2008-07-01 go in their order; a missing value is neither more nor less than anything.
 */
export function comparesTo({ comparison, value, isPattern }: AttributeTest): (values: readonly string[]) => boolean {
  const wanted = value.normalize('NFC');
  const is = (one: string): boolean => {
    const given = one.normalize('NFC');
    return isPattern ? matches(given, wanted) : given === wanted;
  };
  switch (comparison) {
    case '=':
      return (values) => values.some(is);
    case '!=':
      return (values) => !values.some(is);
    case '<':
      return (values) => values.some((one) => one !== MISSING && order(one, wanted) < 0);
    case '<=':
      return (values) => values.some((one) => one !== MISSING && order(one, wanted) <= 0);
    case '>':
      return (values) => values.some((one) => one !== MISSING && order(one, wanted) > 0);
    case '>=':
      return (values) => values.some((one) => one !== MISSING && order(one, wanted) >= 0);
  }
}

function order(a: string, b: string): number {
  const [one, other] = [numberIn(a), numberIn(b)];
  return one !== null && other !== null ? one - other : byCodePoint(a, b);
}

/** A number as people write it: `1,200` and `3.5`. */
function numberIn(text: string): number | null {
  return /^-?\d[\d,]*(?:\.\d+)?$/.test(text.trim()) ? Number(text.replace(/,/g, '')) : null;
}
