import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import type { CaseTable } from './cases.js';
import { finding } from './finding.js';
import type { People, Person } from './people.js';
import type { Row } from './table.js';

/** What a name in a table may mean: a source has an id. */
type Known = readonly { readonly id: string }[];

/**
 * Finds the sources that a name in a table means: the one whose id it is, else all whose path ends with it, with or
 * without the extension. A transcript that was a Word document may go by that document's name. Names are in NFC.
 */
export function sourceNames(known: Known): (name: string) => readonly string[] {
  const ids = new Set(known.map(({ id }) => id));
  const byName = new Map<string, string[]>();
  for (const id of ids) {
    for (const name of namesOf(id).flatMap(endingsOf)) {
      const same = byName.get(name);
      if (same) same.push(id);
      else byName.set(name, [id]);
    }
  }
  return (name) => (ids.has(name) ? [name] : (byName.get(name) ?? []));
}

function namesOf(id: string): string[] {
  const bare = id.replace(/\.[^./]*$/, '');
  const names = id.endsWith('.txt') ? [id, bare, `${bare}.docx`] : [id, bare];
  return [...new Set(names)];
}

/** `a/b/c`, `b/c` and `c`. */
function endingsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(i).join('/'));
}

/** The table of cases with its rows by the ids of the sources that they name. */
export function casesBySource(cases: CaseTable, known: Known): Outcome<CaseTable> & { readonly value: CaseTable } {
  if (cases.key !== 'source') return { value: cases, diagnostics: [] };
  const entries = [...cases.rows].map(([source, row]) => ({ source, speaker: '', row, item: row }));
  const { named, diagnostics } = byId(entries, known);
  return { value: { ...cases, rows: new Map(named.map(({ source, item }) => [source, item])) }, diagnostics };
}

/** The table of speakers by the ids of the sources that its rows name. */
export function peopleBySource(people: People, known: Known): Outcome<People> & { readonly value: People } {
  const persons = [...people.values()].flatMap((bySpeaker) => [...bySpeaker.values()]);
  const { named, diagnostics } = byId(
    persons.map((item) => ({ ...item, item })),
    known,
  );
  const value = new Map<string, Map<string, Person>>();
  for (const { source, item } of named) {
    value.set(source, (value.get(source) ?? new Map<string, Person>()).set(item.speaker, { ...item, source }));
  }
  return { value, diagnostics };
}

/** A row that describes a source, or one of its speakers. */
interface Entry<T> {
  readonly source: string;
  readonly speaker: string;
  readonly row: Row;
  readonly item: T;
}

/** The rows with ids for names; one that names no single source, or one that was described before, is a finding and left out. */
function byId<T>(entries: readonly Entry<T>[], known: Known): { named: Entry<T>[]; diagnostics: Diagnostic[] } {
  const sourcesOf = sourceNames(known);
  const named: Entry<T>[] = [];
  const diagnostics: Diagnostic[] = [];
  const earlier = new Map<string, Row>();
  for (const entry of entries) {
    const { place } = entry.row;
    const [source, ...others] = sourcesOf(entry.source);
    if (source === undefined) {
      diagnostics.push(finding('QC414', `the study has no source "${entry.source}"`, place, 'warning'));
    } else if (others.length > 0) {
      const candidates = [source, ...others].join(', ');
      diagnostics.push(finding('QC414', `"${entry.source}" may be any of ${candidates}`, place, 'warning'));
    } else {
      const key = `${source}\0${entry.speaker}`;
      const first = earlier.get(key);
      if (first)
        diagnostics.push(
          finding('QC412', `"${entry.source}" is ${source}, described in line ${first.place.line} already`, place),
        );
      else named.push({ ...entry, source });
      earlier.set(key, first ?? entry.row);
    }
  }
  return { named, diagnostics };
}
