import type { Code, Codebook } from '../codebook/codebook.js';
import type { Column, Row, Table, Value } from './model.js';

const COLUMNS: readonly Column[] = [
  { key: 'code', label: 'code', format: 'text' },
  { key: 'name', label: 'name', format: 'text' },
  { key: 'parent', label: 'parent', format: 'text', secondary: true },
  { key: 'definition', label: 'definition', format: 'text' },
  { key: 'include', label: 'include', format: 'text', secondary: true },
  { key: 'exclude', label: 'exclude', format: 'text', secondary: true },
  { key: 'rules', label: 'rules', format: 'integer' },
  { key: 'keywords', label: 'keywords', format: 'text', secondary: true },
];

function rowOf({ id, name, parent, definition, include, exclude, rules, depth }: Code): Row {
  const values: Value[] = [
    id,
    name,
    parent,
    definition ?? null,
    include ?? null,
    exclude ?? null,
    rules.length,
    rules.length > 0 ? rules.map((rule) => rule.name).join('; ') : null,
  ];
  return { depth, cells: values.map((value) => ({ value })) };
}

/** The codes of a codebook in its order, indented as its tree. */
export function codebookTable(codebook: Codebook, codes: readonly Code[] = codebook.codes): Table {
  return {
    kind: 'table',
    name: 'codebook',
    title: codebook.title === '' ? 'Codebook' : `Codebook: ${codebook.title}`,
    columns: COLUMNS,
    rows: codes.map(rowOf),
    notes: [
      'rules: keyword rules of the code; a code with none is laid by hand only.',
      ...(codebook.fold.han ? ['Traditional and Simplified characters match each other.'] : []),
    ],
  };
}
