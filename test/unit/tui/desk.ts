import { join } from 'node:path';
import { loadStudy } from '../../../src/store/study.js';
import { type Desk, withCodebook } from '../../../src/tui/shell/desk.js';

/** A study of two sources. */
export const FILES = {
  'qcode.yaml': 'title: Small\n',
  'codebook.yaml': '# mine\ncodes:\n  - id: trust\n    keywords: [trust]\n  - id: doubt\n',
  'transcripts/a.txt': 'A: In 資金 we trust.\n\nB: Do we?\n',
  'transcripts/b.txt': 'A: Trust is all.\n',
};
export const A = 'transcripts/a.txt';
export const B = 'transcripts/b.txt';
/** The first sentence of the first. */
export const SENTENCE = { start: 3, end: 22 };

/** The desk of a coder in a study. */
export async function deskIn(folder: string, options: Partial<Desk> = {}): Promise<Desk> {
  const { value: study } = await loadStudy({ cwd: folder, paths: [], needsCodebook: true });
  const codebookPath = join(folder, 'codebook.yaml');
  const desk = {
    coder: 'chan',
    study: study!,
    codebookPath,
    blind: false,
    assigned: new Map(),
    walk: 'paragraph' as const,
  };
  return withCodebook({ ...desk, ...options }, study!.codebook!);
}
