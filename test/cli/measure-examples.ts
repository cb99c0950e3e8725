import * as library from '../../src/measure/statistics.js';
import { blocksOf, codeSpans } from './docs-blocks.js';

/** A measure as METHODS describes it. */
export interface Entry {
  readonly title: string;
  /** The exports it is about, from its heading. */
  readonly names: readonly string[];
  /** The text of each of its points, by the words in bold with which it begins. */
  readonly points: ReadonlyMap<string, string>;
  readonly lines: number;
}

/** What every entry says, in this order. */
export const POINTS = ['Formula', 'Source', 'Undefined', 'Use it', 'It misleads', 'Example'];

/** The part of a document from a heading to the next of its level. */
export function partOf(document: string, heading: string): string {
  const [, part = ''] = document.split(`\n## ${heading}\n`);
  return part.split(/^## /m)[0]!;
}

/** The entries of a part: what stands below its headings of the fourth level. */
export function entriesOf(part: string): Entry[] {
  return part
    .split(/^#{3,} (?!#)/m)
    .filter((text) => /^[^\n]+: `/.test(text))
    .map((text) => {
      const [title = '', ...rest] = text.trimEnd().split('\n');
      const points = rest
        .join('\n')
        .split(/^- (?=\*\*)/m)
        .slice(1)
        .map((point) => /^\*\*([^*]+)\*\*\s+([\s\S]*)$/.exec(point.trimEnd())!);
      return {
        title,
        names: codeSpans(title),
        points: new Map(points.map(([, name, body]) => [name!, body!])),
        lines: rest.length + 1,
      };
    });
}

/** The worked examples of an entry: the code spans with sides that are said to be equal. */
export function examplesOf(entry: Entry): string[] {
  return codeSpans(entry.points.get('Example') ?? '').filter((span) => span.includes(' = '));
}

/** What an undefined measure gives. */
class Undefined {
  constructor(readonly reason: string) {}
}

/** A number as it is printed: what rounds to it is the same. */
class Printed {
  constructor(readonly text: string) {}

  is(got: unknown): boolean {
    const [digits = '', exponent = '0'] = this.text.split('e');
    const decimals = digits.split('.')[1]?.length ?? 0;
    const last = 10 ** (Number(exponent) - decimals);
    const slack = decimals === 0 && exponent === '0' ? 1e-9 : (last / 2) * (1 + 1e-9);
    return typeof got === 'number' && Math.abs(got - Number(this.text)) <= slack;
  }
}

/** A result of the library without the wrapping of what may be undefined. */
function plain(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(plain);
  if (typeof result !== 'object' || result === null || ArrayBuffer.isView(result)) return result;
  if ('reason' in result && 'value' in result && result.value === null) return new Undefined(String(result.reason));
  if ('value' in result && !('weight' in result)) return plain(result.value);
  return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, plain(value)]));
}

/** An export as the examples call it: a measure by its name alone, a coefficient of agreement on ratings. */
function callable(exported: unknown): unknown {
  if (typeof exported === 'function') return (...given: unknown[]) => plain(exported(...given));
  if (typeof exported !== 'object' || exported === null || !('measure' in exported)) return exported;
  const { measure, ...others } = exported as { readonly measure: (data: unknown) => unknown };
  const takesRatings = 'standardError' in others;
  const dataOf = (given: readonly unknown[]): unknown =>
    takesRatings ? library.sumsOf(library.nominalRatings(...(given as [[]]))) : given[0];
  const own = Object.entries(others)
    .map(([key, value]) => [key, callable(value)])
    .filter(([key]) => key !== 'name');
  return Object.assign((...given: unknown[]) => plain(measure(dataOf(given))), Object.fromEntries(own));
}

/** Evaluates an expression with the signs of a formula: · − √ ² ³ ln log2. */
function evaluate(expression: string, known: Readonly<Record<string, unknown>>): unknown {
  const script = expression
    .replaceAll('·', '*')
    .replaceAll('−', '-')
    .replaceAll('√(', 'Math.sqrt(')
    .replaceAll('²', '**2')
    .replaceAll('³', '**3')
    .replace(/\bln\(/g, 'Math.log(')
    .replace(/\blog2\(/g, 'Math.log2(');
  return new Function(...Object.keys(known), `return (${script});`)(...Object.values(known));
}

/** A cell of a table of codings: a number is a category, letters are a set of codes, `–` is the empty set, `.` not seen. */
function cellOf(cell: string): unknown {
  if (cell === '.') return null;
  if (/^\d+$/.test(cell)) return Number(cell);
  return cell === '–' ? [] : [...cell];
}

/** Ratings by name, a row a coder and a column a unit; with units as rows, as the library takes them. */
function ratingsOf(block: string): Record<string, unknown> {
  const coders = new Map<string, unknown[][]>();
  for (const line of block.trim().split('\n')) {
    const [name = '', ...cells] = line.trim().split(/\s+/);
    coders.set(name, [...(coders.get(name) ?? []), cells.map(cellOf)]);
  }
  return Object.fromEntries(
    [...coders].map(([name, rows]) => [name, rows[0]!.map((_, u) => rows.map((row) => row[u]))]),
  );
}

/** Texts by name: `name (length): start–end code, … | …` with a bar between coders. */
function continuaOf(block: string): Record<string, unknown> {
  const all = block.replace(/\n +/g, ' ').trim().split('\n');
  return Object.fromEntries(
    all.map((line) => {
      const [, name, length, coders] = /^(\w+) \((\d+)\): (.*)$/.exec(line)!;
      const unitsOf = (text: string) =>
        [...text.matchAll(/(\d+)–(\d+) (\w+)/g)].map(([, start, end, code]) => ({
          start: Number(start),
          end: Number(end),
          code,
        }));
      return [name!, { length: Number(length), coders: coders!.split('|').map(unitsOf) }];
    }),
  );
}

/** The library and the data of a part, by name, as the examples use them. */
export function scopeOf(part: string): Record<string, unknown> {
  const scope = Object.fromEntries(Object.entries(library).map(([name, value]) => [name, callable(value)]));
  for (const { kind, content } of blocksOf(part)) {
    if (kind === 'coders') Object.assign(scope, ratingsOf(content));
    if (kind === 'continua') Object.assign(scope, continuaOf(content));
    if (kind === 'data')
      for (const line of content.trim().split('\n')) {
        const [name = '', ...value] = line.split(' = ');
        scope[name.trim()] = evaluate(value.join(' = '), scope);
      }
  }
  return scope;
}

/** The value that an example prints. */
function printedOf(text: string): unknown {
  if (text.startsWith('undefined: ')) return new Undefined(text.slice('undefined: '.length));
  if (text.startsWith("'")) return text.slice(1, -1);
  const [low, high] = text.split(' … ');
  if (high !== undefined) return { low: printedOf(low!), high: printedOf(high) };
  const figures = text.replaceAll('−', '-').replace(/-?\d+(\.\d+)?(e-?\d+)?/g, 'printed("$&")');
  return evaluate(figures, { printed: (figure: string) => new Printed(figure) });
}

function same(got: unknown, printed: unknown): boolean {
  if (printed instanceof Printed) return printed.is(got);
  if (printed instanceof Undefined) return got instanceof Undefined && got.reason === printed.reason;
  if (Array.isArray(printed))
    return Array.isArray(got) && got.length === printed.length && printed.every((item, i) => same(got[i], item));
  if (typeof printed === 'object' && printed !== null) {
    const parts = Object.entries(printed);
    return typeof got === 'object' && got !== null && parts.every(([key, part]) => same(Reflect.get(got, key), part));
  }
  return got === printed;
}

/** The sides of an example that are not what its last side prints, each with what it is. */
export function wrongSides(example: string, scope: Readonly<Record<string, unknown>>): string[] {
  const sides = example.split(' = ');
  const printed = printedOf(sides.pop()!);
  return sides
    .map((side) => ({ side, got: evaluate(side, scope) }))
    .filter(({ got }) => !same(got, printed))
    .map(
      ({ side, got }) => `${side} is ${got instanceof Undefined ? `undefined: ${got.reason}` : JSON.stringify(got)}`,
    );
}
