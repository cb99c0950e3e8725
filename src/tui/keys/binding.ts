import type { ModeName } from '../model/state.js';

/** What one or more keys do in one mode. */
export interface Binding {
  /** `any`: the same in every mode that has no other use for the key. */
  readonly mode: ModeName | 'any';
  /** Keys by name, as `keyName` gives them. */
  readonly keys: readonly string[];
  /** What the footer calls it; no two of one mode have the same. */
  readonly name: string;
  /** A short sentence. */
  readonly help: string;
  /** Where the help screen and the manual list it. */
  readonly section: string;
}

/** A row of a table of keys: the keys parted by spaces, the name, the help. */
export type Row = readonly [keys: string, name: string, help: string];

/** The keys of a mode under one heading. */
export interface Section {
  readonly mode: Binding['mode'];
  readonly section: string;
  readonly rows: readonly Row[];
}

/** A heading's rows, their names kept as types, so that the compiler misses none of their handlers. */
export function section<const M extends Binding['mode'], const R extends readonly Row[]>(
  mode: M,
  title: string,
  rows: R,
) {
  return { mode, section: title, rows };
}

/** The bindings of a list of sections, in their order. */
export function bindingsOf(sections: readonly Section[]): Binding[] {
  return sections.flatMap(({ mode, section: title, rows }) =>
    rows.map(([keys, name, help]) => ({ mode, keys: keys.split(' '), name, help, section: title })),
  );
}

/** The names of the bindings of a mode. */
export type NameIn<S extends readonly Section[], M extends Binding['mode']> = Extract<
  S[number],
  { mode: M }
>['rows'][number][1];
