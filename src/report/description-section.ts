import type { Codebook } from '../codebook/codebook.js';
import type { DescribedLanguage } from '../measure/comparison/describe.js';
import type { Measured } from '../measure/measured.js';
import { type Basis, basisNotes, titleOf } from './basis.js';
import { LANGUAGE } from '../measure/language.js';
import { DESCRIPTIVE } from './independence.js';
import type { Cell, Column, Format, Section, Table } from './model.js';
import { ALL_LANGUAGES } from './rule-check-table.js';

/** What tests over segments are called wherever they are printed. */
const DESCRIPTIVE_TITLE = 'Descriptive: coded segments are not independent';

export interface DescriptionInput {
  readonly languages: readonly DescribedLanguage[];
  readonly codebook: Codebook;
  readonly by: string;
  /** The group of cases that is described; null where it is all. */
  readonly covered: string | null;
  readonly basis: Basis;
}

const column = (key: string, label: string, format: Format, more: Partial<Column> = {}): Column => ({
  key,
  label,
  format,
  ...more,
});

/** One row a cell: count, expected count, residual and rate. What CSV holds. */
export function descriptionCells({ languages, codebook, by, covered, basis }: DescriptionInput): Table {
  const rows = languages.flatMap(({ language, cells }) =>
    cells.map(({ code, value, segments, expected, residual, words, rate }) => {
      const { id, name } = codebook.codes[code]!;
      const known = segments === null ? null : rate.value;
      return {
        cells: [
          { value: language ?? ALL_LANGUAGES },
          { value: id, ...(name !== id && { label: name }) },
          ...[value, segments, expected, residual, words].map((one) => ({ value: one })),
          ...[known?.rate, known?.interval.low, known?.interval.high].map((one) => ({ value: one ?? null })),
        ],
      };
    }),
  );
  return {
    kind: 'table',
    name: 'frequency-descriptive',
    title: `${DESCRIPTIVE_TITLE}. Segments by ${by} (${titleOf(basis.set)})`,
    columns: [
      // By language the groups are the languages: the first column is of none.
      column('language', by === LANGUAGE ? 'of' : 'language', 'text'),
      column('code', 'code', 'text'),
      column('column', by, 'text'),
      column('segments', 'segments', 'integer'),
      column('expected', 'expected', 'decimal', { secondary: 'last' }),
      column('residual', 'residual', 'ratio'),
      column('words', 'words', 'integer', { secondary: true }),
      column('rate', 'per 1,000 words', 'rate'),
      column('rate_low', '95% from', 'rate'),
      column('rate_high', 'to', 'rate'),
    ],
    rows,
    notes: [
      DESCRIPTIVE,
      ...(covered === null ? [] : [`Only cases of the group ${covered}; --where names another.`]),
      'residual: adjusted, (O−E)/√(E(1−row share)(1−column share)); beyond ±2 a cell stands out. Interval: Garwood’s, of a Poisson count. Segments and words: of the turns in which somebody looked for the code, read by coders or searched by its rules.',
      by === LANGUAGE
        ? 'No words and rates: those of different languages do not compare. Keyword rules may find more in one of them.'
        : 'Each language by itself: rates per words of different languages do not compare.',
      'Expected counts and residuals depend on which codes are in the table; of one code by itself there are none.',
      '–: nobody looked for the code; of expected and residual also where in some source nobody did, or a row or column holds nothing or all.',
      ...basisNotes(basis),
    ],
    namesLeftOut: true,
  };
}

function valued<T>(measured: Measured<T>, of: (value: T) => number): Cell {
  return { value: measured.value === null ? null : of(measured.value) };
}

/** The tests of each language's table of counts. */
function descriptionTests({ languages }: DescriptionInput): Table {
  return {
    kind: 'table',
    name: 'frequency-descriptive-tests',
    title: 'Codes by groups, all segments of a language',
    columns: [
      column('language', 'language', 'text'),
      column('codes', 'codes', 'integer', { secondary: 'last' }),
      column('columns', 'columns', 'integer', { secondary: 'last' }),
      column('segments', 'segments', 'integer'),
      column('chi_square', 'χ²', 'rate'),
      column('df', 'df', 'integer'),
      column('chi_square_p', 'p', 'p'),
      column('below_five', 'E < 5', 'percent'),
      column('g_squared', 'G²', 'rate'),
      column('g_squared_p', 'p', 'p'),
      column('cramers_v', 'V', 'ratio'),
      column('remark', 'remark', 'text', { secondary: 'last' }),
    ],
    rows: languages.map(
      ({ language, counted, values, segments, chiSquare, gSquared, cramersV, belowFive, sparse }) => ({
        cells: [
          { value: language ?? ALL_LANGUAGES },
          ...[counted, values.length, segments].map((value) => ({ value })),
          valued(chiSquare, ({ statistic }) => statistic),
          valued(chiSquare, ({ df }) => df),
          sparse ? { value: null } : valued(chiSquare, ({ p }) => p),
          valued(belowFive, (share) => share * 100),
          valued(gSquared, ({ statistic }) => statistic),
          sparse ? { value: null } : valued(gSquared, ({ p }) => p),
          valued(cramersV, (v) => v),
          sparse ? { value: 'no p: expected counts too small' } : { value: null, blank: true },
        ],
      }),
    ),
    notes: [
      'codes: those that somebody looked for in every source. Codes and columns without segments are left out of χ², G² and V. E < 5: expected counts below 5. With more than a fifth of them, or any below 1, neither χ² nor G² follows its distribution (G² overstates most), and there is no p. –: no p; or fewer than two codes or columns have segments.',
    ],
    namesLeftOut: true,
  };
}

/** Chi-square and its kin over segments, under a title that says what they are not. */
export function descriptionSection(input: DescriptionInput): Section {
  return { heading: DESCRIPTIVE_TITLE, blocks: [descriptionTests(input), descriptionCells(input)] };
}
