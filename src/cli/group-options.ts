import type { Statistic } from '../measure/comparison/units.js';
import type { OptionSpec, Values } from './command.js';
import { UsageError } from './failure.js';

const STATISTICS: readonly Statistic[] = ['turns', 'presence', 'rate'];

/** Options of tests between groups. */
export const groupTestOptions: readonly OptionSpec[] = [
  { flags: '--test', description: 'test each code between the groups that --by makes' },
  {
    flags: '--compare <figure>',
    description:
      "with --test, what of each source or case: the share of respondents' turns, presence, or the rate per 1,000 words (turns)",
    choices: STATISTICS,
  },
  {
    flags: '--unit <what>',
    description: 'with --test, what groups are made of (source where they are cases or agencies, else case)',
    choices: ['source', 'case'],
  },
  {
    flags: '--permutations <n>',
    description: 'with --test, how many to draw where there are more than 100,000 (9999)',
  },
  { flags: '--seed <n>', description: 'with --test, the seed of their draw (1)' },
  {
    flags: '--descriptive',
    description: 'chi-square, residuals, G², Cramér’s V and Garwood intervals over segments, which are not independent',
  },
];

/** Options of the table of counts, which a test has no use for. */
const OF_THE_TABLE = ['count', 'per', 'percent', 'mean', 'long', 'summary'] as const;
const OF_THE_TEST = ['compare', 'unit', 'permutations', 'seed'] as const;

/** What the options ask for: the table of counts, tests, or descriptive statistics. */
export function askedFor(values: Values): 'table' | 'test' | 'descriptive' {
  const given = (name: string): boolean => values.flag(name) || values.one(name) !== undefined;
  const test = values.flag('test');
  const descriptive = values.flag('descriptive');
  if (test && descriptive) throw new UsageError('--test and --descriptive exclude each other', 'Give one of them.');
  const alone = OF_THE_TABLE.find(given);
  if ((test || descriptive) && alone !== undefined)
    throw new UsageError(
      `--${alone} is of the table of counts; --${test ? 'test' : 'descriptive'} has its own figures`,
      test ? '--compare says what is tested.' : `Leave --${alone} out.`,
    );
  if (test && (values.flag('includeInterviewer') || values.all('role').includes('interviewer')))
    throw new UsageError(
      '--test compares what respondents say: turns of interviewers do not count',
      'Leave the interviewers out.',
    );
  const idle = OF_THE_TEST.find(given);
  if (!test && idle !== undefined) throw new UsageError(`--${idle} wants --test`, 'Add --test, or leave it out.');
  if (descriptive && values.flag('rollup'))
    throw new UsageError(
      '--descriptive counts each coding once, and --rollup counts it for all codes above',
      'Leave --rollup out.',
    );
  return test ? 'test' : descriptive ? 'descriptive' : 'table';
}
