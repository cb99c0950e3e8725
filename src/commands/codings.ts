import { addCodings } from '../cli/codings-add.js';
import { importCodings } from '../cli/codings-import.js';
import { listCodings } from '../cli/codings-list.js';
import { removeCodings } from '../cli/codings-remove.js';
import type { Command, OptionSpec } from '../cli/command.js';
import { codeOptions, filterOptions, studyOptions, tableOptions, queryOption } from '../cli/options.js';

const [formatOption, ...otherTableOptions] = tableOptions;

const ownOption: OptionSpec = {
  flags: '--coder <name>',
  description: 'who codes (else QCODE_CODER, else your name on this system)',
  complete: 'coder',
};

const list: Command = {
  name: 'list',
  summary: 'list the stored codings',
  description:
    'One row a coding or verdict that holds: its id, where it stands now, who laid it and when, memo and properties. ' +
    'state says whether the quotation is where it was coded (exact), elsewhere (moved), or not surely anywhere (fuzzy, ambiguous, lost), as after a correction of the transcript. ' +
    'A query is asked of the codings of all coders, or of those of --coder, with the keyword hits that they accepted. ' +
    'What it writes as CSV or JSON lines `qcode codings import` reads.',
  options: [
    { ...formatOption!, choices: [...(formatOption!.choices ?? []), 'jsonl'] },
    ...otherTableOptions,
    ...codeOptions,
    { flags: '--coder <name>', description: 'only codings of this coder', complete: 'coder' },
    { flags: '--starred', description: 'only starred quotations, with how to cite them' },
    ...filterOptions,
    queryOption,
    ...studyOptions,
  ],
  examples: [
    { line: 'qcode codings list', shows: 'everything that was coded by hand' },
    {
      line: 'qcode codings list --source A1-1 --format csv -o coded.csv',
      shows: 'the codings of one interview, as a table',
    },
  ],
  run: listCodings,
};

const add: Command = {
  name: 'add',
  summary: 'lay codes over a segment',
  description:
    'The segment is named by lines of the file, by a turn, by its words, or by positions. Words are found whatever the line breaks; where they stand several times, the message says in which lines. White space at the ends is left out, and labels and times where lines or a turn are given. ' +
    'Prints the id of each coding once it is on the disk.',
  arguments: [
    { name: 'source', description: 'the source: its id, or the name of its file', required: true, complete: 'source' },
  ],
  options: [
    { flags: '--code <id>', description: 'the code; several times for several', repeatable: true, complete: 'code' },
    { flags: '--line <n[:m]>', description: 'the speech in a line of the file, or in lines n to m' },
    { flags: '--turn <n>', description: 'the speech of a turn, from 1' },
    { flags: '--quote <text>', description: 'these words; with --line or --turn where they begin there' },
    { flags: '--nth <n>', description: 'which of several places of the words, from 1' },
    {
      flags: '--start <n>',
      description: 'position of the first character, from 0, in the text without its YAML header',
    },
    { flags: '--end <n>', description: 'position after the last character' },
    { flags: '--memo <text>', description: 'a memo on the coding' },
    { flags: '--star', description: 'star the quotation' },
    { flags: '--property <name=value>', description: 'a property of the coding', repeatable: true },
    ownOption,
    ...studyOptions,
  ],
  examples: [
    {
      line: 'qcode codings add A1-1 --code reach-officials --turn 2 --coder mchan',
      shows: 'a whole answer, as coder mchan',
    },
    {
      line: 'qcode codings add A1-1 --code contested --line 13 --memo "see the minutes" --coder mchan',
      shows: 'a line of the file, with a memo',
    },
  ],
  run: addCodings,
};

const remove: Command = {
  name: 'remove',
  summary: 'take codings back',
  description:
    "Takes back the coder's own codings and verdicts, by their ids. The log keeps what was there; git's merges do not bring it back.",
  arguments: [{ name: 'ids', description: 'ids, as `qcode codings list` shows them', required: true, variadic: true }],
  options: [ownOption, ...studyOptions],
  examples: [{ line: 'qcode codings remove c-3d304ff4e0 --coder mchan', shows: 'one coding taken back' }],
  run: removeCodings,
};

const importCommand: Command = {
  name: 'import',
  summary: 'store the codings of a CSV file or of JSON lines',
  description:
    'Columns source, code, and the place: start and end, or a quotation with perhaps its line or turn, or which of its places it is (nth, from 1), or a line or turn alone. Further ones: coder, memo, star (yes), properties, verdict, at, id; others are passed over. ' +
    'Where positions and quotation are given, the words must stand there; else line and turn must be those of the place. Nothing is stored until every row is right, unless --partial says so.',
  arguments: [{ name: 'file', description: 'the CSV file, or JSON lines', required: true, complete: 'file' }],
  options: [
    { flags: '--dry-run', description: 'only say what would be stored, and which rows are wrong' },
    { flags: '--partial', description: 'store the rows that are right although others are wrong' },
    { flags: '--raw', description: 'take an apostrophe before = + - @ for part of the cell, as list --raw writes it' },
    { ...ownOption, description: 'who codes, for all rows (else their column coder, QCODE_CODER, your name)' },
    ...studyOptions,
  ],
  examples: [
    { line: 'qcode codings import coded.csv --coder ann --dry-run', shows: 'what a table would store for coder ann' },
  ],
  run: importCodings,
};

export const codings: Command = {
  name: 'codings',
  summary: 'list, add, remove and import codings by hand',
  description: 'Codings as they are stored, for scripts and for whoever codes without the screen of `qcode tag`.',
  subcommands: [list, add, remove, importCommand],
  examples: [{ line: 'qcode codings list', shows: 'everything that was coded by hand' }],
};
