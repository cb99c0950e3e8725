import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAside } from './write-aside.js';

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
  writeAside(pathOf(folder, coder), `${JSON.stringify({ source, sources: { ...places, [source]: place } })}\n`);
}
