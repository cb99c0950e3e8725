/** A stretch of lines that two texts share or do not: `-` only in the first, `+` only in the second. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  /** 1-based, in the first text; of an added line, that of the line before which it stands. */
  readonly line: number;
}

/** Larger tables of lines are not filled: what differs is then one stretch. */
const MOST_CELLS = 4_000_000;

/** The lines of two texts side by side, by their longest common subsequence. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, made] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < made.length && old[head] === made[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, made.length) - head && old.at(-1 - tail) === made.at(-1 - tail)) tail++;
  const changed = between(old.slice(head, old.length - tail), made.slice(head, made.length - tail), head + 1);
  const same = (lines: readonly string[], from: number): DiffLine[] =>
    lines.map((text, i) => ({ sign: ' ', text, line: from + i }));
  const end = old.length - tail;
  return [...same(old.slice(0, head), 1), ...changed, ...same(old.slice(end), end + 1)];
}

/** The changed lines with so many unchanged ones around them; a line of `…` stands for what is left out. */
export function shownDiff(before: string, after: string, around: number): string[] {
  const lines = lineDiff(before, after);
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
function linesOf(text: string): string[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n?|\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function between(old: readonly string[], made: readonly string[], first: number): DiffLine[] {
  if (old.length * made.length > MOST_CELLS) {
    const gone: DiffLine[] = old.map((text, i) => ({ sign: '-', text, line: first + i }));
    return [...gone, ...made.map((text): DiffLine => ({ sign: '+', text, line: first + old.length }))];
  }
  const width = made.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = made.length - 1; j >= 0; j--) {
      const next = longest[(i + 1) * width + j + 1]!;
      longest[i * width + j] =
        old[i] === made[j] ? next + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const diff: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < made.length) {
    const line = first + i;
    if (i < old.length && j < made.length && old[i] === made[j]) {
      diff.push({ sign: ' ', text: old[i]!, line });
      i++;
      j++;
    } else if (j === made.length || (i < old.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      diff.push({ sign: '-', text: old[i++]!, line });
    } else diff.push({ sign: '+', text: made[j++]!, line });
  }
  return diff;
}
