import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/cli/command.js';
import { registry } from '../../src/commands/registry.js';
import { qcode, removeFolders, sampleStudy, wordsOf } from './run.js';

// One after another: Jest does not load modules side by side.
const commands: Command[] = [];
for (const { hidden, load } of registry) if (!hidden) commands.push(await load());
const all = commands.flatMap((command) => [command, ...(command.subcommands ?? [])]);

let study = '';
beforeAll(() => {
  study = sampleStudy();
});
afterAll(removeFolders);

describe('examples in the help', () => {
  it('are there for every command', () => {
    expect(all.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it.each([...new Set(all.flatMap(({ examples }) => examples.map(({ line }) => line)))])('%s', (line) => {
    const [program, ...words] = wordsOf(line);
    expect(program).toBe('qcode');
    const { code, stderr, stdout } = qcode(study, words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.length > 0 || words.includes('-o')).toBe(true);
  });
});

describe('the help', () => {
  it.each(commands.map(({ name }) => name))('of %s shows usage, options and an example', (name) => {
    const { code, stdout, stderr } = qcode(study, [name, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: qcode ${name}`);
    expect(stdout).toContain('Examples');
  });

  it('entries of the registry have the summary of their command', () => {
    expect(registry.filter(({ hidden }) => !hidden).map(({ summary }) => summary)).toEqual(
      commands.map(({ summary }) => summary),
    );
  });
});
