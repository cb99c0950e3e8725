import type { Command, Invocation } from '../cli/command.js';
import { tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import {
  analysisOptions,
  codeOption,
  filterOptions,
  jobsOption,
  pathsArgument,
  queryOption,
  rollupOption,
  studyOptions,
  tableOptions,
} from '../cli/options.js';
import { printBlock } from '../cli/print.js';
import { codesOf, studyFor } from '../cli/study-options.js';
import { associations } from '../measure/association/registry.js';
import { jaccard } from '../measure/association/jaccard.js';
import type { PairFigure } from '../measure/cooccurrence-matrix.js';
import { finishCooccurrence } from '../measure/cooccurrence-finish.js';
import type { MeetingPlace } from '../measure/cooccurrence-types.js';
import { cooccurrencePairs } from '../report/cooccurrence-pairs.js';
import { cooccurrenceTable } from '../report/cooccurrence-table.js';

/** What cells may hold, by the word of `--show`. */
const FIGURES: Readonly<Record<string, PairFigure>> = {
  count: 'both',
  cases: 'cases',
  ...Object.fromEntries(associations.map((association) => [association.id, association])),
};

const UNITS: readonly MeetingPlace[] = ['sentence', 'paragraph', 'turn', 'line', 'source', 'case', 'overlap'];

export const cooccurrence: Command = {
  name: 'cooccurrence',
  summary: 'count which codes meet',
  description:
    'A row and a column for each code; a cell says in how many units both occur, the diagonal in how many units the code does. ' +
    'A unit has a code where a coding overlaps it by at least one character. With --unit overlap, pairs of segments that share a position are counted instead. ' +
    'A code with one above or below it in the codebook is left blank. --long lists pairs with the units of each code, Jaccard, the cases with the pair, and how many meetings rest on the same matched words.',
  arguments: [pathsArgument],
  options: [
    { flags: '--unit <unit>', description: "where codes meet (the study's unit, else paragraph)", choices: UNITS },
    { flags: '--show <figure>', description: 'what cells hold', choices: Object.keys(FIGURES) },
    { flags: '--long', description: 'one row a pair, with all its figures' },
    rollupOption,
    codeOption,
    ...filterOptions,
    queryOption,
    ...analysisOptions,
    ...tableOptions,
    ...studyOptions,
    jobsOption,
  ],
  examples: [
    { line: 'qcode cooccurrence', shows: 'which codes share a paragraph' },
    {
      line: 'qcode cooccurrence --unit sentence --long --format csv',
      shows: 'pairs with all figures, for a spreadsheet',
    },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyFor(invocation, findings);
  const codes = codesOf(values, study) ?? undefined;
  const unit = (values.one('unit') as MeetingPlace | undefined) ?? study.settings.unit;
  const long = values.flag('long');
  const figure = FIGURES[values.one('show') ?? 'count'] ?? 'both';
  const units = long || (typeof figure !== 'string' && figure.needsUnits);
  const { value, basis, caveats } = await measure(invocation, study, findings, () => ({
    cooccurrence: { unit, rollup: values.flag('rollup'), units },
  }));
  const finished = finishCooccurrence(value.cooccurrence, study.codebook);
  const table = long
    ? cooccurrencePairs(finished, jaccard, basis, codes)
    : cooccurrenceTable(finished, { figure, ...(codes && { codes }) }, basis);
  await printBlock(invocation, table, caveats);
  return findings.exitCode();
}
