import { describe, expect, it } from '@jest/globals';
import { findMarkers, markerKind, markerSet } from '../../../src/text/marker.js';
import { markerWords } from '../../../src/text/marker-words.js';
import { decode, encode } from '../../../src/text/utf8.js';

const found = (words: string, markers: string[] = []): string[] => {
  const text = encode(words);
  return findMarkers(text, 0, markerSet(markers)).map(({ kind, start, end }) => `${kind}: ${decode(text, start, end)}`);
};

describe('markers', () => {
  it.each([
    '（笑）',
    '（點頭）',
    '(点头)',
    '（沉默）',
    '（沉默5秒）',
    '（停顿三秒）',
    '【笑】',
    '［大笑］',
    '（两人笑）',
    '（众人大笑）',
    '（笑。）',
    '[laughs]',
    '\\[laughter\\]',
    '[LAUGHTER]',
    '(laughs)',
    '[crosstalk]',
    '[crosstalk 00:12:01]',
    '[unintelligible 00:02:12]',
    '[inaudible 01:11:26]',
    '[pause]',
    '[pause 3 s]',
    '(3s)',
    '[both laugh]',
    '[long pause]',
    '[Phone rings.]',
    '[BLANK_AUDIO]',
  ])('%s is one', (marker) => expect(found(`so ${marker} it`)).toEqual([`marker: ${marker}`]));
  it.each(['[01:46]', '\\[01:16:03.11\\]', '(0:00)', '[\\\\00:35:44.27\\]'])('%s is a time', (time) =>
    expect(found(`so ${time} it`)).toEqual([`time: ${time}`]),
  );
  it.each([
    '（比如说）',
    '(as we said)',
    '[the department]',
    '（第7條）',
    '(2013)',
    '(2013-2019)',
    '[1]',
    '（）',
    '(laughs',
    'laughs',
    '[laughs\n]',
    '[laughs with the team about it]',
    '（笑死人的制度）',
  ])('%j is speech', (words) => expect(found(`so ${words} it`)).toEqual([]));

  it('are found in text order, escapes included, the outer of nested brackets left', () => {
    expect(found('a（笑）b [laughs] c ((pause)) \\[sighs\\](笑)')).toEqual([
      'marker: （笑）',
      'marker: [laughs]',
      'marker: (pause)',
      'marker: \\[sighs\\]',
      'marker: (笑)',
    ]);
  });

  it('are extended by the study', () => {
    expect(found('so [sighs heavily] （老板娘过来加水）', ['sighs heavily', '（老板娘过来加水）'])).toEqual([
      'marker: [sighs heavily]',
      'marker: （老板娘过来加水）',
    ]);
  });

  it('are a closed list, each of which is found', () => {
    for (const word of markerWords) expect(markerKind(word, new Set())).toBe('marker');
    expect(new Set(markerWords).size).toBe(markerWords.length);
  });
});
