import type { Command, Invocation, Values } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { codeOptions, filterOptions, jobsOption, pathsArgument, queryOption, studyOptions } from '../cli/options.js';
import { type Output, openOutput, openSpool } from '../cli/output.js';
import { basisOf, passFor } from '../cli/passing.js';
import { type CodedStudy, codesToList, filtersOf, studyFor } from '../cli/study-options.js';
import { type HitRowOptions, hitHeader } from '../report/hit-rows.js';
import { type PassRequest, streamPass } from '../store/pass.js';
import { hasKeyword } from '../store/stemmer.js';

export const code: Command = {
  name: 'code',
  summary: 'apply the keyword rules: one row a hit, as CSV or JSON lines',
  description:
    'Each row is a hit of a rule: source, case, speaker, code, rule, where it stands (start and end in characters of the text without its YAML header, line in the file), the matched words, and the segment that it codes. ' +
    'Nothing is kept in memory, so that any amount of text will do.',
  arguments: [pathsArgument],
  options: [
    { flags: '--format <name>', description: 'how to write it', choices: ['csv', 'jsonl'] },
    { flags: '--json', description: 'the same as --format jsonl' },
    {
      flags: '-o, --output <file>',
      description: 'write to a file, which is replaced only when all is there',
      complete: 'file',
    },
    { flags: '--bom', description: 'begin CSV with a byte order mark, as Excel wants it' },
    { flags: '--raw', description: 'do not guard CSV cells that a spreadsheet would run as formulas' },
    ...codeOptions,
    ...filterOptions,
    queryOption,
    ...studyOptions,
    jobsOption,
  ],
  examples: [
    { line: 'qcode code --code tendering', shows: 'every hit of one code' },
    { line: 'qcode code --bom -o hits.csv', shows: 'all hits, for Excel' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyFor(invocation, findings);
  const set = { kind: 'rules' } as const;
  const filters = filtersOf(values, study);
  const options = rowOptions(values, study);
  const request = passFor(invocation, study, findings, { set, filters });
  const output = openOutput(shell, values.one('output'), values.flag('bom') && options.format === 'csv');
  try {
    await output.write(hitHeader(options));
    const coverage = await pour(request, study, options, output);
    basisOf(coverage, set, filters, study);
    await output.finish();
  } catch (error) {
    output.discard();
    throw error;
  }
  return findings.exitCode();
}

/** Rows go straight out, unless a rule may yet run away and make them all void. */
async function pour(request: PassRequest, study: CodedStudy, rows: HitRowOptions, output: Output) {
  const searches = request.options.filters.query?.query.searches.length ?? 0;
  if (searches === 0 && !hasKeyword(study.codebook, 'expression')) {
    const { coverage } = await streamPass(
      request,
      { rows },
      () => output,
      async (out, tallies) => {
        for (const piece of tallies.rows.pieces) await out.write(piece);
      },
    );
    return coverage;
  }
  let spool: ReturnType<typeof openSpool> | null = null;
  const begin = (): ReturnType<typeof openSpool> => {
    spool?.discard();
    return (spool = openSpool());
  };
  const { value, coverage } = await streamPass(request, { rows }, begin, async (place, tallies) => {
    for (const piece of tallies.rows.pieces) await place.write(piece);
  });
  await value.pour(output);
  return coverage;
}

function rowOptions(values: Values, study: CodedStudy): HitRowOptions {
  const format = values.one('format');
  if (values.flag('json') && format === 'csv') throw new UsageError('--json and --format csv exclude each other');
  return {
    format: values.flag('json') || format === 'jsonl' ? 'jsonl' : 'csv',
    raw: values.flag('raw'),
    codes: codesToList(values, study),
  };
}
