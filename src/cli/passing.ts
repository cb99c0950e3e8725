import { availableParallelism } from 'node:os';
import { nearest } from '../core/suggest.js';
import type { AnalysisSet } from '../measure/analysis-set.js';
import { askedOf } from '../report/asked.js';
import type { Basis } from '../report/basis.js';
import type { Coverage } from '../store/chunk.js';
import type { Filters } from '../store/filters.js';
import { isSelective } from '../store/filters.js';
import type { PassRequest } from '../store/pass.js';
import type { Study } from '../store/study.js';
import type { Invocation, Values } from './command.js';
import { attributesIn, doubtsBefore } from './asked-conditions.js';
import { missingAttributes } from './case-attributes.js';
import { Halt, UsageError } from './failure.js';
import type { Findings } from './findings.js';
import { progressOn } from './progress.js';
import { filtersInWords } from './study-options.js';

/** A pass as the options want it. */
export function passFor(
  { values, shell }: Invocation,
  study: Study,
  findings: Findings,
  options: PassRequest['options'],
): PassRequest {
  const { conditions = [], doubts = [] } = options.filters.query ?? {};
  findings.tell([...doubts, ...doubtsBefore(conditions, study, options.set)]);
  const wanted = attributesIn(conditions);
  const valuesOf = [...new Set([...wanted, ...(options.valuesOf ?? [])])];
  return {
    study,
    options: { ...options, valuesOf },
    jobs: jobsOf(values),
    tell: findings.tell,
    progress: progressOn(shell, 'reading'),
  };
}

function jobsOf(values: Values): number {
  const given = values.one('jobs');
  if (given === undefined) return 1;
  const jobs = Number(given);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`--jobs wants a number of threads, not "${given}"`);
  return Math.min(jobs, Math.max(1, availableParallelism() * 2));
}

/** What the figures of a pass rest on. Filters that leave nothing are a mistake of the command line. */
export function basisOf(coverage: Coverage, set: AnalysisSet, filters: Filters, study: Study): Basis {
  const { sources, cases, caseNames, heard, unread } = coverage;
  const words = [...sourcesInWords(study), ...filtersInWords(filters)];
  if (sources === 0 && isSelective(filters)) {
    throw new UsageError(
      `no source passes the filters: ${words.join('; ')}`,
      'qcode sources lists sources, cases and speakers.',
    );
  }
  for (const name of filters.cases) if (!caseNames.has(name)) throw unknownCase(name, study);
  for (const speaker of filters.speakers) if (!heard.has(speaker)) throw unknownSpeaker(speaker);
  const missing = missingAttributes(coverage, study);
  if (missing.length > 0) throw new Halt(missing);
  const silent = coverage.silentTurns > 0 ? ['speakers without consent left out, in counts of words too'] : [];
  const markers = study.settings.markersAreSpeech ? ['non-speech markers matched and counted as speech'] : [];
  return {
    set,
    filters: [...words, ...silent, ...markers],
    sources,
    cases: cases.size,
    unread: unread.length,
    ...(filters.query && { asked: askedOf(filters.query.query.root) }),
  };
}

/** What the command line chose among the sources. */
function sourcesInWords({ chosen }: Study): string[] {
  return chosen.length === 0 ? [] : [`only the ${chosen.length === 1 ? 'source' : 'sources'} ${chosen.join(', ')}`];
}

export function unknownSpeaker(name: string): UsageError {
  return new UsageError(
    `no turn of a speaker "${name}" passes the filters`,
    'qcode sources --speakers lists the speakers.',
  );
}

/** A case that is named but not found would leave figures of the others, as if it had been counted. */
export function unknownCase(name: string, { cases, settings }: Study): UsageError {
  const rows = [...cases.rows.values()].map(({ cells }) => cells);
  const known = rows
    .flatMap((cells) => [cells['case'] ?? '', cells[settings.caseAttribute] ?? ''])
    .filter((each) => each !== '');
  const close = nearest(name, known);
  return new UsageError(
    `no source of a case "${name}" passes the filters`,
    close ? `Did you mean ${close}?` : 'qcode sources lists the cases.',
  );
}
