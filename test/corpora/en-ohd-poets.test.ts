import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { decode } from '../../src/text/utf8.js';
import { describeCorpus, sequence, textOf, transcriptOf } from './corpus.js';

interface Row {
  readonly speaker: string;
  readonly words: string;
  readonly timestamp?: string;
}

/** The interview as labelled text, as its transcriber would have typed it: a row without a speaker continues. */
function labelled(rows: readonly Row[]): string {
  return rows
    .map(({ speaker, words, timestamp = '' }) => {
      const label = speaker.trim() === '' ? '' : `${speaker.trim().replace(/:?$/, ':')} `;
      const time = timestamp === '' ? '' : `${timestamp.startsWith('[') ? timestamp : `[${timestamp}]`} `;
      return `${label}${time}${words.replace(/&#8212;/g, '—').trim()}\n`;
    })
    .join('\n');
}

describeCorpus('en-ohd-poets', (folder) => {
  it.each([
    ['armantrout', { 'Devin Becker': 1, 'Rae Armantrout': 1, DB: 205, RA: 209 }],
    ['gluck', { DB: 166, LG: 166, KRISTIN: 6 }],
    ['mcmichael', { 'Devin Becker': 1, 'James McMichael': 1, DB: 176, JM: 166 }],
    ['mohammad', { 'Devin Becker': 1, 'Kasey Mohammad': 1, DB: 130, KM: 131 }],
    ['wrigley', { 'Devin Becker': 1, 'Robert Wrigley': 1, DB: 100, RW: 99 }],
  ])('%s: every speaker and no other, the full names of the first turns too', (file, speakers) => {
    const rows = parse(textOf(folder, `${file}.csv`), {
      columns: true,
      bom: true,
      relax_column_count: true,
    }) as unknown as Row[];
    const transcript = transcriptOf(labelled(rows), `${file}.txt`);
    const named = rows.filter(({ speaker }) => speaker.trim() !== '');
    expect(sequence(transcript)).toEqual(named.map(({ speaker }) => speaker.trim().replace(/:$/, '')));
    const counts: Record<string, number> = {};
    for (const speaker of sequence(transcript)) counts[speaker] = (counts[speaker] ?? 0) + 1;
    expect(counts).toEqual(speakers);
    // A time beside the label belongs to the turn; one that begins a continuing row is furniture.
    expect(transcript.turns.filter(({ time }) => time !== undefined)).toHaveLength(
      named.filter(({ timestamp }) => timestamp !== '').length,
    );
    const times = transcript.furniture.filter(({ kind }) => kind === 'time').length;
    expect(times).toBeGreaterThanOrEqual(
      rows.filter(({ speaker, timestamp }) => speaker.trim() === '' && timestamp !== '').length,
    );
  });

  it('has few markers, and editors’ words in brackets are speech', () => {
    const markers: string[] = [];
    for (const file of ['armantrout', 'gluck', 'mcmichael']) {
      const { text, furniture } = transcriptOf(
        labelled(
          parse(textOf(folder, `${file}.csv`), {
            columns: true,
            bom: true,
            relax_column_count: true,
          }) as unknown as Row[],
        ),
        'a.txt',
      );
      markers.push(
        ...furniture.filter(({ kind }) => kind === 'marker').map(({ start, end }) => decode(text, start, end)),
      );
    }
    expect(markers).toEqual(['(Phone rings)', '(Indiscernible, 55:05)', '[inaudible 01:11:26]']);
  });
});
