import { expect, it } from '@jest/globals';
import { decode } from '../../src/text/utf8.js';
import { describeCorpus, errors, filesOf, sequence, textOf, transcriptOf } from './corpus.js';

describeCorpus('zh-tw-social-welfare', (folder) => {
  const files = filesOf(folder, '.md');
  // Read by eye: every `###` heading of these files is a speaker, one of them without its colon.
  const labelsOf = (text: string): string[] => [...text.matchAll(/^### (.+?)：?\s*$/gm)].map((match) => match[1]!);

  it('has ten meetings', () => expect(files).toHaveLength(10));

  it.each(files)('%s: every heading is a turn and nothing else is', (file) => {
    const text = textOf(folder, file);
    const transcript = transcriptOf(text, file);
    expect(sequence(transcript)).toEqual(labelsOf(text));
    for (const turn of transcript.turns.filter(({ speaker }) => speaker !== null)) {
      expect(decode(transcript.text, turn.start, turn.speech)).toMatch(/^### [^\n]+\n+$/);
      expect(decode(transcript.text, turn.speech, turn.end).trim()).not.toBe('');
    }
  });

  it('keeps its prose lines with colons as speech: 建議：… three times, 我這邊想要講兩個：…', () => {
    const file = files.find((name) => name.startsWith('2021-08-10'))!;
    expect(sequence(transcriptOf(textOf(folder, file), file))).not.toContain('建議');
  });

  it('takes titles for headers and （笑）（點頭）（舉手） for markers', () => {
    const markers = new Map<string, number>();
    for (const file of files) {
      const { text, furniture } = transcriptOf(textOf(folder, file), file);
      expect(decode(text, furniture[0]!.start, furniture[0]!.end)).toMatch(/^# \d{4}-\d\d-\d\d .*\n$/);
      for (const { kind, start, end } of furniture) {
        if (kind === 'header' || kind === 'label') continue;
        const marker = decode(text, start, end);
        markers.set(marker, (markers.get(marker) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(markers)).toEqual({ '（笑）': 42, '（點頭）': 2, '（舉手）': 1, '（中午休息）': 1 });
  });

  it('written with plain labels: no false label, and only speakers seen once or twice are missed', () => {
    const missed: Record<string, number> = {};
    for (const file of files) {
      const text = textOf(folder, file);
      const plain = text.replace(/^### (.+?)：?[ ]*\n/gm, '$1：');
      const found = errors(sequence(transcriptOf(plain, 'plain.txt')), labelsOf(text));
      expect(found.false).toEqual([]);
      missed[file.slice(0, 10)] = found.missed.length;
    }
    expect(missed).toEqual({
      '2016-12-27': 1,
      '2017-10-26': 3,
      '2018-12-21': 0,
      '2018-12-25': 1,
      '2019-03-28': 1,
      '2019-04-12': 11,
      '2019-06-12': 0,
      '2019-11-11': 0,
      '2021-08-10': 6,
      '2021-10-05': 13,
    });
  });

  it('without its labels: no false label', () => {
    for (const file of files)
      expect(sequence(transcriptOf(textOf(folder, file).replace(/^### .*\n/gm, ''), 'bare.txt'))).toEqual([]);
  });
});
