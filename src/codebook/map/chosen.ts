import type { Code, Codebook, Relation } from '../codebook.js';
import { linkDistances, type Direction } from './distance.js';

/** Which part of a code map is wanted. */
export interface Choice {
  /** Only relations of these types; none given is all. */
  readonly types: readonly string[];
  /** Only codes within so many steps of one. */
  readonly around?: { readonly code: string; readonly steps: number; readonly direction: Direction };
}

/** A part of a code map. */
export interface ChosenMap {
  /** In the order of the codebook: those that the relations name, and the code around which they were chosen. */
  readonly codes: readonly Code[];
  readonly relations: readonly Relation[];
  /** Steps from the code around which they were chosen, by id. */
  readonly steps: ReadonlyMap<string, number> | null;
}

/** Relations of the types, and of these only those between codes that are near enough. */
export function chosenMap(codebook: Codebook, { types, around }: Choice): ChosenMap {
  const ofType = codebook.relations.filter(({ type }) => types.length === 0 || types.includes(type));
  const all = around && linkDistances(ofType, [around.code], around.direction);
  const steps = all ? new Map([...all].filter(([, distance]) => distance <= around.steps)) : null;
  const relations = steps ? ofType.filter(({ from, to }) => steps.has(from) && steps.has(to)) : ofType;
  const shown = new Set(steps ? steps.keys() : relations.flatMap(({ from, to }) => [from, to]));
  return { codes: codebook.codes.filter(({ id }) => shown.has(id)), relations, steps };
}
