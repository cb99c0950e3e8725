import type { AgreementFigure } from '../measure/agree/agree.js';
import { written } from './written.js';

/** Where more of the draws are undefined, an interval of the others would pass over what lies outside it. */
const MOST_UNDEFINED = 0.05;

/** The interval of a figure as it may be shown. */
export interface ShownInterval {
  readonly low: number | null;
  readonly high: number | null;
  /** The share of the draws in which the figure is undefined; null where nothing was drawn. */
  readonly undefinedShare: number | null;
  /** What is to be said of that; null where there is none. */
  readonly remark: string | null;
}

const NONE: ShownInterval = { low: null, high: null, undefinedShare: null, remark: null };

/** Leaves an interval out where too many of the draws are undefined, and says how many are. */
export function shownInterval(figure: Pick<AgreementFigure, 'interval'> | undefined): ShownInterval {
  const drawn = figure?.interval;
  if (!drawn) return NONE;
  if (drawn.value === null) return { ...NONE, remark: drawn.reason };
  const { interval, undefinedShare } = drawn.value;
  if (undefinedShare === 0) return { ...interval, undefinedShare, remark: null };
  const share = `undefined in ${written(100 * undefinedShare, 'percent')} of draws`;
  if (undefinedShare > MOST_UNDEFINED)
    return { low: null, high: null, undefinedShare, remark: `no interval: ${share}` };
  return { ...interval, undefinedShare, remark: share };
}
