import { availableParallelism } from 'node:os';
import type { AnalysisSet } from '../measure/analysis-set.js';
import type { Basis } from '../report/basis.js';
import type { Coverage } from '../store/chunk.js';
import type { Filters } from '../store/filters.js';
import { isSelective } from '../store/filters.js';
import type { PassRequest } from '../store/pass.js';
import type { Study } from '../store/study.js';
import type { Invocation, Values } from './command.js';
import { UsageError } from './failure.js';
import type { Findings } from './findings.js';
import { progressOn } from './progress.js';
import { filtersInWords } from './study-options.js';

/** A pass as the options want it. */
export function passFor(
  { values, shell }: Invocation,
  study: Study,
  findings: Findings,
  options: { readonly set: AnalysisSet; readonly filters: Filters },
): PassRequest {
  return { study, options, jobs: jobsOf(values), tell: findings.tell, progress: progressOn(shell, 'reading') };
}

function jobsOf(values: Values): number {
  const given = values.one('jobs');
  if (given === undefined) return 1;
  const jobs = Number(given);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`--jobs wants a number of threads, not "${given}"`);
  return Math.min(jobs, Math.max(1, availableParallelism() * 2));
}

/** What the figures of a pass rest on. Filters that leave nothing are a mistake of the command line. */
export function basisOf({ sources, cases }: Coverage, set: AnalysisSet, filters: Filters): Basis {
  if (sources === 0 && isSelective(filters)) {
    const words = filtersInWords(filters).join('; ');
    throw new UsageError(`no source passes the filters: ${words}`, 'qcode sources lists sources, cases and speakers.');
  }
  return { set, filters: filtersInWords(filters), sources, cases: cases.size };
}
