import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIST = 'dist';

/** A file of the build and all that is loaded with it. */
function loadedWith(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const text = readFileSync(join(DIST, file), 'utf8');
  for (const [, other] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)) loadedWith(other!, known);
  return known;
}

const holdsReact = (file: string): boolean => readFileSync(join(DIST, file), 'utf8').includes('react.element');

describe('what the terminal UI is made of', () => {
  it('is loaded by the terminal alone, so that no other command starts later for it', () => {
    const heavy = readdirSync(DIST).filter((file) => file.endsWith('.js') && holdsReact(file));
    expect(heavy).toHaveLength(1);
    expect(heavy[0]).toMatch(/^run-/);
    const entries = readdirSync(DIST).filter((file) => /^(?!chunk-|run-).*\.js$/.test(file));
    expect(entries.length).toBeGreaterThan(10);
    const users = entries.filter((file) => loadedWith(file).has(heavy[0]!));
    expect(users).toEqual([]);
  });
});
