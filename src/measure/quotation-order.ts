import { byCodePoint } from '../core/order.js';
import { labelKey } from '../text/speaker.js';
import { MISSING } from './coded-source.js';
import type { Quotation } from './quotation.js';

/** What every quotation has; other names are those of attributes. */
const OWN = ['code', 'case', 'source', 'speaker'];

/** Names that quotations can be sorted by and not grouped by: place in the source, characters, when they were coded. */
export const MEASURES = ['position', 'length', 'coded'] as const;

/** Those of some names that are attributes, each once. */
export function attributesAmong(names: readonly string[]): string[] {
  const known: readonly string[] = [...OWN, ...MEASURES];
  return [...new Set(names)].filter((name) => !known.includes(name));
}

/** One thing to sort by. */
export interface SortKey {
  readonly name: string;
  /** From the last, longest or latest to the first; what is missing stays last. */
  readonly reverse: boolean;
}

/** Values that have an order of their own, by what they are values of: codes that of the codebook. Others follow by code point. */
export type Ranks = ReadonlyMap<string, readonly string[]>;

/** Quotations that share a value, and within them those that share a further one. */
export interface Grouped {
  /** What they share: `code`, `case`, `source`, `speaker`, or an attribute. */
  readonly by: string;
  readonly value: string;
  /** All of them, those of its groups too. */
  readonly quotations: readonly Quotation[];
  /** Empty at the last level. */
  readonly groups: readonly Grouped[];
}

/** What a quotation is grouped under; labels of a speaker that differ in case or width are one, as in tables. */
export function valueOf(quotation: Quotation, name: string): string {
  if (name === 'code' || name === 'case' || name === 'source') return quotation[name];
  if (name === 'speaker') return quotation.speaker ? labelKey(quotation.speaker) : MISSING;
  return quotation.attributes?.[name] ?? MISSING;
}

type Compare<T> = (a: T, b: T) => number;

/** Ranked values first, in their order; then the others by code point; `(none)` last. */
function valueOrder(name: string, ranks: Ranks): Compare<string> {
  const ranked = ranks.get(name) ?? [];
  const places = new Map(ranked.map((value, i) => [value, i]));
  const place = (value: string): number =>
    value === MISSING ? ranked.length + 1 : (places.get(value) ?? ranked.length);
  return (a, b) => place(a) - place(b) || byCodePoint(a, b);
}

/** By source and place in it; a segment's codes in the order of the codebook. */
function placeOrder(ranks: Ranks): Compare<Quotation> {
  const byCode = valueOrder('code', ranks);
  return (a, b) => byCodePoint(a.source, b.source) || a.start - b.start || a.end - b.end || byCode(a.code, b.code);
}

function keyOrder({ name, reverse }: SortKey, ranks: Ranks): Compare<Quotation> {
  const sign = reverse ? -1 : 1;
  const byPlace = placeOrder(ranks);
  if (name === 'position') return (a, b) => sign * byPlace(a, b);
  if (name === 'length') return (a, b) => sign * (a.end - a.start - (b.end - b.start));
  const value =
    name === 'coded'
      ? (one: Quotation): string => one.coded ?? MISSING
      : (one: Quotation): string => valueOf(one, name);
  const inOrder = valueOrder(name, ranks);
  return (a, b) => {
    const [one, other] = [value(a), value(b)];
    return (one === MISSING || other === MISSING ? 1 : sign) * inOrder(one, other);
  };
}

/** Quotations by the first key, those alike by the next, and at last by source and place. Without keys as they are given. */
export function sorted(quotations: readonly Quotation[], keys: readonly SortKey[], ranks: Ranks): readonly Quotation[] {
  if (keys.length === 0) return quotations;
  const orders = [...keys.map((key) => keyOrder(key, ranks)), placeOrder(ranks)];
  return [...quotations].sort((a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** How a speaker is called: of several ways the first in code-point order, as in tables. */
function labelOf(own: readonly Quotation[], missing: string): string {
  const [label] = own.flatMap(({ speaker }) => speaker || []).sort(byCodePoint);
  return label ?? missing;
}

/** Groups within groups, one level for each name; quotations of a group keep their order. */
export function grouped(quotations: readonly Quotation[], [by, ...within]: readonly string[], ranks: Ranks): Grouped[] {
  if (by === undefined) return [];
  const byValue = new Map<string, Quotation[]>();
  for (const quotation of quotations) {
    const value = valueOf(quotation, by);
    const known = byValue.get(value);
    if (known) known.push(quotation);
    else byValue.set(value, [quotation]);
  }
  const inOrder = valueOrder(by, ranks);
  return [...byValue]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([value, own]) => ({
      by,
      value: by === 'speaker' ? labelOf(own, value) : value,
      quotations: own,
      groups: grouped(own, within, ranks),
    }));
}
