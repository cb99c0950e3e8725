import type { Code, Relation } from '../codebook/codebook.js';
import type { ChosenMap } from '../codebook/map/chosen.js';
import type { Cell, Column, Table } from './model.js';

/** A code as people read it, with the id that options want. */
export const named = ({ id, name }: Code): string => (name === id ? id : `${name} (${id})`);

const TEXT = { format: 'text' } as const;
const COLUMNS: readonly Column[] = [
  { key: 'from', label: 'code', ...TEXT },
  { key: 'type', label: 'relation', ...TEXT },
  { key: 'to', label: 'code', ...TEXT },
];
const STEPS: readonly Column[] = [
  { key: 'from_steps', label: 'steps', format: 'integer' },
  { key: 'to_steps', label: 'steps', format: 'integer' },
];

/** Relations, one a row; with the steps to both ends where they were chosen around a code. */
export function mapTable({ codes, relations, steps }: ChosenMap, title: string, notes: readonly string[]): Table {
  const names = new Map(codes.map((code) => [code.id, named(code)]));
  const end = (id: string): Cell => ({ value: id, label: names.get(id) ?? id });
  const row = ({ from, type, to }: Relation): Cell[] => [
    end(from),
    { value: type },
    end(to),
    ...(steps ? [{ value: steps.get(from)! }, { value: steps.get(to)! }] : []),
  ];
  return {
    kind: 'table',
    name: 'map',
    title,
    columns: steps ? [...COLUMNS, ...STEPS] : COLUMNS,
    rows: relations.map((relation) => ({ cells: row(relation) })),
    notes,
  };
}
