import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { blocksOf, documentOf } from './docs-blocks.js';
import { folderWith, qcode, removeFolders, sampleStudy, SMALL, wordsOf } from './run.js';

const readme = documentOf('README.md');
const [, tour = '', own = '', tagging = ''] =
  /## Five minutes\n([\s\S]*?)\n## Your own interviews\n([\s\S]*?)\n## Coding by hand\n([\s\S]*?)\n## More/.exec(
    readme,
  ) ?? [];

/** The commands of a shell block, comments taken off. */
function commandsIn(content: string): string[] {
  return content
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line.startsWith('qcode '));
}

afterAll(removeFolders);

describe('README', () => {
  const blocks = blocksOf(tour);
  const commands = blocks.filter(({ kind }) => kind === 'sh').flatMap(({ content }) => commandsIn(content));
  const study = sampleStudy();

  it('has a tour to go on', () => expect(commands.length).toBeGreaterThan(5));

  it.each(commands)('%s works on the sample', (command) => {
    const { code, stdout, stderr } = qcode(study, wordsOf(command).slice(1));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    if (!command.includes('-o ')) expect(stdout).not.toBe('');
  });

  it('shows what its commands print', () => {
    blocks.forEach(({ kind, content }, i) => {
      if (kind !== '') return;
      const command = commandsIn(blocks[i - 1]!.content).at(-1)!;
      const printed = qcode(study, wordsOf(command).slice(1)).stdout.split('\n');
      const shown = content.split('\n').filter((line) => line !== '' && line !== '…');
      expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
    });
  });

  it('shows a codebook that is right, and a folder mode that works', () => {
    const yaml = blocksOf(own).find(({ kind }) => kind === 'yaml')!.content;
    const folder = folderWith({ 'codebook.yaml': yaml, 'interviews/a.txt': SMALL['transcripts/a.txt'] });
    expect(qcode(folder, ['frequency', '--codebook', 'codebook.yaml', 'interviews/']).stderr).toBe('');
  });

  it('shows the screen of the coder', () => {
    const screen = blocksOf(tagging).find(({ kind }) => kind === '')!.content;
    const keys = join(folderWith({ keys: ': 50 return' }), 'keys');
    const { stdout, code } = qcode(study, ['tag', 'A7-1', '--coder', 'mchan', '--script', keys]);
    const rows = stdout.split('\n').map((row) => row.trimEnd());
    expect(code).toBe(0);
    expect(screen.split('\n').filter((row) => row !== '…' && !rows.includes(row))).toEqual([]);
  });
});
