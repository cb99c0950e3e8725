import { ordered } from '../cli/accumulation-order.js';
import type { Command, Invocation, Values } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { handsOf } from '../cli/hands-set.js';
import { measure } from '../cli/measured.js';
import {
  analysisOptions,
  codeOptions,
  filterOptions,
  passOptions,
  pathsArgument,
  rollupOption,
  withoutQuery,
} from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { numberOf, shareOf } from '../cli/quantity.js';
import { codesShown, studyFor } from '../cli/study-options.js';
import { hasBit } from '../measure/looked.js';
import { type AccumulationOptions, accumulate } from '../measure/saturation/accumulated.js';
import { createdIn, laidAt } from '../measure/saturation/creation.js';
import { codesIn } from '../measure/code-presence.js';
import { accumulationOf, accumulationSection } from '../report/accumulation-section.js';
import { ADJUDICATOR } from '../measure/analysis-set.js';
import { codingTimes } from '../store/coding-times.js';

export const saturation: Command = {
  name: 'saturation',
  summary: 'show how codes accumulate over sources or cases',
  description:
    'Code accumulation: how many codes each source adds, in the order in which the sources were coded and over random orders; ' +
    "Guest's n+r, rarefaction, Chao2 and coverage. Counts of codes are not theoretical saturation, and the output says so. " +
    'It counts codings by hand, adjudicated ones where there are such, unless --rules or --all says otherwise: a keyword rule would find a code in interviews from before anybody thought of it. ' +
    'In the order of coding a code is new where it was created: in the source in which it was laid first, by the times in the logs. In another order it is new in the first source that has it.',
  arguments: [pathsArgument],
  options: [
    { flags: '--by <what>', description: 'over sources, or over cases (source)', choices: ['source', 'case'] },
    {
      flags: '--order <order>',
      description:
        'coded: as coders began with them, by the logs; listed: as qcode sources lists them; or an attribute such as date',
      complete: 'attribute',
    },
    { flags: '--base <n>', description: "how many make the base of Guest's n+r (4)" },
    { flags: '--run <n>', description: 'how many make a run (2)' },
    { flags: '--threshold <share>', description: 'the most new codes in a run, of those of the base: 0.05 or 5% (5%)' },
    { flags: '--orders <n>', description: 'how many random orders (1000)' },
    { flags: '--seed <n>', description: 'the seed of their draw (1)' },
    rollupOption,
    ...codeOptions,
    ...filterOptions,
    withoutQuery(
      'A curve of fewer codings would seem saturated. Name codes with --code and --below, and interviews with --case, --where or --source.',
    ),
    ...analysisOptions,
    ...passOptions,
  ],
  examples: [
    { line: 'qcode saturation', shows: 'how codes accumulated, in the order of coding' },
    {
      line: 'qcode saturation --by case --base 3 --run 2 --threshold 0',
      shows: 'the same over cases, with other parameters',
    },
    { line: 'qcode saturation --order listed --format csv', shows: 'a row a source, for a spreadsheet' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const options = optionsOf(values);
  const findings = tellOn(shell);
  const study = await studyFor(invocation, findings);
  const set = handsOf(values, study, '--rules counts keyword hits; they say nothing of when a code was needed.');
  const codes = codesShown(values, study);
  const by = values.one('by') === 'case' ? 'case' : 'source';
  const rollup = values.flag('rollup');
  const order = values.one('order');
  const rank = order === undefined || order === 'coded' || order === 'listed' ? null : order;
  const { value, basis, caveats } = await measure(
    invocation,
    study,
    findings,
    () => ({ presence: { by, label: study.settings.caseAttribute, rank, rollup } }),
    set,
  );
  // Adjudication says nothing of when a code was needed: coders' own logs do, where there are any.
  const own = study.logs.some(({ coder }) => coder !== ADJUDICATOR);
  const times = codingTimes(study, set.kind === 'adjudicated' && own ? { kind: 'manual' } : set, rollup);
  const { rows, words, byCreation, notes } = ordered(value.presence, codes, order, times, set);
  const has = rows.map(({ row }) => codesIn(row, codes));
  const created = byCreation ? createdIn(has, (place, code) => laidAt(rows[place]!.row, code, times)) : undefined;
  const unlooked = rows.reduce(
    (sum, { row }) => sum + codes.filter((code) => !hasBit(row.looked, code) && !hasBit(row.codes, code)).length,
    0,
  );
  const input = {
    accumulation: accumulate(has, codes, options, created),
    view: {
      by,
      entrants: rows.map(({ row: { key, labels }, began }) => {
        const [label, another] = labels;
        return { key, began, ...(by === 'case' && label !== undefined && another === undefined && { label }) };
      }),
    } as const,
    options,
    codebook: study.codebook,
    basis,
    codes: codes.length,
    rollup,
    order: words,
    byCreation,
    unlooked,
    notes,
  };
  const format = formatOf(values);
  if (format === 'csv') await printBlock(invocation, accumulationOf(input), caveats);
  else {
    const section = accumulationSection(input);
    await printReport(invocation, { title: section.heading, caveats, sections: [section] }, format);
  }
  return findings.exitCode();
}

function optionsOf(values: Values): AccumulationOptions {
  const threshold = shareOf(values, 'threshold') ?? 0.05;
  const baseSize = numberOf(values, 'base', 1) ?? 4;
  const runLength = numberOf(values, 'run', 1) ?? 2;
  const orders = numberOf(values, 'orders', 1) ?? 1000;
  if (orders > MOST_ORDERS) throw new UsageError(`--orders takes at most ${MOST_ORDERS}, not ${orders}`);
  return { guest: { baseSize, runLength, threshold }, orders, seed: numberOf(values, 'seed', 0) ?? 1 };
}

/** More orders than these tell no more, and take long. */
const MOST_ORDERS = 100_000;
