import type { Frequency, FrequencyColumn } from '../measure/frequency-types.js';
import { MISSING } from '../measure/coded-source.js';
import type { SourceGlance } from '../measure/glance.js';
import type { Basis } from './basis.js';
import type { Column, Figures, Row, Section, Table } from './model.js';
import { glanceNotes } from './sources-table.js';

/** How cases are named and grouped. */
export interface CaseNaming {
  /** What the columns of tables are called, such as `agency`. */
  readonly by: string;
  /** The attribute that groups cases, such as `type`; null for none. */
  readonly groupBy: string | null;
}

function sum(glances: readonly SourceGlance[], figure: (glance: SourceGlance) => number): number {
  return glances.reduce((total, glance) => total + figure(glance), 0);
}

/** A label stands for another person in another source. */
function speakersIn(glances: readonly SourceGlance[]): number {
  return sum(glances, ({ speakers }) => speakers.filter(({ label }) => label !== null).length);
}

function figuresOf(glances: readonly SourceGlance[], basis: Basis): Figures {
  const count = (key: string, label: string, value: number): Figures['figures'][number] => ({
    key,
    label,
    value,
    format: 'integer',
  });
  return {
    kind: 'figures',
    name: 'glance',
    figures: [
      count('cases', 'Cases', basis.cases),
      count('sources', 'Sources', basis.sources),
      count('speakers', 'Speakers', speakersIn(glances)),
      count(
        'turns',
        'Turns',
        sum(glances, ({ turns }) => turns),
      ),
      count(
        'words',
        'Words',
        sum(glances, ({ words }) => words),
      ),
      count(
        'characters',
        'Characters',
        sum(glances, ({ characters }) => characters),
      ),
      count(
        'codings',
        'Codings',
        sum(glances, ({ codings }) => codings),
      ),
    ],
  };
}

/** A row for each column of the frequency table, made of the same text. */
function casesTable({ columns }: Frequency, { by, groupBy }: CaseNaming, basis: Basis): Table {
  const text = (key: string): Column => ({ key, label: key, format: 'text' });
  const count = (key: string): Column => ({ key, label: key, format: 'integer' });
  const rowOf = ({ key, group, base }: FrequencyColumn): Row => ({
    cells: [
      key,
      ...(groupBy === null ? [] : [group ?? MISSING]),
      base.sources,
      base.speakers,
      base.turns,
      base.words,
      base.characters,
      base.segments,
    ].map((value) => ({ value })),
  });
  return {
    kind: 'table',
    name: 'cases',
    title: `By ${by}`,
    columns: [
      text(by),
      ...(groupBy === null ? [] : [text(groupBy)]),
      ...['sources', 'speakers', 'turns', 'words', 'characters', 'codings'].map(count),
    ],
    rows: columns.map(rowOf),
    notes: ['Speakers: labels, told apart by source.', ...glanceNotes(basis)],
  };
}

/**
 * The study at a glance: its size, and each case by name.
 *
 * @param glances of the sources that count
 * @param frequency with words
 */
export function glanceSection(
  glances: readonly SourceGlance[],
  frequency: Frequency,
  naming: CaseNaming,
  basis: Basis,
): Section {
  return {
    heading: 'The study at a glance',
    blocks: [figuresOf(glances, basis), casesTable(frequency, naming, basis)],
  };
}
