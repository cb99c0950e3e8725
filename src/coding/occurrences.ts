/** How often a piece of text occurs: never, once (and the byte where), or more often than that. */
export type Occurrence = { readonly times: 'never' | 'several' } | { readonly times: 'once'; readonly start: number };

/**
 * How often each of many pieces occurs in a text, overlapping occurrences among them. Reads the text once, whatever the
 * number of pieces (A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18:6, 1975), and takes time in
 * proportion to the text and the pieces together.
 *
 * @param pieces none of them empty
 */
export function occurrences(text: Uint8Array, pieces: readonly Uint8Array[]): Occurrence[] {
  if (pieces.length === 0) return [];
  const tree = treeOf(pieces);
  const count = new Uint8Array(tree.size);
  const end = new Float64Array(tree.size);
  let node = ROOT;
  for (let i = 0; i < text.length; i++) {
    node = step(tree, node, text[i]!);
    note(count, end, node, 1, i + 1);
  }
  // What ends with a longer piece ends with the shorter one, too: deepest first, each hands on to its suffix.
  for (let i = tree.size - 1; i > 0; i--) {
    const deep = tree.order[i]!;
    note(count, end, tree.suffix[deep]!, count[deep]!, end[deep]!);
  }
  return pieces.map((piece, i) => {
    const last = tree.ends[i]!;
    if (count[last] === 1) return { times: 'once', start: end[last]! - piece.length };
    return { times: count[last] === 0 ? 'never' : 'several' };
  });
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
  const tree = { size, child, sibling, byte, suffix, order, ends };
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
function step({ child, sibling, byte, suffix }: Tree, from: number, by: number): number {
  for (let node = from; ; node = suffix[node]!) {
    const next = childOf(child, sibling, byte, node, by);
    if (next !== ROOT || node === ROOT) return next;
  }
}

/** Two is as much as needs to be known. */
function note(count: Uint8Array, end: Float64Array, node: number, times: number, at: number): void {
  if (times === 0) return;
  count[node] = Math.min(2, count[node]! + times);
  end[node] = at;
}
