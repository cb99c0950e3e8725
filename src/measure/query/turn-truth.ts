import type { Turn } from '../../text/transcript.js';
import { type CodedSource, MISSING, attributeOf } from '../coded-source.js';
import { type Truth, and, not, or } from '../truth.js';
import type { Bound } from './bound.js';
import { asksWhetherGiven, comparesTo } from './compare.js';

/** Every source and turn has these, if only by lacking them. */
const BUILT_IN: ReadonlySet<string> = new Set(['source', 'case', 'speaker', 'role']);

/**
 * What a turn says of a condition that asks for attributes alone; null for one that asks for codings. A value that nobody
 * gave leaves it unknown, unless that is what is asked for.
 */
export function turnTruth(bound: Bound): ((source: CodedSource, turn: Turn) => Truth) | null {
  switch (bound.kind) {
    case 'condition': {
      const { test } = bound;
      if (test.kind !== 'attribute' || test.name === 'coder') return null;
      const holds = comparesTo(test);
      const isNeverUnknown = BUILT_IN.has(test.name) || asksWhetherGiven(test);
      return (source, turn) => {
        const value = attributeOf(source, turn, test.name);
        if (value === MISSING && !isNeverUnknown) return null;
        return holds([value]) ? 1 : 0;
      };
    }
    case 'not': {
      const of = turnTruth(bound.of);
      return of && ((source, turn) => not(of(source, turn)));
    }
    case 'and':
    case 'or': {
      const [left, right] = [turnTruth(bound.left), turnTruth(bound.right)];
      const join = bound.kind === 'and' ? and : or;
      return left && right && ((source, turn) => join(left(source, turn), right(source, turn)));
    }
    default:
      return null;
  }
}
