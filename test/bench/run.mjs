// qcode beside its competitors: whole processes, in turn, with medians, ratios and peak memory.
//
//   node test/bench/run.mjs              everything but growth; kept in test/bench/results
//   node test/bench/run.mjs --growth     with the corpus of 220 MB, which is made when asked for
//   node test/bench/run.mjs --quick      a hundred files, 200 keywords, three rounds; only printed
//   node test/bench/run.mjs --only english-200 --only start     some groups; only printed
//   node test/bench/run.mjs --rounds 9   more rounds (5 by default)
//
// BENCH_DATE gives the date of the results; else the clock does.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { control } from './control.mjs';
import { goalsTable } from './goals.mjs';
import { controlSection, groupSection, markdownTable, resultsDocument, sweepSection } from './markdown.mjs';
import { measureGroup } from './measure.mjs';
import { groups } from './plan.mjs';
import { measuresMemory, printed } from './process.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string' },
  },
});

const wanted = groups(options).filter(({ name }) => options.only === undefined || options.only.includes(name));
const whole = !options.quick && options.only === undefined;
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));

const results = {
  date: process.env.BENCH_DATE ?? new Date().toISOString().slice(0, 10),
  machine: machine(),
  rounds,
  memory: measuresMemory,
  groups: [],
  controls: [],
  sweep: null,
};
if (!existsSync(here('../../dist/main.js')))
  attempt('build', () => printed([process.execPath, here('../../scripts/build.mjs')]));
for (const group of wanted) {
  results.groups.push(measureGroup(group, rounds));
  show(groupSection(results.groups.at(-1)));
}
if (whole || options.quick) {
  results.sweep = attempt('sweep', () => JSON.parse(printed([process.execPath, here('sweep.mjs'), '--json'])));
  show(sweepSection(results.sweep));
  const sizes = options.quick ? [200] : [20, 200, 2000];
  results.controls = ['english', 'chinese'].flatMap((language) => sizes.map((size) => control(language, size)));
  show(controlSection(results.controls));
}
show(
  `## Goals${options.quick ? ' (on a tenth of the text, where they are not meant)' : ''}\n\n${markdownTable(goalsTable(results))}`,
);
if (whole) keep();

function show(section) {
  process.stdout.write(`${section}\n\n`);
}

function attempt(name, work) {
  try {
    return work();
  } catch (error) {
    process.stderr.write(`${name}: ${error.message}\n`);
    return { failure: error.message };
  }
}

function machine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown processor',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: `${type()} ${release()}`,
    load: loadavg()[0].toFixed(2),
  };
}

/** Results are kept by date and machine; those of one day replace each other. */
function keep() {
  const { cpu, cores } = results.machine;
  const slug = `${cpu} ${cores} cores`
    .toLowerCase()
    .replace(/\((r|tm)\)/g, '')
    .replace(/[^a-z0-9]+/g, '-');
  const folder = here('results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${results.date}-${slug}`);
  const shareable = {
    ...results,
    groups: results.groups.map((group) => ({ ...group, rows: group.rows.map(({ line: _, ...row }) => row) })),
  };
  writeFileSync(`${file}.json`, `${JSON.stringify(shareable, null, 1)}\n`);
  writeFileSync(`${file}.md`, resultsDocument(results));
  show(`kept in ${file.slice(here('../../').length)}.md`);
}
