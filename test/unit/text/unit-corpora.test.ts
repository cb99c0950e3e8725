import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseTranscript } from '../../../src/text/parse.js';
import { unitFinder } from '../../../src/text/unit-finder.js';
import { units } from '../../../src/text/unit.js';
import { countWords } from '../../../src/text/word.js';

const corpora = path.resolve('../shared/data/corpora');
const files = ['en-changelog', 'en-zh-bitcoin', 'zh-tw-social-welfare'].flatMap((corpus) => {
  const folder = path.join(corpora, corpus);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => path.join(folder, name))
    : [];
});

if (files.length === 0) {
  it.skip('real transcripts: no corpora in ../shared', () => undefined);
} else {
  describe.each(files.map((file) => [path.basename(file), file]))('%s', (name, file) => {
    const transcript = parseTranscript(name, new Uint8Array(readFileSync(file)), { file: name }).value!;
    const { text, turns, furniture } = transcript;

    it.each(['sentence', 'paragraph', 'line', 'turn'] as const)(
      'has every word of the speech in exactly one %s',
      (kind) => {
        const speech = turns.reduce(
          (sum, { speech: start, end }) => sum + countWords(text, { start, end }, furniture).words,
          0,
        );
        expect(units(transcript, kind).reduce((sum, unit) => sum + countWords(text, unit, furniture).words, 0)).toBe(
          speech,
        );
      },
    );

    it('has the same sentences when they are looked for one by one', () => {
      const find = unitFinder(transcript, 'sentence');
      for (const unit of units(transcript, 'sentence')) {
        expect(unit).toMatchObject(find(unit.start));
        expect(unit).toMatchObject(find(unit.end - 1));
      }
    });
  });
}
