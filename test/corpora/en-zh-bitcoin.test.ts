import { expect, it } from '@jest/globals';
import { speakersOf } from '../../src/text/speaker.js';
import { describeCorpus, filesOf, sequence, textOf, transcriptOf } from './corpus.js';

describeCorpus('en-zh-bitcoin', (folder) => {
  // Read by eye: four talks name nobody; in the fifth and sixth two people ask. The English one leaves the answers
  // without a label, so they continue the question; the Chinese one marks them 答, and misspells a name twice.
  const expected: Record<string, Record<string, number>> = {
    'potzblitz__2020-05-24-sergi-delgado-watchtowers.md': { 'Max Hillebrand': 7, 'Jeff Gallas': 5 },
    'potzblitz__2020-05-24-sergi-delgado-watchtowers.zh.md': {
      'Max Hilebrand': 2,
      'Max Hillebrand': 5,
      答: 10,
      'Jeff Gallas': 5,
    },
  };

  it.each(filesOf(folder, '.md'))('%s', (file) => {
    const transcript = transcriptOf(textOf(folder, file), file);
    expect(Object.fromEntries(speakersOf(transcript).map(({ speaker, turns }) => [speaker, turns]))).toEqual(
      expected[file] ?? {},
    );
    expect(transcript.header.transcript_by).toMatch(/^(?:Bryan Bishop|Michael Folkson)$/);
    expect(transcript.header.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(transcript.linesBefore).toBeGreaterThan(5);
  });

  it('keeps links, `论文：<…>` and headings with colons as text', () => {
    const transcript = transcriptOf(textOf(folder, 'tabconf__2022__2022-10-14-roast.zh.md'), 'roast.md');
    expect(transcript.turns).toHaveLength(1);
    expect(sequence(transcript)).toEqual([]);
  });
});
