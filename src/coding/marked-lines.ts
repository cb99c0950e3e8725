import { differences } from '../core/diff.js';
import { linesOf } from '../core/line-diff.js';
import { markedDiff } from './marked-diff.js';

/** How the lines of one text became those of another. */
export interface MarkedLines {
  /** Changed lines as they are shown, with the number of the line in the new file, or `-` for one that is gone. */
  readonly shown: readonly string[];
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/**
 * Compares texts line by line. A line that took the place of another is shown once, with its words marked.
 *
 * @param firstLine 1-based line of the file where the new text begins
 */
export function markedLines(before: string, after: string, firstLine: number): MarkedLines {
  const pieces = differences(linesOf(before), linesOf(after));
  const shown: string[] = [];
  const counts = { changed: 0, added: 0, removed: 0 };
  let line = firstLine;
  pieces.forEach(({ kind, items }, i) => {
    if (kind === 'same') {
      line += items.length;
      return;
    }
    const next = pieces[i + 1];
    if (kind === 'old' && next?.kind === 'new') return;
    const before = pieces[i - 1];
    const old = kind === 'old' ? items : before?.kind === 'old' ? before.items : [];
    const fresh = kind === 'new' ? items : [];
    const both = Math.min(old.length, fresh.length);
    fresh.forEach((text, n) => shown.push(`  ${line + n}  ${n < both ? markedDiff(old[n]!, text) : `{+${text}+}`}`));
    old.slice(both).forEach((text) => shown.push(`  -  [-${text}-]`));
    counts.changed += both;
    counts.added += fresh.length - both;
    counts.removed += old.length - both;
    line += fresh.length;
  });
  return { shown, ...counts };
}
