import type { ArgumentSpec, Command, Entry, OptionSpec } from './command.js';

/** The help of qcode itself, from the registry alone: no command is loaded for it. */
export function rootHelp(entries: readonly Entry[]): string {
  const shown = entries.filter(({ hidden }) => !hidden).map(({ name, summary }) => [name, summary] as const);
  return `qcode: thematic coding of interview transcripts, in Chinese and English.

Usage: qcode COMMAND [OPTIONS] [FILES]

Commands
${columns(shown)}

Options
${columns([
  ['--version', 'print the version'],
  ['--help', 'print this; qcode COMMAND --help explains a command'],
])}

Inside a study (a folder with a qcode.yaml) no file needs naming. Elsewhere:
  qcode frequency --codebook codebook.yaml interviews/
`;
}

/** The help of one command. `path` are the words that call it, `qcode` first. */
export function commandHelp(command: Command, path: readonly string[]): string {
  const { subcommands, description, options = [], arguments: parts = [], examples } = command;
  const sections = [`${path.join(' ')}: ${command.summary}`, `Usage: ${usageLine(command, path)}`, wrap(description)];
  if (subcommands) sections.push(`Commands\n${columns(subcommands.map(({ name, summary }) => [name, summary]))}`);
  if (parts.length > 0)
    sections.push(`Arguments\n${columns(parts.map((part) => [placeholder(part), part.description]))}`);
  const shown = options.filter(({ hidden }) => !hidden);
  if (shown.length > 0) sections.push(`Options\n${columns(shown.map((option) => [option.flags, explained(option)]))}`);
  const lines = examples.map(({ line, shows }) => `  ${line}\n      ${shows}`);
  if (lines.length > 0) sections.push(`Examples (in samples/procurement-services)\n${lines.join('\n')}`);
  return `${sections.join('\n\n')}\n`;
}

/** `qcode quotes [OPTIONS] [PATHS...]` */
export function usageLine({ subcommands, options, arguments: parts = [] }: Command, path: readonly string[]): string {
  const words = [...path];
  if (subcommands) words.push('COMMAND');
  if (options && options.length > 0) words.push('[OPTIONS]');
  return [...words, ...parts.map(placeholder)].join(' ');
}

function placeholder({ name, required, variadic }: ArgumentSpec): string {
  const inner = `${name.toUpperCase()}${variadic ? '...' : ''}`;
  return required ? inner : `[${inner}]`;
}

/** The description of an option with its choices, and that it may be repeated. */
export function explained({ description, choices, repeatable }: OptionSpec): string {
  const values = choices ? `: ${choices.join(', ')}` : '';
  return `${description}${values}${repeatable ? ' (may be repeated)' : ''}`;
}

const WIDTH = 100;

/** Two columns; what does not fit beside a long name goes below it. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.min(30, Math.max(...rows.map(([name]) => name.length)));
  const indent = ' '.repeat(left + 4);
  return rows
    .map(([name, text]) => {
      const lines = wrap(text, WIDTH - indent.length).split('\n');
      const first = name.length <= left ? `  ${name.padEnd(left)}  ${lines.shift() ?? ''}` : `  ${name}`;
      return [first.trimEnd(), ...lines.map((line) => indent + line)].join('\n');
    })
    .join('\n');
}

/** Wraps paragraphs between words; indented lines stand as they are. */
function wrap(text: string, width = WIDTH): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(' ') ? line : wrapLine(line, width)))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines[lines.length - 1] as string;
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
