import { expect, it } from '@jest/globals';
import type { Command } from '../../../src/cli/command.js';
import { EQUIVALENTS } from '../../../src/cli/hyperresearch.js';
import { registry } from '../../../src/commands/registry.js';

const lines = EQUIVALENTS.flatMap(({ ours }) => ours);

/** The command that a line calls, and the words behind its name. */
async function called(line: string): Promise<{ command: Command; rest: readonly string[] }> {
  const [program, name, ...rest] = line.match(/"[^"]*"|\S+/g)!;
  expect(program).toBe('qcode');
  const entry = registry.find((each) => each.name === name);
  if (!entry) throw new Error(`no command ${name}`);
  const command = await entry.load();
  const sub = command.subcommands?.find((each) => each.name === rest[0]);
  expect(sub !== undefined).toBe(command.subcommands !== undefined);
  return sub ? { command: sub, rest: rest.slice(1) } : { command, rest };
}

it.each(lines)('names a command and options that there are: %s', async (line) => {
  const { command, rest } = await called(line);
  const flags = (command.options ?? []).flatMap((option) => option.flags.match(/--?[a-z][a-z-]*/g)!);
  const given = rest.filter((word) => word.startsWith('-'));
  expect(flags).toEqual(expect.arrayContaining([...given]));
  const free = rest.filter((word, i) => !word.startsWith('-') && !rest[i - 1]?.startsWith('-'));
  const takes = command.arguments ?? [];
  expect(free.length <= takes.length || takes.some(({ variadic }) => variadic)).toBe(true);
});
