import { type Alphabet, BLANK, IGNORED } from './alphabet.js';

/**
 * An Aho–Corasick automaton over the symbols of an alphabet, as one dense table.
 *
 * States are offsets of their rows, so a step is `transitions[state + symbol]`; states that complete a pattern have
 * the highest numbers, so the scan asks one comparison a character.
 */
export interface Automaton {
  readonly alphabet: Alphabet;
  readonly transitions: Int32Array;
  readonly initial: number;
  /** The first accepting state (a row offset). */
  readonly accepting: number;
  /** By (state − accepting) / alphabet.size: the numbers of the patterns that end there. */
  readonly outputs: readonly (readonly number[])[];
}

/** One pattern's symbols; `bounded` patterns begin where a word may begin. */
export interface SymbolString {
  readonly symbols: readonly number[];
  readonly bounded: boolean;
}

/**
 * Builds the automaton.
 *
 * A boundary is a symbol of its own: the text is read as if one stood at its beginning and after every character
 * that is no word character. A bounded pattern begins with a boundary; inside a pattern boundaries stand by the same
 * rule. As a boundary always follows from the character before it, its step is folded into that character's, and the
 * scan never sees it. White space is read as one blank however long it is, and ignored characters leave the state
 * as it is. (The automaton is that of Aho & Corasick 1975, doi:10.1145/360825.360855.)
 */
export function buildAutomaton(patterns: readonly SymbolString[], alphabet: Alphabet): Automaton {
  const trie = plant(patterns, alphabet);
  const { table, outputs } = complete(trie, alphabet.size + 1);
  return contract(table, outputs, trie.endsBlank, alphabet);
}

interface Trie {
  readonly children: readonly ReadonlyMap<number, number>[];
  readonly outputs: readonly (readonly number[])[];
  /** Whether the last character of the node's string is white space. */
  readonly endsBlank: readonly boolean[];
}

function plant(patterns: readonly SymbolString[], alphabet: Alphabet): Trie {
  const boundary = alphabet.size;
  const children: Map<number, number>[] = [new Map()];
  const outputs: number[][] = [[]];
  const endsBlank = [false];
  const grow = (node: number, symbol: number, blank: boolean): number => {
    const known = children[node]!.get(symbol);
    if (known !== undefined) return known;
    children[node]!.set(symbol, children.length);
    children.push(new Map());
    outputs.push([]);
    endsBlank.push(blank);
    return children.length - 1;
  };
  grow(0, boundary, false);
  patterns.forEach(({ symbols, bounded }, number) => {
    let node = bounded ? grow(0, boundary, false) : 0;
    for (const symbol of symbols) {
      node = grow(node, symbol, symbol === BLANK);
      if (alphabet.parts[symbol] === 1) node = grow(node, boundary, symbol === BLANK);
    }
    outputs[node]!.push(number);
  });
  return { children, outputs, endsBlank };
}

/** The trie with every missing edge filled in from the node's longest proper suffix, and its outputs gathered. */
function complete(trie: Trie, width: number): { table: Int32Array; outputs: (readonly number[])[] } {
  const table = new Int32Array(trie.children.length * width);
  const outputs = [...trie.outputs];
  const queue: { node: number; suffix: number }[] = [{ node: 0, suffix: 0 }];
  for (const { node, suffix } of queue) {
    if (node !== 0) {
      table.copyWithin(node * width, suffix * width, (suffix + 1) * width);
      outputs[node] = [...trie.outputs[node]!, ...outputs[suffix]!];
    }
    for (const [symbol, child] of trie.children[node]!) {
      queue.push({ node: child, suffix: table[node * width + symbol]! });
      table[node * width + symbol] = child;
    }
  }
  return { table, outputs };
}

/** Folds boundaries into the steps before them and numbers the states that remain, accepting ones last. */
function contract(
  table: Int32Array,
  outputs: readonly (readonly number[])[],
  endsBlank: readonly boolean[],
  alphabet: Alphabet,
): Automaton {
  const { size, parts } = alphabet;
  const width = size + 1;
  const read = (node: number, symbol: number): number => {
    if (symbol === IGNORED || (symbol === BLANK && endsBlank[node] === true)) return node;
    const next = table[node * width + symbol]!;
    return parts[symbol] === 1 ? table[next * width + size]! : next;
  };
  const initial = table[size]!;
  const reached = reachable(initial, size, read, outputs.length);
  const silent = reached.filter((node) => outputs[node]!.length === 0);
  const loud = reached.filter((node) => outputs[node]!.length > 0);
  const rowOf = new Int32Array(outputs.length);
  [...silent, ...loud].forEach((node, position) => {
    rowOf[node] = position * size;
  });
  const transitions = new Int32Array(reached.length * size);
  for (const node of reached) {
    for (let symbol = 0; symbol < size; symbol++) transitions[rowOf[node]! + symbol] = rowOf[read(node, symbol)]!;
  }
  return {
    alphabet,
    transitions,
    initial: rowOf[initial]!,
    accepting: silent.length * size,
    outputs: loud.map((node) => outputs[node]!),
  };
}

function reachable(
  initial: number,
  size: number,
  read: (node: number, symbol: number) => number,
  count: number,
): number[] {
  const seen = new Uint8Array(count);
  seen[initial] = 1;
  const reached = [initial];
  for (const node of reached) {
    for (let symbol = 0; symbol < size; symbol++) {
      const next = read(node, symbol);
      if (seen[next] === 1) continue;
      seen[next] = 1;
      reached.push(next);
    }
  }
  return reached;
}
