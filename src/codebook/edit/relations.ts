import type { Codebook, Relation } from '../codebook.js';
import type { List, Mapping, Text } from '../yaml/tree.js';
import { commentsOutside } from './moved.js';
import { entryOf } from './layout.js';
import { listOf } from './found.js';
import { itemLines, removeItem } from './remove.js';
import { replacement } from './replacement.js';
import type { Draft, Splice, Step } from './splice.js';

/** What of a codebook its code map is. */
type CodeMap = Pick<Codebook, 'relations' | 'core'>;

/** The code map with another id for a code. */
export function renamedMap({ relations, core }: CodeMap, id: string, next: string): CodeMap {
  const named = (one: string): string => (one === id ? next : one);
  return {
    relations: relations.map(({ from, type, to }) => ({ from: named(from), type, to: named(to) })),
    ...(core !== undefined && { core: named(core) }),
  };
}

/** The code map once a code is part of another: of what it says of the two of them, or says twice then, one is left. */
export function mergedMap({ relations, ...map }: CodeMap, from: string, into: string): CodeMap {
  const needless = needlessOnceMerged(relations, from, into);
  return renamedMap({ ...map, relations: relations.filter((_, i) => !needless.includes(i)) }, from, into);
}

/** Which relations say nothing any more once a code is part of another: by their positions, in ascending order. */
function needlessOnceMerged(relations: readonly Relation[], from: string, into: string): number[] {
  const isMoved = (one: Relation): boolean => one.from === from || one.to === from;
  const said = ({ from: left, type, to: right }: Relation): string =>
    [left, type, right].map((word) => (word === from ? into : word)).join(' ');
  const there = new Set(relations.filter((one) => !isMoved(one)).map(said));
  return relations.flatMap((one, i) => {
    if (!isMoved(one)) return [];
    const isOwn = [from, into].includes(one.from) && [from, into].includes(one.to);
    if (isOwn || there.has(said(one))) return [i];
    there.add(said(one));
    return [];
  });
}

/** Writes another id wherever the code map names a code. */
export function renameInMap(draft: Draft, id: string, next: string): readonly Splice[] {
  const { root } = draft;
  if (root.kind !== 'mapping') return [];
  const core = entryOf(root, 'core')?.value;
  const ends = itemsOf(root).flatMap((item) => ['from', 'to'].map((key) => entryOf(item, key)?.value));
  return [core, ...ends].flatMap((node) =>
    node?.kind === 'text' && idOf(node) === id ? [replacement(draft, node, next)] : [],
  );
}

const idOf = (node: Text): string => node.value.trim().normalize('NFC');

/** The relations of the YAML, of which each is a map. */
function itemsOf(root: Mapping): readonly Mapping[] {
  return (listOf(root, 'relations')?.items ?? []).flatMap((item) => (item.kind === 'mapping' ? [item] : []));
}

function relationOf(item: Mapping): Relation {
  const word = (key: string): string => {
    const node = entryOf(item, key)?.value;
    return node?.kind === 'text' ? idOf(node) : '';
  };
  return { from: word('from'), type: word('type'), to: word('to') };
}

/** Relations to be taken out of the YAML when a code becomes part of another. */
interface Needless {
  readonly steps: readonly Step[];
  /** Comments within them, as they are written. */
  readonly comments: readonly string[];
}

/** What goes from the relations of the YAML when a code becomes part of another; done before ids are written anew. */
export function needlessRelations({ root, text }: Draft, from: string, into: string): Needless {
  const list = root.kind === 'mapping' ? listOf(root, 'relations') : undefined;
  if (root.kind !== 'mapping' || !list) return { steps: [], comments: [] };
  const needless = needlessOnceMerged(itemsOf(root).map(relationOf), from, into);
  const whole = (index: number) => (list.flow ? list.items[index]! : itemLines(text, list, index));
  return {
    // From the last to the first: the positions of those before stay.
    steps: needless.toReversed().map((index) => (draft) => removeItem(draft, ...placeOf(draft), index)),
    // Between brackets comments stay where they are, but for those within what goes.
    comments: needless.flatMap((index) => commentsOutside(text, whole(index), [])),
  };
}

function placeOf({ root }: Draft): [Mapping, 'relations', List] {
  const map = root as Mapping;
  return [map, 'relations', listOf(map, 'relations')!];
}
