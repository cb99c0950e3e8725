import { afterAll, expect, it } from '@jest/globals';
import { folderWith, qcode, removeFolders } from '../cli/run.js';

/* A rule's `speaker` names a label as --speaker and people.csv do. */

afterAll(removeFolders);

const hits = (label: string, speaker: string): string => {
  const folder = folderWith({
    'codebook.yaml': `fold: {han: true}\ncodes:\n  - id: a\n    keywords: [{any: [trust, 信任], speaker: ${JSON.stringify(speaker)}}]\n`,
    'a/one.txt': `${label}: trust 信任\n\nOther: trust\n\n${label}: no\n\nOther: no\n`,
  });
  const { stdout } = qcode(folder, [
    'frequency',
    '--codebook',
    'codebook.yaml',
    'a',
    '--count',
    'hits',
    '--format',
    'csv',
  ]);
  return stdout.trimEnd().split('\n')[1]!.split(',').at(-1)!;
};

it.each([
  ['Ms Lee', 'Ms Lee'],
  ['Ms Lee', 'ms lee'],
  ['Ms Lee', 'Ms  Lee'],
  ['Teacher 2', 'Teacher2'],
  ['ＮＧＯ', 'NGO'],
  ['唐鳳', '唐鳳'],
])('the label %s is the speaker %s', (label, speaker) => {
  expect(hits(label, speaker)).toBe('2');
});

it('a codebook that folds Han folds the speaker too, or says that nobody is called so', () => {
  expect(hits('唐鳳', '唐凤')).toBe('2');
});
