import type { CountedWord, WordTally } from '../measure/words/word-count.js';
import { type Reading, basisNotes, counted } from './basis.js';
import type { Table } from './model.js';

/**
 * Words by how often they stand: one row a word, in the order given.
 *
 * @param shown the words of the list
 * @param found how many words stand at least `least` times, of which the first are shown
 */
export function wordsTable(
  shown: readonly CountedWord[],
  found: number,
  least: number,
  { length, withheld }: Pick<WordTally, 'length' | 'withheld'>,
  reading: Reading,
): Table {
  return {
    kind: 'table',
    name: 'words',
    title: 'Words by frequency',
    columns: [
      { key: 'word', label: 'word', format: 'text', strong: true },
      { key: 'count', label: 'count', format: 'integer' },
      { key: 'per_1000_words', label: 'per 1,000 words', format: 'rate' },
      { key: 'sources', label: 'sources', format: 'integer' },
      { key: 'cases', label: 'cases', format: 'integer' },
    ],
    rows: shown.map(({ word, count, sources, cases }) => ({
      cells: [word, count, (count * 1000) / length, sources, cases].map((value) => ({ value })),
    })),
    notes: [
      `${counted(found, 'word')} that ${found === 1 ? 'stands' : 'stand'} at least ${counted(least, 'time')}${shown.length < found ? `; the first ${shown.length} are shown` : ''}. Of ${counted(length, 'word')} in all, tokens of spaced scripts and single ideographs.`,
      'Not listed: function words, numbers (二十, 三年), and words of one or two letters. Case and width do not count.',
      'Of scripts without spaces every run of 2 to 6 characters counts as a word, but for those that only stand within a longer run of the list: of runs that overlap, people choose.',
      ...(withheld > 0
        ? [
            `${counted(withheld, 'turn')} left out, whose speakers did not consent to be quoted: a list of words would quote them.`,
          ]
        : []),
      ...basisNotes(reading),
    ],
  };
}
