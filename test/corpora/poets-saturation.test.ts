import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { anchorOf } from '../../src/coding/anchor.js';
import { printEvent } from '../../src/coding/print-event.js';
import { parseTranscript } from '../../src/text/parse.js';
import { encode } from '../../src/text/utf8.js';
import { folderWith, qcode, removeFolders } from '../cli/run.js';
import { describeCorpus, textOf } from './corpus.js';

/* Five interviews whose turns were tagged by their publishers: the tags as codings of a coder, one day an interview. */

const POETS = ['wrigley', 'gluck', 'armantrout', 'mohammad', 'mcmichael'] as const;

interface Row {
  readonly speaker: string;
  readonly words: string;
  readonly tags: string;
}

afterAll(removeFolders);

describeCorpus('en-ohd-poets', (corpus) => {
  const rowsOf = (poet: string): Row[] =>
    (
      parse(textOf(corpus, `${poet}.csv`), { columns: true, bom: true, relax_column_count: true }) as unknown as Row[]
    ).filter(({ speaker, words }) => speaker.trim() !== '' && words.trim() !== '');
  const tagsOf = ({ tags }: Row): string[] =>
    tags
      .split(';')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
  const idOf = (tag: string): string => tag.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
  let folder = '';
  let codes: string[] = [];

  beforeAll(() => {
    const files: Record<string, string> = {};
    const used = new Set<string>();
    POETS.forEach((poet, day) => {
      const rows = rowsOf(poet);
      const source = `transcripts/${poet}.txt`;
      files[source] = rows.map((row) => `${row.speaker.trim().replace(/:$/, '')}: ${row.words.trim()}\n`).join('\n');
      const { text, turns } = parseTranscript(source, encode(files[source]!), { file: source }).value!;
      expect(turns).toHaveLength(rows.length);
      const digest = createHash('sha256').update(text).digest('hex');
      files[`codings/archive/${source}.jsonl`] = rows
        .flatMap((row, i) =>
          tagsOf(row).map((tag, n) => {
            used.add(idOf(tag));
            const { speech, end } = turns[i]!;
            const anchor = anchorOf({ start: speech, end: Math.min(speech + 1, end) }, text, digest);
            const at = `2026-01-0${day + 1}T00:00:00Z`;
            return `${printEvent({ event: 'apply', id: `${poet}-${i}-${n}`, at, code: idOf(tag), anchor })}\n`;
          }),
        )
        .join('');
    });
    codes = [...used].sort();
    folder = folderWith({
      ...files,
      'qcode.yaml': 'title: Poets\n',
      'codebook.yaml': `codes:\n${codes.map((code) => `  - id: "${code}"\n`).join('')}`,
    });
  });

  it('tags accumulate as a count of the table says', () => {
    const { stdout, stderr, code } = qcode(folder, ['saturation', '--format', 'csv']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    const found = parse(stdout, { columns: true }) as unknown as Record<string, string>[];
    const seen = new Set<string>();
    const expected = POETS.map((poet) => {
      const own = new Set(rowsOf(poet).flatMap(tagsOf).map(idOf));
      const before = seen.size;
      for (const tag of own) seen.add(tag);
      return [`transcripts/${poet}.txt`, own.size, seen.size - before, seen.size];
    });
    expect(
      found.map(({ source, codes: own, new: fresh, total }) => [source, Number(own), Number(fresh), Number(total)]),
    ).toEqual(expected);
    expect(seen.size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(10);
  });
});
