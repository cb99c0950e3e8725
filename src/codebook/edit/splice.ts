import { readYaml } from '../yaml/read.js';
import type { Node, Range } from '../yaml/tree.js';

/** Text in the place of a stretch of the YAML; an empty stretch is an insertion. */
export interface Splice extends Range {
  readonly text: string;
}

/** A YAML text to be edited: line feeds only, no BOM; ranges of its nodes are those of `text`. */
export interface Draft {
  readonly text: string;
  readonly root: Node;
}

/** A step of an edit: what is to be changed in the text as it now is. */
export type Step = (draft: Draft) => readonly Splice[];

export const insertion = (at: number, text: string): Splice => ({ start: at, end: at, text });

export function draftOf(yaml: string): Draft {
  const { findings, root } = readYaml(yaml, '');
  return { text: findings.text, root };
}

/** Takes the steps one after another, each on what the last one left. */
export function edited(yaml: string, steps: readonly Step[]): string {
  return steps.reduce((text, step) => spliced(text, step(draftOf(text))), yaml);
}

/**
 * Applies splices, which do not overlap, to a YAML text as it is stored: a byte order mark and line breaks of whatever
 * kind stay, and what is put in gets the first kind of line break that the text has.
 */
export function spliced(yaml: string, splices: readonly Splice[]): string {
  const breakHere = /\r\n?|\n/u.exec(yaml)?.[0] ?? '\n';
  const stored = storedOffsets(yaml);
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let made = '';
  let from = 0;
  for (const { start, end, text } of ordered) {
    made += yaml.slice(from, Math.max(from, stored(start))) + text.replaceAll('\n', breakHere);
    from = Math.max(from, stored(end));
  }
  return made + yaml.slice(from);
}

/** Where an offset of the text with line feeds only lies in the text as it is stored; ask in ascending order. */
function storedOffsets(yaml: string): (offset: number) => number {
  let normal = 0;
  let stored = yaml.startsWith('\ufeff') ? 1 : 0;
  return (offset) => {
    for (; normal < offset && stored < yaml.length; normal++) stored += yaml.startsWith('\r\n', stored) ? 2 : 1;
    return stored;
  };
}
