import { byCodePoint } from '../../core/order.js';
import { fold } from '../../text/fold.js';
import { labelKey } from '../../text/speaker.js';
import { MISSING } from '../coded-source.js';
import type { AttributeTest } from './bound.js';
import { dateIn, orderOfDates } from './date.js';
import { matches } from './pattern.js';

/**
 * What an attribute is held to. A coding may have several values (its coders): `=` holds where one of them is so, `!=`
 * where none is. `<` and the like compare numbers as numbers, dates as dates, and all else by code points. A missing value
 * is neither more nor less than anything, and has no characters that `*` could stand for.
 */
export function comparesTo(test: AttributeTest): (values: readonly string[]) => boolean {
  const { comparison, value } = test;
  switch (comparison) {
    case '=': {
      const is = remembered(isValue(test));
      return (values) => givenOf(values).some(is);
    }
    case '!=': {
      const is = remembered(isValue(test));
      return (values) => !givenOf(values).some(is);
    }
    default: {
      const wanted = value.normalize('NFC');
      const holds = ORDERS[comparison];
      const is = remembered((one) => one !== MISSING && holds(order(one, wanted)));
      return (values) => values.some(is);
    }
  }
}

/** Whether nothing but whether there is a value is asked, so that the answer is known of every turn. */
export function asksWhetherGiven({ value, isPattern }: AttributeTest): boolean {
  return value === MISSING || (isPattern && /^[*]+$/.test(value));
}

/** Of something undetermined (NaN) none holds. */
const ORDERS = {
  '<': (order: number): boolean => order < 0,
  '<=': (order: number): boolean => order <= 0,
  '>': (order: number): boolean => order > 0,
  '>=': (order: number): boolean => order >= 0,
};

const givenOf = (values: readonly string[]): readonly string[] => (values.length === 0 ? [MISSING] : values);

/** A few values stand on very many codings. */
function remembered(test: (value: string) => boolean): (value: string) => boolean {
  const known = new Map<string, boolean>();
  return (value) => {
    let found = known.get(value);
    if (found === undefined) known.set(value, (found = test(value)));
    return found;
  };
}

/** Whether a value is what `=` asks for: speakers and sources as `--speaker` and `--source` find them. */
function isValue(test: AttributeTest): (value: string) => boolean {
  const { name, isPattern } = test;
  const key = keyFor(test);
  const wanted = key(test.value);
  const is = (given: string): boolean => (isPattern ? matches(key(given), wanted) : key(given) === wanted);
  if (test.value === MISSING) return (given) => given === MISSING;
  if (name === 'source') return (given) => namesOf(given).some(is);
  const date = isPattern ? null : dateIn(test.value);
  return (given) => {
    if (given === MISSING) return false;
    return is(given) || (date !== null && orderOfDates(dateIn(given), date) === 0);
  };
}

/** What two ways of writing one value have in common. Ids of cases, sources, coders and roles are taken as they are. */
function keyFor({ name, han = false }: AttributeTest): (value: string) => string {
  if (name === 'speaker') return labelKey;
  const composed = (value: string): string => value.normalize('NFC');
  if (['case', 'source', 'coder', 'role'].includes(name)) return composed;
  const folded = (character: string): string => String.fromCodePoint(fold(character.codePointAt(0)!, { han }));
  return (value) => Array.from(composed(value), folded).join('');
}

/** A source's id, the name of its file, and that without extension. */
function namesOf(source: string): string[] {
  const name = source.slice(source.lastIndexOf('/') + 1);
  return [source, name, name.replace(/\.[^.]*$/, '')];
}

function order(a: string, b: string): number {
  const [one, other] = [numberIn(a), numberIn(b)];
  if (one !== null && other !== null) return one - other;
  const [date, asked] = [dateIn(a), dateIn(b)];
  return date && asked ? orderOfDates(date, asked) : byCodePoint(a, b);
}

/** A number as people write it: `1,200` and `3.5`. */
function numberIn(text: string): number | null {
  return /^-?\d[\d,]*(?:\.\d+)?$/.test(text.trim()) ? Number(text.replace(/,/g, '')) : null;
}
