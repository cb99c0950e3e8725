import type { Line } from './frame.js';
import { shownText } from '../layout/shown-text.js';
import { marksBetween, type Mark } from '../model/marks.js';
import type { TagState } from '../model/state.js';
import { piece } from './line.js';
import { codeShown } from './looks.js';

/** What tells without colour who laid a code: the coder, a rule that was accepted or waits, another coder. */
export const SIGN: Readonly<Record<Mark['kind'], string>> = { own: '●', accepted: '✓', suggested: '○', other: '◇' };
export const STAR = '★';
export const MEMO = '✎';
/** Before the count of a folded code, which is of the codes below it too. */
export const FOLDED = '▸';

/** What the signs mean, for the help. */
export const LEGEND = `${SIGN.own} yours  ${SIGN.accepted} accepted  ${SIGN.suggested} suggested  ${SIGN.other} others’  ${STAR} starred  ${MEMO} memo  ${FOLDED} folded`;

/** Bytes of a unit that are looked at: a turn may be as long as its source. */
const LOOKED_AT = 100_000;

const ORDER = { own: 0, accepted: 1, suggested: 2, other: 3 } as const;

/** A code over the unit at the cursor, however many segments of it are coded so in the same way. */
export interface CodeHere {
  readonly code: string;
  readonly kind: Mark['kind'];
  readonly coder: string | null;
  readonly times: number;
  readonly starred: boolean;
  readonly memos: readonly string[];
}

const lastHere = new WeakMap<TagState, readonly CodeHere[]>();

/** What lies over the unit at the cursor: own codings first, then what waits for a verdict, then others'. */
export function codesHere(state: TagState): readonly CodeHere[] {
  let here = lastHere.get(state);
  if (here === undefined) lastHere.set(state, (here = findCodes(state)));
  return here;
}

function findCodes(state: TagState): CodeHere[] {
  const { start, end } = state.cursor;
  const found = new Map<string, CodeHere>();
  for (const { code, kind, coder, starred, memo } of marksBetween(state, {
    start,
    end: Math.min(end, start + LOOKED_AT),
  })) {
    const key = JSON.stringify([code, kind, coder]);
    const known = found.get(key) ?? { code, kind, coder, times: 0, starred: false, memos: [] };
    found.set(key, {
      ...known,
      times: known.times + 1,
      starred: known.starred || starred,
      memos: memo === null || memo === '' ? known.memos : [...known.memos, memo],
    });
  }
  return [...found.values()].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

/** One code at the cursor with its signs. */
export function hereLine(state: TagState, { code, kind, coder, times, starred, memos }: CodeHere): Line {
  const { color, name } = codeShown(state, code);
  const line = [piece(`${SIGN[kind]} `, { color, bold: kind !== 'suggested' }), piece(shownText(name))];
  if (kind === 'suggested') line.push(piece(' ?', { color }));
  if (kind === 'other') line.push(piece(` ${shownText(coder ?? '')}`, { dim: true }));
  if (times > 1) line.push(piece(` ×${times}`, { dim: true }));
  if (starred) line.push(piece(` ${STAR}`));
  if (memos.length > 0) line.push(piece(` ${MEMO}`));
  return line;
}
