import type { CodedSpan } from '../measure/agreement/span-f1.js';

/** A line that is no annotation as brat writes it. */
export interface BratFault {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/**
 * Reads the text-bound annotations of a brat standoff file: `T1 <tab> ORG 0 3 <tab> EFE`, positions in code points of the
 * text. Each part of a discontinuous annotation is a segment of its own; relations, events, attributes and notes are passed
 * over.
 *
 * @param length of the text, code points
 */
export function parseBrat(annotations: string, length: number): { segments: CodedSpan[]; faults: BratFault[] } {
  const segments: CodedSpan[] = [];
  const faults: BratFault[] = [];
  annotations.split('\n').forEach((written, i) => {
    if (!written.startsWith('T')) return;
    const found = /^T\S*\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|\r?$)/.exec(written);
    if (!found) {
      faults.push({ line: i + 1, message: 'the annotation has no type with positions' });
      return;
    }
    for (const part of found[2]!.split(';')) {
      const [start, end] = part.split(' ').map(Number) as [number, number];
      if (start < end && end <= length) segments.push({ start, end, code: found[1]! });
      else
        faults.push({
          line: i + 1,
          message: `the positions ${start} ${end} are not in the text of ${length} characters`,
        });
    }
  });
  return { segments, faults };
}
