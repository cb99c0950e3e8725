import { byCodePoint } from '../core/order.js';
import { caseNames } from '../measure/case-places.js';
import { MISSING } from '../measure/coded-source.js';
import type { SourceGlance } from '../measure/glance.js';
import type { Basis } from './basis.js';
import type { Column, Figures, Row, Section, Table } from './model.js';
import { glanceNotes } from './sources-table.js';

/** How cases are named and grouped. */
export interface CaseNaming {
  /** The attribute that names the columns of tables, such as `agency`. */
  readonly by: string;
  /** The attribute that groups cases, such as `type`; null for none. */
  readonly groupBy: string | null;
  /** The groups in their order; others follow in code-point order. */
  readonly groupOrder: readonly string[];
}

function valueOf({ case: name, source, attributes }: SourceGlance, attribute: string): string {
  if (attribute === 'case') return name;
  if (attribute === 'source') return source;
  return (Object.hasOwn(attributes, attribute) && attributes[attribute]) || MISSING;
}

function sum(glances: readonly SourceGlance[], figure: (glance: SourceGlance) => number): number {
  return glances.reduce((total, glance) => total + figure(glance), 0);
}

/** A label stands for another person in another source. */
function speakersIn(glances: readonly SourceGlance[]): number {
  return sum(glances, ({ speakers }) => speakers.filter(({ label }) => label !== null).length);
}

function figuresOf(glances: readonly SourceGlance[], basis: Basis): Figures {
  const count = (key: string, label: string, value: number): Figures['figures'][number] => ({ key, label, value, format: 'integer' });
  return {
    kind: 'figures',
    name: 'glance',
    figures: [
      count('cases', 'Cases', basis.cases),
      count('sources', 'Sources', basis.sources),
      count('speakers', 'Speakers', speakersIn(glances)),
      count('turns', 'Turns', sum(glances, ({ turns }) => turns)),
      count('words', 'Words', sum(glances, ({ words }) => words)),
      count('characters', 'Characters', sum(glances, ({ characters }) => characters)),
      count('codings', 'Codings', sum(glances, ({ codings }) => codings)),
    ],
  };
}

/** What people call each case: the value of an attribute such as `agency`, where its sources agree and it is no other's. */
export function caseNamesOf(glances: readonly SourceGlance[], attribute: string): Map<string, string> {
  return caseNames(glances.map((glance) => ({ case: glance.case, column: valueOf(glance, attribute) })));
}

/** Sources that share a value of the naming attribute and a group. */
interface Part {
  readonly name: string;
  readonly group: string | null;
  readonly glances: SourceGlance[];
}

function partsOf(glances: readonly SourceGlance[], { by, groupBy, groupOrder }: CaseNaming): Part[] {
  const parts = new Map<string, Part>();
  for (const glance of glances) {
    const name = valueOf(glance, by);
    const group = groupBy === null ? null : valueOf(glance, groupBy);
    const key = `${group ?? ''}\0${name}`;
    const part = parts.get(key) ?? { name, group, glances: [] };
    part.glances.push(glance);
    parts.set(key, part);
  }
  const rank = (group: string | null): number => {
    const at = groupOrder.indexOf(group ?? '');
    return at < 0 ? groupOrder.length : at;
  };
  return [...parts.values()].sort(
    (a, b) => rank(a.group) - rank(b.group) || byCodePoint(a.group ?? '', b.group ?? '') || byCodePoint(a.name, b.name),
  );
}

function casesTable(glances: readonly SourceGlance[], naming: CaseNaming, basis: Basis): Table {
  const count = (key: string): Column => ({ key, label: key, format: 'integer' });
  const grouped = naming.groupBy === null ? [] : [naming.groupBy];
  const rowOf = (name: string, group: string | null, own: readonly SourceGlance[]): Row => ({
    cells: [
      name,
      ...grouped.map(() => group),
      own.length,
      speakersIn(own),
      sum(own, ({ turns }) => turns),
      sum(own, ({ words }) => words),
      sum(own, ({ characters }) => characters),
      sum(own, ({ codings }) => codings),
    ].map((value) => ({ value })),
  });
  return {
    kind: 'table',
    name: 'cases',
    title: `By ${naming.by}`,
    columns: [
      { key: naming.by, label: naming.by, format: 'text' },
      ...grouped.map((key): Column => ({ key, label: key, format: 'text' })),
      ...['sources', 'speakers', 'turns', 'words', 'characters', 'codings'].map(count),
    ],
    rows: partsOf(glances, naming).map(({ name, group, glances: own }) => rowOf(name, group, own)),
    notes: ['Speakers: labels, told apart by source.', ...glanceNotes(basis)],
  };
}

/** The study at a glance: its size, and each case by name. */
export function glanceSection(glances: readonly SourceGlance[], naming: CaseNaming, basis: Basis): Section {
  return { heading: 'The study at a glance', blocks: [figuresOf(glances, basis), casesTable(glances, naming, basis)] };
}
