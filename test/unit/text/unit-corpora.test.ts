import { describe, expect, it } from '@jest/globals';
import { unitFinder } from '../../../src/text/unit-finder.js';
import { units } from '../../../src/text/unit.js';
import { countWords } from '../../../src/text/word.js';
import { describeCorpus, filesOf, textOf, transcriptOf } from '../../corpora/corpus.js';

for (const corpus of ['en-changelog', 'en-zh-bitcoin', 'zh-tw-social-welfare']) {
  describeCorpus(corpus, (folder) => {
    describe.each(filesOf(folder, '.md'))('%s', (name) => {
      const transcript = transcriptOf(textOf(folder, name), name);
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
  });
}
