import { readFileSync } from 'node:fs';
import type { AnalysisSet } from '../measure/analysis-set.js';
import type { Input, Manifest } from '../report/model.js';
import type { Study, StudyInput } from '../store/study.js';
import { VERSION } from './version.js';

/**
 * What a report was made from.
 *
 * @param besides files that it rests on besides those of the study
 */
export async function manifestOf(
  study: Study,
  options: Manifest['options'],
  set: AnalysisSet,
  besides: readonly StudyInput[],
): Promise<Manifest> {
  // Loaded only here: no other command needs it, and it is slow to start.
  const { createHash } = await import('node:crypto');
  const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  const known = new Set(study.sources.map(({ id }) => id));
  const files = [
    ...study.inputs,
    ...besides,
    ...study.sources,
    ...(set.kind === 'rules' ? [] : study.logs.filter(({ source }) => known.has(source))),
  ];
  return {
    version: VERSION,
    command: 'report',
    options: { analysis: set.kind === 'coder' ? `coder:${set.coder}` : set.kind, ...options },
    inputs: files.flatMap(({ id, path }) => digestOf(id, path, sha256)),
  };
}

/** What cannot be read is no input; the report says so among its caveats. */
function digestOf(id: string, path: string, sha256: (path: string) => string): Input[] {
  try {
    return [{ path: id, sha256: sha256(path) }];
  } catch {
    return [];
  }
}
