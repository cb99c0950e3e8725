import type { Codebook, Relation } from '../codebook.js';
import { linkDistances } from './distance.js';
import { categoryOf, unlinked } from './linked.js';

/** The places of the paradigm of axial coding (Strauss & Corbin 1990, ch. 7), in its order; `other` is none of it. */
export const PLACES = ['causal', 'context', 'intervening', 'strategy', 'consequence', 'other'] as const;

export type Place = (typeof PLACES)[number];

/** A code in a place of the paradigm, and the relation that puts it there. */
export interface Placed {
  readonly place: Place;
  readonly code: string;
  readonly relation: Relation;
}

/** Axial coding around one category. */
export interface Axial {
  /** Ids of the phenomenon's codes. */
  readonly phenomenon: ReadonlySet<string>;
  /** In the order of the places, then of the codebook, then of the relations. A code may have several places. */
  readonly placed: readonly Placed[];
  /** Ids of codes that are linked to the phenomenon over other codes alone. */
  readonly further: readonly string[];
  /** Ids of codes from which no chain of relations leads to it. */
  readonly unlinked: readonly string[];
}

/**
 * Puts the codes around a phenomenon into the places of the paradigm, by the types of the relations: what `causes` it is a
 * causal condition; what is a `condition-of` it, context; what is a `strategy-for` it, a strategy; what `causes` or is a
 * `condition-of` a strategy, an intervening condition; what the phenomenon or a strategy `causes`, or is a `condition-of`, a
 * consequence. What else is related to one of them is `other`.
 *
 * @param core the id of a code; the phenomenon is its category
 */
export function axialOf(codebook: Codebook, core: string): Axial {
  const phenomenon = categoryOf(codebook, core);
  const { relations } = codebook;
  const isStrategy = ({ from, type, to }: Relation): boolean =>
    type === 'strategy-for' && phenomenon.has(to) && !phenomenon.has(from);
  const strategies = new Set(relations.filter(isStrategy).map(({ from }) => from));
  const found = relations.flatMap((relation) => placesOf(relation, phenomenon, strategies));
  const order = new Map(codebook.codes.map(({ id }, i) => [id, i]));
  const placed = PLACES.flatMap((place) =>
    found.filter((one) => one.place === place).sort((a, b) => order.get(a.code)! - order.get(b.code)!),
  );
  const near = new Set([...phenomenon, ...placed.map(({ code }) => code)]);
  const linked = linkDistances(relations, [...phenomenon], 'either');
  return {
    phenomenon,
    placed,
    further: codebook.codes.flatMap(({ id }) => (linked.has(id) && !near.has(id) ? [id] : [])),
    unlinked: unlinked(codebook, phenomenon).map(({ id }) => id),
  };
}

/** What a relation says of the codes around a phenomenon: nothing where it lies within it, or touches no part of it. */
function placesOf(relation: Relation, phenomenon: ReadonlySet<string>, strategies: ReadonlySet<string>): Placed[] {
  const { from, type, to } = relation;
  const leads = type === 'causes' || type === 'condition-of';
  const at = (place: Place, code: string): Placed[] => [{ place, code, relation }];
  if (phenomenon.has(to)) return phenomenon.has(from) ? [] : at(INTO[type] ?? 'other', from);
  // What the phenomenon leads to is a consequence, unless it is done about the phenomenon.
  if (phenomenon.has(from)) return at(!leads ? 'other' : strategies.has(to) ? 'strategy' : 'consequence', to);
  if (strategies.has(to)) return at(leads ? 'intervening' : 'other', from);
  if (strategies.has(from)) return at(leads ? 'consequence' : 'other', to);
  return [];
}

/** The place of a code by the type of its relation to the phenomenon. */
const INTO: Readonly<Record<string, Place>> = {
  causes: 'causal',
  'condition-of': 'context',
  'strategy-for': 'strategy',
};
