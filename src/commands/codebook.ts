import type { Command, Invocation } from '../cli/command.js';
import { editCodebookFile } from '../cli/codebook-edits.js';
import { yesOption } from '../cli/confirm.js';
import { UsageError } from '../cli/failure.js';
import { type Findings, tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { mergeConsequences } from '../cli/merge-consequences.js';
import {
  analysisOptions,
  codeOptions,
  filterOptions,
  passOptions,
  pathsArgument,
  rollupOption,
  studyOptions,
  tableOptions,
  withoutQuery,
} from '../cli/options.js';
import { printBlock, printReport, formatOf } from '../cli/print.js';
import { codeNamed, codebookFor, codesShown, startedStudyFor, studyFor } from '../cli/study-options.js';
import type { Codebook } from '../codebook/codebook.js';
import { addCode } from '../codebook/edit/add.js';
import { identifierFor } from '../codebook/edit/identifier-for.js';
import { mergeCodes } from '../codebook/edit/merge.js';
import { moveCode } from '../codebook/edit/move.js';
import { renameCode } from '../codebook/edit/rename.js';
import { idLike } from '../codebook/identifier.js';
import { descendantsOf } from '../codebook/tree.js';
import { finishFrequency } from '../measure/frequency-finish.js';
import { codeCard } from '../report/code-card.js';
import { codebookTable } from '../report/codebook-table.js';
import { memosOn } from '../store/comparison-memo.js';

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
    'Definition, when to use the code and when not, examples, keywords, conditions and exceptions, the codes below it, and where memos on it lie.',
  arguments: [{ name: 'code', description: 'the id of the code', required: true, complete: 'code' }],
  options: [...tableOptions, ...studyOptions],
  examples: [{ line: 'qcode codebook show tendering', shows: 'one code' }],
  run: async (invocation) => {
    const findings = tellOn(invocation.shell);
    const { codebook, folder } = await codebookAndMemos({ ...invocation, arguments: [] }, findings);
    const code = codeNamed(invocation.arguments[0] ?? '', codebook);
    const format = formatOf(invocation.values);
    if (format === 'csv') await printBlock(invocation, codebookTable(codebook, [code]));
    else
      await printReport(
        invocation,
        codeCard(
          code,
          descendantsOf(codebook, codebook.codes.indexOf(code)).map((below) => codebook.codes[below]!),
          folder === null ? [] : memosOn(folder, code),
        ),
        format,
      );
    return findings.exitCode();
  },
};

/** The codebook, and the folder of the study where memos on its codes are; a codebook by itself has none. */
async function codebookAndMemos(
  invocation: Invocation,
  findings: Findings,
): Promise<{ readonly codebook: Codebook; readonly folder: string | null }> {
  if (invocation.values.one('codebook') === undefined) return startedStudyFor(invocation, findings);
  return { codebook: await codebookFor(invocation, findings), folder: null };
}

const unused: Command = {
  name: 'unused',
  summary: 'list the codes that are nowhere applied',
  description:
    'Codes without a coding in the analysis set, under the filters. With --rollup a code is used where one below it is.',
  arguments: [pathsArgument],
  options: [
    rollupOption,
    ...codeOptions,
    ...filterOptions,
    withoutQuery('Codes that it cannot select would seem unused. Name codes with --code and --below.'),
    ...analysisOptions,
    ...passOptions,
  ],
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
  const asked = codesShown(invocation.values, study);
  const never = asked.flatMap((code) => {
    const one = study.codebook.codes[code]!;
    return applied(code) || stopped(one.id, one.rules.length) ? [] : [one];
  });
  const title = `Codes never applied: ${never.length} of ${asked.length}`;
  await printBlock(invocation, { ...codebookTable(study.codebook, never), title }, caveats);
  return findings.exitCode();
}

const add: Command = {
  name: 'add',
  summary: 'add a code to the codebook',
  description:
    'Shows the change and writes it once you say yes. Comments and layout of the file stay as they are. ' +
    'The id is made of the name unless --id gives one. Keywords are added in an editor.',
  arguments: [{ name: 'name', description: 'the name of the code', required: true }],
  options: [
    { flags: '--id <id>', description: 'its id (the words of its name with - between them)' },
    { flags: '--below <code>', description: 'the code that it goes below (the top)', complete: 'code' },
    { flags: '--definition <text>', description: 'what it means' },
    yesOption,
    ...studyOptions,
  ],
  examples: [{ line: 'qcode codebook add "Client trust" --below purposes --yes', shows: 'a code below another' }],
  run: async (invocation) => {
    const { values } = invocation;
    const name = (invocation.arguments[0] ?? '').normalize('NFC').trim();
    if (name === '') throw new UsageError('the name is empty', 'Give the code a name.');
    const definition = values.one('definition');
    const code = {
      id: values.one('id') ?? idOf(name),
      name,
      parent: values.one('below') ?? null,
      ...(definition !== undefined && { definition }),
    };
    return editCodebookFile(invocation, {
      edit: (yaml, file) => addCode(yaml, file, code),
      touches: null,
      becomes: code.id,
    });
  },
};

/** The id that the words of a name make; a code that has it already is not given a twin. */
function idOf(name: string): string {
  if (idLike(name) === '') throw new UsageError(`no id can be made of the name "${name}"`, 'Give one with --id ID.');
  return identifierFor(name, new Set());
}

const rename: Command = {
  name: 'rename',
  summary: 'give a code another id, name or both',
  description:
    'Shows the change and how many codings it touches, and writes it once you say yes. The old id stays in the codebook under "was", ' +
    'so that all that was coded under it is coded with the code; logs of codings are not rewritten. Comments and layout stay as they are. ' +
    'Queries in qcode.yaml and theory.yaml are not rewritten either: they understand the old id, and the preview says what they will select.',
  arguments: [
    { name: 'code', description: 'the id of the code', required: true, complete: 'code' },
    { name: 'new-id', description: 'its new id; the same where only the name changes', required: true },
  ],
  options: [{ flags: '--name <text>', description: 'its new name (as it was)' }, yesOption, ...studyOptions],
  examples: [
    {
      line: 'qcode codebook rename staff-turnover turnover --name "Turnover of staff" --yes',
      shows: 'another id and name',
    },
  ],
  run: async (invocation) => {
    const [id = '', to = ''] = invocation.arguments.map((each) => each.normalize('NFC'));
    const name = invocation.values.one('name');
    return editCodebookFile(invocation, {
      edit: (yaml, file) => renameCode(yaml, file, { id, to, ...(name !== undefined && { name }) }),
      touches: id === to ? null : id,
      becomes: to,
    });
  },
};

const move: Command = {
  name: 'move',
  summary: 'put a code below another, or at the top',
  description:
    'Shows the change and writes it once you say yes. What is below the code goes along; codings stay as they are, and so do comments and layout. ' +
    'With --rollup, and where a query or a theory asks for all codes below one (strategy/*), it counts in its new place from then on.',
  arguments: [{ name: 'code', description: 'the id of the code', required: true, complete: 'code' }],
  options: [
    { flags: '--below <code>', description: 'the code that it goes below', complete: 'code' },
    { flags: '--top', description: 'it goes below no code' },
    yesOption,
    ...studyOptions,
  ],
  examples: [{ line: 'qcode codebook move late-payment --top --yes', shows: 'another place' }],
  run: async (invocation) => {
    const { values } = invocation;
    const id = (invocation.arguments[0] ?? '').normalize('NFC');
    const below = values.one('below') ?? null;
    if ((below === null) !== values.flag('top'))
      throw new UsageError('say where the code goes', 'Give --below CODE, or --top.');
    return editCodebookFile(invocation, {
      edit: (yaml, file) => moveCode(yaml, file, { id, below }),
      touches: null,
      becomes: id,
      consequences: ({ codebook: { codes } }) => {
        const parent = codes.find((code) => code.id === id)?.parent ?? null;
        const place = (one: string | null): string => (one === null ? 'at the top' : `below ${one}`);
        return Promise.resolve([
          `With --rollup, and in queries for codes below one, it counts ${place(below)} and no longer ${place(parent)}.`,
        ]);
      },
    });
  },
};

const merge: Command = {
  name: 'merge',
  summary: 'make one code part of another',
  description:
    'Shows the change and how many codings it touches, and writes it once you say yes. Keywords, exceptions, relations and the codes below go to the other code, ' +
    'and its exceptions then hold for all of its keywords. Name, definition and criteria stay in the file as comments. The id stays under "was", ' +
    'so that all that was coded under it is coded with the other code; logs of codings are not rewritten. ' +
    'Queries in qcode.yaml and theory.yaml are not rewritten either: the preview says what they will select that they do not now.',
  arguments: [
    { name: 'from', description: 'the id of the code that goes', required: true, complete: 'code' },
    { name: 'into', description: 'the id of the code that stays', required: true, complete: 'code' },
  ],
  options: [yesOption, ...studyOptions],
  examples: [
    { line: 'qcode codebook merge third-party-evaluation working-conditions --yes', shows: 'two codes become one' },
  ],
  run: async (invocation) => {
    const [from = '', into = ''] = invocation.arguments.map((each) => each.normalize('NFC'));
    return editCodebookFile(invocation, {
      edit: (yaml, file) => mergeCodes(yaml, file, { from, into }),
      touches: from,
      becomes: into,
      consequences: (study, after) => mergeConsequences(study, { from, into }, after),
    });
  },
};

export const codebook: Command = {
  name: 'codebook',
  summary: 'list, show, add, rename, move and merge codes, or find those never applied',
  description: 'What the codebook holds, and what of it is used; edits that keep its comments and layout.',
  subcommands: [list, show, unused, add, rename, move, merge],
  examples: [{ line: 'qcode codebook list', shows: 'all codes' }],
};
