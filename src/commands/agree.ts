import { resolve } from 'node:path';
import { fromBrat, fromRatings, type Material, ofCodes } from '../cli/agree-material.js';
import { storeDecisions } from '../cli/agree-adjudicate.js';
import { fromStudy } from '../cli/agree-study.js';
import { GROUPS, caveatsOf, tablesFor } from '../cli/agree-views.js';
import type { Command, ExitCode, Invocation } from '../cli/command.js';
import { boundOf, shortfalls } from '../cli/fail-under.js';
import { UsageError } from '../cli/failure.js';
import { type Findings, tellOn } from '../cli/findings.js';
import { codeOption, filterOptions, studyOptions, tableOptions } from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { refuseInputs, targetOf } from '../cli/target.js';
import { agreementOf } from '../measure/agree/agree.js';
import { type Compared, unitsIn } from '../measure/agree/compared.js';
import type { AgreementBasis } from '../report/agreement-table.js';

const RESAMPLES = 1000;
const SEED = 1;

export const agree: Command = {
  name: 'agree',
  summary: 'measure how far coders agree, and settle where they do not',
  description:
    'Compares what coders stored in this study: on units that both marked as seen, blind, as they stood before adjudication. Without names, all coders. ' +
    'Shows all measures with intervals over sources, then each code with its 2×2; CSV holds the measures, with --by code the codes. ' +
    '--ratings reads a table in place of the study: a row a unit and a column a coder, or columns unit, coder, code; an empty cell is a unit that the coder did not see, (none) one without a code. --brat reads annotations of brat. ' +
    '--disagreements lists the units on which coders differ; with its column decision filled in, --adjudicate takes that table and stores what is agreed as the coder adjudicated.',
  arguments: [{ name: 'coders', description: 'whom to compare (all)', variadic: true, complete: 'coder' }],
  options: [
    {
      flags: '--unit <unit>',
      description: "what is compared (the study's unit, else paragraph)",
      choices: ['sentence', 'paragraph', 'turn', 'line', 'source'],
    },
    { flags: '--ratings <file>', description: 'compare the ratings of a CSV file', complete: 'file' },
    {
      flags: '--brat <folder>',
      description: 'compare annotations of brat: a folder for each annotator below this one',
      complete: 'folder',
    },
    {
      flags: '--by <what>',
      description: 'the main measures of each code, source, round or pair of coders',
      choices: GROUPS,
    },
    { flags: '--confusion', description: 'who used which code where the other used which; of two coders' },
    {
      flags: '--disagreements',
      description: 'list the units on which coders differ, with the codes of each and the text',
    },
    {
      flags: '--adjudicate <file>',
      description: 'store what is agreed, with the decisions of this CSV file',
      complete: 'file',
    },
    { flags: '--dry-run', description: 'with --adjudicate: only say what would be stored' },
    {
      flags: '--fail-under <measure:bound>',
      description: 'exit 1 where a measure is below a bound, such as alpha:0.7',
      repeatable: true,
    },
    { flags: '--round <n>', description: 'only sources of this round of assignments.csv' },
    { flags: '--not-blind', description: 'units too that were seen with keyword hits or codings of others in view' },
    { flags: '--whole-sources', description: 'a coder who coded in a source and marked nothing as seen saw all of it' },
    { flags: '--after-adjudication', description: 'what coders stored after the adjudication of a source counts too' },
    {
      flags: '--resamples <n>',
      description: `how many times sources are drawn for an interval; 0 for none (${RESAMPLES})`,
    },
    { flags: '--seed <number>', description: `a whole number that the draws depend on (${SEED})` },
    codeOption,
    ...filterOptions,
    ...tableOptions,
    ...studyOptions,
  ],
  examples: [
    { line: 'qcode agree --ratings double-coded.csv', shows: 'two coders of a pilot, all measures and each code' },
    {
      line: 'qcode agree --ratings double-coded.csv --by code --format csv',
      shows: 'each code with its 2×2, for a spreadsheet',
    },
    { line: 'qcode agree --ratings double-coded.csv --disagreements', shows: 'where they differ' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  requireOneOf(invocation);
  const bounds = values.all('failUnder').map(boundOf);
  const material = await materialOf(invocation, findings);
  if (values.one('adjudicate') !== undefined) return storeDecisions(invocation, material.study!, findings);
  const compared = chosenCodes(material.compared, values.all('code'));
  const resamples = numberOf(values, 'resamples', 0) ?? RESAMPLES;
  const seed = numberOf(values, 'seed', 0) ?? SEED;
  const basis: AgreementBasis = {
    subject: `${inWords(compared.coders)}: ${unitsIn(compared)} ${material.units}, ${compared.sources.length} ${compared.sources.length === 1 ? 'source' : 'sources'}`,
    notes: material.notes,
  };
  const drawn = {
    ...basis,
    notes: [...basis.notes, intervalsNote(compared.sources.length, resamples, seed)],
  };
  const measured = agreementOf(compared, resamples === 0 ? null : { resamples, seed });
  const caveats = caveatsOf(compared);
  const below = shortfalls(measured, bounds);
  const tables = tablesFor(invocation, { ...material, compared }, measured, { basis, drawn });
  const format = formatOf(values);
  if (tables.length === 1 || format === 'csv') await printBlock(invocation, tables[0]!, caveats);
  else {
    const sections = tables.map((table) => ({ heading: '', blocks: [table] }));
    await printReport(invocation, { title: `Agreement of ${inWords(compared.coders)}`, caveats, sections }, format);
  }
  for (const sentence of below) shell.err.write(`${sentence}\n`);
  return below.length > 0 ? 1 : findings.exitCode();
}

function intervalsNote(sources: number, resamples: number, seed: number): string {
  if (resamples === 0) return 'No intervals were asked for.';
  if (sources < 2) return 'No intervals: they draw whole sources, and there is one only.';
  return `Intervals: 95%, percentiles of ${resamples} draws of whole sources with replacement, seed ${seed}.`;
}

function requireOneOf({ values }: Invocation): void {
  const flags = ['ratings', 'brat', 'adjudicate'].filter((name) => values.one(name) !== undefined);
  if (flags.length > 1)
    throw new UsageError(`--${flags[0]!} and --${flags[1]!} exclude each other`, 'Give one of them.');
  const views = [
    ...(values.one('by') === undefined ? [] : ['by']),
    ...['confusion', 'disagreements'].filter((name) => values.flag(name)),
    ...(values.one('adjudicate') === undefined ? [] : ['adjudicate']),
  ];
  if (views.length > 1)
    throw new UsageError(`--${views[0]!} and --${views[1]!} exclude each other`, 'Give one of them.');
  if (values.flag('dryRun') && values.one('adjudicate') === undefined) {
    throw new UsageError('--dry-run belongs to --adjudicate', 'Nothing else is stored.');
  }
}

async function materialOf(invocation: Invocation, findings: Findings): Promise<Material> {
  const { values, shell } = invocation;
  const target = targetOf(invocation);
  const inputs = [values.one('ratings'), values.one('adjudicate')].flatMap((file) =>
    file === undefined ? [] : [resolve(shell.folder, file)],
  );
  if (target) refuseInputs(target, inputs);
  const ratings = values.one('ratings');
  if (ratings !== undefined) return fromRatings(invocation, ratings, findings);
  const brat = values.one('brat');
  return brat === undefined ? fromStudy(invocation, findings) : fromBrat(invocation, brat, findings);
}

function chosenCodes(compared: Compared, wanted: readonly string[]): Compared {
  const unknown = wanted.find((code) => !compared.codes.includes(code));
  if (unknown !== undefined)
    throw new UsageError(`there is no code "${unknown}" to compare`, `There are ${compared.codes.join(', ')}.`);
  return wanted.length === 0 ? compared : ofCodes(compared, wanted);
}

function inWords(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
