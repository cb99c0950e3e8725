import type { Command, Invocation } from '../cli/command.js';
import { tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { analysisOptions, filterOptions, passOptions, pathsArgument, withoutQuery } from '../cli/options.js';
import { printBlock } from '../cli/print.js';
import { looseStudyFor } from '../cli/study-options.js';
import { uncoded } from '../report/basis.js';
import { sourcesTable } from '../report/sources-table.js';
import { speakersTable } from '../report/speakers-table.js';

export const sources: Command = {
  name: 'sources',
  summary: 'list sources with their cases, words and speakers',
  description:
    'A row for each transcript: its case, speakers and their roles, turns, words and, with a codebook, codings. ' +
    'With --speakers a row for each speaker of each source: labels as they were recognised, which is where to look first for a false one.',
  arguments: [pathsArgument],
  options: [
    { flags: '--speakers', description: 'one row for each speaker of each source' },
    ...filterOptions,
    withoutQuery('qcode frequency --by source --query QUERY counts in each source what a query selects.'),
    ...analysisOptions,
    ...passOptions,
  ],
  examples: [
    { line: 'qcode sources', shows: 'all interviews' },
    { line: 'qcode sources --speakers --include-interviewer', shows: 'who speaks where, and how much' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const findings = tellOn(invocation.shell);
  const study = await looseStudyFor(invocation, findings);
  const { value, basis, caveats } = await measure(invocation, study, findings, () => ({ glance: {} }));
  const attributes = [...new Set(value.glance.flatMap((glance) => Object.keys(glance.attributes)))];
  const reading = study.codebook ? basis : uncoded(basis);
  const table = invocation.values.flag('speakers')
    ? speakersTable(value.glance, reading)
    : sourcesTable(value.glance, attributes, reading);
  await printBlock(invocation, table, caveats);
  return findings.exitCode();
}
