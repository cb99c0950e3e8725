import type { LaidCoding } from '../coding/laid.js';
import { type CodedSource, attributeOf } from './coded-source.js';
import { isByHand } from './coding-columns.js';
import { hasBit, setBit } from './looked.js';
import { type MatchedWords, hasOwnWords, matchedWords } from './matched-words.js';
import type { PairTriangles } from './sweep.js';
import { pairIndex } from './triangle.js';
import { casesSpeaking, turnFinder } from './turns.js';

/** Which codes a case has, and on what that rests; bits, so that a case of many sources takes no more room than one. */
export interface CasePresence {
  /** One bit a code. */
  readonly codes: Uint32Array;
  /** One bit a code: a coder laid or accepted it somewhere in the case. */
  readonly byHand: Uint32Array;
  /** A row of bits a code, made when the case first has it: against which codes it has words of its own. */
  readonly ownWords: Map<number, Uint32Array>;
}

/** Notes which codes the cases of a source have. Sources of one case may come at any time. */
export function addToCases(
  cases: Map<string, CasePresence>,
  source: CodedSource,
  codings: readonly LaidCoding[],
  codes: number,
): void {
  const find = turnFinder(source);
  for (const name of casesSpeaking(source)) caseIn(cases, name, codes);
  const byCase = new Map<string, Map<number, LaidCoding[]>>();
  for (const coding of codings) {
    const turn = find(coding);
    if (turn === null) continue;
    const name = attributeOf(source, turn, 'case');
    let byCode = byCase.get(name);
    if (byCode === undefined) byCase.set(name, (byCode = new Map()));
    const own = byCode.get(coding.code);
    if (own === undefined) byCode.set(coding.code, [coding]);
    else own.push(coding);
  }
  for (const [name, byCode] of byCase) note(cases.get(name)!, byCode, codes);
}

/** Notes what one source adds to one of its cases. */
function note(presence: CasePresence, byCode: ReadonlyMap<number, readonly LaidCoding[]>, codes: number): void {
  const words = new Map<number, MatchedWords>();
  for (const [code, codings] of byCode) {
    setBit(presence.codes, code);
    if (codings.some(isByHand)) setBit(presence.byHand, code);
    words.set(code, matchedWords(codings.flatMap(({ hits }) => hits)));
  }
  for (const [code, own] of words) {
    let row = presence.ownWords.get(code);
    if (row === undefined) presence.ownWords.set(code, (row = new Uint32Array(presence.codes.length)));
    for (let other = 0; other < codes; other++) {
      const others = words.get(other);
      // Words in a source without the other code are a code's own.
      if (others === undefined ? own.start.length > 0 : !hasBit(row, other) && hasOwnWords(own, others))
        setBit(row, other);
    }
  }
}

function caseIn(cases: Map<string, CasePresence>, name: string, codes: number): CasePresence {
  let found = cases.get(name);
  if (found === undefined) {
    const bits = (): Uint32Array => new Uint32Array((codes + 31) >>> 5);
    cases.set(name, (found = { codes: bits(), byHand: bits(), ownWords: new Map() }));
  }
  return found;
}

export function mergePresence(into: Map<string, CasePresence>, from: Map<string, CasePresence>): void {
  for (const [name, more] of from) {
    const known = into.get(name);
    if (known === undefined) {
      into.set(name, more);
      continue;
    }
    addBits(known.codes, more.codes);
    addBits(known.byHand, more.byHand);
    for (const [code, row] of more.ownWords) {
      const own = known.ownWords.get(code);
      if (own === undefined) known.ownWords.set(code, row);
      else addBits(own, row);
    }
  }
}

function addBits(into: Uint32Array, from: Uint32Array): void {
  for (let i = 0; i < into.length; i++) into[i]! |= from[i]!;
}

/** Counts every case for all pairs of its codes. */
export function countCases(
  cases: ReadonlyMap<string, CasePresence>,
  codes: number,
  offsets: Int32Array,
  triangles: PairTriangles,
): void {
  for (const { codes: bits, byHand, ownWords } of cases.values()) {
    const present: number[] = [];
    for (let code = 0; code < codes; code++) if (hasBit(bits, code)) present.push(code);
    present.forEach((a, i) => {
      for (const b of present.slice(i)) {
        const pair = pairIndex(offsets, a, b);
        triangles.both[pair]!++;
        triangles.cases[pair]!++;
        if (a === b || hasBit(byHand, a) || hasBit(byHand, b)) continue;
        if (!(hasBit(ownWords.get(a)!, b) && hasBit(ownWords.get(b)!, a))) triangles.sameWords[pair]!++;
      }
    });
  }
}
