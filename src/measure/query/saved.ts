import type { Diagnostic, Place } from '../../core/diagnostic.js';

/** A query that stands in qcode.yaml under a name. */
export interface SavedQuery {
  readonly text: string;
  /** Where it stands. */
  readonly place: Place;
}

export type SavedQueries = Readonly<Record<string, SavedQuery>>;

/** A mistake in a saved query that shows only when it is used, with its place in qcode.yaml. */
export function inFile(diagnostic: Diagnostic, saved: SavedQuery): Diagnostic {
  const code = diagnostic.code === 'QC470' ? 'QC472' : diagnostic.code;
  return { ...diagnostic, code, place: placeInFile(diagnostic.place, saved) };
}

/** The place in qcode.yaml of part of a saved query; of all of it where it does not stand there as it is read. */
export function placeInFile(part: Place | undefined, { text, place }: SavedQuery): Place {
  const { column, width } = part ?? {};
  const characters = Array.from(place.excerpt ?? '');
  const stands = characters
    .slice(place.column! - 1)
    .join('')
    .startsWith(text);
  if (column === undefined || !stands) return place;
  return { ...place, column: place.column! + column - 1, ...(width && { width }) };
}
