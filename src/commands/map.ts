import type { Command, Invocation, Values } from '../cli/command.js';
import { tellOn } from '../cli/findings.js';
import { choiceOf, coreOf, mapFormat, mapOptions } from '../cli/map-options.js';
import { studyOptions } from '../cli/options.js';
import { printBlock, printReport, terminalOptions, write } from '../cli/print.js';
import { codebookFor } from '../cli/study-options.js';
import type { Codebook } from '../codebook/codebook.js';
import { axialOf } from '../codebook/map/axial.js';
import { type Choice, type ChosenMap, chosenMap } from '../codebook/map/chosen.js';
import type { Direction } from '../codebook/map/distance.js';
import { categoryOf, unlinked } from '../codebook/map/linked.js';
import { axialFrames, axialReport, axialTable } from '../report/axial.js';
import { renderMarkdown } from '../report/markdown.js';
import { type Diagram, graphvizOf, mermaidOf } from '../report/map-diagram.js';
import { type Remainder, mapOutline } from '../report/map-outline.js';
import { mapTable, named } from '../report/map-table.js';
import { type Report, type Table, reportOf } from '../report/model.js';

export const map: Command = {
  name: 'map',
  summary: 'show how the codes are related: as an outline, around a code, or as a drawing',
  description:
    'The relations of the codebook (its "relations"): which code causes another, is a condition of it, a strategy for it, a kind of it, or contradicts it. ' +
    '--linked-to shows what lies within so many relations of a code. --axial sets the codes around a category into the paradigm of axial coding: ' +
    'phenomenon, causal conditions, context, intervening conditions, strategies, consequences. ' +
    'Codes that are not linked to the core category (the codebook\'s "core") are listed. ' +
    'Markdown holds a Mermaid drawing, as GitHub shows it; --format graphviz is drawn by dot -Tsvg.',
  options: [...mapOptions, ...studyOptions],
  examples: [
    { line: 'qcode map', shows: 'all relations' },
    {
      line: 'qcode map --linked-to independent-to-develop --steps 2',
      shows: 'what lies within two relations of a code',
    },
    { line: 'qcode map --axial', shows: 'axial coding around the core category' },
    { line: 'qcode map --format mermaid -o map.mmd', shows: 'the map, to be drawn' },
  ],
  run,
};

/** What of a map is printed, in each of the forms. */
interface Shown {
  readonly table: Table;
  readonly report: Report;
  readonly diagram: Diagram;
  /** For the terminal, where that is not the report. */
  readonly outline?: ChosenMap;
  readonly remainder: Remainder | null;
}

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const format = mapFormat(values);
  const codebook = await codebookFor({ ...invocation, arguments: [] }, findings);
  const isAxial = values.flag('axial') || values.one('axial') !== undefined;
  const { table, report, diagram, outline, remainder } = isAxial
    ? axialMap(values, codebook)
    : plainMap(values, codebook);
  if (format === 'csv') await printBlock(invocation, table);
  else if (format === 'mermaid') await write(shell, values, mermaidOf(diagram));
  else if (format === 'graphviz') await write(shell, values, graphvizOf(diagram));
  else if (format === 'markdown')
    await write(shell, values, `${renderMarkdown(report)}\n\`\`\`mermaid\n${mermaidOf(diagram)}\`\`\`\n`);
  else if (format === 'table' && outline) {
    const heads = [table.title, ...table.notes];
    await write(shell, values, mapOutline(codebook, outline, heads, remainder, await terminalOptions(shell, values)));
  } else await printReport(invocation, report, format);
  return findings.exitCode();
}

function plainMap(values: Values, codebook: Codebook): Shown {
  const choice = choiceOf(values, codebook);
  const chosen = chosenMap(codebook, choice);
  const { types, around } = choice;
  const remainder = types.length > 0 || around ? null : remainderOf(codebook);
  const title = `Code map: ${codebook.title}`;
  const table = mapTable(chosen, title, notesOf(codebook, choice, chosen));
  const list = remainder && {
    heading: remainder.heading,
    blocks: [{ kind: 'list', name: 'unlinked', items: remainder.codes.map(named) } as const],
  };
  const report = reportOf(table);
  return {
    table,
    report: list ? { ...report, sections: [...report.sections, list] } : report,
    diagram: diagramOf(codebook, title, chosen),
    outline: chosen,
    remainder,
  };
}

function diagramOf({ core }: Codebook, title: string, { codes, relations }: ChosenMap): Diagram {
  return { title, codes, relations, frames: [], ...(core !== undefined && { core }) };
}

/** What a reader must know of the map. */
function notesOf(codebook: Codebook, { types, around }: Choice, { relations, codes }: ChosenMap): string[] {
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
  const core = codebook.codes.find(({ id }) => id === codebook.core);
  const direction = around?.direction === 'along' ? ', followed only from → to' : '';
  if (around && relations.length === 0) return [noneOf(around.code, around.direction, types)];
  return [
    `${count(relations.length, 'relation')} between ${codes.length} of ${count(codebook.codes.length, 'code')}.`,
    ...(codebook.relations.length === 0 ? [`Write some into ${codebook.file}, under "relations".`] : []),
    ...(types.length > 0 ? [`Only relations of type ${types.join(', ')}.`] : []),
    ...(around ? [`Only codes at most ${count(around.steps, 'relation')} away from ${around.code}${direction}.`] : []),
    ...(core && !around ? [`Core category: ${named(core)}.`] : []),
  ];
}

function noneOf(code: string, direction: Direction, types: readonly string[]): string {
  const ofType = types.length > 0 ? ` of type ${types.join(' or ')}` : '';
  return `No relation${ofType} leads ${direction === 'along' ? 'from' : 'to or from'} ${code}.`;
}

/** The codes that the map leaves out, or that it does not link to the core category. */
function remainderOf(codebook: Codebook): Remainder {
  const { core, relations } = codebook;
  if (core === undefined) {
    const ends = relations.flatMap(({ from, to }) => [from, to]);
    return { heading: 'In no relation', codes: unlinked(codebook, ends) };
  }
  return { heading: 'Not linked to the core category', codes: unlinked(codebook, categoryOf(codebook, core)) };
}

function axialMap(values: Values, codebook: Codebook): Shown {
  const core = coreOf(values, codebook);
  const axial = axialOf(codebook, core.id);
  const table = axialTable(codebook, axial, core);
  const frames = axialFrames(axial);
  const drawn = new Set(frames.flatMap(({ codes }) => codes));
  const diagram = {
    title: table.title,
    codes: codebook.codes.filter(({ id }) => drawn.has(id)),
    relations: codebook.relations.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    frames,
    core: core.id,
  };
  return { table, report: axialReport(codebook, axial, core), diagram, remainder: null };
}
