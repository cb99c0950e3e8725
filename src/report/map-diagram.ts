import type { Code, Relation } from '../codebook/codebook.js';
import { flow } from './flow.js';

/** Codes that a diagram draws a frame around. */
export interface Frame {
  readonly title: string;
  /** Ids. */
  readonly codes: readonly string[];
}

/** A code map, or a part of one, to be drawn. */
export interface Diagram {
  readonly title: string;
  readonly codes: readonly Code[];
  /** Between these codes. */
  readonly relations: readonly Relation[];
  /** Of codes in no other frame. */
  readonly frames: readonly Frame[];
  /** The id of the core category, drawn with a thick border. */
  readonly core?: string;
}

/** The lines of codes that stand in frames, and of those that stand in none. */
function framed(
  { codes, frames }: Diagram,
  node: (code: Code) => string,
  frame: (title: string, at: number, lines: readonly string[]) => readonly string[],
): string[] {
  const inFrames = new Set(frames.flatMap((one) => one.codes));
  return [
    ...frames.flatMap(({ title, codes: ids }, at) =>
      frame(
        title,
        at,
        codes.filter(({ id }) => ids.includes(id)).map((code) => `  ${node(code)}`),
      ),
    ),
    ...codes.filter(({ id }) => !inFrames.has(id)).map(node),
  ];
}

/**
 * A code map as Mermaid text, as GitHub draws it in Markdown. Ids of codes may be in any script, those of Mermaid may not:
 * nodes are numbered, and show the code's name.
 */
export function mermaidOf(diagram: Diagram): string {
  const { codes, relations, core } = diagram;
  const nodes = new Map(codes.map(({ id }, i) => [id, `c${i}`]));
  const node = ({ id, name }: Code): string => `  ${nodes.get(id)!}["${mermaidText(name)}"]`;
  const arrow = (type: string): string => (type === 'contradicts' ? '-.->' : '-->');
  return [
    'flowchart LR',
    ...framed(diagram, node, (title, at, lines) => [`  subgraph s${at}["${mermaidText(title)}"]`, ...lines, '  end']),
    ...relations.map(
      ({ from, type, to }) => `  ${nodes.get(from)!} ${arrow(type)}|"${mermaidText(type)}"| ${nodes.get(to)!}`,
    ),
    ...(core !== undefined && nodes.has(core) ? [`  style ${nodes.get(core)!} stroke-width:4px`] : []),
    '',
  ].join('\n');
}

/** Signs that Mermaid, or the HTML that it makes, could take for its own are written as their numbers. */
function mermaidText(text: string): string {
  return flow(text).replace(/^[-+]|["#$%&*;<=>@[\\\]^`{|}~]|^\d+(?=\.)/gu, (signs) =>
    Array.from(signs, (sign) => `#${sign.codePointAt(0)!};`).join(''),
  );
}

/** A code map as Graphviz text: `dot -Tsvg` draws it. Nodes are named by the ids of the codes. */
export function graphvizOf(diagram: Diagram): string {
  const { title, relations, core } = diagram;
  const node = ({ id, name }: Code): string =>
    `  ${dotText(id)} [label=${dotLabel(name)}${id === core ? ', penwidth=3' : ''}];`;
  return [
    `digraph ${dotText(title)} {`,
    '  rankdir=LR;',
    '  node [shape=box];',
    ...framed(diagram, node, (heading, at, lines) => [
      `  subgraph cluster_${at} {`,
      `    label=${dotLabel(heading)};`,
      ...lines,
      '  }',
    ]),
    ...relations.map(({ from, type, to }) => {
      const style = type === 'contradicts' ? ', style=dashed' : '';
      return `  ${dotText(from)} -> ${dotText(to)} [label=${dotLabel(type)}${style}];`;
    }),
    '}',
    '',
  ].join('\n');
}

/** A text that is drawn: there an entity of HTML would be decoded. */
function dotLabel(text: string): string {
  return dotText(text.replaceAll('&', '&amp;'));
}

/** A text between quotation marks; a backslash would begin an escape. */
function dotText(text: string): string {
  return `"${flow(text).replace(/["\\]/gu, '\\$&')}"`;
}
