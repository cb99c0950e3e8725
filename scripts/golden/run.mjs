import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { differences, expectedOf } from './compare.mjs';
import { families, notBuiltYet } from './families.mjs';

/**
 * Runs all golden cases of a folder, whatever the files are called. A value is one entry of a case's `expected`.
 *
 * @param library the exports of the library
 * @returns a line for each place that is out of tolerance, and how many values passed, failed and were skipped
 */
export function runFolder(folder, library) {
  const lines = [];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, golden, problem } of casesIn(folder)) {
    const results = problem ? [{ outcome: 'failed', lines: [problem] }] : runCase(golden, library);
    for (const result of results) {
      counts[result.outcome]++;
      lines.push(...result.lines.map((line) => `${name}: ${line}`));
    }
  }
  return { lines, counts };
}

/** The golden cases of a folder. What is neither JSON nor called so is something else, such as a README. */
function casesIn(folder) {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return files.flatMap((name) => {
    let golden;
    try {
      golden = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    } catch (error) {
      return name.endsWith('.json') ? [{ name, problem: `cannot be read: ${error.message}` }] : [];
    }
    if (typeof golden?.family !== 'string' || typeof golden.expected !== 'object' || golden.expected === null)
      return [{ name, problem: 'is no golden case: it has no family or nothing expected' }];
    return [{ name, golden }];
  });
}

/** The outcome of each value of a case. */
function runCase(golden, library) {
  const names = Object.keys(golden.expected);
  const all = (outcome, lines = []) => names.map((_, i) => ({ outcome, lines: i === 0 ? lines : [] }));
  if (notBuiltYet.has(golden.family)) return all('skipped');
  const family = families[golden.family];
  if (family === undefined) {
    const line = `the family ${golden.family} is not known`;
    return names.length > 0 ? all('failed', [line]) : [{ outcome: 'failed', lines: [line] }];
  }
  let figures;
  try {
    figures = family.figures(golden.input, library, golden.expected);
  } catch (error) {
    return all('failed', [`failed to compute: ${error.message}`]);
  }
  return names.map((name) => {
    const expected = expectedOf(golden.expected[name], family.relative?.(name) ?? false);
    const lines = Object.hasOwn(figures, name)
      ? differences(name, expected, figures[name])
      : [`${name}: expected ${JSON.stringify(expected.figures[name] ?? expected.value)}, got nothing: no such figure`];
    return { outcome: lines.length > 0 ? 'failed' : 'passed', lines };
  });
}
