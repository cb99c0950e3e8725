import type { Range } from './tree.js';
import type { Findings } from './findings.js';

/** How a line of YAML begins: its indentation, dashes, and a key. */
export interface LineHead {
  /** The column (0-based) of the key, else of the last dash, else of the text. */
  readonly indent: number;
  /** Offset of what follows dashes and key. */
  readonly value: number;
  /** Whether there is a key before the value. */
  readonly keyed: boolean;
}

const HEAD =
  /^(?<space>[ \t]*)(?<dashes>(?:-[ \t]+)*)(?<key>(?:"[^"]*"|'[^']*'|[^\s"'{}[\]&*!|>%@`#,:-][^:]*?)[ \t]*:(?:[ \t]+|$))?/u;

/** Reads the head of the line that holds an offset. */
export function headOf(findings: Findings, offset: number): LineHead {
  const line = findings.line(findings.lineOf(offset));
  const match = HEAD.exec(findings.text.slice(line.start, line.end))!;
  const { space = '', dashes = '', key = '' } = match.groups!;
  const beforeKey = space.length + dashes.length;
  const indent = key !== '' || dashes === '' ? beforeKey : beforeKey - /-\s*$/u.exec(dashes)![0].length;
  return { indent, value: line.start + beforeKey + key.length, keyed: key !== '' };
}

const indentation = (line: string): number => line.length - line.trimStart().length;

/** From an offset to the end of the last line that, by its indentation, still belongs to the entry of this one. */
export function extentOf(findings: Findings, start: number, indent: number): Range {
  let index = findings.lineOf(start);
  let end = findings.line(index).end;
  while (++index < findings.lineCount) {
    const line = findings.line(index);
    const text = findings.text.slice(line.start, line.end);
    if (text.trim() === '') continue;
    if (indentation(text) <= indent) break;
    end = line.end;
  }
  return { start, end };
}

/** The value of a line that is broken, without the continuation lines. */
export function valueOf(findings: Findings, offset: number): Range {
  const { value } = headOf(findings, offset);
  return { start: value, end: findings.line(findings.lineOf(offset)).end };
}

/** The text of a line, without its indentation. */
export function contentOf(findings: Findings, offset: number): Range {
  const line = findings.line(findings.lineOf(offset));
  const text = findings.text.slice(line.start, line.end);
  return { start: line.start + text.length - text.trimStart().length, end: line.end };
}
