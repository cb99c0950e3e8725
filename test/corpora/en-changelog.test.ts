import { expect, it } from '@jest/globals';
import { decode } from '../../src/text/utf8.js';
import { describeCorpus, filesOf, sequence, textOf, transcriptOf } from './corpus.js';

describeCorpus('en-changelog', (folder) => {
  const labelsOf = (text: string): string[] =>
    [...text.matchAll(/^\*\*([^*\n]+):\*\*/gm)].map((match) => match[1]!).filter((label) => label !== 'Break');

  it.each([
    ['founders-talk-56.md', 124],
    ['request-for-commits-7.md', 52],
    ['the-changelog-210.md', 198],
  ])('%s has %i turns', (file, turns) => {
    const text = textOf(folder, file);
    expect(sequence(transcriptOf(text, file))).toEqual(labelsOf(text));
    expect(labelsOf(text)).toHaveLength(turns);
  });

  it('with plain labels is the same; without labels it has none', () => {
    for (const file of filesOf(folder, '.md')) {
      const text = textOf(folder, file);
      expect(sequence(transcriptOf(text.replace(/^\*\*([^*\n]+):\*\*/gm, '$1:'), 'plain.txt'))).toEqual(labelsOf(text));
      expect(sequence(transcriptOf(text.replace(/^\*\*([^*\n]+):\*\*/gm, ''), 'bare.txt'))).toEqual([]);
    }
  });

  it('has breaks, times and laughter as furniture, misspelt times too', () => {
    const counts = { break: 0, time: 0, laughter: 0 };
    for (const file of filesOf(folder, '.md')) {
      const { text, furniture } = transcriptOf(textOf(folder, file), file);
      for (const { kind, start, end } of furniture) {
        const words = decode(text, start, end);
        if (words.startsWith('**Break')) counts.break++;
        else if (kind === 'time') counts.time++;
        else if (kind === 'marker') counts.laughter++;
      }
      const speech = decode(
        text.map((byte, i) => (furniture.some(({ start, end }) => i >= start && i < end) ? 0x20 : byte)),
      );
      expect(speech).not.toMatch(/\[\\*\d+:\d\d/);
    }
    expect(counts.break).toBe(7);
    expect(counts.laughter).toBe(16);
  });
});
