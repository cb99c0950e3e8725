import { availableParallelism } from 'node:os';
import { nearest } from '../core/suggest.js';
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
export function basisOf({ sources, cases, caseNames }: Coverage, set: AnalysisSet, filters: Filters, study: Study): Basis {
  if (sources === 0 && isSelective(filters)) {
    const words = filtersInWords(filters).join('; ');
    throw new UsageError(`no source passes the filters: ${words}`, 'qcode sources lists sources, cases and speakers.');
  }
  for (const name of filters.cases) if (!caseNames.has(name)) throw unknownCase(name, study);
  const markers = study.settings.markersAreSpeech ? ['non-speech markers matched and counted as speech'] : [];
  return { set, filters: [...filtersInWords(filters), ...markers], sources, cases: cases.size };
}

/** A case that is named but not found would leave figures of the others, as if it had been counted. */
function unknownCase(name: string, { cases, settings }: Study): UsageError {
  const rows = [...cases.rows.values()].map(({ cells }) => cells);
  const known = rows.flatMap((cells) => [cells['case'] ?? '', cells[settings.caseAttribute] ?? '']).filter((each) => each !== '');
  const close = nearest(name, known);
  return new UsageError(`no source of a case "${name}" passes the filters`, close ? `Did you mean ${close}?` : 'qcode sources lists the cases.');
}
