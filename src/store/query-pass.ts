import type { RunExpression } from '../match/expression.js';
import type { CodedSource } from '../measure/coded-source.js';
import { type CaseFacts, addToFacts } from '../measure/query/case-facts.js';
import { selectableCodes, unlookedIn } from '../measure/query/known.js';
import { querySelector } from '../measure/query/select.js';
import type { CodedReading, PassOptions } from './coded.js';
import { caseLeaves, queryTools } from './query-tools.js';
import type { Study } from './study.js';

/** Puts the query of a pass to its sources: gathers what they say of their cases, or keeps the codings that it selects. */
export async function askerOf(
  { codebook, settings }: Study,
  { filters: { query: asked }, facts, excluded }: PassOptions,
  run: RunExpression,
): Promise<(source: CodedSource) => Pick<CodedReading, 'value' | 'facts' | 'unlooked'>> {
  if (!asked || !codebook) return (value) => ({ value });
  const known = facts === undefined || facts === 'gather' ? {} : { facts };
  const toolsFor = await queryTools(asked.query, { fold: codebook.fold, unit: settings.unit, ...known }, run);
  if (facts === 'gather') {
    const leaves = caseLeaves(asked.query);
    return (value) => {
      const found: CaseFacts = new Map();
      addToFacts(found, leaves, value, toolsFor(value.transcript));
      return { value: { ...value, caseFacts: found }, facts: found };
    };
  }
  const select = querySelector(asked);
  const selected = (value: CodedSource): CodedSource => select(value, toolsFor(value.transcript));
  const { root } = asked.query;
  const selectable = selectableCodes(root);
  // Where nothing is that the query could select, nothing is left open.
  const unlooked = ({ codings, lookedAt }: CodedSource): readonly number[] =>
    codings.some(({ code }) => selectable?.has(code) ?? true) ? unlookedIn(root, lookedAt) : [];
  // Where part of the query could not be asked, that there is nothing is not known.
  if (asked.query.searches.some((search) => excluded.has(search)))
    return (value) => ({ value: { ...selected(value), lookedAt: nowhere, readFor: nowhere } });
  return (value) => ({ value: selected(value), unlooked: unlooked(value) });
}

const nowhere = (): boolean => false;
