import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asideFile } from './aside.js';

/** Where a coder stopped, for going on there next time. Each coder's own, and never merged. */
export interface Stopped {
  /** Id of the source that was open last; null where none was. */
  readonly source: string | null;
  /** By id of the source: the code point of its canonical text where the cursor was. */
  readonly places: Readonly<Record<string, number>>;
}

const NOWHERE: Stopped = { source: null, places: {} };

function pathOf(folder: string, coder: string): string {
  return join(folder, 'codings', '.stopped', `${coder}.json`);
}

/** Where a coder stopped. What cannot be read is as if it had not been kept: nothing rests on it. */
export function readStopped(folder: string, coder: string): Stopped {
  let json: { source?: unknown; sources?: unknown } | null;
  try {
    json = JSON.parse(readFileSync(pathOf(folder, coder), 'utf8')) as typeof json;
  } catch {
    return NOWHERE;
  }
  const source = typeof json?.source === 'string' ? json.source : null;
  const places = typeof json?.sources === 'object' && json.sources !== null ? Object.entries(json.sources) : [];
  return {
    source,
    places: Object.fromEntries(
      places.filter((place): place is [string, number] => Number.isSafeInteger(place[1]) && place[1] >= 0),
    ),
  };
}

/** Keeps where a coder stopped in a source, besides where that was in others. */
export function keepStopped(folder: string, coder: string, source: string, place: number): void {
  const { places } = readStopped(folder, coder);
  const path = pathOf(folder, coder);
  mkdirSync(dirname(path), { recursive: true });
  const aside = asideFile(path);
  try {
    writeFileSync(aside.path, `${JSON.stringify({ source, sources: { ...places, [source]: place } })}\n`);
    aside.commit();
  } catch (error) {
    aside.discard();
    throw error;
  }
}
