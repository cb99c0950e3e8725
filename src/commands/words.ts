import { resolve } from 'node:path';
import type { Command, Invocation } from '../cli/command.js';
import { type Findings, need, tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { filterOptions, jobsOption, pathsArgument, studyOptions, tableOptions } from '../cli/options.js';
import { printBlock } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { looseStudyFor } from '../cli/study-options.js';
import { frequentWords } from '../measure/words/word-count.js';
import { folded } from '../measure/words/words-of.js';
import { uncoded } from '../report/basis.js';
import { wordsTable } from '../report/words-table.js';
import { shownPath } from '../store/locate.js';
import { readText } from '../store/text-file.js';

const DEFAULT_LIMIT = 50;
const DEFAULT_LEAST = 2;

export const words: Command = {
  name: 'words',
  summary: 'count the words that people use',
  description:
    'The words of all sources by how often they stand, with how many sources and cases have them: a first look at what is talked about, before there is a code. ' +
    'Chinese is counted by runs of characters, as no list of words knows those of a field. Function words are left out, and what --except lists. ' +
    'qcode find WORD shows where a word stands, and with --confirm codes it there.',
  arguments: [pathsArgument],
  options: [
    { flags: '--limit <n>', description: `at most so many words (${DEFAULT_LIMIT})` },
    { flags: '--min-count <n>', description: `only words that stand at least so often (${DEFAULT_LEAST})` },
    { flags: '--except <file>', description: 'words that are not wanted: a text file, one a line', complete: 'file' },
    ...filterOptions,
    ...tableOptions,
    ...studyOptions,
    jobsOption,
  ],
  examples: [
    { line: 'qcode words', shows: 'the fifty most frequent words' },
    { line: 'qcode words --case A3 --limit 20 --min-count 3', shows: 'those of one agency' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values } = invocation;
  const limit = numberOf(values, 'limit', 1) ?? DEFAULT_LIMIT;
  const least = numberOf(values, 'minCount', 1) ?? DEFAULT_LEAST;
  const findings = tellOn(invocation.shell);
  const except = await exceptions(invocation, findings);
  const study = await looseStudyFor(invocation, findings);
  const { value, basis, caveats } = await measure(invocation, study, findings, () => ({ words: {} }), {
    kind: 'rules',
  });
  const found = frequentWords(value.words, least, except);
  const table = wordsTable(found.slice(0, limit), found.length, least, value.words, uncoded(basis));
  await printBlock(invocation, table, caveats);
  return findings.exitCode();
}

async function exceptions({ values, shell }: Invocation, findings: Findings): Promise<ReadonlySet<string>> {
  const named = values.one('except');
  if (named === undefined) return new Set();
  const path = resolve(shell.folder, named);
  const lines = need(await readText(path, shownPath(shell.folder, path)), findings).split('\n');
  return new Set(lines.map((line) => folded(line.trim())).filter((word) => word !== ''));
}
