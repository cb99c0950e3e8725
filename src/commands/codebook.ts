import type { Command, Invocation } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import {
  analysisOptions,
  filterOptions,
  jobsOption,
  pathsArgument,
  rollupOption,
  studyOptions,
  tableOptions,
} from '../cli/options.js';
import { printBlock, printReport, formatOf } from '../cli/print.js';
import { codebookFor, studyFor } from '../cli/study-options.js';
import { codeAt, descendantsOf } from '../codebook/tree.js';
import { nearest } from '../core/suggest.js';
import { finishFrequency } from '../measure/frequency-finish.js';
import { codeCard } from '../report/code-card.js';
import { codebookTable } from '../report/codebook-table.js';

const list: Command = {
  name: 'list',
  summary: 'list the codes as a tree',
  description: 'Codes with their names, definitions and number of rules; CSV and JSON hold criteria and keywords too.',
  options: [...tableOptions, ...studyOptions],
  examples: [{ line: 'qcode codebook list', shows: 'all codes' }],
  run: async (invocation) => {
    const findings = tellOn(invocation.shell);
    await printBlock(invocation, codebookTable(await codebookFor(invocation, findings)));
    return findings.exitCode();
  },
};

const show: Command = {
  name: 'show',
  summary: 'show one code with all that the codebook says of it',
  description:
    'Definition, when to use the code and when not, examples, keywords, conditions and exceptions, and the codes below it.',
  arguments: [{ name: 'code', description: 'the id of the code', required: true, complete: 'code' }],
  options: [...tableOptions, ...studyOptions],
  examples: [{ line: 'qcode codebook show tendering', shows: 'one code' }],
  run: async (invocation) => {
    const findings = tellOn(invocation.shell);
    const codebook = await codebookFor({ ...invocation, arguments: [] }, findings);
    const id = invocation.arguments[0] ?? '';
    const at = codeAt(codebook, id.normalize('NFC'));
    const code = codebook.codes[at];
    if (!code) {
      const close = nearest(
        id,
        codebook.codes.map((each) => each.id),
      );
      throw new UsageError(
        `the codebook has no code "${id}"`,
        close ? `Did you mean ${close}?` : 'qcode codebook list shows them.',
      );
    }
    const format = formatOf(invocation.values);
    if (format === 'csv') await printBlock(invocation, codebookTable(codebook, [code]));
    else
      await printReport(
        invocation,
        codeCard(
          code,
          descendantsOf(codebook, at).map((below) => codebook.codes[below]!),
        ),
        format,
      );
    return findings.exitCode();
  },
};

const unused: Command = {
  name: 'unused',
  summary: 'list the codes that are nowhere applied',
  description:
    'Codes without a coding in the analysis set, under the filters. With --rollup a code is used where one below it is.',
  arguments: [pathsArgument],
  options: [rollupOption, ...filterOptions, ...analysisOptions, ...tableOptions, ...studyOptions, jobsOption],
  examples: [{ line: 'qcode codebook unused', shows: 'codes never applied' }],
  run: runUnused,
};

async function runUnused(invocation: Invocation): Promise<0 | 1> {
  const findings = tellOn(invocation.shell);
  const study = await studyFor(invocation, findings);
  const rollup = invocation.values.flag('rollup');
  const { value, leftOut, caveats } = await measure(invocation, study, findings, () => ({
    frequency: { by: 'case', groupBy: null, rollup, needs: {} },
  }));
  const { groups } = finishFrequency(value.frequency, study.codebook, []);
  const applied = (code: number): boolean => groups.some(({ total }) => (total.figures.segments[code] ?? 0) > 0);
  // A code that was not looked for, since all its rules ran out of time, is not known to be unused.
  const stopped = (id: string, rules: number): boolean =>
    rules > 0 && leftOut.filter(({ code }) => code === id).length >= rules;
  const never = study.codebook.codes.filter(({ id, rules }, code) => !applied(code) && !stopped(id, rules.length));
  const title = `Codes never applied: ${never.length} of ${study.codebook.codes.length}`;
  await printBlock(invocation, { ...codebookTable(study.codebook, never), title }, caveats);
  return findings.exitCode();
}

export const codebook: Command = {
  name: 'codebook',
  summary: 'list the codes, show one, or find those never applied',
  description: 'What the codebook holds, and what of it is used.',
  subcommands: [list, show, unused],
  examples: [{ line: 'qcode codebook list', shows: 'all codes' }],
};
