import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { parseTranscript } from '../../src/text/parse.js';
import type { Transcript } from '../../src/text/transcript.js';
import { encode } from '../../src/text/utf8.js';

const root = path.resolve('../shared/data/corpora');

/** Describes tests over a corpus of real transcripts; they are skipped, saying so, where the corpora are missing. */
export function describeCorpus(name: string, tests: (folder: string) => void): void {
  const folder = path.join(root, name);
  if (existsSync(folder)) describe(name, () => tests(folder));
  else
    describe.skip(name, () => {
      it(`skipped: ${path.join('../shared/data/corpora', name)} is missing`, () => {});
    });
}

export function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort();
}

export function textOf(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Parses text under a file name. */
export function transcriptOf(text: string, name: string): Transcript {
  return parseTranscript(name, encode(text), { file: name }).value!;
}

/** The speakers of the turns, one after another; turns before the first label left out. */
export function sequence(transcript: Transcript): string[] {
  return transcript.turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
}

/** What a judgement by eye is compared by: labels taken that are none, and labels passed over. */
export function errors(taken: readonly string[], truth: readonly string[]): { false: string[]; missed: string[] } {
  const left = new Map<string, number>();
  for (const label of truth) left.set(label, (left.get(label) ?? 0) + 1);
  const wrong: string[] = [];
  for (const label of taken) {
    const n = left.get(label) ?? 0;
    if (n === 0) wrong.push(label);
    else left.set(label, n - 1);
  }
  return { false: wrong, missed: [...left].flatMap(([label, n]) => Array<string>(n).fill(label)) };
}
