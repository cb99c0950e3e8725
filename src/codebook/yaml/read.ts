import type { YAMLError } from 'yaml';
import { compose, type Composed } from './compose.js';
import { Findings } from './findings.js';
import { oddlyIndented } from './look-alikes.js';
import type { Mend } from './mistake.js';
import { mistakeOf } from './mistakes.js';
import { treeOf } from './convert.js';
import type { Node, Range } from './tree.js';

/** Rounds of mending and reading again, before the rest of the text is left for the next run. */
const MOST_ROUNDS = 30;
/** Mistakes of YAML that are reported in one go. */
const MOST_MISTAKES = 100;
/** Larger texts are not read again for further mistakes: of UTF-16 units. */
const MOST_MENDED = 200_000;
/** Larger texts are not read at all. */
const MOST_READ = 4_000_000;

/** A YAML text as a tree, with what is wrong with it; of a text with mistakes, what could be saved. */
export interface Reading {
  readonly findings: Findings;
  readonly root: Node;
}

const spaces = (text: string): string => text.replace(/[^\n]/gu, (character) => ' '.repeat(character.length));

/** The text with a mistake put right; offsets stay what they were. */
function mended(text: string, mend: Mend): string {
  const {
    by,
    range: { start, end },
  } = mend;
  const before = text.slice(0, start);
  const after = text.slice(end);
  const middle = text.slice(start, end);
  if (by === 'sign') return before + mend.sign + after;
  if (by === 'ASCII indentation') return before + middle.replace(/^[^\S\n]+/gmu, spaces) + after;
  return before + (by === 'value' ? `~${spaces(middle).slice(1)}` : spaces(middle)) + after;
}

const lineFeedsOnly = (text: string): string => text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');

/** One mistake a line: the others on it are mostly its consequences. */
function firstOfLines(errors: readonly YAMLError[], findings: Findings): YAMLError[] {
  const lines = new Set<number>();
  return errors.filter(({ pos }) => {
    const line = findings.lineOf(pos[0]);
    if (lines.has(line)) return false;
    lines.add(line);
    return true;
  });
}

interface Mended {
  readonly composed: Composed;
  readonly broken: readonly Range[];
  /** Findings at and after this offset would be consequences of mistakes already reported. */
  readonly reliable: number;
}

/** Reports the mistakes of a text, puts them right and reads again, until none is left. */
function readAndMend(findings: Findings): Mended {
  const broken: Range[] = [];
  let text = findings.text;
  let indentedFrom = Infinity;
  const odd = oddlyIndented(findings);
  if (odd) {
    findings.error(odd.code, odd.at, odd.message, odd.remedy);
    text = mended(text, odd.mend);
    indentedFrom = odd.at.start;
  }
  let composed = compose(text);
  const reported = new Set<number>();
  for (let round = 0; composed.errors.length > 0; round++) {
    const [first] = composed.errors;
    const enough = round === MOST_ROUNDS || broken.length >= MOST_MISTAKES || (round > 0 && text.length > MOST_MENDED);
    if (enough || first!.pos[0] >= indentedFrom) {
      return { composed, broken, reliable: Math.min(first!.pos[0], indentedFrom) };
    }
    const before = text;
    for (const error of firstOfLines(composed.errors, findings).slice(0, MOST_MISTAKES)) {
      const mistake = mistakeOf(findings, composed.documents[0]!, error);
      const line = findings.lineOf(mistake.at.start);
      const inside = ({ start, end }: Range): boolean => start <= mistake.at.start && mistake.at.start < end;
      if (!reported.has(line) && !broken.some(inside))
        findings.error(mistake.code, mistake.at, mistake.message, mistake.remedy);
      reported.add(line);
      if (mistake.mend.by === 'ASCII indentation') indentedFrom = mistake.at.start;
      else if (mistake.mend.by !== 'sign') broken.push(mistake.mend.range);
      text = mended(text, mistake.mend);
      if (mistake.spreads) break;
    }
    if (text === before) return { composed, broken, reliable: first!.pos[0] };
    composed = compose(text);
  }
  return { composed, broken, reliable: indentedFrom };
}

/** The line `---` or `...` before an offset, else what stands there. */
function documentMark(text: string, offset: number): Range {
  const mark = Math.max(text.lastIndexOf('\n---', offset), text.lastIndexOf('\n...', offset));
  return mark < 0 ? { start: offset, end: offset + 1 } : { start: mark + 1, end: mark + 4 };
}

/** Reports each conflict that git has left in a text. */
function reportConflicts(findings: Findings): void {
  for (const { 0: marker, index } of findings.text.matchAll(/^<{7} .*$/gmu)) {
    findings.error('QC123', { start: index, end: index + marker.length }, 'git has left two versions of the file here');
  }
}

/** Reads a YAML text. `file` is its name in messages. */
export function readYaml(yamlText: string, file: string): Reading {
  const findings = new Findings(file, lineFeedsOnly(yamlText));
  const { length } = findings.text;
  if (length > MOST_READ) {
    findings.error('QC110', { start: 0, end: 1 }, `the file has ${length} characters, more than qcode reads as YAML`);
    return { findings, root: { kind: 'broken', start: 0, end: 0 } };
  }
  reportConflicts(findings);
  if (findings.count > 0) return { findings, root: { kind: 'broken', start: 0, end: length } };
  const { composed, broken, reliable } = readAndMend(findings);
  findings.mute(reliable);
  const [document, second] = composed.documents;
  const { tooDeepAt } = composed;
  if (tooDeepAt !== null && tooDeepAt < reliable) {
    findings.error('QC110', { start: tooDeepAt, end: tooDeepAt + 1 }, 'lists and maps are nested too deep here');
    return { findings, root: { kind: 'broken', start: 0, end: length } };
  }
  if (second) {
    const offset = second.contents?.range[0] ?? second.range[0];
    findings.error('QC109', documentMark(findings.text, offset), 'a second document begins here');
  }
  const root = treeOf(document!.contents, findings, broken);
  return { findings, root };
}
