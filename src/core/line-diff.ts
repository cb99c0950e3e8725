import { differences } from './diff.js';

const SIGNS = { same: ' ', old: '-', new: '+' } as const;

/**
 * How one text became another: the changed lines with so many unchanged ones around them. Each stretch begins with the
 * number of its first line in the first text.
 */
export function shownDiff(before: string, after: string, around: number): string[] {
  let next = 1;
  const lines = differences(linesOf(before), linesOf(after)).flatMap(({ kind, items }) =>
    items.map((text) => ({ sign: SIGNS[kind], text, line: kind === 'new' ? next : next++ })),
  );
  const isNear = lines.map((_, i) =>
    lines.slice(Math.max(0, i - around), i + around + 1).some(({ sign }) => sign !== ' '),
  );
  const shown: string[] = [];
  lines.forEach(({ sign, text, line }, i) => {
    if (!isNear[i]) return;
    if (i === 0 || !isNear[i - 1]) shown.push(`@@ line ${line} @@`);
    shown.push(`${sign} ${text}`.trimEnd());
  });
  return shown;
}

/** A line feed at the end of a text begins no further line; other line breaks and a byte order mark do not show. */
export function linesOf(text: string): string[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n?|\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
