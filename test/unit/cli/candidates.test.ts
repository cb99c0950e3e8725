import { describe, expect, it } from '@jest/globals';
import { candidatesFor } from '../../../src/cli/candidates.js';
import type { Completion } from '../../../src/cli/command.js';
import { registry } from '../../../src/commands/registry.js';

const names = async (of: Completion) => [{ text: `some-${of}`, description: '' }];
const complete = async (...words: string[]) => (await candidatesFor(registry, words, names)).map(({ text }) => text);

describe('candidatesFor', () => {
  it('completes commands, not hidden ones', async () => {
    expect(await complete('co')).toEqual(['codebook', 'code', 'codings', 'compare', 'cooccurrence', 'completion']);
    expect(await complete('__')).toEqual([]);
  });

  it('completes subcommands and choices', async () => {
    expect(await complete('codebook', '')).toEqual(['list', 'show', 'unused', 'add', 'rename', 'move', 'merge']);
    expect(await complete('completion', 'f')).toEqual(['fish']);
    expect(await complete('frequency', '--format', '')).toEqual(['table', 'csv', 'markdown', 'json']);
  });

  it('completes options', async () => {
    expect(await complete('frequency', '--exclude')).toEqual(['--exclude-role']);
  });

  it('completes names out of the study', async () => {
    expect(await complete('frequency', '--code', '')).toEqual(['some-code']);
    expect(await complete('frequency', '--code', 'some')).toEqual(['some-code']);
    expect(await complete('frequency', '--code', 'other')).toEqual([]);
    expect(await complete('codebook', 'show', '')).toEqual(['some-code']);
    expect(await complete('frequency', '--rollup', '--case', '')).toEqual(['some-case']);
  });

  it('leaves files to the shell', async () => {
    expect(await complete('frequency', '')).toEqual([':file']);
    expect(await complete('frequency', '-o', 'x')).toEqual([':file']);
    expect(await complete('frequency', '--study', 'x')).toEqual([':folder']);
  });
});
