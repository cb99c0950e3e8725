import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { goalsTable } from './goals.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A table in Markdown whose columns are also even on a terminal. */
export function markdownTable({ columns, rows }) {
  const widths = columns.map((column, i) =>
    Math.max(3, ...[column, ...rows.map((row) => row[i])].map((cell) => cell.length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

export function groupSection({ title, files, bytes, rows }) {
  const secondsOf = (name) => rows.find((row) => row.name === name)?.seconds;
  const bases = ['ripgrep', 'node -e 0'].filter((name) => secondsOf(name) !== undefined);
  const cells = (row) => {
    if (row.failure !== null) return [row.name, 'failed', '', ...bases.map(() => ''), '', '', '0'];
    const { seconds, least, most, processor, megabytes, runs, scaled } = row;
    return [
      row.name + (scaled ? ` (a ${fraction(scaled)} of the files, × ${scaled})` : ''),
      seconds.toFixed(3),
      `${least.toFixed(3)}–${most.toFixed(3)}`,
      ...bases.map((base) => (seconds / secondsOf(base)).toFixed(2)),
      known(processor, 2),
      known(megabytes, 0),
      String(runs),
    ];
  };
  const columns = ['', 'seconds', 'range', ...bases.map((base) => `× ${base}`), 'CPU s', 'peak MB', 'runs'];
  const failures = rows
    .filter(({ failure }) => failure !== null)
    .map(({ name, failure }) => `- ${name} failed: ${failure}`);
  const table = markdownTable({ columns, rows: rows.map(cells) });
  return [
    `## ${title}`,
    `${files} files, ${(bytes / 1e6).toFixed(1)} MB`,
    table,
    ...(failures.length > 0 ? [failures.join('\n')] : []),
  ].join('\n\n');
}

const known = (number, digits) => (Number.isFinite(number) ? number.toFixed(digits) : '–');
const fraction = (step) => (step === 10 ? 'tenth' : `${step}th`);

/** The lines that were run, for whoever wants to run them again. */
export function linesSection(groups) {
  const lines = groups.flatMap(({ name, rows }) => ['', `# ${name}`, ...rows.map(({ line }) => shown(line))]);
  return ['## Command lines', `\`\`\`sh\n${lines.slice(1).join('\n')}\n\`\`\``].join('\n\n');
}

const shown = (line) =>
  [line[0].split('/').at(-1), ...line.slice(1)]
    .map((word) => word.replaceAll(ROOT, '').replaceAll(homedir(), '~'))
    .join(' ');

export function controlSection(controls) {
  const rows = controls.map(({ language, size, hits, expected, differing, failure }) =>
    failure === undefined
      ? [
          `${language}, ${size} keywords`,
          String(hits),
          String(expected),
          differing.length === 0 ? 'equal' : `${differing.length} cells differ: ${differing[0]}`,
        ]
      : [`${language}, ${size} keywords`, '–', '–', `failed: ${failure}`],
  );
  const table = markdownTable({
    columns: ['hits in the first hundred files', 'qcode', 'regular expressions', 'by code and case'],
    rows,
  });
  return `## Control\n\n${table}`;
}

export function sweepSection(sweep) {
  return sweep.failure === undefined
    ? `## Core\n\n${markdownTable({ columns: ['', 'rate'], rows: sweep.rows })}`
    : `## Core\n\nfailed: ${sweep.failure}`;
}

export function resultsDocument(results) {
  const { date, machine, rounds, memory, groups, controls, sweep } = results;
  return `${[
    `# Benchmark, ${date}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memory} GB; Node ${machine.node}; ${machine.system}. Load before: ${machine.load}.`,
    `Whole processes, output discarded. Seconds are medians of at least ${rounds} interleaved runs (fewer where a row says so), after one that is not counted; peak memory is the highest of all runs${memory ? '' : ' and could not be measured here: there is no GNU time'}.`,
    `## Goals\n\n${markdownTable(goalsTable(results))}`,
    ...groups.map(groupSection),
    ...(sweep ? [sweepSection(sweep)] : []),
    ...(controls.length > 0 ? [controlSection(controls)] : []),
    linesSection(groups),
  ].join('\n\n')}\n`;
}
