import { MISSING } from '../measure/coded-source.js';
import type { Frequency } from '../measure/frequency-types.js';
import { counted } from './basis.js';

/** More labels than these say no more. */
const MOST = 6;

/** The note beneath a table by speaker where one label stands for speakers of several sources. */
export function severalPeopleNotes({ columns, options }: Frequency): string[] {
  if (options.by !== 'speaker') return [];
  const shared = columns.filter(({ key, base }) => key !== MISSING && base.sources > 1);
  if (shared.length === 0) return [];
  const named = shared.slice(0, MOST).map(({ key, base }) => `${key} (${counted(base.sources, 'source')})`);
  const more = shared.length > MOST ? ` and ${shared.length - MOST} more` : '';
  return [
    `One column, perhaps several people: ${named.join(', ')}${more}. --by person tells those apart whom people.csv names.`,
  ];
}
