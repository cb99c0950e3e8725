import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { classOf, OTHER } from '../../../src/text/character.js';
import { fold } from '../../../src/text/fold.js';
import { unicodeVersion } from '../../../src/text/tables/unicode-version.js';

const script = (name: string): Promise<Record<string, never>> => import(`../../../scripts/${name}`);
const { tables } = (await script('generate-tables.mjs')) as unknown as { tables: () => Record<string, string> };
const { classLetter } = (await script('tables/classes.mjs')) as unknown as {
  classLetter: (codePoint: number) => string;
};
const { foldingPairs } = (await script('tables/foldings.mjs')) as unknown as { foldingPairs: () => [number, number][] };

const onDisk = (name: string): string =>
  readFileSync(new URL(`../../../src/text/tables/${name}`, import.meta.url), 'utf8');
const sameUnicode = process.versions.unicode === unicodeVersion;
const newerRuntime = Number(process.versions.unicode) > Number(unicodeVersion);

describe('the generated tables', () => {
  const generated = tables();

  it('hold the Han dictionaries that are installed', () => {
    expect(onDisk('han.ts')).toBe(generated['han.ts']);
  });

  (sameUnicode ? it : it.skip)('are what the generator writes on a runtime of their Unicode version', () => {
    for (const [name, contents] of Object.entries(generated))
      expect([name, onDisk(name) === contents]).toEqual([name, true]);
  });

  // Another Node may know more or fewer characters; those that both know must be of the same class.
  it('class every character as this runtime does, as far as both know it', () => {
    const different: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
      const ours = 'OSBWHIM'[classOf(codePoint)]!;
      if (ours === classLetter(codePoint) || /\p{Cn}/u.test(String.fromCodePoint(codePoint))) continue;
      if (newerRuntime && ours === 'O') continue;
      different.push(`U+${codePoint.toString(16)} ${ours}`);
    }
    expect(different).toEqual([]);
  });

  it('fold every character as this runtime does, as far as both know it', () => {
    for (const [from, to] of foldingPairs()) {
      if (newerRuntime && classOf(from) === OTHER) continue;
      if (newerRuntime && fold(from, { han: false }) === from) continue;
      expect([from, fold(from, { han: false })]).toEqual([from, to]);
    }
  });
});
