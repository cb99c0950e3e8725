import { columnsBy, named, requireAttribute, studyBy } from '../cli/columns.js';
import type { Command, Invocation, Values } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { describeSegments, groupedBy, testGroups } from '../cli/frequency-groups.js';
import { printSummary, requireSummary } from '../cli/frequency-summary.js';
import { askedFor, groupTestOptions } from '../cli/group-options.js';
import { measure } from '../cli/measured.js';
import { codeOptions, pathsArgument, reportOptions, rollupOption } from '../cli/options.js';
import { formatOf, printBlock } from '../cli/print.js';
import { ruledIn } from '../cli/ruled-in.js';
import { type CodedStudy, codesToList, groupsOf, studyFor } from '../cli/study-options.js';
import { finishFrequency } from '../measure/frequency-finish.js';
import type { Denominator, Scale } from '../measure/frequency-matrix.js';
import type { Counting, Needs } from '../measure/frequency-types.js';
import { rolledUpAsked } from '../report/asked.js';
import type { Basis } from '../report/basis.js';
import { frequencyRows } from '../report/frequency-rows.js';
import { frequencyTable } from '../report/frequency-table.js';

const COUNTINGS: readonly Counting[] = ['segments', 'hits', 'sources', 'cases', 'words', 'characters'];
const DENOMINATORS: readonly Denominator[] = ['words', 'characters', 'sources', 'cases', 'paragraphs'];

export const frequency: Command = {
  name: 'frequency',
  summary: 'count codes across cases',
  description:
    'A row for each code in the order of the codebook, a column for each case (or each value of another attribute), and a total. ' +
    "A cell holds a code's own codings: distinct segments by default. A 0 means that somebody looked and found none; – means that nobody looked. " +
    'Where cases are of several groups, such as providers and government, each group has its own columns and total. ' +
    'With --test, each code by itself is compared between groups of sources or cases, by permutation; segments of one interview are not independent, and are never the unit.',
  arguments: [pathsArgument],
  options: [
    {
      flags: '--by <attribute>',
      description: 'what makes the columns: an attribute, case, source, speaker, role, date …',
      complete: 'attribute',
    },
    { flags: '--count <what>', description: 'what a cell counts', choices: COUNTINGS },
    {
      flags: '--per <amount>',
      description: 'rates per so much text, such as 1000words; or per words, sources, cases, paragraphs',
    },
    { flags: '--percent <of>', description: 'shares of the row or of the column', choices: ['row', 'column'] },
    { flags: '--mean', description: 'add the unweighted mean over the cases of each group' },
    { flags: '--long', description: 'one row a cell, with all its figures' },
    {
      flags: '--summary',
      description:
        'of each code total, minimum, maximum, mean and standard deviation over cases, or over what --by makes',
    },
    ...groupTestOptions,
    rollupOption,
    ...codeOptions,
    ...reportOptions,
  ],
  examples: [
    { line: 'qcode frequency', shows: 'codes by agency' },
    { line: 'qcode frequency --by background --per 1000words', shows: 'rates by the background of executives' },
    {
      line: 'qcode frequency --count cases --rollup --format csv',
      shows: 'in how many cases each code occurs, for a spreadsheet',
    },
    { line: 'qcode frequency --summary', shows: 'how each code is spread over agencies, with bars' },
    {
      line: 'qcode frequency --test --by background --code amount-funded',
      shows: 'whether a code differs between groups of agencies',
    },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const asked = askedFor(values);
  if (asked === 'test') return testGroups(invocation);
  if (asked === 'descriptive') return describeSegments(invocation);
  const summary = values.flag('summary');
  if (summary) requireSummary(values);
  const findings = tellOn(shell);
  const study = studyBy(values, await studyFor(invocation, findings));
  const counting = (values.one('count') ?? 'segments') as Counting;
  const scale = scaleOf(values);
  const long = values.flag('long');
  const groups = groupsOf(study);
  const by = values.one('by') ?? study.settings.caseAttribute;
  const rollup = values.flag('rollup');
  const wanted = codesToList(values, study);
  const {
    value,
    basis: read,
    coverage,
    caveats,
  } = await measure(invocation, study, findings, (set) => ({
    frequency: {
      by,
      groupBy: summary ? groupedBy(study, by) : groups && study.settings.caseGroup,
      rollup,
      needs: needsOf(counting, scale, long),
      everywhere: ruledIn(study, set, rollup),
    },
  }));
  const finished = named(
    finishFrequency(value.frequency, study.codebook, groups ?? []),
    columnsBy(values, coverage, study),
  );
  requireAttribute(finished.options.by, finished, study);
  const { codes, basis } = rowsUnder(invocation, wanted, read, study);
  const options = { counting, scale, means: values.flag('mean'), ...(codes && { codes }) };
  if (summary) await printSummary(invocation, finished, options, basis, caveats);
  else {
    const table = long ? frequencyRows(finished, basis, codes) : frequencyTable(finished, options, basis);
    await printBlock(invocation, table, caveats);
  }
  return findings.exitCode();
}

/**
 * The codes that have rows, and what the figures rest on. Codes that a query cannot select have none for people, unless they
 * are asked for by name; files have every row, whatever the query.
 */
function rowsUnder(
  { values }: Invocation,
  wanted: readonly number[] | null,
  basis: Basis,
  { codebook }: CodedStudy,
): { readonly codes?: readonly number[]; readonly basis: Basis } {
  if (!basis.asked) return { ...(wanted && { codes: wanted }), basis };
  const asked = values.flag('rollup') ? rolledUpAsked(basis.asked, codebook) : basis.asked;
  const { selectable } = asked;
  if (wanted || !selectable || ['csv', 'json'].includes(formatOf(values)))
    return { ...(wanted && { codes: wanted }), basis: { ...basis, asked } };
  const codes = [...selectable].sort((a, b) => a - b);
  return { codes, basis: { ...basis, asked: { ...asked, leftOut: codebook.codes.length - codes.length } } };
}

function needsOf(counting: Counting, scale: Scale, long: boolean): Needs {
  const of = scale.kind === 'per' ? scale.of : null;
  return {
    hits: long || counting === 'hits',
    sources: long || counting === 'sources',
    words: long || [counting, of].some((one) => one === 'words' || one === 'characters'),
    paragraphs: of === 'paragraphs',
  };
}

function scaleOf(values: Values): Scale {
  const per = values.one('per');
  const percent = values.one('percent');
  if (per !== undefined && percent !== undefined) throw new UsageError('--per and --percent exclude each other');
  if (percent !== undefined) return { kind: percent === 'row' ? 'row' : 'column' };
  if (per === undefined) return { kind: 'count' };
  const [, size, name] = /^([\d,_]*) ?([a-z]+)$/.exec(per) ?? [];
  const of = DENOMINATORS.find((one) => one === name || one === `${name ?? ''}s`);
  const number = size ? Number(size.replace(/[,_]/g, '')) : 1;
  if (of && number > 0) return { kind: 'per', size: number, of };
  throw new UsageError(
    `--per wants an amount such as 1000words, not "${per}"`,
    `Units are ${DENOMINATORS.join(', ')}.`,
  );
}
