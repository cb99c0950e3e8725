import type { AgreementFigure, AgreementOf } from '../measure/agree/agree.js';
import type { PairCodes } from '../measure/agree/by-pair.js';
import { shownInterval } from './agreement-interval.js';
import type { AgreementBasis } from './agreement-table.js';
import type { Cell, Column, Row, Table } from './model.js';

/** Figures of a code in the order of their columns; those with an interval show it. */
const FIGURES: readonly { readonly id: string; readonly label: string; readonly interval?: true }[] = [
  { id: 'percent', label: 'observed' },
  { id: 'alpha', label: 'α', interval: true },
  { id: 'cohen', label: 'Cohen’s κ', interval: true },
  { id: 'fleiss', label: 'Fleiss’ κ', interval: true },
  { id: 'ac1', label: 'AC1' },
  { id: 'brennan-prediger', label: 'B–P' },
  { id: 'u-alpha-segments', label: '|uα' },
  { id: 'u-alpha-code', label: '(k)uα' },
  { id: 'f1-exact', label: 'F1 same' },
  { id: 'f1-exact-sd', label: 'SD of pairs' },
  { id: 'f1-partial', label: 'F1 overlap' },
];
const MAIN = new Set(['alpha', 'cohen', 'ac1']);

/**
 * Each code by itself: its 2×2, prevalence and coefficients. Of more than two coders a row over all of them, then one a pair.
 *
 * @param pairs of all pairs of the coders, in the order of `pairsOf`
 * @param codes ids of the codes to show
 * @param labels what people call them
 */
export function agreementCodes(
  agreement: AgreementOf,
  pairs: readonly PairCodes[],
  { subject, notes, parameters }: AgreementBasis,
  codes: readonly string[],
  labels: ReadonlyMap<string, string>,
): Table {
  const { compared } = agreement;
  const several = compared.coders.length > 2;
  const all = [agreement, ...pairs];
  const present = FIGURES.filter(({ id }) => all.some(({ ofCodes }) => ofCodes.some((figure) => figure.id === id)));
  const row = (code: string, ofCodes: readonly AgreementFigure[], pair: number | null): Row => {
    const place = compared.codes.indexOf(code);
    const own = ofCodes.filter((figure) => figure.code === code);
    const find = (id: string): AgreementFigure | undefined => own.find((figure) => figure.id === id);
    const table = pair === null ? null : agreement.table(place, pair);
    const four = table ? [table.both, table.onlyFirst, table.onlySecond, table.neither] : [null, null, null, null];
    const [first, second] = pair === null ? [null, null] : (pairs[pair]?.coders ?? compared.coders);
    const { remark, undefinedShare } = undefinedIn(own);
    return {
      cells: [
        { value: code, ...(labels.has(code) && { label: labels.get(code)! }) },
        ...(several ? [{ value: pair === null ? 'all' : pairs[pair]!.name }] : []),
        blankable(first ?? null),
        blankable(second ?? null),
        { value: find('percent')?.count ?? 0 },
        ...four.map(blankable),
        { value: find('prevalence')?.result.value ?? null },
        ...present.flatMap(({ id, interval }) => figureCells(find(id), interval === true)),
        blankable(undefinedShare),
        blankable(remark),
      ],
    };
  };
  const rows = codes.flatMap((code) =>
    several
      ? [row(code, agreement.ofCodes, null), ...pairs.map(({ ofCodes }, pair) => row(code, ofCodes, pair))]
      : [row(code, agreement.ofCodes, 0)],
  );
  const hasRemarks = rows.some(({ cells }) => cells.at(-1)!.value !== null);
  const [first, second] = several ? ['1st', '2nd'] : (compared.coders as [string, string]);
  return {
    kind: 'table',
    name: 'agreement-codes',
    title: `Agreement by code, of ${subject}`,
    columns: [
      ...columnsOf(several, first!, second!),
      ...present.flatMap(figureColumns),
      { key: 'undefined_resamples', label: 'undefined in draws', format: 'ratio', secondary: 'last' },
      { key: 'remark', label: 'remark', format: 'text', ...(!hasRemarks && { secondary: 'last' as const }) },
    ],
    rows,
    parameters,
    namesLeftOut: true,
    notes: [
      ...notes,
      'Each code by itself, applied to a unit or not. Prevalence: the share of the coders’ decisions that apply it. Where it is near 0 or 1, α and κ fall however well coders agree; read AC1 and the 2×2 beside them.',
    ],
  };
}

function columnsOf(several: boolean, first: string, second: string): Column[] {
  const count = (key: string, label: string): Column => ({ key, label, format: 'integer' });
  return [
    { key: 'code', label: 'code', format: 'text' },
    ...(several ? [{ key: 'coders', label: 'coders', format: 'text' as const }] : []),
    { key: 'first', label: 'first', format: 'text', secondary: 'last' },
    { key: 'second', label: 'second', format: 'text', secondary: 'last' },
    // Of two coders the 2×2 sums up to it; of several it has to stand there.
    { ...count('units', 'units'), ...(!several && { secondary: true as const }) },
    count('both', 'both'),
    count('only_first', `only ${first}`),
    count('only_second', `only ${second}`),
    count('neither', 'neither'),
    { key: 'prevalence', label: 'prevalence', format: 'ratio', secondary: true },
  ];
}

function figureColumns({ id, label, interval }: (typeof FIGURES)[number]): Column[] {
  const key = id.replaceAll('-', '_');
  const rest = MAIN.has(id) ? {} : { secondary: 'last' as const };
  const column: Column = { key, label, format: 'ratio', ...rest };
  if (!interval) return [column];
  return [
    column,
    { key: `${key}_low`, label: `${label} from`, format: 'ratio', secondary: 'last' },
    { key: `${key}_high`, label: `${label} to`, format: 'ratio', secondary: 'last' },
  ];
}

function figureCells(figure: AgreementFigure | undefined, interval: boolean): Cell[] {
  if (figure === undefined) return Array<Cell>(interval ? 3 : 1).fill(blankable(null));
  const value = { value: figure.result.value };
  if (!interval) return [value];
  const { low, high } = shownInterval(figure);
  return [value, { value: low }, { value: high }];
}

function blankable(value: Cell['value']): Cell {
  return value === null ? { value, blank: true } : { value };
}

/** Why there is no α of the code; or in how many of the draws figures with an interval are undefined, the most of them. */
function undefinedIn(own: readonly AgreementFigure[]) {
  const alpha = own.find(({ id }) => id === 'alpha');
  const withInterval = own.filter(({ id }) => FIGURES.some((shown) => shown.id === id && shown.interval));
  const [most] = withInterval.map(shownInterval).sort((a, b) => (b.undefinedShare ?? 0) - (a.undefinedShare ?? 0));
  const undefinedShare = most?.undefinedShare ?? null;
  return { undefinedShare, remark: alpha?.result.value === null ? alpha.result.reason : (most?.remark ?? null) };
}
