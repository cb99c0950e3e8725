import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** Imports point left only. What stands before `exchange` is pure. */
const LAYERS = [
  'core',
  'text',
  'codebook',
  'coding',
  'match',
  'measure',
  'report',
  'check',
  'exchange',
  'store',
  'cli',
  'tui',
  'commands',
];
const PURE = new Set(LAYERS.slice(0, LAYERS.indexOf('exchange')));
/** Parts of Node that touch nothing outside: they only compute. */
const COMPUTING = new Set(['node:buffer', 'node:crypto']);

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name));

const source = (file: string): string => readFileSync(join('src', file), 'utf8');

/** Source without comments, whose examples may show what code must not do. */
const code = (file: string): string =>
  source(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

const imports: Import[] = files.flatMap((file) =>
  [...code(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => ({
    file,
    layer: layerOf(file),
    target,
  })),
);

function layerOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] as string) : '';
}

describe('the layers', () => {
  it('are the folders below src', () => {
    const folders = new Set(files.map(layerOf).filter((layer) => layer !== ''));
    expect([...folders].filter((folder) => !LAYERS.includes(folder))).toEqual([]);
  });

  it('import from the left only', () => {
    const wrong = imports
      .filter(({ layer, target }) => layer !== '' && target.startsWith('.'))
      .map(({ file, layer, target }) => ({ file, layer, to: layerOf(posix.join(dirname(file), target)), target }))
      .filter(({ layer, to }) => LAYERS.indexOf(to) > LAYERS.indexOf(layer) || !LAYERS.includes(to))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('commands never import each other: only what lists them does', () => {
    const wrong = imports
      .filter(({ layer, target }) => layer === 'commands' && target.startsWith('./') && target !== './registry.js')
      .filter(({ file }) => !['commands/registry.ts', 'commands/reading.ts'].includes(file))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('are pure before exchange: no part of Node that touches the outside', () => {
    const wrong = imports
      .filter(({ layer, target }) => PURE.has(layer) && target.startsWith('node:') && !COMPUTING.has(target))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a clock', /\bDate\b|\bperformance\b/],
    ['randomness', /Math\.random/],
    ['the process', /\bprocess\./],
    ['a locale', /\bIntl\b|localeCompare|toLocale/],
    ['tables of the runtime', /\\p\{/],
  ])('are pure before exchange: no use of %s', (_, pattern) => {
    expect(files.filter((file) => PURE.has(layerOf(file)) && pattern.test(code(file)))).toEqual([]);
  });

  it('hold the terminal UI pure but for its shell', () => {
    const wrong = imports
      .filter(({ file }) => file.startsWith('tui/') && !file.startsWith('tui/shell/'))
      .filter(({ target }) => /^(?:node:|ink$|react$)|\/(?:exchange|store|cli|shell)\//.test(target))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('never load the whole of natural', () => {
    expect(imports.filter(({ target }) => target === 'natural' || target.endsWith('stemmers/index.js'))).toEqual([]);
  });
});

describe('source files', () => {
  it('have at most 300 lines, but for generated tables', () => {
    const long = files.filter((file) => !file.startsWith('text/tables/') && source(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('leave nothing for later', () => {
    expect(files.filter((file) => /TODO|FIXME|XXX/.test(source(file)))).toEqual([]);
  });
});
