import { type Alphabet, BLANK, IGNORED } from './alphabet.js';

/**
 * An Aho–Corasick automaton over the symbols of an alphabet, as one dense table.
 *
 * States are offsets of their rows, so a step is `transitions[state + symbol]`; states that complete a pattern have
 * the highest numbers, so the scan asks one comparison a character.
 */
export interface Automaton {
  readonly transitions: Int32Array;
  /** How many symbols a row has. */
  readonly symbols: number;
  readonly initial: number;
  /** The first accepting state (a row offset). */
  readonly accepting: number;
  /** By (state − accepting) / symbols: the numbers of the patterns that end there. */
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
  return contract(table, outputs, trie, alphabet);
}

interface Trie {
  readonly children: readonly ReadonlyMap<number, number>[];
  readonly outputs: readonly (readonly number[])[];
  /** Whether the last character of the node's string is white space. */
  readonly endsBlank: readonly boolean[];
  /** Whether a boundary is due: the scan never stays there. */
  readonly passing: readonly boolean[];
}

function plant(patterns: readonly SymbolString[], alphabet: Alphabet): Trie {
  const boundary = alphabet.size;
  const children: Map<number, number>[] = [new Map()];
  const outputs: number[][] = [[]];
  const endsBlank = [false];
  const passing = [false];
  const grow = (node: number, symbol: number, blank: boolean): number => {
    const known = children[node]!.get(symbol);
    if (known !== undefined) return known;
    children[node]!.set(symbol, children.length);
    children.push(new Map());
    outputs.push([]);
    endsBlank.push(blank);
    passing.push(symbol !== boundary && alphabet.parts[symbol] === 1);
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
  return { children, outputs, endsBlank, passing };
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
  { endsBlank, passing }: Trie,
  { size, parts }: Alphabet,
): Automaton {
  const width = size + 1;
  const states = passing.flatMap((passes, node) => (passes ? [] : [node]));
  const silent = states.filter((node) => outputs[node]!.length === 0);
  const loud = states.filter((node) => outputs[node]!.length > 0);
  const rowOf = new Int32Array(passing.length);
  [...silent, ...loud].forEach((node, position) => {
    rowOf[node] = position * size;
  });
  const transitions = new Int32Array(states.length * size);
  for (const node of states) {
    const row = rowOf[node]!;
    for (let symbol = 0; symbol < size; symbol++) {
      const next = table[node * width + symbol]!;
      transitions[row + symbol] = rowOf[parts[symbol] === 1 ? table[next * width + size]! : next]!;
    }
    transitions[row + IGNORED] = row;
    if (endsBlank[node] === true) transitions[row + BLANK] = row;
  }
  return {
    transitions,
    symbols: size,
    initial: rowOf[table[size]!]!,
    accepting: silent.length * size,
    outputs: loud.map((node) => outputs[node]!),
  };
}
