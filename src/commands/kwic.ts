import type { Command, Invocation } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { codeOptions, filterOptions, passOptions, pathsArgument, queryOption } from '../cli/options.js';
import { printBlock } from '../cli/print.js';
import { codesToList, studyFor } from '../cli/study-options.js';
import { kwicTable } from '../report/kwic-table.js';

const DEFAULT_CONTEXT = 40;

export const kwic: Command = {
  name: 'kwic',
  summary: 'show keywords in their context',
  description:
    'A concordance: each matched keyword with what stands before and after it in the same turn. ' +
    'It shows at a glance whether a rule finds what it is meant to find.',
  arguments: [pathsArgument],
  options: [
    {
      flags: '--context <columns>',
      description: `columns of text on either side (${DEFAULT_CONTEXT}); a Han character takes two`,
    },
    ...codeOptions,
    ...filterOptions,
    queryOption,
    ...passOptions,
  ],
  examples: [
    { line: 'qcode kwic --code tendering', shows: 'every keyword of the code' },
    {
      line: 'qcode kwic --query "tendering near late-payment within 3 turns and founded < 2011"',
      shows: 'its keywords where late payment is near, in the older agencies',
    },
    { line: 'qcode kwic --code tendering --case A3 --context 60', shows: 'one agency, with more context' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await studyFor(invocation, findings);
  const codes = codesToList(values, study);
  const width = Number(values.one('context') ?? DEFAULT_CONTEXT);
  if (!Number.isInteger(width) || width < 1)
    throw new UsageError(`--context wants a number of columns, not "${values.one('context')}"`);
  const { value, basis, caveats } = await measure(invocation, study, findings, () => ({ kwic: { width, codes } }), {
    kind: 'rules',
  });
  await printBlock(invocation, kwicTable(value.kwic.lines, study.codebook, basis), caveats);
  return findings.exitCode();
}
