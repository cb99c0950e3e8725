import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from './finding.js';
import type { Source } from './sources.js';

/** Sources that are the same, byte for byte, as an earlier one. Only files of one size are read. */
export function identicalSources(sources: readonly Source[]): Diagnostic[] {
  const bySize = new Map<number, Source[]>();
  for (const source of sources) {
    const size = statSync(source.path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 0) bySize.set(size, [...(bySize.get(size) ?? []), source]);
  }
  return [...bySize.values()].filter(({ length }) => length > 1).flatMap(sameAmong);
}

function sameAmong(sources: readonly Source[]): Diagnostic[] {
  const earlier: { source: Source; bytes: Uint8Array }[] = [];
  return sources.flatMap((source) => {
    const bytes = contentOf(source);
    if (bytes === null) return [];
    const same = earlier.find((other) => Buffer.compare(other.bytes, bytes) === 0);
    if (same) return [finding('QC434', `this is the same as ${same.source.id}`, { file: source.shown }, 'warning')];
    earlier.push({ source, bytes });
    return [];
  });
}

/** What cannot be read is reported elsewhere. */
function contentOf({ path }: Source): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
