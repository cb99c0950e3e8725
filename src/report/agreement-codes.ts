import { type AgreementFigure, type AgreementOf, agreementOf, pairNames } from '../measure/agree/agree.js';
import { ofPair, pairsOf } from '../measure/agree/compared.js';
import type { AgreementBasis } from './agreement-table.js';
import type { Cell, Column, Row, Table } from './model.js';

/** Figures of a code in the order of their columns; those with an interval show it. */
const FIGURES: readonly { readonly id: string; readonly label: string; readonly interval?: true }[] = [
  { id: 'percent', label: 'observed' },
  { id: 'alpha', label: 'α', interval: true },
  { id: 'cohen', label: 'κ', interval: true },
  { id: 'fleiss', label: 'Fleiss’s κ', interval: true },
  { id: 'ac1', label: 'AC1' },
  { id: 'brennan-prediger', label: 'B–P' },
  { id: 'u-alpha-segments', label: '|uα' },
  { id: 'u-alpha-code', label: '(k)uα' },
  { id: 'f1-exact', label: 'F1 same' },
  { id: 'f1-exact-sd', label: 'SD of pairs' },
  { id: 'f1-partial', label: 'F1 overlap' },
];
const MAIN = new Set(['percent', 'alpha', 'cohen', 'fleiss']);

/**
 * Each code by itself: its 2×2, prevalence and coefficients. Of more than two coders a row over all of them, then one a pair.
 *
 * @param codes ids of the codes to show
 * @param labels what people call them
 */
export function agreementCodes(
  agreement: AgreementOf,
  { subject, notes }: AgreementBasis,
  codes: readonly string[],
  labels: ReadonlyMap<string, string>,
): Table {
  const { compared } = agreement;
  const pairs = pairsOf(compared.coders.length);
  const names = pairNames(compared);
  const several = pairs.length > 1;
  const ofPairs = several ? pairs.map((pair) => agreementOf(ofPair(compared, pair), null)) : [];
  const present = FIGURES.filter(({ id }) => agreement.ofCodes.some((figure) => figure.id === id));
  // Of a pair among several coders κ is Cohen's.
  const idIn = (id: string, of: AgreementOf): string =>
    id === 'fleiss' && of.compared.coders.length === 2 ? 'cohen' : id;
  const row = (of: AgreementOf, code: string, coders: string | null, pair: number | null): Row => {
    const place = compared.codes.indexOf(code);
    const own = of.ofCodes.filter((figure) => figure.code === code);
    const find = (id: string): AgreementFigure | undefined => own.find((figure) => figure.id === idIn(id, of));
    const table = pair === null ? null : of.table(place, 0);
    const four = table ? [table.both, table.onlyFirst, table.onlySecond, table.neither] : [null, null, null, null];
    return {
      cells: [
        { value: code, ...(labels.has(code) && { label: labels.get(code)! }) },
        ...(several ? [{ value: coders }] : []),
        { value: find('percent')?.count ?? 0 },
        ...four.map((value): Cell => (value === null ? { value, blank: true } : { value })),
        { value: percentOf(find('prevalence')) },
        ...present.flatMap(({ id, interval }) => figureCells(find(id), interval === true)),
        { value: reasonIn(own) },
      ],
    };
  };
  const rows = codes.flatMap((code) =>
    several
      ? [row(agreement, code, 'all', null), ...ofPairs.map((of, pair) => row(of, code, names[pair]!, pair))]
      : [row(agreement, code, null, 0)],
  );
  const [first, second] = several ? ['the first', 'the second'] : (compared.coders as [string, string]);
  return {
    kind: 'table',
    name: 'agreement-codes',
    title: `Agreement by code, of ${subject}`,
    columns: [
      ...columnsOf(several, first!, second!),
      ...present.flatMap(figureColumns),
      { key: 'remark', label: 'remark', format: 'text' },
    ],
    rows,
    notes: [
      ...notes,
      'Each code by itself, applied to a unit or not. Prevalence: the share of the coders’ decisions that apply it. Where it is near 0 or 100%, α and κ fall however well coders agree; read AC1 and the 2×2 beside them.',
    ],
  };
}

function columnsOf(several: boolean, first: string, second: string): Column[] {
  const count = (key: string, label: string): Column => ({ key, label, format: 'integer' });
  return [
    { key: 'code', label: 'code', format: 'text' },
    ...(several ? [{ key: 'coders', label: 'coders', format: 'text' as const }] : []),
    count('units', 'units'),
    count('both', 'both'),
    count('only_first', `only ${first}`),
    count('only_second', `only ${second}`),
    count('neither', 'neither'),
    { key: 'prevalence', label: 'prevalence', format: 'percent' },
  ];
}

function figureColumns({ id, label, interval }: (typeof FIGURES)[number]): Column[] {
  const key = id.replaceAll('-', '_');
  const rest = MAIN.has(id) ? {} : { secondary: true as const };
  const column: Column = { key, label, format: 'ratio', ...rest };
  if (!interval) return [column];
  return [
    column,
    { key: `${key}_low`, label: `${label} from`, format: 'ratio', secondary: true },
    { key: `${key}_high`, label: `${label} to`, format: 'ratio', secondary: true },
  ];
}

function figureCells(figure: AgreementFigure | undefined, interval: boolean): Cell[] {
  const drawn = figure?.interval?.value ?? null;
  const value = { value: figure?.result.value ?? null };
  if (!interval) return [value];
  return [value, { value: drawn?.interval.low ?? null }, { value: drawn?.interval.high ?? null }];
}

function percentOf(figure: AgreementFigure | undefined): number | null {
  const value = figure?.result.value ?? null;
  return value === null ? null : 100 * value;
}

/** Why there is no α of the code; empty where there is. */
function reasonIn(own: readonly AgreementFigure[]): string | null {
  const alpha = own.find(({ id }) => id === 'alpha');
  return alpha?.result.value === null ? alpha.result.reason : '';
}
