import type { ArgumentSpec, OptionSpec } from './command.js';

/** Where the study is. */
export const studyOptions: readonly OptionSpec[] = [
  {
    flags: '--study <folder>',
    description: 'the study: a folder with a qcode.yaml (else the nearest above)',
    complete: 'folder',
  },
  {
    flags: '--codebook <file>',
    description: 'another codebook; with transcripts and no study, the codebook',
    complete: 'file',
  },
  { flags: '--cases <file>', description: 'another table of cases', complete: 'file' },
  { flags: '--encoding <name>', description: 'encoding of transcripts that are not UTF-8: gb18030, big5, utf-16le …' },
  { flags: '--marker <text>', description: 'a further non-speech marker, such as （嘆氣）', repeatable: true },
  { flags: '--markers', description: 'take non-speech markers such as [laughs] for speech: match and count them' },
];

export const pathsArgument: ArgumentSpec = {
  name: 'paths',
  description: 'transcript files and folders; in a study, which of its sources',
  variadic: true,
  complete: 'file',
};

/** Which sources and turns are in. */
export const filterOptions: readonly OptionSpec[] = [
  { flags: '--case <name>', description: 'only this case', repeatable: true, complete: 'case' },
  { flags: '--source <id>', description: 'only this source, or sources like A*', repeatable: true, complete: 'source' },
  { flags: '--speaker <label>', description: 'only turns of this speaker', repeatable: true },
  { flags: '--role <role>', description: 'only turns of this role: interviewer, respondent, other', repeatable: true },
  {
    flags: '--where <attribute=value>',
    description: 'only where an attribute has this value',
    repeatable: true,
    complete: 'attribute',
  },
  { flags: '--exclude-role <role>', description: 'leave out turns of this role', repeatable: true },
  { flags: '--include-interviewer', description: 'count interviewers too, whatever the study says' },
];

/** Which codings are in: of the commands whose figures or lists are of codings. */
export const queryOption: OptionSpec = {
  flags: '--query <query>',
  description: 'only codings that a query selects: "trust near power within 2 turns"; @NAME is one of qcode.yaml',
};

/** In place of it, where fewer codings would be read as something else. */
export function withoutQuery(remedy: string): OptionSpec {
  return { ...queryOption, hidden: true, refused: remedy };
}

const codeOption: OptionSpec = {
  flags: '--code <id>',
  description: 'only this code',
  repeatable: true,
  complete: 'code',
};

/** Whose codings the figures come from. */
export const analysisOptions: readonly OptionSpec[] = [
  {
    flags: '--coder <name>',
    description: 'codings of one coder, with the keyword hits accepted by that coder',
    complete: 'coder',
  },
  { flags: '--manual', description: 'codings of all coders' },
  { flags: '--rules', description: 'keyword hits alone' },
  { flags: '--all', description: 'keyword hits that no coder rejected, and codings of all coders' },
];

export const rollupOption: OptionSpec = {
  flags: '--rollup',
  description: 'a code holds the codings of the codes below it too',
};

const belowOption: OptionSpec = {
  flags: '--below',
  description: 'with --code: the codes below it too',
};

/** How many relations `--linked-to` goes along where `--steps` does not say it. */
export const DEFAULT_STEPS = 1;

/** Codes by how far they are away in the code map. */
export const linkOptions: readonly OptionSpec[] = [
  { flags: '--linked-to <code>', description: 'only what is linked to this code in the code map', complete: 'code' },
  { flags: '--steps <n>', description: `with --linked-to: at most so many relations away (${DEFAULT_STEPS})` },
];

/** Which codes are shown. */
export const codeOptions: readonly OptionSpec[] = [codeOption, belowOption, ...linkOptions];

export const jobsOption: OptionSpec = {
  flags: '--jobs <n>',
  description: 'threads that share the work; worth while past about 150 MB (1)',
};

/** How tables are written. */
export const tableOptions: readonly OptionSpec[] = [
  { flags: '--format <name>', description: 'how to write it', choices: ['table', 'csv', 'markdown', 'json'] },
  { flags: '--json', description: 'the same as --format json' },
  {
    flags: '-o, --output <file>',
    description: 'write to a file, which is replaced only when all is there',
    complete: 'file',
  },
  { flags: '--bom', description: 'begin CSV with a byte order mark, as Excel wants it' },
  { flags: '--raw', description: 'do not guard CSV cells that a spreadsheet would run as formulas' },
];

/** Of all that reads a study and prints what it found: how it is written, where the study is, and how it is read. */
export const passOptions: readonly OptionSpec[] = [...tableOptions, ...studyOptions, jobsOption];

/** Of reports on codings: in which sources and turns, which codings, and whose. */
export const reportOptions: readonly OptionSpec[] = [...filterOptions, queryOption, ...analysisOptions, ...passOptions];
