// The goals of speed and memory, each with what was measured.
// node test/bench/goals.mjs [RESULTS.json]: by default the newest of test/bench/results.
import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const COMMANDS = ['qcode frequency', 'qcode code', 'qcode cooccurrence'];

/** @returns {{goal: string, limit: string, measured: string, verdict: 'met' | 'missed' | 'not measured'}[]} */
export function goals({ groups, sweep }) {
  const row = (group, name) =>
    groups
      .find((candidate) => candidate.name === group)
      ?.rows.find((candidate) => candidate.name === name && candidate.failure === null);
  const ratio = (goal, group, name, base, limit) => {
    const [above, below] = [row(group, name), row(group, base)];
    return verdict(goal, above && below && above.seconds / below.seconds, limit, '×');
  };
  // Where memory could not be measured, a file of results holds null.
  const peak = (group, name) => row(group, name)?.megabytes ?? NaN;
  const peaks = (language) =>
    groups
      .filter(({ name }) => name.startsWith(`${language}-`))
      .flatMap(({ name }) => COMMANDS.map((command) => peak(name, command)));
  const growth = (command) => {
    const increase = peak('growth', command) - peak('start', command);
    return verdict(`${command}, peak on 220 MB above that on eight files`, increase, 10, 'MB');
  };
  return [
    ratio('frequency, English, 20 keywords, against ripgrep', 'english-20', 'qcode frequency', 'ripgrep', 2.5),
    ratio('frequency, English, 200 keywords, against ripgrep', 'english-200', 'qcode frequency', 'ripgrep', 1.3),
    ratio('frequency, English, 2,000 keywords, against ripgrep', 'english-2000', 'qcode frequency', 'ripgrep', 0.5),
    ratio('frequency, Chinese, 200 keywords, against ripgrep', 'chinese-200', 'qcode frequency', 'ripgrep', 1.5),
    verdict('peak memory of the three commands, English', highest(peaks('english')), 80, 'MB'),
    verdict('peak memory of the three commands, Chinese', highest(peaks('chinese')), 110, 'MB'),
    ...COMMANDS.map(growth),
    ratio('--version against node -e 0', 'start', 'qcode --version', 'node -e 0', 1.3),
    ratio('--help against node -e 0', 'start', 'qcode --help', 'node -e 0', 1.3),
    ratio('frequency on eight files against node -e 0', 'start', 'qcode frequency', 'node -e 0', 2),
    ...['english-20', 'english-200', 'english-2000', 'chinese-200'].map((group) =>
      ratio(`cooccurrence against frequency, ${group}`, group, 'qcode cooccurrence', 'qcode frequency', 1.2),
    ),
    atLeast('core of co-occurrence, million segments a second', sweep?.segments, 25),
  ];
}

function highest(numbers) {
  const known = numbers.filter((number) => !Number.isNaN(number));
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** What must not exceed its limit. */
function verdict(goal, measured, limit, sign) {
  const shown = (number) => `${number.toFixed(sign === '×' ? 2 : 1)} ${sign}`;
  if (measured === undefined || Number.isNaN(measured))
    return { goal, limit: `≤ ${shown(limit)}`, measured: '–', verdict: 'not measured' };
  return { goal, limit: `≤ ${shown(limit)}`, measured: shown(measured), verdict: measured <= limit ? 'met' : 'missed' };
}

function atLeast(goal, measured, limit) {
  if (measured === undefined) return { goal, limit: `≥ ${limit}`, measured: '–', verdict: 'not measured' };
  return { goal, limit: `≥ ${limit}`, measured: measured.toFixed(1), verdict: measured >= limit ? 'met' : 'missed' };
}

export const goalsTable = (results) => ({
  columns: ['goal', 'limit', 'measured', ''],
  rows: goals(results).map(({ goal, limit, measured, verdict: outcome }) => [goal, limit, measured, outcome]),
});

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { markdownTable } = await import('./markdown.mjs');
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  const newest = () =>
    folder +
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1);
  const file = process.argv[2] ?? newest();
  console.log(markdownTable(goalsTable(JSON.parse(readFileSync(file, 'utf8')))));
}
