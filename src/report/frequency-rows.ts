import { scaled } from '../measure/frequency-matrix.js';
import type { Counting, Frequency, FrequencyColumn, FrequencyGroup } from '../measure/frequency-types.js';
import type { Basis } from './basis.js';
import { basisNotes, titleOf } from './basis.js';
import { leftOutNote } from './frequency-notes.js';
import { scriptCaveat } from './caveats.js';
import { severalPeopleNotes } from './several-people.js';
import type { Column, Format, Row, Table } from './model.js';

const COUNTS: readonly Counting[] = ['segments', 'hits', 'sources', 'cases', 'words', 'characters'];
const PER_1000_WORDS = { kind: 'per', size: 1000, of: 'words' } as const;

function column(key: string, format: Format): Column {
  return { key, label: key.replaceAll('_', ' '), format };
}

const COLUMNS: readonly Column[] = [
  { key: 'code', label: 'code', format: 'text' },
  column('group', 'text'),
  column('column', 'text'),
  column('kind', 'text'),
  ...COUNTS.map((key) => column(key, 'integer')),
  column('cases_looked_at', 'integer'),
  column('segments_per_1000_words', 'rate'),
  column('row_percent', 'percent'),
  column('column_percent', 'percent'),
  ...COUNTS.map((key) => column(`column_${key}`, 'integer')),
];

function rowOf(frequency: Frequency, group: FrequencyGroup, of: FrequencyColumn, code: number): Row {
  const { code: id, label, depth } = frequency.rows[code]!;
  const figure = (scale: Parameters<typeof scaled>[4]): number | null => scaled(of, group, code, 'segments', scale);
  return {
    depth,
    cells: [
      { value: id, label },
      ...[group.group, of === group.total ? 'total' : of.key, of === group.total ? 'total' : 'value'].map((value) => ({
        value,
      })),
      ...COUNTS.map((counting) => ({ value: of.figures[counting][code] ?? null })),
      { value: of.casesLookedAt[code] ?? null },
      ...[figure(PER_1000_WORDS), figure({ kind: 'row' }), figure({ kind: 'column' })].map((value) => ({ value })),
      ...COUNTS.map((counting) => ({ value: of.base[counting] })),
    ],
  };
}

/**
 * The long form of a frequency table: one row a cell with all its figures and what they divide by (`column_…`: the
 * column whatever its codes). A figure that was not asked for is undefined.
 *
 * @param codes positions of the codes to show; all when absent
 */
export function frequencyRows(frequency: Frequency, basis: Basis, codes?: readonly number[]): Table {
  const shown = codes ?? frequency.rows.map((_, code) => code);
  const rows = shown.flatMap((code) =>
    frequency.groups.flatMap((group) =>
      [...frequency.columns.filter((one) => one.group === group.group), group.total].map((of) =>
        rowOf(frequency, group, of, code),
      ),
    ),
  );
  const { by, rollup } = frequency.options;
  return {
    kind: 'table',
    name: 'frequency-long',
    title: `Code frequency by ${by}, one row a cell (${titleOf(basis.set)})`,
    columns: COLUMNS,
    rows,
    notes: [
      `Column: a value of ${by}, or the total of its group. ${rollup ? 'A code’s figures hold those of the codes below it.' : 'A code’s own codings only.'}`,
      ...leftOutNote(basis),
      'hits: of the rules’ codings in the set; undefined for a code without keyword rules. Other figures are undefined where nobody looked for the code.',
      ...severalPeopleNotes(frequency),
      'segments_per_1000_words: of the words of the column that were looked at for the code; column_words are of all.',
      ...scriptCaveat(frequency.scripts),
      'row_percent: segments as per cent of the row’s total in the group; column_percent: of all segments of the column.',
      ...basisNotes(basis),
    ],
  };
}
