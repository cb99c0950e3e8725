// The benchmark's own check that qcode counts what it is timed at: its hits, code by code and case by case, against
// those of the plain regular expressions, on the first hundred files.
import { transcripts } from './generate/corpus.mjs';
import { FILES, qcode, regex } from './plan.mjs';
import { printed } from './process.mjs';

/** @returns {{language: string, size: number, hits?: number, expected?: number, differing?: string[], failure?: string}} */
export function control(language, size) {
  const folder = transcripts(language, FILES.quick);
  try {
    const hits = cellsOfTable(
      printed([...qcode('frequency', language, size, folder), '--count', 'hits', '--format', 'csv']),
    );
    const expected = cellsOfList(printed(regex(language, size, folder)));
    const cells = [...new Set([...hits.keys(), ...expected.keys()])].sort();
    const differing = cells
      .filter((cell) => (hits.get(cell) ?? 0) !== (expected.get(cell) ?? 0))
      .map((cell) => `${cell}: ${hits.get(cell) ?? 0}, expected ${expected.get(cell) ?? 0}`);
    return { language, size, hits: sum(hits), expected: sum(expected), differing };
  } catch (error) {
    return { language, size, failure: error.message };
  }
}

const sum = (cells) => [...cells.values()].reduce((total, count) => total + count, 0);
const linesOf = (text) =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
const cellsOfList = (text) =>
  new Map(linesOf(text).map(([code, ofCase, count]) => [`${code},${ofCase}`, Number(count)]));

/** A table with a row for each code and a column for each case, and the total last. */
function cellsOfTable(text) {
  const [[, ...cases], ...rows] = linesOf(text);
  const cells = rows.flatMap(([code, ...counts]) => cases.map((ofCase, i) => [`${code},${ofCase}`, Number(counts[i])]));
  return new Map(cells.filter(([cell, count]) => !cell.endsWith(',total') && count > 0));
}
