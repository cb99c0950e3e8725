import { type CatalogueEntry, catalogue } from '../core/catalogue.js';
import { byCodePoint } from '../core/order.js';
import { KEYS } from '../store/settings.js';
import type { ArgumentSpec, Command, Entry, OptionSpec } from './command.js';
import { explained, usageLine } from './help.js';
import { EQUIVALENTS, type Equivalent } from './hyperresearch.js';

/** Keys of the terminal UI under one heading, as its help screen shows them. */
export interface KeySection {
  readonly section: string;
  readonly bindings: readonly { readonly keys: string; readonly help: string }[];
}

/**
 * MANUAL.md: every command with its options, the keys of `qcode tag`, those of qcode.yaml, what does here what HyperRESEARCH
 * does, and every diagnostic with its remedy.
 */
export async function manual(entries: readonly Entry[], keys: readonly KeySection[]): Promise<string> {
  const commands: Command[] = [];
  for (const { hidden, load } of entries) if (!hidden) commands.push(await load());
  const sections = [
    '# The manual of qcode',
    'Generated from the commands themselves (`npm run docs`); do not edit by hand.',
    'Data goes to standard output, everything else to standard error. The exit code is 0 when all is well, 1 when there are findings (a source that cannot be read, a mistake in a file), 2 when the command line is wrong or a file cannot be read or written, and 130 after Ctrl-C. `NO_COLOR` is honoured.',
    'The examples are called in `samples/procurement-services`. That study reads its codebook from `codebooks/` two folders up: whoever copies it to work in copies both, `cp -r samples codebooks ELSEWHERE`.',
    `## Commands\n\n${commands.map(({ name, summary }) => `- [\`qcode ${name}\`](#qcode-${name}): ${summary}`).join('\n')}`,
    ...commands.flatMap((command) => commandSections(command, ['qcode', command.name])),
    keysSection(keys),
    settingsSection(),
    equivalentsSection(),
    diagnosticsSection(),
  ];
  return `${sections.join('\n\n')}\n`;
}

function commandSections(command: Command, path: readonly string[]): string[] {
  const { subcommands = [], description, options = [], arguments: parts = [], examples } = command;
  const heading = path.length > 2 ? '####' : '###';
  return [
    `${heading} qcode ${path.slice(1).join(' ')}`,
    `${sentence(command.summary)} ${description.includes('\n') ? `\n\n${paragraphs(description)}` : description}`,
    fenced([usageLine(command, path)]),
    ...(parts.length > 0 ? [table(['Argument', 'Meaning'], parts.map(argumentRow))] : []),
    ...(options.length > 0
      ? [table(['Option', 'Meaning'], options.filter(({ hidden }) => !hidden).map(optionRow))]
      : []),
    ...(examples.length > 0
      ? [`In \`samples/procurement-services\`:\n\n${fenced(examples.map(({ line, shows }) => `${line}   # ${shows}`))}`]
      : []),
    ...subcommands.flatMap((each) => commandSections(each, [...path, each.name])),
  ];
}

function keysSection(sections: readonly KeySection[]): string {
  const tables = sections.map(({ section, bindings }) => {
    const rows = bindings.map(({ keys, help }) => [keys.split(' ').map(code).join(' '), sentence(help)]);
    return `### ${section}\n\n${table(['Keys', 'What they do'], rows)}`;
  });
  return `## Keys of qcode tag\n\n\`?\` shows them on the screen; the line at the bottom names those that work now.\n\n${tables.join('\n\n')}`;
}

/** A key between backticks, however many it consists of. */
const code = (key: string): string => (key.includes('`') ? `\`\` ${key} \`\`` : `\`${key}\``);

function settingsSection(): string {
  const rows = Object.entries(KEYS).map(([name, { means }]) => [`\`${name}\``, means]);
  return `## qcode.yaml\n\nEvery key may be left out; what holds then stands in parentheses.\n\n${table(['Key', 'Meaning'], rows)}\n\n## people.csv\n\n${PEOPLE}`;
}

const PEOPLE =
  'Who speaks under which label: columns `source` and `speaker`, and as you need them `person`, `role`, `case`, `consent` and attributes of persons. ' +
  '`consent` is `quote` (counted and quoted, as where it is empty), `paraphrase` or `count` (counted; a note stands wherever the words would), ' +
  'or `none` (neither counted nor quoted, in counts of words too; every table says so among its filters).';

function equivalentsSection(): string {
  const rows = EQUIVALENTS.map(({ theirs, ours, remark }: Equivalent) => [
    theirs,
    ours.map((line) => `\`${line}\``).join('<br>'),
    remark ?? '',
  ]);
  return `## Coming from HyperRESEARCH\n\nWhat it does with text, and the commands that do the same. Pictures, sound and film are not coded here.\n\n${table(['There', 'Here', 'Remark'], rows)}`;
}

function diagnosticsSection(): string {
  const entries = Object.entries(catalogue).sort(([a], [b]) => byCodePoint(a, b));
  return `## Diagnostics\n\nQC1xx: codebook and YAML. QC2xx: codings. QC3xx: transcripts. QC4xx: the study.\n\n${entries.map(diagnostic).join('\n\n')}`;
}

function diagnostic([code, { title, cause, remedy }]: [string, CatalogueEntry]): string {
  return `### ${code}: ${title}\n\n${sentence(cause)} *Remedy:* ${sentence(remedy)}`;
}

const argumentRow = ({ name, description }: ArgumentSpec): string[] => [`\`${name.toUpperCase()}\``, description];

const optionRow = (option: OptionSpec): string[] => [`\`${option.flags}\``, explained(option)];

/** With a capital and a full stop. */
function sentence(text: string): string {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function fenced(lines: readonly string[]): string {
  return ['```', ...lines, '```'].join('\n');
}

/** Lines as they stand; indented ones, which are to be typed, as a block. */
function paragraphs(description: string): string {
  const lines = description.split('\n');
  const isTyped = (line: string | undefined): boolean => line?.startsWith('  ') ?? false;
  return lines
    .map((line, i) => {
      if (!isTyped(line)) return i + 1 < lines.length && !isTyped(lines[i + 1]) ? `${line}  ` : line;
      const before = isTyped(lines[i - 1]) ? '' : '\n```text\n';
      return `${before}${line.slice(2)}${isTyped(lines[i + 1]) ? '' : '\n```\n'}`;
    })
    .join('\n');
}
