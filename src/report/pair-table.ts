import { ABOVE, type Association } from '../measure/association/association.js';
import { conditional } from '../measure/association/conditional.js';
import { fisherOfPair } from '../measure/association/fisher.js';
import { associations } from '../measure/association/registry.js';
import { describeFigure } from '../measure/cooccurrence-matrix.js';
import { BACK, type CodePair, type PairGroup, sortedPairs } from '../measure/pairs/finish.js';
import type { PairOptions } from '../measure/pairs/tally.js';
import type { MatrixRow } from '../measure/matrix.js';
import { type Basis, basisNotes, counted, titleOf } from './basis.js';
import { meetingNote } from './cooccurrence-table.js';
import { ABOVE_ONE, DESCRIPTIVE, POOLED, RARE } from './independence.js';
import type { Cell, Column, Row, Table } from './model.js';

export interface PairTableOptions {
  /** What to sort by: `both`, `cases` or the id of an association. */
  readonly by: string;
  /** How many units the pairs listed share at least. */
  readonly minimum: number;
}

/** How pairs were counted, as far as the table says it. */
export type ShownPairs = Pick<PairOptions, 'unit' | 'rollup' | 'by'>;

/** What there is room for on 80 columns, beside what is sorted by; then what 160 columns hold. */
const FIRST = new Set(['both', 'first', 'second', 'units', 'fisher_bh']);
const NEXT = new Set([
  'same_words',
  'jaccard',
  'jaccard_low',
  'jaccard_high',
  'lift',
  'phi',
  'g2',
  'fisher',
  'conditional',
  BACK,
]);

/** Figures of pairs of segments. */
const OF_SEGMENTS = new Set(['both', 'same_words', 'cases', 'first', 'second', 'jaccard', 'dice', 'conditional', BACK]);

/** A column with what it holds of a pair. */
interface Content {
  readonly column: Omit<Column, 'secondary'>;
  readonly of: (pair: CodePair) => number | null;
}

const COUNTS: readonly Content[] = [
  count('both', 'both', ({ pair }) => pair.both),
  count('same_words', 'same words', ({ pair }) => pair.sameWords),
  count('cases', 'cases', ({ pair }) => pair.cases),
  count('first', 'n1', ({ pair }) => pair.first),
  count('second', 'n2', ({ pair }) => pair.second),
  count('neither', 'neither', ({ neither }) => neither),
  count('units', 'N', ({ units }) => units),
];

function count(key: string, label: string, of: Content['of']): Content {
  return { column: { key, label, format: 'integer' }, of };
}

function measureContents({ id, name, interval }: Pick<Association, 'id' | 'name' | 'interval'>): Content[] {
  const ratio = (key: string, label: string, of: Content['of']): Content => ({
    column: { key, label, format: 'ratio' },
    of,
  });
  const value: Content['of'] = ({ measures }) => measures[id]!.measured.value;
  if (id === fisherOfPair.id)
    return [
      { column: { key: id, label: 'naive p', format: 'p' }, of: value },
      { column: { key: `${id}_bh`, label: 'naive p (BH)', format: 'p' }, of: ({ adjusted }) => adjusted },
    ];
  return [
    ratio(id, name, value),
    ...(interval
      ? [
          ratio(`${id}_low`, 'from', ({ measures }) => measures[id]!.interval?.low ?? null),
          ratio(`${id}_high`, 'to', ({ measures }) => measures[id]!.interval?.high ?? null),
        ]
      : []),
  ];
}

const MEASURES: readonly Content[] = [
  ...associations.flatMap((one) => measureContents(one.id === conditional.id ? { ...one, name: '2nd if 1st' } : one)),
  ...measureContents({ ...conditional, id: BACK, name: '1st if 2nd' }),
];

/** Why there is no figure, or what is odd about one: each thing once. */
function remarkOf({ pair, units, measures }: CodePair): Cell {
  const said = associations
    // That there is no such thing as all units stands in the notes.
    .filter(({ needsUnits }) => !needsUnits || units !== null || pair.both === null)
    .map(({ id }) => measures[id]!.measured)
    .map((measured) => (measured.value === null ? measured.reason : measured.flag));
  const same =
    pair.both !== null && pair.both > 0 && pair.sameWords === pair.both ? 'by the same words only' : undefined;
  const remarks = new Set([same, ...said].filter((one) => one !== undefined));
  return remarks.size === 0 ? { value: null, blank: true } : { value: [...remarks].join('; ') };
}

/**
 * Pairs of codes, each with all measures, intervals and p values: strongest first, in each group by itself.
 *
 * @param rows every code, in codebook order
 */
export function pairTable(
  groups: readonly PairGroup[],
  options: ShownPairs,
  rows: readonly MatrixRow[],
  table: PairTableOptions,
  basis: Basis,
): Table {
  const attribute = options.by;
  const text = (key: string, more: Partial<Column> = {}): Column => ({ key, label: key, format: 'text', ...more });
  const contents = [...COUNTS, ...MEASURES];
  const codeCell = (code: number): Cell => ({ value: rows[code]!.code, label: rows[code]!.label });
  return {
    kind: 'table',
    name: 'pairs',
    title: `Pairs of codes by ${options.unit}${attribute === null ? '' : `, for each ${attribute}`} (${titleOf(basis.set)})`,
    columns: [
      ...(attribute === null ? [] : [{ ...text('group'), label: attribute }]),
      text('code'),
      text('with'),
      ...contents.map(({ column }): Column => ({
        ...column,
        ...rankOf(column.key, options.unit, table.by),
      })),
      text('remark', { secondary: 'last' }),
    ],
    rows: groups.flatMap(({ group, pairs }) =>
      sortedPairs(pairs, table.by).map((pair): Row => ({
        cells: [
          ...(group === null ? [] : [{ value: group }]),
          codeCell(pair.first),
          codeCell(pair.second),
          ...contents.map(({ of }) => ({ value: of(pair) })),
          remarkOf(pair),
        ],
      })),
    ),
    notes: [
      ...listingNotes(groups, options, table),
      meetingNote(options),
      ...measureNotes(groups, options),
      ...basisNotes(basis),
    ],
    namesLeftOut: true,
  };
}

/** Which columns a terminal leaves out first: counts and p stay longest; overlaps have no units. */
function rankOf(key: string, unit: PairOptions['unit'], sorted: string): Pick<Column, 'secondary'> {
  if (unit === 'overlap' && !OF_SEGMENTS.has(key)) return { secondary: 'last' };
  if (key === sorted || (sorted === conditional.id && key === BACK)) return {};
  if (FIRST.has(key)) return {};
  return { secondary: NEXT.has(key) ? true : 'last' };
}

function sum(groups: readonly PairGroup[], of: (group: PairGroup) => number): number {
  return groups.reduce((total, group) => total + of(group), 0);
}

function listingNotes(
  groups: readonly PairGroup[],
  { by: attribute, unit, rollup }: ShownPairs,
  { by, minimum }: PairTableOptions,
): string[] {
  const listed = sum(groups, ({ pairs }) => pairs.length);
  const left = sum(groups, ({ unlisted }) => unlisted);
  const related = groups[0]?.related ?? 0;
  const unseen = sum(groups, (group) => group.unseen);
  const name = associations.find(({ id }) => id === by)?.name ?? by;
  const way = by === fisherOfPair.id ? 'smallest' : 'largest';
  return [
    `Listed: ${counted(listed, 'pair')}, by ${name}${by === conditional.id ? ' (the larger of both)' : ''}, ${way} first${attribute === null ? '' : `, in each ${attribute}`}.`,
    ...(left > 0
      ? [
          `Not listed: ${counted(left, 'pair')} that ${unit === 'overlap' ? `${left === 1 ? 'meets' : 'meet'} fewer than ${counted(minimum, 'time')}` : `${left === 1 ? 'shares' : 'share'} fewer than ${counted(minimum, unit)}`}; --min-count 0 lists all.`,
        ]
      : []),
    ...(listed + left === 0 ? ['There is no pair: it takes two codes, of which neither is above the other.'] : []),
    ...(unseen > 0 ? [`No figures: ${counted(unseen, 'pair')} for whose codes nobody looked in the same source.`] : []),
    ...(rollup ? ['A code’s presence counts for all codes above it.'] : []),
    ...(related > 0
      ? [`Not paired: a code with one above or below it in the codebook (${counted(related, 'such pair')}).`]
      : []),
  ];
}

/** What columns are called in notes, where that is not the name of the measure. */
const CALLED: Readonly<Record<string, string>> = {
  fisher: 'naive p, by Fisher’s exact test',
  conditional: '2nd if 1st',
};

function isFlagged({ measures }: CodePair): boolean {
  return Object.values(measures).some(({ measured }) => 'flag' in measured && measured.flag === ABOVE);
}

function measureNotes(groups: readonly PairGroup[], { by, unit }: ShownPairs): string[] {
  const overlap = unit === 'overlap';
  const many = overlap ? 'segments' : `${unit}s`;
  const tests = groups.map(({ tested }) => tested);
  const [fewest, most] = [Math.min(...tests), Math.max(...tests)];
  const over = fewest === most ? counted(most, 'pair') : `${fewest} to ${counted(most, 'pair')}`;
  const shown = associations.filter(({ needsUnits }) => !needsUnits || !overlap);
  const formulas = shown.map(({ id, name, formula }) => `${CALLED[id] ?? name}: ${formula}`);
  return [
    `both: ${describeFigure('both', unit)} (n11); same words: those in which the same matched words make both codes; n1, n2: ${many} with the first, the second code${overlap ? '' : `; N: all ${many}, coded or not`}. Of each pair only those units count in which somebody looked for both codes: those that coders read, or all where rules of both ran.`,
    `${[...formulas, '1st if 2nd: n11 / n2'].join('. ')}.`,
    ...(overlap
      ? [
          'Over segments there is no N: no lift, PMI, NPMI, phi, G² or p, and no interval.',
          ...(groups.some(({ pairs }) => pairs.some(isFlagged)) ? [ABOVE_ONE] : []),
        ]
      : [
          'from, to: 95% by Wilson, Dice’s from Jaccard’s; lift, PMI, NPMI, phi and G² have no interval. G² has no sign: where codes meet less often than by chance, lift is below 1.',
          `naive p: as if units were independent. (BH): Benjamini–Hochberg over ${over} tested, listed or not${by === null ? '' : `, in each ${by} by itself; that there are ${counted(groups.length, 'such table')} is not adjusted for`}. Not tested: pairs with a code in no ${unit} or in all.`,
          DESCRIPTIVE,
          POOLED,
          RARE,
        ]),
  ];
}
