import { Command as Commander, CommanderError, Option } from 'commander';
import { UsageError } from './failure.js';
import { type ArgumentSpec, type Command, type OptionSpec, Values } from './command.js';
import { checkOptionWords } from './option-words.js';

/** A command line taken apart: what to run with what, or that help is wanted. */
export type Parsed =
  | { readonly kind: 'help'; readonly command: Command; readonly path: readonly string[] }
  | { readonly kind: 'run'; readonly command: Command; readonly arguments: readonly string[]; readonly values: Values };

/**
 * Takes the words after the command's name apart.
 *
 * @param path the names that led to the command, for messages and help
 * @throws UsageError with a suggestion where a word is not understood
 */
export function parseArguments(command: Command, words: readonly string[], path: readonly string[]): Parsed {
  if (command.subcommands) return parseSubcommand(command, command.subcommands, words, path);
  const before = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  if (before.includes('--help') || before.includes('-h')) return { kind: 'help', command, path };
  checkOptionWords(command.options ?? [], before);
  const parser = new Commander(path.join(' ')).exitOverride().helpOption(false);
  parser.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  for (const option of command.options ?? []) parser.addOption(commanderOption(option));
  for (const argument of command.arguments ?? []) parser.argument(notation(argument), argument.description);
  try {
    parser.parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw usage(error, path);
    throw error;
  }
  const values = new Values(parser.opts());
  for (const option of command.options ?? []) checkRefused(option, values, path);
  for (const [i, argument] of (command.arguments ?? []).entries()) checkChoice(argument, parser.args[i]);
  return { kind: 'run', command, arguments: parser.args, values };
}

function parseSubcommand(
  command: Command,
  subcommands: readonly Command[],
  words: readonly string[],
  path: readonly string[],
): Parsed {
  const [first, ...rest] = words;
  if (first === undefined && command.run) return parseArguments(withoutSubcommands(command), [], path);
  if (first === '--help' || first === '-h') return { kind: 'help', command, path };
  const chosen = subcommands.find(({ name }) => name === first);
  if (chosen) return parseArguments(chosen, rest, [...path, chosen.name]);
  if (command.run && first?.startsWith('-')) return parseArguments(withoutSubcommands(command), words, path);
  const names = subcommands.map(({ name }) => name).join(', ');
  throw new UsageError(
    first === undefined ? `${path.join(' ')} wants one of ${names}` : `${path.join(' ')} knows no "${first}"`,
    `Say one of ${names}.`,
  );
}

function withoutSubcommands({ subcommands: _, ...command }: Command): Command {
  return command;
}

/** Values are names and composed (NFC), as all names are that they are compared with; a path stays as the disk has it. */
function commanderOption({ flags, description, choices, repeatable, complete }: OptionSpec): Option {
  const option = new Option(flags, description);
  const isPath = complete === 'file' || complete === 'folder';
  const read = (value: string): string => (isPath ? value : value.normalize('NFC'));
  if (repeatable) option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), read(value)]);
  else if (choices) option.choices([...choices]);
  else if (flags.includes('<')) option.argParser(read);
  return option;
}

function notation({ name, required, variadic }: ArgumentSpec): string {
  const inner = variadic ? `${name}...` : name;
  return required ? `<${inner}>` : `[${inner}]`;
}

/** An option of other commands that would mislead here is answered with what to do in its place. */
function checkRefused({ flags, refused }: OptionSpec, values: Values, path: readonly string[]): void {
  const name = /--(\w+)/.exec(flags)?.[1] ?? '';
  if (refused !== undefined && values.one(name) !== undefined)
    throw new UsageError(`${path.join(' ')} takes no --${name}`, refused);
}

function checkChoice({ name, choices }: ArgumentSpec, value: string | undefined): void {
  if (!choices || value === undefined || choices.includes(value)) return;
  throw new UsageError(`${name} "${value}" is none of ${choices.join(', ')}`);
}

/** Commander's message with its suggestion as the remedy. */
function usage(error: CommanderError, path: readonly string[]): UsageError {
  const [message = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = rest.join(' ').replace(/^\(|\)$/g, '');
  return new UsageError(message, suggestion || `${path.join(' ')} --help lists what there is.`);
}
