import { resolve } from 'node:path';
import { UsageError } from '../../cli/failure.js';
import { sourceTest } from '../../cli/study-options.js';
import { nearest } from '../../core/suggest.js';
import type { Source } from '../../store/sources.js';
import { readStopped } from '../../store/stopped.js';
import { units } from '../../text/unit.js';
import type { Desk } from './desk.js';
import { openSource, stoppedAt } from './open.js';
import type { Beginning } from './prepare.js';
import { isSeen } from '../model/progress.js';
import type { OpenSource } from '../model/state.js';

/** The source that is named by its id, the name of its file, or its path. */
export function sourceNamed({ study }: Desk, named: string, cwd: string): Source {
  const test = sourceTest(named);
  const path = resolve(cwd, named);
  const found = study.sources.filter((source) => source.path === path || test(source));
  const [first] = found;
  if (found.length === 1 && first) return first;
  if (found.length > 1) {
    throw new UsageError(
      `"${named}" is the name of ${found.length} sources`,
      `Name one: ${found.map(({ id }) => id).join(', ')}.`,
    );
  }
  const close = nearest(
    named,
    study.sources.flatMap(({ id }) => [id, id.slice(id.lastIndexOf('/') + 1)]),
  );
  throw new UsageError(
    `no source is called "${named}"`,
    close ? `Did you mean ${close}?` : 'qcode sources lists them.',
  );
}

/** Where the coder stopped last; the first source where that is not known, or no source of this list any more. */
export function whereStopped({ study, coder }: Desk): Source {
  const { source } = readStopped(study.folder, coder);
  return study.sources.find(({ id }) => id === source) ?? study.sources[0]!;
}

/** The first unit that is not marked seen, from where the coder stopped in a source on, and then in the sources after it. */
export async function nextNotDone(desk: Desk, source: Source): Promise<Beginning> {
  const { sources } = desk.study;
  const at = sources.indexOf(source);
  for (const next of [...sources.slice(at), ...sources.slice(0, at)]) {
    const { value } = await openSource(desk, next.id);
    if (!value) continue;
    const place = notDoneFrom(desk, value.source);
    if (place !== null) return { source: next.id, at: place, queue: null };
  }
  return { source: source.id, at: null, queue: null };
}

function notDoneFrom(desk: Desk, source: OpenSource): number | null {
  const from = stoppedAt(desk, source);
  const open = units(source.transcript, desk.walk).filter((unit) => !isSeen(source, unit));
  return (open.find(({ end }) => end > from) ?? open[0])?.start ?? null;
}
