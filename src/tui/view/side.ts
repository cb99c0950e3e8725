import { displayWidth } from '../../core/width.js';
import type { Line } from './frame.js';
import { cutEnd } from '../layout/shown-text.js';
import type { CodeEntry, TagState } from '../model/state.js';
import { whyUncounted } from '../model/uncounted.js';
import { codesBelow, countWithBelow, hasBelow, shownCodes, shownFor } from '../model/folding.js';
import { disputeLines, disputeTitle } from './dispute.js';
import { FOLDED, hereLine, codesHere, MEMO, SIGN } from './here.js';
import { DIM, fill, fillRows, lineWidth, over, piece, rule, spaces, spread } from './line.js';
import { codeShown } from './looks.js';
import { proseLines, proseUpTo } from './prose.js';

const CHIP = '■';
const FOLLOWED = '»';
/** Down to this depth codes are indented by the full width, and none by more than this share of the pane: names need the room. */
const DEEP = 4;
const MOST_INDENTED = 0.35;
/** Of longer texts no more is laid out: UTF-16 units, more than a pane can show. */
const LONGEST = 4000;
/** Narrower panes indent by one column a level. */
const NARROW = 30;

/** What stands for a code in the tree: a chip, or how it lies over the unit at the cursor. */
function signs(state: TagState): ReadonlyMap<string, string> {
  return new Map([...codesHere(state)].reverse().map(({ code, kind }) => [code, SIGN[kind]]));
}

/** What tells how deep a code lies: white space, and the depth as a number where there is no room for more. */
function indentOf(depth: number, columns: number): string {
  const step = columns < NARROW ? 1 : 2;
  const wanted = step * Math.min(depth, DEEP) + Math.max(0, depth - DEEP);
  const most = Math.floor(columns * MOST_INDENTED);
  return wanted <= most ? ' '.repeat(wanted) : `${depth}›`.padStart(most);
}

/** How often the coder used a code; a folded one is marked and counts those below it too. */
function countShown(state: TagState, index: number): string {
  const { id } = state.codes[index]!;
  const folded = state.folded.includes(id) && hasBelow(state.codes, index);
  const count = folded ? countWithBelow(state, index) : (state.counts[id] ?? 0);
  return `${folded ? ` ${FOLDED}` : count === 0 ? '' : ' '}${count === 0 ? '' : count}`;
}

function codeLine(state: TagState, index: number, sign: string, columns: number): Line {
  const code = state.codes[index]!;
  const recent = state.recent.indexOf(code.id);
  const digit = recent >= 0 && recent < 9 ? String(recent + 1) : ' ';
  const follows = state.follow === code.id;
  const left = [
    piece(digit, { bold: true }),
    piece(follows ? FOLLOWED : ' '),
    piece(indentOf(code.depth, columns), DIM),
    piece(`${sign} `, { color: codeShown(state, code.id).color }),
  ];
  const right = piece(countShown(state, index), DIM);
  const room = columns - left.reduce((sum, { text }) => sum + displayWidth(text), 0) - right.text.length;
  return spread([...left, piece(cutEnd(code.name, room))], [right], columns);
}

/** The first of so many entries that shows, such that the one at `index` does, away from the edges. */
export function firstShown(index: number, count: number, rows: number): number {
  return Math.max(0, Math.min(index - Math.floor(rows / 2), count - rows));
}

/** The tree of codes, scrolled to the code under the cursor, else to the one used last. */
export function treeLines(state: TagState, columns: number, rows: number): Line[] {
  const { mode, codes, lastUsed } = state;
  const focused = mode.name === 'codes' ? mode.index : -1;
  const wanted = focused >= 0 ? focused : codes.findIndex(({ id }) => id === lastUsed[0]);
  const shown = shownCodes(state);
  const first = firstShown(Math.max(0, shown.indexOf(shownFor(state, wanted))), shown.length, rows);
  const here = signs(state);
  const lines = shown.slice(first, first + rows).map((index) => {
    const line = codeLine(state, index, here.get(codes[index]!.id) ?? CHIP, columns);
    return index === focused ? over(line, { inverse: true }) : line;
  });
  if (codes.length === 0) lines.push([piece(' none yet: c makes one', DIM)]);
  return fillRows(lines, columns, rows);
}

/** What a coder should know of a code: definition, when to use it and when not, its memo. */
export function aboutCode({ definition, include, exclude, memo }: CodeEntry, columns: number): Line[] {
  const parts: [string, string | undefined][] = [
    ['', definition],
    ['Include: ', include],
    ['Exclude: ', exclude],
    ['Memo: ', memo],
  ];
  const lines = parts.flatMap(([name, words]) =>
    words ? proseLines(`${name}${words.trim().slice(0, LONGEST)}`, columns) : [],
  );
  return lines.length > 0 ? lines : [[piece('no definition', DIM)]];
}

/** A name that is wider than the pane goes on in the next line; the sign before it stands out. */
function wrapped(line: Line, columns: number): Line[] {
  const [sign, ...rest] = line;
  if (lineWidth(line) <= columns) return [line];
  const words = rest.map(({ text }) => text).join('');
  return proseLines(words, columns - 2).map((one, i): Line => [i === 0 ? sign! : spaces(2), ...one]);
}

/**
 * What lies over the unit at the cursor: the codes; with their memos where there is room, and their definitions where
 * there is more.
 */
function hereLines(state: TagState, columns: number, rows: number): Line[] {
  const codes = codesHere(state);
  if (codes.length === 0) return [[piece('no code', DIM)]];
  const indented = (words: string | null | undefined, most: number): Line[] =>
    (words ? proseUpTo(words.trim().slice(0, LONGEST), columns - 2, most, DIM) : []).map((line) => [
      spaces(2),
      ...line,
    ]);
  const named = codes.map((here) => wrapped(hereLine(state, here), columns));
  const noted = codes.map(({ memos }, i) => [...named[i]!, ...memos.flatMap((memo) => indented(`${MEMO} ${memo}`, 3))]);
  const full = codes.map(({ code }, i) => [...noted[i]!, ...indented(codeShown(state, code).definition, 3)]);
  const forms = [full, noted, named].map((form) => form.flat());
  return forms.find((form) => form.length <= rows) ?? codes.map((here) => hereLine(state, here));
}

/** What figures leave out is marked before it is coded. */
function markedLines(state: TagState, columns: number, rows: number): Line[] {
  if (whyUncounted(state.source, state.cursor) === null) return hereLines(state, columns, rows);
  return [[piece('not counted', DIM)], ...hereLines(state, columns, rows - 1)];
}

/** What a folded code in focus counts. */
function foldedLine(state: TagState): Line[] {
  const { mode, codes, folded } = state;
  if (mode.name !== 'codes' || !folded.includes(codes[mode.index]?.id ?? '')) return [];
  const below = codesBelow(codes, mode.index).length;
  if (below === 0) return [];
  const words = `${FOLDED}${countWithBelow(state, mode.index)}: with ${below} ${below === 1 ? 'code' : 'codes'} below`;
  return [[piece(words, DIM)]];
}

/** Shares of the pane that the part below the tree takes: more where it explains a code. */
const HERE = 0.35;
const ABOUT = 0.5;
/** Where coders differ, what each gave is what counts. */
const DISPUTE = 0.7;

/** The code pane: the tree, and below it what lies over the unit at the cursor, or what the code in focus means. */
export function sideLines(state: TagState, columns: number, rows: number): Line[] {
  const { mode, codes } = state;
  const focused = mode.name === 'codes' ? codes[mode.index] : undefined;
  const dispute = focused === undefined ? disputeLines(state, columns - 2) : null;
  const share = Math.max(
    2,
    Math.floor(rows * (focused !== undefined ? ABOUT : state.queue?.kind === 'adjudicate' ? DISPUTE : HERE)),
  );
  // Always the same for one size, so that the tree stands still while the cursor moves.
  const tree = Math.max(1, Math.min(codes.length, rows - share - 2));
  const taken = rows - tree - 2;
  const below =
    focused === undefined
      ? (dispute ?? markedLines(state, columns - 2, taken))
      : [...foldedLine(state), ...aboutCode(focused, columns - 2)];
  const shown = below.slice(0, taken);
  if (below.length > taken && taken > 0) shown[taken - 1] = [piece(`… ${below.length - taken + 1} more`, DIM)];
  return [
    rule('Codes', columns),
    ...treeLines(state, columns, tree),
    rule(focused?.id ?? (dispute === null ? `This ${state.walk}` : disputeTitle(state)), columns),
    ...shown.map((line) => [spaces(1), ...line]),
    ...fillRows([], columns, taken - shown.length),
  ]
    .slice(0, rows)
    .map((line) => fill(line, columns));
}
