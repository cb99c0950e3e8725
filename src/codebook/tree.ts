import type { Codebook } from './codebook.js';

/**
 * The codes below a code, at any depth, in the order of the file. Codes are named by their positions in
 * `codebook.codes`, where the descendants of a code follow it without a gap.
 */
export function descendantsOf(codebook: Codebook, code: number): number[] {
  const { codes } = codebook;
  const descendants: number[] = [];
  const depth = codes[code]!.depth;
  for (let below = code + 1; below < codes.length && codes[below]!.depth > depth; below++) descendants.push(below);
  return descendants;
}

/** The codes directly below a code. */
export function childrenOf(codebook: Codebook, code: number): number[] {
  const depth = codebook.codes[code]!.depth + 1;
  return descendantsOf(codebook, code).filter((below) => codebook.codes[below]!.depth === depth);
}

/** The codes without a parent. */
export function rootsOf(codebook: Codebook): number[] {
  return codebook.codes.flatMap(({ depth }, index) => (depth === 0 ? [index] : []));
}

/** The codes above a code, its parent first. */
export function ancestorsOf(codebook: Codebook, code: number): number[] {
  const ancestors: number[] = [];
  let { depth } = codebook.codes[code]!;
  for (let above = code - 1; depth > 0; above--) {
    if (codebook.codes[above]!.depth !== depth - 1) continue;
    ancestors.push(above);
    depth--;
  }
  return ancestors;
}

/** The position of the code with an id; -1 when there is none. Ids are compared in NFC. */
export function codeAt(codebook: Codebook, id: string): number {
  const wanted = id.normalize('NFC');
  return codebook.codes.findIndex((code) => code.id === wanted);
}
