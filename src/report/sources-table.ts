import type { SourceGlance } from '../measure/glance.js';
import type { Reading } from './basis.js';
import { basisNotes } from './basis.js';
import type { Column, Table } from './model.js';

type Speaker = SourceGlance['speakers'][number];

/** `罗总 (respondent)`; text before the first label has no speaker. */
function speakerName({ label, role }: Speaker): string {
  return `${label ?? 'no label'} (${role})`;
}

/** Numbers of turns, words and so on, wherever sources are listed. */
export function glanceNotes(reading: Reading): string[] {
  return [
    'Words: words of spaced scripts and single Han characters, labels, times and non-speech markers left out; characters: all but white space.',
    ...basisNotes(reading),
  ];
}

/** A table of sources, in the order given: case, attributes asked for, speakers, length and, with a codebook, codings. */
export function sourcesTable(glances: readonly SourceGlance[], attributes: readonly string[], reading: Reading): Table {
  const text = (key: string, more: Partial<Column> = {}): Column => ({ key, label: key, format: 'text', ...more });
  const count = (key: string, more: Partial<Column> = {}): Column => ({ key, label: key, format: 'integer', ...more });
  const own = new Set(['source', 'case', 'speakers', 'turns', 'words', 'characters', 'codings', 'codes', 'encoding']);
  const coded = reading.set !== undefined;
  const shown = attributes.filter((name) => !own.has(name));
  return {
    kind: 'table',
    name: 'sources',
    title: 'Sources',
    columns: [
      text('source'),
      text('case'),
      ...shown.map((name) => text(name, { secondary: true })),
      text('speakers'),
      count('turns'),
      count('words'),
      count('characters', { secondary: true }),
      ...(coded ? [count('codings'), count('codes')] : []),
      text('encoding', { secondary: true }),
    ],
    rows: glances.map(
      ({ source, case: name, attributes: values, speakers, turns, words, characters, codings, codes, encoding }) => ({
        cells: [
          source,
          name,
          ...shown.map((attribute) => (Object.hasOwn(values, attribute) ? (values[attribute] ?? null) : null)),
          speakers.map(speakerName).join(', '),
          turns,
          words,
          characters,
          ...(coded ? [codings, codes] : []),
          encoding,
        ].map((value) => ({ value })),
      }),
    ),
    notes: glanceNotes(reading),
  };
}
