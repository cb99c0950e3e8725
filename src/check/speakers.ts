import type { Diagnostic, Place } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { nearest } from '../core/suggest.js';
import type { SourceGlance } from '../measure/glance.js';
import { labelKey } from '../text/speaker.js';

/** A row of people.csv. */
export interface DescribedSpeaker {
  readonly source: string;
  readonly speaker: string;
  readonly place: Place;
}

/** Rows of people.csv whose speaker does not speak in the source, which was read whole. */
export function speakersNotFound(rows: readonly DescribedSpeaker[], glances: readonly SourceGlance[]): Diagnostic[] {
  const labels = new Map(glances.map(({ source, speakers }) => [source, speakers.flatMap(({ label }) => label ?? [])]));
  return rows.flatMap(({ source, speaker, place }) => {
    const found = labels.get(source);
    if (!found || found.some((label) => labelKey(label) === labelKey(speaker))) return [];
    const close = nearest(speaker, found);
    const hint = close ? `; did you mean "${close}"?` : found.length > 0 ? `; there are ${found.join(', ')}` : '';
    return [finding('QC423', `nobody speaks as "${speaker}" in ${source}${hint}`, place, 'warning')];
  });
}
