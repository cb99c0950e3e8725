import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../../src/cli/arguments.js';
import type { Command } from '../../../src/cli/command.js';
import { UsageError } from '../../../src/cli/failure.js';

const command: Command = {
  name: 'count',
  summary: 'count things',
  description: 'Counts.',
  arguments: [{ name: 'paths', description: 'files', variadic: true }],
  options: [
    { flags: '--code <id>', description: 'a code', repeatable: true },
    { flags: '--format <name>', description: 'a format', choices: ['csv', 'json'] },
    { flags: '-o, --output <file>', description: 'a file' },
    { flags: '--rollup', description: 'with children' },
  ],
  examples: [],
};
const nested: Command = { name: 'book', summary: 's', description: 'd', subcommands: [command], examples: [] };

const parse = (words: string[], of = command) => {
  const parsed = parseArguments(of, words, ['qcode', of.name]);
  if (parsed.kind !== 'run') throw new Error('help');
  return parsed;
};

describe('parseArguments', () => {
  it('parts options from arguments, in any order', () => {
    const { arguments: paths, values } = parse([
      'a',
      '--code',
      'x',
      'b',
      '--rollup',
      '--code=y',
      '-o',
      'f',
      '--',
      '--c',
    ]);
    expect(paths).toEqual(['a', 'b', '--c']);
    expect(values.all('code')).toEqual(['x', 'y']);
    expect(values.one('output')).toBe('f');
    expect(values.flag('rollup')).toBe(true);
    expect([values.one('format'), values.all('other'), values.flag('json')]).toEqual([undefined, [], false]);
  });

  it.each([[['--cod', 'x']], [['--format', 'xml']], [['--code']]])('throws a usage error for %j', (words) => {
    expect(() => parse(words)).toThrow(UsageError);
  });

  it.each([
    [['--code', '--rollup'], '--code wants a value, and "--rollup" looks like an option'],
    [['-o', '--code', 'x'], '-o wants a value, and "--code" looks like an option'],
    [['--code', '-o', 'f'], '--code wants a value, and "-o" looks like an option'],
    [['--code', '--rolup'], '--code wants a value, and "--rolup" looks like an option'],
    [['-o', 'a', '--output', 'b'], '--output is given twice'],
    [['--format', 'csv', '--format=json'], '--format is given twice'],
  ])('never guesses what %j means', (words, says) => {
    expect(() => parse(words)).toThrow(says);
  });

  it('takes for a value what begins with a hyphen and is no option, and anything after =', () => {
    expect(parse(['--code', '- a list', '--code', '--', '--code=--rollup']).values.all('code')).toEqual([
      '- a list',
      '--',
      '--rollup',
    ]);
    expect(parse(['-o', '-1', '--output', '-1', '--', '--code', '--rollup'])).toMatchObject({
      arguments: ['--code', '--rollup'],
    });
  });

  it('composes names, and leaves paths as the disk has them', () => {
    const [composed, decomposed] = ['Caf\u00e9', 'Cafe\u0301'];
    const named: Command = {
      ...command,
      options: [
        { flags: '--by <name>', description: 'a name' },
        { flags: '--cases <file>', description: 'a file', complete: 'file' },
        ...command.options!,
      ],
    };
    const { values } = parse(['--by', decomposed, '--code', decomposed, '--cases', decomposed], named);
    expect([values.one('by'), values.all('code'), values.one('cases')]).toEqual([composed, [composed], decomposed]);
  });

  it('asks for help anywhere before --', () => {
    expect(parseArguments(command, ['a', '--help'], ['qcode', 'count'])).toMatchObject({
      kind: 'help',
      path: ['qcode', 'count'],
    });
    expect(parse(['--', '--help']).arguments).toEqual(['--help']);
  });

  it('chooses a subcommand', () => {
    expect(parse(['count', 'a'], nested)).toMatchObject({ command, arguments: ['a'] });
    expect(() => parse(['cuont'], nested)).toThrow('qcode book knows no "cuont"');
    expect(() => parse([], nested)).toThrow('qcode book wants one of count');
  });
});
