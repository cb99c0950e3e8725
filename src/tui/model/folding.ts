import type { CodeEntry, TagState } from './state.js';

type Tree = Pick<TagState, 'codes' | 'folded'>;

/** Where the codes below a code end: the index after the last of them. */
function endBelow(codes: readonly CodeEntry[], index: number): number {
  const { depth } = codes[index]!;
  let end = index + 1;
  while (end < codes.length && codes[end]!.depth > depth) end++;
  return end;
}

export function hasBelow(codes: readonly CodeEntry[], index: number): boolean {
  return endBelow(codes, index) > index + 1;
}

/** The codes below a code, at any depth. */
export function codesBelow(codes: readonly CodeEntry[], index: number): readonly CodeEntry[] {
  return codes.slice(index + 1, endBelow(codes, index));
}

/** Indices of the codes that show: those that lie below no folded code. */
export function shownCodes({ codes, folded }: Tree): readonly number[] {
  const closed = new Set(folded);
  const shown: number[] = [];
  for (let i = 0; i < codes.length; i = closed.has(codes[i]!.id) ? endBelow(codes, i) : i + 1) shown.push(i);
  return shown;
}

/** The index of the code that shows for one: itself, or the folded code that it lies below. */
export function shownFor(tree: Tree, index: number): number {
  return shownCodes(tree).findLast((shown) => shown <= index) ?? 0;
}

/** Folds a code, so that those below it do not show. */
export function fold(state: TagState, code: string): TagState {
  return { ...state, folded: [...state.folded, code] };
}

export function unfold(state: TagState, code: string): TagState {
  return { ...state, folded: state.folded.filter((each) => each !== code) };
}

export function foldAll(state: TagState): TagState {
  const { codes } = state;
  return { ...state, folded: codes.flatMap(({ id }, i) => (hasBelow(codes, i) ? [id] : [])) };
}

export function unfoldAll(state: TagState): TagState {
  return { ...state, folded: [] };
}

/** Unfolds what a code lies below, so that it shows. */
export function revealed(state: TagState, code: string | null): TagState {
  const parent = state.codes.find(({ id }) => id === code)?.parent ?? null;
  return parent === null ? state : revealed(unfold(state, parent), parent);
}

/** The coder's codings of a code, and of the codes below it. */
export function countWithBelow({ codes, counts }: Pick<TagState, 'codes' | 'counts'>, index: number): number {
  return [codes[index]!, ...codesBelow(codes, index)].reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
}
