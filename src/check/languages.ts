import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import type { SourceGlance } from '../measure/glance.js';
import { isWithoutSpaces } from '../measure/rule-check/language.js';

/**
 * Sources of which nobody said the language, as one finding: measures that keep languages apart know them by their script
 * only.
 *
 * @param main the study's main language, or null
 */
export function undeclaredLanguages(glances: readonly SourceGlance[], main: string | null): Diagnostic[] {
  const bare = glances.filter(({ attributes, words, hanCharacters }) => {
    if (words === 0 || attributes['language']) return false;
    return main === null || isWithoutSpaces(main) !== hanCharacters > words / 2;
  });
  const [first] = bare;
  if (first === undefined) return [];
  const others = bare.length > 1 ? `, nor of ${bare.length - 1} more` : '';
  return [finding('QC462', `nobody says of which language this source is${others}`, { file: first.source }, 'info')];
}
