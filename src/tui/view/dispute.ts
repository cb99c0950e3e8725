import { shownText } from '../layout/shown-text.js';
import { CODER_KEYS, commonTo, disputeAt } from '../model/deciding.js';
import type { DisputedPlace, GivenCoding, TagState } from '../model/state.js';
import type { Line } from './frame.js';
import { MEMO, SIGN } from './here.js';
import { DIM, piece, spaces } from './line.js';
import { codeShown, GOOD } from './looks.js';
import { proseLines, proseUpTo } from './prose.js';

/** Lines that a memo, or the words of a segment, may take. */
const MOST = 3;

/** What is decided on the unit at the cursor, what each coder gave it, what is common; null where it is no such unit. */
export function disputeLines(state: TagState, columns: number): Line[] | null {
  const here = disputeAt(state, state.cursor);
  if (here === null || state.queue?.kind !== 'adjudicate') return null;
  const { place } = here;
  return [
    ...(place.decided === null ? [] : outcome(state, '✓', 'decided', place.decided, columns)),
    ...state.queue.coders.flatMap((coder, i) => ofCoder(state, place, coder, i, columns)),
    ...outcome(state, '=', 'all', commonTo(place), columns),
  ];
}

/** Whether the unit at the cursor is settled. */
export function disputeTitle(state: TagState): string {
  return disputeAt(state, state.cursor)?.place.done ? 'Settled' : 'To decide';
}

function ofCoder(state: TagState, { codes, given }: DisputedPlace, coder: string, i: number, columns: number): Line[] {
  const own = codes[i] ?? null;
  const head: Line = [piece(`${CODER_KEYS[i] ?? ' '} `, { bold: true }), piece(shownText(coder), { bold: true })];
  if (own === null) return [[...head, piece(' did not see it', DIM)]];
  if (own.length === 0) return [[...head, piece(': no code', DIM)]];
  return [
    head,
    ...own.flatMap((code) => {
      const codings = (given[i] ?? []).filter((coding) => coding.code === code);
      return [...named(state, code, columns), ...codings.flatMap((coding) => about(coding, columns))];
    }),
  ];
}

/** A code under its coder; a long name goes on in the next line. */
function named(state: TagState, code: string, columns: number): Line[] {
  const { color, name } = codeShown(state, code);
  return proseLines(name, columns - 4).map((line, i): Line => [
    spaces(2),
    i === 0 ? piece(`${SIGN.other} `, { color }) : spaces(2),
    ...line,
  ]);
}

/** The words of a coding where they are others than the unit's, and its memos. */
function about({ words, memos }: GivenCoding, columns: number): Line[] {
  const told = [...(words === '' ? [] : [`“${words}”`]), ...memos.map((memo) => `${MEMO} ${memo}`)];
  return told.flatMap((one) => proseUpTo(one, columns - 4, MOST, DIM)).map((line): Line => [spaces(4), ...line]);
}

function outcome(state: TagState, sign: string, title: string, codes: readonly string[], columns: number): Line[] {
  const names = codes.map((code) => codeShown(state, code).name).join(', ');
  const look = sign === '✓' ? { bold: true, color: GOOD } : { bold: true };
  return proseLines(`${title}: ${names === '' ? 'no code' : names}`, columns - 2).map((line, i): Line => [
    i === 0 ? piece(`${sign} `, look) : spaces(2),
    ...line,
  ]);
}
