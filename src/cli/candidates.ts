import type { ArgumentSpec, Command, Completion, Entry, OptionSpec } from './command.js';

/** What may stand in the place of the word being typed. */
export interface Candidate {
  readonly text: string;
  readonly description: string;
}

/** Names out of the study, by what they are names of; asked for only when wanted. */
export type Names = (of: Completion) => Promise<readonly Candidate[]>;

/**
 * Candidates for the last of the words that follow `qcode`, by the registry.
 *
 * @returns candidates that begin with what is typed; `:file` and `:folder` stand for the shell's own
 */
export async function candidatesFor(
  entries: readonly Entry[],
  words: readonly string[],
  names: Names,
): Promise<Candidate[]> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const all = await unfiltered(entries, before, typed, names);
  return all.filter(({ text }) => text.startsWith(':') || text.startsWith(typed));
}

async function unfiltered(
  entries: readonly Entry[],
  before: readonly string[],
  typed: string,
  names: Names,
): Promise<readonly Candidate[]> {
  const [name, ...rest] = before;
  if (name === undefined)
    return entries.filter(({ hidden }) => !hidden).map(({ name: text, summary }) => ({ text, description: summary }));
  const entry = entries.find((each) => each.name === name);
  if (!entry) return [];
  let command = await entry.load();
  let given = rest;
  if (command.subcommands) {
    const chosen = command.subcommands.find((each) => each.name === rest[0]);
    if (!chosen) return command.subcommands.map(({ name: text, summary }) => ({ text, description: summary }));
    command = chosen;
    given = rest.slice(1);
  }
  return valuesFor(command, given, typed, names);
}

async function valuesFor(
  command: Command,
  given: readonly string[],
  typed: string,
  names: Names,
): Promise<readonly Candidate[]> {
  const options = command.options ?? [];
  const last = given.at(-1);
  const open =
    last === undefined ? undefined : options.find((option) => takesValue(option) && flagsOf(option).includes(last));
  if (open) return candidatesOf(open, names);
  if (typed.startsWith('-')) {
    return options
      .filter(({ hidden }) => !hidden)
      .map((option) => ({ text: longOf(option), description: option.description }));
  }
  const argument = argumentAt(command.arguments ?? [], positionals(options, given).length);
  return argument ? candidatesOf(argument, names) : [];
}

async function candidatesOf(
  { choices, complete }: OptionSpec | ArgumentSpec,
  names: Names,
): Promise<readonly Candidate[]> {
  if (choices) return choices.map((text) => ({ text, description: '' }));
  if (complete === 'file' || complete === 'folder') return [{ text: `:${complete}`, description: '' }];
  return complete ? names(complete) : [];
}

function argumentAt(parts: readonly ArgumentSpec[], position: number): ArgumentSpec | undefined {
  const last = parts.at(-1);
  return parts[position] ?? (last?.variadic ? last : undefined);
}

/** Words that are neither options nor their values. */
function positionals(options: readonly OptionSpec[], given: readonly string[]): string[] {
  return given.filter((word, i) => {
    if (word.startsWith('-')) return false;
    const previous = given[i - 1];
    return !(previous && options.some((option) => takesValue(option) && flagsOf(option).includes(previous)));
  });
}

const takesValue = ({ flags }: OptionSpec): boolean => /[<[]/.test(flags);

const flagsOf = ({ flags }: OptionSpec): string[] => flags.match(/--?[a-z-]+/g) ?? [];

const longOf = (option: OptionSpec): string => flagsOf(option).find((flag) => flag.startsWith('--')) ?? '';
