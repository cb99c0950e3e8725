import { type CodedSource, attributeOf } from '../coded-source.js';
import { type Truth, together } from '../truth.js';
import type { Bound } from './bound.js';
import { isWhole } from './known.js';
import { turnTruth } from './turn-truth.js';

/*
 * What cases have, with three values. Codings answer 1; where there is none, 0 if somebody looked and unknown if nobody
 * did. What is asked of attributes alone is asked of the turns, coded or not.
 */

/** The parts of expressions about cases that are to be answered, as `leavesOf` gives them. */
export interface CaseValuesOptions {
  readonly leaves: readonly Bound[];
}

/** What a source says of its cases. */
export interface SourceValues {
  readonly source: string;
  /** By case: the value of each leaf. */
  readonly cases: ReadonlyMap<string, readonly Truth[]>;
}

/** Plain data; a row for each source, in their order. */
export interface CaseValuesTally {
  readonly leaves: readonly Bound[];
  readonly sources: SourceValues[];
}

/** Notes what a source says of its cases; what its codings say was gathered with it. */
export function addToCaseValues({ leaves, sources }: CaseValuesTally, source: CodedSource): void {
  const gathered = [...(source.caseFacts ?? [])];
  if (gathered.length === 0) return;
  const turns = source.transcript.turns.filter(source.included);
  const cases = gathered.map(([name, facts]) => {
    const own = turns.filter((turn) => attributeOf(source, turn, 'case') === name);
    const values = leaves.map((leaf, at): Truth => {
      const ofTurn = turnTruth(leaf);
      if (ofTurn) return together(own.map((turn) => ofTurn(source, turn)));
      if (facts[at] === 1) return 1;
      return isWhole(leaf, source.lookedAt) ? 0 : null;
    });
    return [name, values] as const;
  });
  sources.push({ source: source.transcript.source, cases: new Map(cases) });
}
