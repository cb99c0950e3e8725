import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as library from '../../src/index.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies?: object;
  bin: Record<string, string>;
  exports: { '.': { types: string; default: string } };
  files: string[];
};

describe('the package', () => {
  it('has no dependencies: all that it needs is in its bundle, with its licences', () => {
    expect(manifest.dependencies).toBeUndefined();
    const licences = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
    for (const name of ['yaml', 'commander', 'chalk', 'csv-parse', 'mammoth', 'natural', 'iconv-lite', 'opencc-js']) {
      expect(licences).toContain(`\n${name} `);
    }
  });

  it('holds what it points to', () => {
    const { '.': entry } = manifest.exports;
    for (const path of [manifest.bin['qcode']!, entry.default, entry.types]) expect(existsSync(path)).toBe(true);
    for (const folder of ['bin', 'dist', 'samples', 'codebooks', 'scripts/build.mjs'])
      expect(manifest.files).toContain(folder);
  });

  it('mentions no third party in its public types', () => {
    const files = readdirSync('dist/types', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.d.ts'),
    );
    expect(files).toContain('index.d.ts');
    const imports = files.flatMap((file) => [
      ...readFileSync(join('dist/types', file), 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g),
    ]);
    expect(imports.map(([, target]) => target!).filter((target) => !target.startsWith('.'))).toEqual([]);
  });

  it('can be used as a library', async () => {
    const { parseCodebook, parseTranscript } = (await import(join(process.cwd(), 'dist/index.js'))) as typeof library;
    expect(parseCodebook('codes:\n  - id: a\n', 'c.yaml').value!.codes.map(({ id }) => id)).toEqual(['a']);
    expect(parseTranscript('a.txt', new TextEncoder().encode('A: b'), { file: 'a.txt' }).value!.turns).toHaveLength(1);
  });
});
