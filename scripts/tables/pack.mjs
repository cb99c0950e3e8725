/* The compact forms that src/text/tables/decode.ts reads. Numbers are in base 36. */

const number = (n) => n.toString(36);

/** Each run as its letter and its length; a length of 1 is left out. */
export const packRuns = (runs) =>
  runs.map(([letter, length]) => letter + (length === 1 ? '' : number(length))).join('');

/**
 * Pairs ascending by `from` as `step,shift,count` joined by spaces: `count` times, `from` grows by `step` and `to` is
 * `from + shift`. A count of 1 is left out.
 */
export function packPairs(pairs) {
  const runs = [];
  let last = 0;
  for (const [from, to] of pairs) {
    const run = runs.at(-1);
    if (run?.step === from - last && run.shift === to - from) run.count++;
    else runs.push({ step: from - last, shift: to - from, count: 1 });
    last = from;
  }
  return runs
    .map(({ step, shift, count }) => [step, shift, ...(count > 1 ? [count] : [])].map(number).join(','))
    .join(' ');
}

/** Pairs as the characters themselves, `from` and `to` in turn: a diff of the file can be read. */
export const spellPairs = (pairs) =>
  pairs
    .flat()
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('');
