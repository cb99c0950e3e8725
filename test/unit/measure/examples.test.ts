import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as library from '../../../src/index.js';

/** The folders of statistical measures: every file of them has examples in its docstrings, and all of them are run. */
const FAMILIES = [
  'agreement',
  'association',
  'crosstab',
  'distribution',
  'interval',
  'multiple',
  'permutation',
  'rule',
  'saturation',
  'unitizing',
];
/** Only types, or lists of what has examples of its own. */
const WITHOUT = /(association|metric|registry)\.ts$/;

const files = [
  'random.ts',
  ...FAMILIES.flatMap((family) =>
    readdirSync(join('src/measure', family), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${family}/${name.replaceAll('\\', '/')}`),
  ),
];

interface Example {
  readonly expression: string;
  readonly result: string;
}

/** The lines `expression // => result` under `@example` in a file's docstrings. */
function examplesOf(file: string): Example[] {
  const source = readFileSync(join('src/measure', file), 'utf8');
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([docstring]) => {
    const [, ...examples] = docstring.replace(/^ *\*\/$/m, '').split('@example\n');
    return examples.flatMap((example) =>
      example
        .split('\n')
        .map((line) => line.replace(/^ *\* ?/, '').trim())
        .filter((line) => line !== '' && line !== '/')
        .map((line) => {
          const at = line.lastIndexOf(' // => ');
          return { expression: line.slice(0, at), result: line.slice(at + ' // => '.length) };
        }),
    );
  });
}

/** Evaluates an expression where the exports of its file and of the library are known. */
function evaluate(expression: string, known: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(known), `return (${expression});`)(...Object.values(known));
}

/** Numbers by what is printed of them: four digits or more. */
function close(got: unknown, shown: unknown): boolean {
  if (typeof shown === 'number' && typeof got === 'number')
    return (
      Math.abs(got - shown) <=
      (Number.isInteger(shown) ? 1e-9 : 5e-4) * Math.max(Number.EPSILON, Math.abs(shown)) + 1e-300
    );
  if (ArrayBuffer.isView(got)) return close([...(got as Float64Array)], shown);
  if (Array.isArray(shown))
    return Array.isArray(got) && got.length === shown.length && shown.every((item, i) => close(got[i], item));
  if (typeof shown === 'object' && shown !== null && typeof got === 'object' && got !== null) {
    const keys = Object.keys(shown);
    if (keys.length !== Object.keys(got).length) return false;
    return keys.every((key) => close((got as Record<string, unknown>)[key], (shown as Record<string, unknown>)[key]));
  }
  return got === shown;
}

describe.each(files.filter((file) => !WITHOUT.test(file)))('%s', (file) => {
  const examples = examplesOf(file);

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples.map(({ expression, result }) => [expression, result]))('%s', async (expression, result) => {
    const own = (await import(`../../../src/measure/${file}`)) as Record<string, unknown>;
    const known = { ...library, ...own };
    const got = evaluate(expression, known);
    const shown = evaluate(result, {});
    if (!close(got, shown)) expect(got).toEqual(shown);
    expect(close(got, shown)).toBe(true);
  });
});

describe('the comparison of examples', () => {
  it('tells what is wrong', () => {
    expect(close(0.2553, 0.2552885)).toBe(true);
    expect(close(0.2563, 0.2552885)).toBe(false);
    expect(close(2.4e-9, 2.4e-10)).toBe(false);
    expect(close({ value: null, reason: 'a' }, { value: null, reason: 'b' })).toBe(false);
    expect(close([1, 2], [1])).toBe(false);
    expect(close({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  });
});
