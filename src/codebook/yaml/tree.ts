/** A stretch of the YAML text, in UTF-16 units: half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A key or list item with no value at all. */
export interface Nothing extends Range {
  readonly kind: 'nothing';
}

/** A scalar as text: 2008, 007, null and yes are words like any other. */
export interface Text extends Range {
  readonly kind: 'text';
  readonly value: string;
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface List extends Range {
  readonly kind: 'list';
  readonly items: readonly Node[];
  /** Written `[…]`, not as lines with dashes. */
  readonly flow: boolean;
}

export interface Entry {
  readonly key: Text;
  readonly value: Node;
}

export interface Mapping extends Range {
  readonly kind: 'mapping';
  /** In the order of the file, each key once. */
  readonly entries: readonly Entry[];
  readonly flow: boolean;
  /** A mistake of YAML lies inside: keys may be missing because of it. */
  readonly damaged: boolean;
}

/** What a mistake of YAML has made unreadable; it has been reported. */
export interface Broken extends Range {
  readonly kind: 'broken';
}

/** YAML as qcode reads it: text, lists and maps, no more. */
export type Node = Nothing | Text | List | Mapping | Broken;
