import { spawn, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderWith } from '../unit/store/temporary.js';

export { folderWith, removeFolders } from '../unit/store/temporary.js';

const BIN = resolve('bin/qcode.js');

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs the built program in a folder, as a user would. */
export function qcode(folder: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', ...env },
    maxBuffer: 1 << 28,
  });
  return { stdout, stderr, code: status };
}

/** Starts the program without waiting for it. */
export function start(folder: string, words: readonly string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, [BIN, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A copy of the sample study, with the codebook where the study looks for it; the path of the study. */
export function sampleStudy(): string {
  const folder = folderWith({});
  cpSync('samples', join(folder, 'samples'), { recursive: true });
  cpSync('codebooks', join(folder, 'codebooks'), { recursive: true });
  return join(folder, 'samples/procurement-services');
}

/** A line of a shell as words; only what examples use: spaces and double quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

export const CODEBOOK = `title: Small
codes:
  - id: money
    keywords: [fund*, 资金]
    codes:
      - id: grant
        keywords: [grant]
  - id: trust
    keywords: [trust, 信任]
  - id: latent
`;

/** A study of two cases, one file each. */
export const SMALL = {
  'qcode.yaml': 'title: Small study\nexclude_roles: [interviewer]\n',
  'codebook.yaml': CODEBOOK,
  'cases.csv': 'case,agency,type\nA1,Hope,provider\nD1,Bureau,government\n',
  'transcripts/a.txt':
    '---\ncase: A1\n---\nInterviewer: What about funding?\nRespondent: Funding is a grant of trust.\nInterviewer: And?\nRespondent: No funds, no trust.\n',
  'transcripts/d.txt': '---\ncase: D1\n---\n问：资金怎么样？\n答：资金靠信任。\n问：还有呢？\n答：没有了。\n',
};
