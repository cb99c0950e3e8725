import type { Command, Invocation, Values } from '../cli/command.js';
import { columnsBy, requireAttribute, studyBy } from '../cli/columns.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { codeOptions, pathsArgument, reportOptions, rollupOption } from '../cli/options.js';
import { printBlock, printWithCaveats } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { ruledIn } from '../cli/ruled-in.js';
import { type CodedStudy, codesShown, codesToList, studyFor } from '../cli/study-options.js';
import type { AnalysisSet } from '../measure/analysis-set.js';
import { atLeast } from '../measure/association/at-least.js';
import { associations } from '../measure/association/registry.js';
import { jaccard } from '../measure/association/jaccard.js';
import type { PairFigure } from '../measure/cooccurrence-matrix.js';
import { finishCooccurrence } from '../measure/cooccurrence-finish.js';
import { rowsOf } from '../measure/frequency-finish.js';
import type { Cooccurrence, MeetingPlace } from '../measure/cooccurrence-types.js';
import { LANGUAGE } from '../measure/language.js';
import { finishPairTable, finishPairs } from '../measure/pairs/finish.js';
import type { PairOptions } from '../measure/pairs/tally.js';
import type { Basis } from '../report/basis.js';
import { cooccurrencePairs } from '../report/cooccurrence-pairs.js';
import { cooccurrenceTable } from '../report/cooccurrence-table.js';
import type { Table } from '../report/model.js';
import { pooledCaveats, undeclaredCaveats } from '../report/language-caveats.js';
import { pairTable } from '../report/pair-table.js';

/** What cells may hold, by the word of `--measure`. */
const FIGURES: Readonly<Record<string, PairFigure>> = {
  count: 'both',
  cases: 'cases',
  ...Object.fromEntries(associations.map((association) => [association.id, association])),
};

const UNITS: readonly MeetingPlace[] = ['sentence', 'paragraph', 'turn', 'line', 'source', 'case', 'overlap'];

export const cooccurrence: Command = {
  name: 'cooccurrence',
  summary: 'count which codes meet, and how strongly they go together',
  description:
    'A row and a column for each code; a cell says in how many units both occur, the diagonal in how many units the code does. ' +
    'A unit has a code where a coding overlaps it by at least one character. With --unit overlap, pairs of segments that share a position are counted instead. ' +
    'A code with one above or below it in the codebook is left blank. ' +
    '--pairs lists pairs, strongest first, with every measure, intervals, and p values with Benjamini–Hochberg; of each pair only those units count in which somebody looked for both codes. ' +
    '--long lists pairs in codebook order with the units of each code, one measure, the cases with the pair, and how many meetings rest on the same matched words.',
  arguments: [pathsArgument],
  options: [
    { flags: '--unit <unit>', description: "where codes meet (the study's unit, else paragraph)", choices: UNITS },
    {
      flags: '--measure <figure>',
      description: 'what cells hold (count), what --long adds and --pairs is sorted by (jaccard)',
      choices: Object.keys(FIGURES),
    },
    { flags: '--pairs', description: 'one row a pair, strongest first, with all measures' },
    {
      flags: '--by <attribute>',
      description: 'with --pairs: for each case, or each value of another attribute',
      complete: 'attribute',
    },
    {
      flags: '--min-count <n>',
      description: 'the fewest units with both codes for a measure (0), or for a place in --pairs (1)',
    },
    { flags: '--long', description: 'one row a pair, in codebook order' },
    rollupOption,
    ...codeOptions,
    ...reportOptions,
  ],
  examples: [
    { line: 'qcode cooccurrence', shows: 'which codes share a paragraph' },
    {
      line: 'qcode cooccurrence --pairs --min-count 3 --measure lift',
      shows: 'pairs that meet three times or more, by how much more often than by chance',
    },
    {
      line: 'qcode cooccurrence --pairs --by agency --format csv',
      shows: 'the same for each agency, for a spreadsheet',
    },
    { line: 'qcode cooccurrence --unit turn --measure npmi --min-count 5', shows: 'a table of one measure' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values } = invocation;
  const pairs = values.flag('pairs');
  if (pairs && values.flag('long')) throw new UsageError('--pairs and --long exclude each other');
  if (!pairs && values.one('by') !== undefined)
    throw new UsageError('--by is for pairs', 'Add --pairs, or take one case with --case or --where.');
  return pairs ? printPairs(invocation) : printTable(invocation);
}

function unitOf(values: Values, { settings }: { readonly settings: { readonly unit: MeetingPlace } }): MeetingPlace {
  return (values.one('unit') as MeetingPlace | undefined) ?? settings.unit;
}

async function printPairs(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const minimum = numberOf(values, 'minCount', 0) ?? 1;
  const figure = FIGURES[values.one('measure') ?? jaccard.id]!;
  const findings = tellOn(shell);
  const by = values.one('by') ?? null;
  const study = studyBy(values, await studyFor(invocation, findings));
  const codes = codesShown(values, study);
  const unit = unitOf(values, study);
  requireUnits(figure, unit);
  const options = { unit, rollup: values.flag('rollup'), units: true, by };
  const { value, basis, coverage, caveats } = await measure(invocation, study, findings, (set) => ({
    pairs: pairOptions(study, set, options),
  }));
  const groups = finishPairs(value.pairs, study.codebook, codes, minimum);
  if (by !== null && by !== LANGUAGE)
    requireAttribute(by, { columns: groups.map(({ group }) => ({ key: group! })) }, study);
  const shown = { ...options, by: by && columnsBy(values, coverage, study) };
  const sorting = { by: typeof figure === 'string' ? figure : figure.id, minimum };
  const table = pairTable(groups, shown, rowsOf(study.codebook), sorting, basis);
  const said = by === LANGUAGE ? undeclaredCaveats : by === null && unit !== 'overlap' ? pooledCaveats : () => [];
  await printWithCaveats(invocation, table, [...caveats, ...said(value.pairs.languages)]);
  return findings.exitCode();
}

function pairOptions(study: CodedStudy, set: AnalysisSet, options: Omit<PairOptions, 'everywhere' | 'language'>) {
  return { ...options, everywhere: ruledIn(study, set, options.rollup), language: study.settings.language };
}

/** Measures against chance want units with neither code, which pairs of segments have not. */
function requireUnits(figure: PairFigure, unit: MeetingPlace): void {
  if (typeof figure === 'string' || !figure.needsUnits || unit !== 'overlap') return;
  throw new UsageError(
    `over pairs of segments there is no N, and so no ${figure.name}`,
    'With --unit overlap take count, cases, jaccard, dice or conditional; or another unit.',
  );
}

async function printTable(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const long = values.flag('long');
  const figure = guarded(FIGURES[values.one('measure') ?? (long ? jaccard.id : 'count')]!, values);
  const findings = tellOn(shell);
  const study = await studyFor(invocation, findings);
  const codes = codesToList(values, study) ?? undefined;
  const unit = unitOf(values, study);
  requireUnits(figure, unit);
  const units = long || (typeof figure !== 'string' && figure.needsUnits);
  const options = { unit, rollup: values.flag('rollup'), units };
  const show = (finished: Cooccurrence, shown: PairFigure, basis: Basis): Table =>
    long
      ? cooccurrencePairs(finished, typeof shown === 'string' ? jaccard : shown, basis, codes)
      : cooccurrenceTable(finished, { figure: shown, ...(codes && { codes }) }, basis);
  if (typeof figure === 'string' || !figure.needsUnits) {
    const { value, basis, caveats } = await measure(invocation, study, findings, () => ({ cooccurrence: options }));
    await printBlock(invocation, show(finishCooccurrence(value.cooccurrence, study.codebook), figure, basis), caveats);
    return findings.exitCode();
  }
  // Against chance only units count that were looked at for both codes, as in --pairs.
  const { value, basis, caveats } = await measure(invocation, study, findings, (set) => ({
    pairs: pairOptions(study, set, { ...options, by: null }),
  }));
  const table = show(finishPairTable(value.pairs, study.codebook), figure, basis);
  await printWithCaveats(invocation, table, [...caveats, ...pooledCaveats(value.pairs.languages)]);
  return findings.exitCode();
}

/** A measure that is undefined for pairs that meet too rarely. */
function guarded(figure: PairFigure, values: Values): PairFigure {
  const minimum = numberOf(values, 'minCount', 0);
  if (minimum === undefined) return figure;
  if (typeof figure !== 'string') return atLeast(figure, minimum);
  throw new UsageError(
    '--min-count guards measures, and a count needs no guard',
    'Add --measure NAME, or --pairs to list the pairs that meet so often.',
  );
}
