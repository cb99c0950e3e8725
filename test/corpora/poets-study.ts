import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { anchorOf } from '../../src/coding/anchor.js';
import { printEvent } from '../../src/coding/print-event.js';
import { parseTranscript } from '../../src/text/parse.js';
import { encode } from '../../src/text/utf8.js';
import { folderWith } from '../cli/run.js';
import { textOf } from './corpus.js';

/* Five interviews whose turns were tagged by their publishers: the tags as codings of a coder, one day an interview. */

export const POETS = ['wrigley', 'gluck', 'armantrout', 'mohammad', 'mcmichael'] as const;

export interface TaggedTurn {
  readonly speaker: string;
  readonly words: string;
  readonly tags: string;
}

/** The turns in which somebody says something. */
export function turnsOf(corpus: string, poet: string): TaggedTurn[] {
  return (
    parse(textOf(corpus, `${poet}.csv`), {
      columns: true,
      bom: true,
      relax_column_count: true,
    }) as unknown as TaggedTurn[]
  ).filter(({ speaker, words }) => speaker.trim() !== '' && words.trim() !== '');
}

export function speakerOf({ speaker }: TaggedTurn): string {
  return speaker.trim().replace(/:$/, '');
}

/** The tags of a turn as ids of codes. */
export function codesOfTurn({ tags }: TaggedTurn): string[] {
  return tags
    .split(';')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
    .map((tag) => tag.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, ''));
}

/** A study of the interviews, with further files; its folder and its codes. */
export function poetsStudy(
  corpus: string,
  more: Readonly<Record<string, string>> = {},
): { readonly folder: string; readonly codes: readonly string[] } {
  const files: Record<string, string> = {};
  const used = new Set<string>();
  POETS.forEach((poet, day) => {
    const rows = turnsOf(corpus, poet);
    const source = `transcripts/${poet}.txt`;
    files[source] = rows.map((row) => `${speakerOf(row)}: ${row.words.trim()}\n`).join('\n');
    const { text, turns } = parseTranscript(source, encode(files[source]!), { file: source }).value!;
    if (turns.length !== rows.length) throw new Error(`${poet}: ${turns.length} turns of ${rows.length} rows`);
    const digest = createHash('sha256').update(text).digest('hex');
    files[`codings/archive/${source}.jsonl`] = rows
      .flatMap((row, i) =>
        codesOfTurn(row).map((code, n) => {
          used.add(code);
          const { speech, end } = turns[i]!;
          const anchor = anchorOf({ start: speech, end: Math.min(speech + 1, end) }, text, digest);
          const at = `2026-01-0${day + 1}T00:00:00Z`;
          return `${printEvent({ event: 'apply', id: `${poet}-${i}-${n}`, at, code, anchor })}\n`;
        }),
      )
      .join('');
  });
  const codes = [...used].sort();
  const codebook = `codes:\n${codes.map((code) => `  - id: "${code}"\n`).join('')}`;
  return {
    folder: folderWith({ 'qcode.yaml': 'title: Poets\n', 'codebook.yaml': codebook, ...files, ...more }),
    codes,
  };
}
