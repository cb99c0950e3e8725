import { resolve } from 'node:path';
import { fromBrat, fromRatings, type Material, ofCodes } from '../cli/agree-material.js';
import { storeDecisions } from '../cli/agree-adjudicate.js';
import { requireSensible } from '../cli/agree-options.js';
import { fromStudy } from '../cli/agree-study.js';
import { GROUPS, caveatsOf, drawnTables, isDrawn, tableOf, viewOf } from '../cli/agree-views.js';
import type { Command, ExitCode, Invocation, Values } from '../cli/command.js';
import { scriptOptions } from '../cli/desk-options.js';
import { boundOf, shortfalls } from '../cli/fail-under.js';
import { UsageError } from '../cli/failure.js';
import { type Findings, tellOn } from '../cli/findings.js';
import { codeOptions, filterOptions, studyOptions, tableOptions, withoutQuery } from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { codesToList } from '../cli/study-options.js';
import { refuseInputs, targetOf } from '../cli/target.js';
import { agreementOf } from '../measure/agree/agree.js';
import { unitsIn } from '../measure/agree/compared.js';
import type { AgreementBasis } from '../report/agreement-table.js';
import { listInWords } from '../report/basis.js';

const RESAMPLES = 1000;
const SEED = 1;

export const agree: Command = {
  name: 'agree',
  summary: 'measure how far coders agree, and settle where they do not',
  description:
    'Compares what coders stored in this study: on units that both marked as seen, blind, as they stood before adjudication. Without names, all coders. ' +
    'Shows all measures with intervals over sources, then each code with its 2×2; CSV holds the measures, with --by code the codes.\n' +
    'From two coders to one set of codings, with ann and bo:\n' +
    '  qcode assign ann --share 20% --seed 7        the same seed draws the same sources for both\n' +
    '  qcode assign bo --share 20% --seed 7\n' +
    '  qcode tag --coder ann --assigned             each codes alone; Space marks a unit as seen\n' +
    '  qcode tag --coder bo --assigned\n' +
    '  qcode agree ann bo                           how far they agree, before they talk\n' +
    '  qcode agree ann bo --disagreements -o open.csv\n' +
    '  (talk, and fill in the column decision; or decide in the terminal, without the file)\n' +
    '  qcode agree ann bo --adjudicate open.csv\n' +
    '  qcode agree ann bo --disagreements --open    what is left to decide\n' +
    '  qcode report -o report.md                    figures come from adjudicated\n' +
    '--adjudicate without a file stands last, and opens the units on which the coders differ in the terminal, those that are open first: A takes what the first coder gave, B the second, + all, = what is common, 0 none, a picks codes; z takes a decision back, ? shows all keys. What nobody differs on is stored first, after a question; the last words are what is open.\n' +
    'Only units that are marked as seen are compared, so mark those without a code too. --adjudicate stores what nobody differs on, coders who are not named here among them, and what the table decides, as the coder adjudicated, whom figures then come from unless analysis: in qcode.yaml or an option names others. Sources that one person coded are not in those. A table with an error stores nothing; a decision stands until a table has another.\n' +
    '--ratings reads a table in place of the study: a row a unit and a column a coder, or columns unit, coder, code; an empty cell is a unit that the coder did not see, (none) one without a code. --brat reads annotations of brat.',
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
    { flags: '--open', description: 'with --disagreements: only those that are not settled by adjudication' },
    {
      flags: '--adjudicate [file]',
      description: 'store what is agreed, with the decisions of this CSV file; without one, decide in the terminal',
      complete: 'file',
    },
    { flags: '--dry-run', description: 'with --adjudicate FILE: only say what would be stored' },
    ...scriptOptions,
    {
      flags: '--fail-under <measure:bound>',
      description: 'exit 1 where a measure over all units is below a bound, such as alpha:0.7',
      repeatable: true,
    },
    {
      flags: '--round <n>',
      description: 'only this round: coders with the sources that assignments.csv gives them in it',
    },
    { flags: '--not-blind', description: 'units too that were seen with keyword hits or codings of others in view' },
    {
      flags: '--whole-sources',
      description: 'with --not-blind: a coder who coded in a source and marked nothing as seen saw all of it',
    },
    { flags: '--after-adjudication', description: 'what coders stored after a unit was adjudicated counts too' },
    {
      flags: '--resamples <n>',
      description: `how many times sources are drawn for an interval, at least 100; 0 for none (${RESAMPLES})`,
    },
    { flags: '--seed <number>', description: `a whole number that the draws depend on (${SEED})` },
    ...codeOptions,
    ...filterOptions,
    withoutQuery(
      'Coders are compared on all that they coded: what it leaves out of one would seem to be disagreement. Name codes with --code and --below, and texts with --case, --where or --speaker.',
    ),
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
  requireSensible(invocation);
  const bounds = values.all('failUnder').map(boundOf);
  if (values.flag('adjudicate')) return adjudicate(invocation, findings);
  if (values.one('adjudicate') !== undefined)
    return storeDecisions(invocation, (await materialOf(invocation, findings)).study!, findings);
  const whole = await materialOf(invocation, findings);
  const codes = codesAmong(whole, values);
  const material = withCodes(whole, codes);
  const { compared } = material;
  const basis: AgreementBasis = {
    subject: `${listInWords(compared.coders)}: ${unitsIn(compared)} ${material.units}, ${compared.sources.length} ${compared.sources.length === 1 ? 'source' : 'sources'}`,
    notes: material.notes,
    parameters: { ...material.parameters, coders: compared.coders, codes },
  };
  const caveats = [...material.caveats, ...caveatsOf(compared)];
  const view = viewOf(values);
  if (!isDrawn(view)) {
    await printBlock(invocation, tableOf(view, invocation, material, basis), caveats);
    return findings.exitCode();
  }
  const wanted = resamplesOf(values);
  // Few sources are drawn alike again and again: an interval would be of these sources, and of no others.
  const resamples = compared.sources.length < FEWEST_SOURCES ? 0 : wanted;
  const seed = numberOf(values, 'seed', 0) ?? SEED;
  const agreement = agreementOf(compared, resamples === 0 ? null : { resamples, seed });
  const below = shortfalls(agreement, bounds);
  caveats.push(...fewSources(compared.sources.length, resamples));
  const tables = drawnTables(view, agreement, material, {
    ...basis,
    notes: [...basis.notes, intervalsNote(compared.sources.length, wanted, seed)],
    parameters: { ...basis.parameters, resamples, ...(resamples > 0 && { seed, confidence: 0.95 }) },
  });
  const format = formatOf(values);
  if (tables.length === 1 || format === 'csv') await printBlock(invocation, tables[0]!, caveats);
  else {
    const sections = tables.map((table) => ({ heading: '', blocks: [table] }));
    await printReport(invocation, { title: `Agreement of ${listInWords(compared.coders)}`, caveats, sections }, format);
  }
  for (const sentence of below) shell.err.write(`${sentence}\n`);
  return below.length > 0 ? 1 : findings.exitCode();
}

/** Settles in the terminal where coders differ. */
async function adjudicate(invocation: Invocation, findings: Findings): Promise<ExitCode> {
  const { requireTerminal } = await import('../tui/shell/enter.js');
  requireTerminal(
    invocation.values,
    'agree --adjudicate without a file',
    'Write the disagreements with --disagreements -o FILE, fill in the column decision, and give --adjudicate FILE.',
  );
  const { adjudicateByHand } = await import('../tui/shell/adjudicate.js');
  const { study } = await materialOf(invocation, findings);
  return adjudicateByHand(invocation, study!, findings);
}

/** How many sources intervals are drawn of at least, and below how many they are too narrow to go without a word. */
const FEWEST_SOURCES = 5;
const FEW_SOURCES = 10;
/** Fewer draws than these have no 2.5th percentile worth the name. */
const FEWEST_RESAMPLES = 100;

function resamplesOf(values: Values): number {
  const given = numberOf(values, 'resamples', 0) ?? RESAMPLES;
  if (given > 0 && given < FEWEST_RESAMPLES) {
    throw new UsageError(
      `--resamples wants at least ${FEWEST_RESAMPLES}, or 0 for no intervals, not ${given}`,
      'Limits of fewer draws are chance.',
    );
  }
  return given;
}

function fewSources(sources: number, resamples: number): string[] {
  if (resamples === 0 || sources >= FEW_SOURCES) return [];
  return [`The intervals rest on ${sources} sources only: from fewer than ${FEW_SOURCES} they come out too narrow.`];
}

function intervalsNote(sources: number, resamples: number, seed: number): string {
  if (resamples === 0) return 'No intervals were asked for.';
  if (sources < FEWEST_SOURCES)
    return `No intervals: they draw whole sources, at least ${FEWEST_SOURCES}, and there ${sources === 1 ? 'is one only' : `are ${sources}`}.`;
  return `Intervals: 95%, percentiles of ${resamples} draws of whole sources with replacement, seed ${seed}. Draws that leave a measure undefined are in no interval; where they are more than 5%, there is none.`;
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

/** The ids of the codes asked for; of a table of ratings those that `--code` names. */
function codesAmong({ study }: Material, values: Values): readonly string[] {
  if (!study) return values.all('code');
  return codesToList(values, study.study)?.map((code) => study.study.codebook.codes[code]!.id) ?? [];
}

/** What is compared, and of each round, of the codes that are named; of all where none is. */
function withCodes(material: Material, wanted: readonly string[]): Material {
  const { compared, rounds } = material;
  const unknown = wanted.find((code) => !compared.codes.includes(code));
  if (unknown !== undefined)
    throw new UsageError(`there is no code "${unknown}" to compare`, `There are ${compared.codes.join(', ')}.`);
  if (wanted.length === 0) return material;
  const ofRounds = new Map([...rounds].map(([round, of]) => [round, ofCodes(of, wanted)]));
  return { ...material, compared: ofCodes(compared, wanted), rounds: ofRounds };
}
