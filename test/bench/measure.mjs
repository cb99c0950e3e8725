import { statSync } from 'node:fs';
import { filesOf } from './generate/files.mjs';
import { run } from './process.mjs';

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs the contenders of a group in turn, `rounds` times, after one run each that is not counted.
 *
 * @returns group with rows `{name, line, seconds, least, most, processor, megabytes, runs, scaled, failure}`: seconds and
 *   processor are medians, megabytes the highest peak of all runs; `scaled` rows worked on a part of the files
 */
export function measureGroup(group, rounds) {
  const folder = group.folder();
  const files = filesOf(folder);
  const contenders = group
    .contenders(folder)
    .map((contender) => ({ ...contender, results: [], failure: run(contender.line).failure }));
  for (let round = 0; round < rounds * (group.moreRounds ?? 1); round++) {
    for (const { line, results, failure, rounds: limit = Infinity } of contenders) {
      if (failure === null && round < limit) results.push(run(line));
    }
  }
  const nothing = median(contenders[0].results.map(({ seconds }) => seconds));
  return {
    name: group.name,
    title: group.title,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    rows: contenders.map((contender) => rowOf(contender, nothing)),
  };
}

function rowOf({ name, line, step = 1, results, failure }, nothing) {
  // The start of the process is not scaled.
  const times = results.map(({ seconds }) => nothing + (seconds - nothing) * step);
  const failed = failure ?? results.find((result) => result.failure !== null)?.failure ?? null;
  if (failed !== null) return { name, line, failure: failed };
  return {
    name,
    line,
    seconds: median(times),
    least: Math.min(...times),
    most: Math.max(...times),
    processor: step > 1 ? NaN : median(results.map(({ processor }) => processor)),
    megabytes: Math.max(...results.map(({ megabytes }) => megabytes)),
    runs: times.length,
    scaled: step > 1 ? step : null,
    failure: null,
  };
}
