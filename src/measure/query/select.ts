import type { Diagnostic } from '../../core/diagnostic.js';
import type { CodedSource } from '../coded-source.js';
import type { AskedCondition } from './asked-condition.js';
import type { BoundQuery } from './bound.js';
import { type QueryTools, evaluator } from './evaluate.js';
import { isKnown } from './known.js';
import { type Returned, inUnits, sharedParts, sharingRelation } from './returned.js';

/** A query that is put to a pass: plain data. */
export interface AskedQuery {
  readonly query: BoundQuery;
  readonly returns: Returned;
  /** How it was typed, where names stood in it for something else. */
  readonly typed?: string;
  /** What it asks of attributes, as it is written. */
  readonly conditions?: readonly AskedCondition[];
  /** What is doubtful about it. */
  readonly doubts?: readonly Diagnostic[];
}

/** Keeps of a source the codings that queries select; `lookedAt` then says where a 0 of them means that there is none. */
export function querySelector({ query, returns }: AskedQuery): (source: CodedSource, tools: QueryTools) => CodedSource {
  const { root } = query;
  const known = new WeakMap<CodedSource['lookedAt'], CodedSource['lookedAt']>();
  // Sources that share the function go on sharing it: what it says is then worked out once.
  const lookedAt = (looked: CodedSource['lookedAt']): CodedSource['lookedAt'] => {
    let narrowed = known.get(looked);
    if (narrowed === undefined) known.set(looked, (narrowed = (code) => isKnown(root, code, looked)));
    return narrowed;
  };
  return (source, tools) => {
    const choose = evaluator(source, tools);
    const chosen = choose(root);
    const codings = source.codings.filter((_, i) => chosen[i] === 1);
    const { readFor } = source;
    const made = { ...source, lookedAt: lookedAt(source.lookedAt), ...(readFor && { readFor: lookedAt(readFor) }) };
    if (returns === 'unit') return { ...made, codings: inUnits(codings, source.transcript, tools.unit) };
    const relation = returns === 'overlap' ? sharingRelation(root) : null;
    if (relation === null) return { ...made, codings };
    return { ...made, codings: sharedParts(codings, relation, source.codings, choose(relation.right)) };
  };
}
