import type { Command, Invocation } from '../cli/command.js';
import { deskOptions } from '../cli/desk-options.js';
import { UsageError } from '../cli/failure.js';
import { type Findings, need, tellOn } from '../cli/findings.js';
import { measure } from '../cli/measured.js';
import { nothingFound } from '../cli/nothing-found.js';
import { filterOptions, jobsOption, tableOptions, withoutQuery } from '../cli/options.js';
import { printBlock } from '../cli/print.js';
import { codeNamed, looseStudyFor } from '../cli/study-options.js';
import type { Codebook, SegmentKind } from '../codebook/codebook.js';
import { textSearch } from '../codebook/text-search.js';
import { uncoded } from '../report/basis.js';
import { foundTable } from '../report/found-table.js';

const DEFAULT_CONTEXT = 40;
const SEGMENTS: readonly SegmentKind[] = ['match', 'sentence', 'paragraph', 'turn'];

export const find: Command = {
  name: 'find',
  summary: 'find a text in all sources, and code where it stands',
  description:
    'Lists every place where the text stands, compared as keywords are: fund* finds funding, 资金 is found in a longer word, case, width and script of Han do not count, =ICT is found as written, and /gr[ae]nt/ is an expression. ' +
    'With --code and --confirm it opens the terminal instead, where you tick the places and code them.',
  arguments: [{ name: 'text', description: 'what to look for', required: true }],
  options: [
    {
      flags: '--context <columns>',
      description: `columns of text on either side (${DEFAULT_CONTEXT}); a Han character takes two`,
    },
    { flags: '--code <id>', description: 'with --confirm: the code to lay over what you tick', complete: 'code' },
    { flags: '--confirm', description: 'tick places in the terminal and code them' },
    {
      flags: '--segment <kind>',
      description: 'with --confirm: what is coded, the match or the unit that holds it (sentence)',
      choices: SEGMENTS,
    },
    ...filterOptions,
    withoutQuery(
      'A query selects codings, and find shows text, coded or not: qcode quotes "CODE and text ~ WORD" finds a word in codings.',
    ),
    ...tableOptions,
    ...deskOptions,
    jobsOption,
  ],
  examples: [
    { line: 'qcode find "trust*"', shows: 'every word that begins with trust' },
    { line: 'qcode find 政府 --case A1 --include-interviewer', shows: 'one agency, questions too' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const findings = tellOn(invocation.shell);
  if (invocation.values.flag('confirm')) await confirm(invocation, findings);
  else await list(invocation, findings);
  return findings.exitCode();
}

/** What says how the terminal codes; a list has no use for it. */
const CODING = ['code', 'segment', 'coder', 'script', 'size'];
const CODING_FLAGS = ['blind', 'assigned'];

async function list(invocation: Invocation, findings: Findings): Promise<void> {
  const { values } = invocation;
  const idle = [
    ...CODING.filter((name) => values.one(name) !== undefined),
    ...CODING_FLAGS.filter((name) => values.flag(name)),
  ][0];
  if (idle !== undefined)
    throw new UsageError(`--${idle} is for coding what is found`, 'Add --confirm, or leave it out.');
  const { value, basis, caveats } = await search(invocation, findings);
  const { lines } = value.kwic;
  const text = textOf(invocation);
  const table = foundTable(text, lines, uncoded(basis));
  const notes = lines.length === 0 ? [nothingFound(text, basis).remedy, ...table.notes] : table.notes;
  await printBlock(invocation, { ...table, notes }, caveats);
}

async function confirm(invocation: Invocation, findings: Findings): Promise<void> {
  const { values } = invocation;
  const named = values.one('code');
  if (named === undefined) throw new UsageError('--confirm wants a code', 'Name it with --code ID.');
  const { enter, requireTerminal } = await import('../tui/shell/enter.js');
  requireTerminal(values, 'find --confirm');
  const { deskFor } = await import('../tui/shell/desk-for.js');
  const { foundPlaces } = await import('../tui/shell/places.js');
  const desk = await deskFor(invocation, findings);
  const code = codeNamed(named, desk.codebook);
  const text = textOf(invocation);
  const { value, basis } = await search(invocation, findings);
  const { lines } = value.kwic;
  const kind = (values.one('segment') as SegmentKind) ?? 'sentence';
  const places = need(await foundPlaces(desk, code.id, lines, kind), findings);
  const [first] = places;
  if (!first) {
    const { message, remedy } =
      lines.length === 0
        ? nothingFound(text, basis)
        : {
            message: `“${text}” is coded with ${code.id} wherever it is found`,
            remedy: `qcode review ${code.id} shows these codings.`,
          };
    throw new UsageError(message, remedy);
  }
  const queue = { kind: 'find', title: `“${text}”`, code: code.id, places, index: 0 } as const;
  await enter(invocation, desk, { source: first.source, at: first.start, queue });
}

async function search(invocation: Invocation, findings: Findings) {
  const { values } = invocation;
  const width = Number(values.one('context') ?? DEFAULT_CONTEXT);
  if (!Number.isInteger(width) || width < 1)
    throw new UsageError(`--context wants a number of columns, not "${values.one('context')}"`);
  const study = await looseStudyFor({ ...invocation, arguments: [] }, findings);
  const codebook = searchFor(textOf(invocation), study.codebook?.fold ?? { han: true });
  const measures = () => ({ kwic: { width, codes: null } });
  return measure(invocation, { ...study, codebook }, findings, measures, { kind: 'rules' });
}

function textOf({ arguments: [text = ''] }: Invocation): string {
  return text.trim();
}

function searchFor(text: string, fold: Codebook['fold']): Codebook {
  const found = textSearch(text, fold);
  if ('message' in found)
    throw new UsageError(found.message, 'Look for words, such as fund* or 资金, or an expression, such as /gr[ae]nt/.');
  return found;
}
