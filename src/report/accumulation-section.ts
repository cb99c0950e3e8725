import type { Codebook } from '../codebook/codebook.js';
import type { Accumulation, AccumulationOptions } from '../measure/saturation/accumulated.js';
import { type AccumulationView, accumulationTable } from './accumulation-table.js';
import { type Basis, basisNotes, counted, titleOf } from './basis.js';
import type { Figure, Plot, Section, Table, Value } from './model.js';
import { written } from './written.js';

/** What is said before any figure. */
export const NO_SATURATION =
  'Counts of codes are not theoretical saturation: that no new code comes up says neither that the codes are well understood nor that other people would have said nothing new. The figures hold for this codebook, as finely as it cuts.';

/** What a section of accumulation is made of. */
export interface AccumulationInput {
  readonly accumulation: Accumulation;
  readonly view: AccumulationView;
  readonly options: AccumulationOptions;
  readonly codebook: Codebook;
  readonly basis: Basis;
  /** How many codes were asked about. */
  readonly codes: number;
  readonly rollup: boolean;
  /** The order in words, such as `in the order in which they were coded`. */
  readonly order: string;
  /** Whether a code is new where it was created, by the logs; else in the first that has it. */
  readonly byCreation: boolean;
  /** Pairs of a code and a source or case for which nobody looked. */
  readonly unlooked: number;
  /** What else is to be known, such as sources left out. */
  readonly notes: readonly string[];
}

/** The table alone, with all notes: what CSV holds. */
export function accumulationOf(input: AccumulationInput): Table {
  const { accumulation, view, codebook, basis } = input;
  const title = `Code accumulation by ${view.by}, ${input.order} (${titleOf(basis.set)})`;
  return accumulationTable(accumulation, view, codebook, notesOf(input), title);
}

/** Code accumulation: the warning, the figures, a plot and the table. */
export function accumulationSection(input: AccumulationInput): Section {
  return {
    heading: 'Code accumulation',
    blocks: [
      { kind: 'paragraph', text: NO_SATURATION },
      { kind: 'figures', name: 'accumulation-figures', figures: figuresOf(input) },
      plotOf(input),
      accumulationOf(input),
    ],
  };
}

function figuresOf({ accumulation, options, view, codes }: AccumulationInput): Figure[] {
  const { steps, frequencies, guest, chao2, coverage } = accumulation;
  const integer = (key: string, label: string, value: Value): Figure => ({ key, label, value, format: 'integer' });
  const { baseSize, runLength, threshold } = options.guest;
  const estimate = chao2.value;
  return [
    integer(`${view.by}s`, `${view.by}s`, steps.length),
    integer('codes', 'codes asked about', codes),
    integer('observed', 'codes that occur', frequencies.observed),
    integer('once', `of them in one ${view.by}`, frequencies.once),
    integer('twice', `of them in two ${view.by}s`, frequencies.twice),
    integer(
      'base_codes',
      `codes new in the base, the first ${baseSize}`,
      steps.length < baseSize ? null : guest.baseCodes,
    ),
    {
      key: 'guest',
      label: `Guest's n+r: base ${baseSize}, run ${runLength}, threshold ${written(threshold * 100, 'percent')}`,
      value: guest.notation.value,
      format: 'text',
    },
    { key: 'chao2', label: 'Chao2: at least so many codes', value: estimate?.codes ?? null, format: 'decimal' },
    { key: 'chao2_low', label: '95% from', value: estimate?.interval.value?.low ?? null, format: 'decimal' },
    { key: 'chao2_high', label: '95% to', value: estimate?.interval.value?.high ?? null, format: 'decimal' },
    {
      key: 'coverage',
      label: 'coverage',
      value: coverage.value === null ? null : coverage.value * 100,
      format: 'percent',
    },
  ];
}

function plotOf({ accumulation: { steps }, view, options }: AccumulationInput): Plot {
  return {
    kind: 'plot',
    name: 'accumulation-plot',
    title: 'Codes so far',
    x: `${view.by}s`,
    y: 'codes',
    series: [
      { name: 'in this order', mark: '*', values: steps.map(({ total }) => total) },
      {
        name: `mean over ${written(options.orders, 'integer')} random orders`,
        mark: 'o',
        values: steps.map(({ orders }) => orders.mean),
      },
      { name: '95% of these orders', mark: '.', values: steps.map(({ orders }) => orders.interval.low) },
      { name: '', mark: '.', values: steps.map(({ orders }) => orders.interval.high) },
    ],
  };
}

function notesOf(input: AccumulationInput): string[] {
  const { accumulation, view, options, basis, byCreation, codebook } = input;
  const { by } = view;
  const { guest, chao2, coverage, laidBack } = accumulation;
  const { baseSize, runLength, threshold } = options.guest;
  const undefinedOnes = [
    ...(guest.notation.value === null ? [`n+r (${guest.notation.reason})`] : []),
    ...(chao2.value === null ? [`Chao2 (${chao2.reason})`] : []),
    ...(chao2.value?.interval.value === null ? [`the interval of Chao2 (${chao2.value.interval.reason})`] : []),
    ...(coverage.value === null ? [`coverage (${coverage.reason})`] : []),
  ];
  const rising = guest.notation.value === null ? [] : guest.runs.filter(failsAfter(guest.reachedAt.value ?? 0));
  return [
    byCreation
      ? `new: codes first laid in this ${by}, by the times in the coders' logs; what a coder laid there on coming back is not new.`
      : `new: codes that no ${by} before it has.`,
    ...(laidBack.length > 0
      ? [
          `${counted(laidBack.length, 'code')} ${laidBack.length === 1 ? 'was' : 'were'} created later than in the first ${by} of this order that now has ${laidBack.length === 1 ? 'it' : 'them'}: ${laidBack.map((code) => codebook.codes[code]!.id).join(', ')}. The other orders take every ${by} as it is coded now.`,
        ]
      : []),
    `over orders: mean and middle 95% of ${written(options.orders, 'integer')} random orders of these ${by}s, seed ${options.seed}. rarefied: the mean over all orders (Mao Tau) and its standard deviation over all sets of so many, exactly.`,
    `n+r: after n ${by}s a run of ${runLength} has at most ${written(threshold * 100, 'percent')} of the codes new in the base, the first ${baseSize} (Guest, Namey & Chen 2020). It depends on these three numbers and on the order.${rising.length > 0 ? ` Later runs exceed the threshold again: ${rising.map(({ from, to }) => `${from}–${to}`).join(', ')}.` : ''}`,
    `Chao2 (with a log-normal interval) and coverage take the ${by}s for a random sample, which chosen interviews are not; Chao2 is a lower bound on the codes under this codebook.`,
    ...(undefinedOnes.length > 0 ? [`Undefined: ${undefinedOnes.join('; ')}.`] : []),
    ...(input.unlooked > 0
      ? [`For ${counted(input.unlooked, 'pair')} of a code and a ${by} nobody looked: they count as without the code.`]
      : []),
    ...(input.rollup ? ['A code’s presence counts for all codes above it.'] : []),
    ...input.notes,
    ...basisNotes(basis),
  ];
}

function failsAfter(reached: number): (run: { readonly from: number; readonly met: boolean }) => boolean {
  return ({ from, met }) => from > reached && !met;
}
