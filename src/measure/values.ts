import { type CodedSource, MISSING, attributeOf, variesByTurn } from './coded-source.js';

/** What sources have of some attributes: for messages about what nobody has. */
export interface Values {
  /** The names of all attributes, whichever were asked for. */
  readonly attributes: Set<string>;
  /** By attribute asked for: the values of turns that may be counted. */
  readonly values: Map<string, Set<string>>;
}

export function newValues(): Values {
  return { attributes: new Set(), values: new Map() };
}

/** What a source has of the attributes of these names. */
export function valuesIn(source: CodedSource, names: readonly string[]): Values {
  const { attributes, values } = newValues();
  const { turns } = source.transcript;
  for (const name of [...Object.keys(source.attributes), ...(source.personal ?? [])]) attributes.add(name);
  for (const name of names) {
    const found = new Set<string>();
    values.set(name, found);
    const varies = variesByTurn(source, name);
    for (const turn of varies ? turns.filter(source.included) : turns.slice(0, 1)) {
      const value = attributeOf(source, turn, name);
      if (value !== MISSING) found.add(value);
    }
  }
  return { attributes, values };
}

/** Adds the values of other sources. */
export function mergeValues(into: Values, from: Values): void {
  for (const name of from.attributes) into.attributes.add(name);
  for (const [name, more] of from.values) {
    const found = into.values.get(name);
    if (found === undefined) into.values.set(name, more);
    else for (const value of more) found.add(value);
  }
}
