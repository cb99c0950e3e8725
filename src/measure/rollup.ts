import { type LaidCoding, byPlace } from '../coding/laid.js';
import type { Codebook } from '../codebook/codebook.js';
import { byCodePoint } from '../core/order.js';
import { type Span, bySpan } from '../core/span.js';

/** For each code its ancestors, parent first, as positions in the codebook. */
export type Ancestors = readonly (readonly number[])[];

export function ancestorsIn(codebook: Codebook): Ancestors {
  const position = new Map(codebook.codes.map(({ id }, index) => [id, index]));
  const ancestors: number[][] = [];
  for (const { parent } of codebook.codes) {
    // A parent stands before its children, so its own ancestors are known.
    const above = parent === null ? undefined : position.get(parent);
    ancestors.push(above === undefined ? [] : [above, ...ancestors[above]!]);
  }
  return ancestors;
}

/**
 * Codings with every code's ancestors laid over the same segment, one for each segment and code: a parent holds its own
 * and its descendants' codings, distinct by span.
 *
 * @param codings sorted by `byPlace`
 */
export function rolledUp(codings: readonly LaidCoding[], ancestors: Ancestors): LaidCoding[] {
  const rolled: LaidCoding[] = [];
  for (let from = 0; from < codings.length;) {
    const { start, end } = codings[from]!;
    let to = from + 1;
    while (to < codings.length && codings[to]!.start === start && codings[to]!.end === end) to++;
    const laid = new Map<number, LaidCoding>();
    for (let i = from; i < to; i++) {
      const coding = codings[i]!;
      lay(laid, coding.code, coding);
      for (const ancestor of ancestors[coding.code]!) lay(laid, ancestor, coding);
    }
    rolled.push(...[...laid.values()].sort(byPlace));
    from = to;
  }
  return rolled;
}

function lay(laid: Map<number, LaidCoding>, code: number, coding: LaidCoding): void {
  const before = laid.get(code);
  laid.set(code, before === undefined ? { ...coding, code } : joined(before, coding));
}

function joined(a: LaidCoding, b: LaidCoding): LaidCoding {
  const hits = distinctSpans([...a.hits, ...b.hits]);
  const coders = [...new Set([...a.coders, ...b.coders])].sort(byCodePoint);
  const memos = [...new Set([...(a.memos ?? []), ...(b.memos ?? [])])];
  const { start, end, code } = a;
  return { start, end, code, hits, coders, ...(memos.length > 0 && { memos }) };
}

/** Spans in text order, each once. */
export function distinctSpans<T extends Span>(spans: readonly T[]): T[] {
  const sorted = [...spans].sort(bySpan);
  return sorted.filter((span, i) => i === 0 || bySpan(sorted[i - 1]!, span) !== 0);
}
