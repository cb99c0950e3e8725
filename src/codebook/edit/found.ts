import type { List, Mapping, Node, Text } from '../yaml/tree.js';
import { entryOf } from './layout.js';
import type { Draft } from './splice.js';

/** A code in the YAML: its map, the list that it is an item of, and the maps that it lies in. */
export interface FoundCode {
  readonly id: Text;
  readonly mapping: Mapping;
  readonly list: List;
  readonly index: number;
  /** The map whose `codes` the list is: another code's, or the codebook's. */
  readonly owner: Mapping;
  /** From the codebook's map to its owner. */
  readonly path: readonly Mapping[];
}

/** All codes of the YAML, in the order of the file. */
export function codesIn({ root }: Draft): FoundCode[] {
  return root.kind === 'mapping' ? below(root, []) : [];
}

function below(owner: Mapping, outer: readonly Mapping[]): FoundCode[] {
  const list = entryOf(owner, 'codes')?.value;
  if (list?.kind !== 'list') return [];
  const path = [...outer, owner];
  return list.items.flatMap((item, index) => {
    if (item.kind !== 'mapping') return [];
    const id = entryOf(item, 'id')?.value;
    const inside = below(item, path);
    return id?.kind === 'text' ? [{ id, mapping: item, list, index, owner, path }, ...inside] : inside;
  });
}

/** The code of an id. */
export function codeIn(draft: Draft, id: string): FoundCode {
  const found = codesIn(draft).find((code) => code.id.value.trim().normalize('NFC') === id);
  if (!found) throw new Error(`the code ${id} is in the codebook and not in its YAML`);
  return found;
}

/** The value of a key of a map, where it is a list. */
export function listOf(mapping: Mapping, key: string): List | undefined {
  const value = entryOf(mapping, key)?.value;
  return value?.kind === 'list' ? value : undefined;
}

/** All lists of lines in a tree, with the map and key that they belong to, in the order of the file. */
export function blockLists(node: Node): { readonly key: string; readonly owner: Mapping; readonly list: List }[] {
  if (node.kind === 'list') return node.items.flatMap(blockLists);
  if (node.kind !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => {
    const inside = blockLists(value);
    const isBlock = value.kind === 'list' && !value.flow && value.items.length > 0;
    return isBlock ? [{ key: key.value, owner: node, list: value }, ...inside] : inside;
  });
}
