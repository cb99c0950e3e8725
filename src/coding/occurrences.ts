/**
 * Where each of many pieces occurs in a text: the bytes where it begins, ascending, overlapping occurrences among them.
 * Reads the text once, whatever the number of pieces (A. V. Aho, M. J. Corasick, "Efficient string matching", CACM
 * 18:6, 1975), and takes time in proportion to the text, the pieces and the occurrences together.
 *
 * @param pieces none of them empty
 */
export function occurrences(text: Uint8Array, pieces: readonly Uint8Array[]): (readonly number[])[] {
  if (pieces.length === 0) return [];
  const tree = treeOf(pieces);
  const ends = new Map<number, number[]>(tree.ends.map((node) => [node, []]));
  const shorter = shorterEnds(tree);
  let node = ROOT;
  for (let i = 0; i < text.length; i++) {
    node = step(tree, node, text[i]!);
    for (let ended = ends.has(node) ? node : shorter[node]!; ended !== ROOT; ended = shorter[ended]!)
      ends.get(ended)!.push(i + 1);
  }
  return pieces.map((piece, i) => ends.get(tree.ends[i]!)!.map((end) => end - piece.length));
}

/** By node: that of the longest piece which is a proper suffix of what the node spells; the root where there is none. */
function shorterEnds({ size, suffix, order, ends }: Tree): Uint32Array {
  const shorter = new Uint32Array(size);
  const isEnd = new Uint8Array(size);
  for (const node of ends) isEnd[node] = 1;
  for (let i = 1; i < size; i++) {
    const node = order[i]!;
    const next = suffix[node]!;
    shorter[node] = isEnd[next] === 1 ? next : shorter[next]!;
  }
  return shorter;
}

/** All pieces as one tree of bytes: pieces that begin alike share nodes. 0 is the root, and stands for no node. */
interface Tree {
  readonly size: number;
  /** By node: its first child, its next sibling, and the byte that leads to it. */
  readonly child: Uint32Array;
  readonly sibling: Uint32Array;
  readonly byte: Uint8Array;
  /** By node: that of the longest proper suffix of what it spells. */
  readonly suffix: Uint32Array;
  /** All nodes, the shorter ones first. */
  readonly order: Uint32Array;
  /** By byte: the root's child. */
  readonly first: Uint32Array;
  /** By piece: the node that spells it. */
  readonly ends: readonly number[];
}

const ROOT = 0;

function treeOf(pieces: readonly Uint8Array[]): Tree {
  const most = pieces.reduce((sum, { length }) => sum + length, 1);
  const numbers = (): Uint32Array => new Uint32Array(most);
  const [child, sibling, suffix, order] = [numbers(), numbers(), numbers(), numbers()];
  const byte = new Uint8Array(most);
  let size = 1;
  const ends = pieces.map((piece) => {
    let node = ROOT;
    for (const next of piece) {
      let found = childOf(child, sibling, byte, node, next);
      if (found === ROOT) {
        found = size++;
        byte[found] = next;
        sibling[found] = child[node]!;
        child[node] = found;
      }
      node = found;
    }
    return node;
  });
  const first = new Uint32Array(256);
  for (let next = child[ROOT]!; next !== ROOT; next = sibling[next]!) first[byte[next]!] = next;
  const tree = { size, child, sibling, byte, suffix, order, first, ends };
  let listed = 1;
  for (let i = 0; i < listed; i++) {
    const node = order[i]!;
    for (let next = child[node]!; next !== ROOT; next = sibling[next]!) {
      order[listed++] = next;
      if (node !== ROOT) suffix[next] = step(tree, suffix[node]!, byte[next]!);
    }
  }
  return tree;
}

/** The child of a node by a byte; the root where there is none. */
function childOf(child: Uint32Array, sibling: Uint32Array, byte: Uint8Array, node: number, by: number): number {
  let found = child[node]!;
  while (found !== ROOT && byte[found] !== by) found = sibling[found]!;
  return found;
}

/** The node of the longest suffix of what was read that a piece begins with, after one more byte. */
function step({ child, sibling, byte, suffix, first }: Tree, from: number, by: number): number {
  for (let node = from; node !== ROOT; node = suffix[node]!) {
    const next = childOf(child, sibling, byte, node, by);
    if (next !== ROOT) return next;
  }
  return first[by]!;
}
