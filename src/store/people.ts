import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import type { Role } from '../text/transcript.js';
import { keyed } from './cases.js';
import { finding } from './finding.js';
import type { Row, Table } from './table.js';

export type Consent = 'quote' | 'paraphrase' | 'count' | 'none';

/** Whoever speaks under a label in a source. */
export interface Person {
  readonly source: string;
  readonly speaker: string;
  readonly person?: string;
  readonly role?: Role;
  /** The person's case, where it is not that of the source. */
  readonly case?: string;
  readonly consent: Consent;
  readonly attributes: Readonly<Record<string, string>>;
  readonly row: Row;
}

/** people.csv: the persons of a source by speaker label. */
export type People = ReadonlyMap<string, ReadonlyMap<string, Person>>;

export const NO_PEOPLE: People = new Map();

const ROLES = ['interviewer', 'respondent', 'other'];
const CONSENTS = ['quote', 'paraphrase', 'count', 'none'];
const KNOWN = new Set(['source', 'speaker', 'person', 'role', 'case', 'consent']);

/** Reads a table as people.csv. An empty consent means `quote`. */
export function readPeople(table: Table): Outcome<People> {
  const { file, columns } = table;
  const missing = ['source', 'speaker'].filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const message = `${file} has no column ${missing.map((name) => `"${name}"`).join(' and no column ')}`;
    const excerpt = columns.join(',');
    return { diagnostics: [finding('QC411', message, { file, line: 1, column: 1, excerpt })] };
  }
  const keyOf = ({ source, speaker }: Row['cells']): string => (source && speaker ? `${source}\0${speaker}` : '');
  const { rows, diagnostics } = keyed(table, keyOf, 'source and speaker');
  const people = new Map<string, Map<string, Person>>();
  for (const row of rows.values()) {
    const person = personOf(row);
    diagnostics.push(...findingsOf(row));
    const bySpeaker = people.get(person.source) ?? new Map<string, Person>();
    people.set(person.source, bySpeaker.set(person.speaker, person));
  }
  return { value: people, diagnostics };
}

function personOf(row: Row): Person {
  const { source = '', speaker = '', person, role, case: ofCase, consent } = row.cells;
  const attributes = Object.entries(row.cells).filter(([name, value]) => !KNOWN.has(name) && value !== '');
  return {
    source,
    speaker,
    ...(person && { person }),
    ...(role && ROLES.includes(role) && { role: role as Role }),
    ...(ofCase && { case: ofCase }),
    // An unknown value is reported as an error; until it is mended nothing of the person is shown.
    consent: !consent ? 'quote' : CONSENTS.includes(consent) ? (consent as Consent) : 'none',
    attributes: Object.fromEntries(attributes),
    row,
  };
}

function findingsOf({ cells, place }: Row): Diagnostic[] {
  const check = (column: string, values: readonly string[]): Diagnostic[] => {
    const value = cells[column];
    if (!value || values.includes(value)) return [];
    return [finding('QC417', `the ${column} "${value}" is none of ${values.join(', ')}`, place)];
  };
  return [...check('role', ROLES), ...check('consent', CONSENTS)];
}
