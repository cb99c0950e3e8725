import { DEFAULT_SEGMENT } from '../segment.js';
import { addEntry } from './append.js';
import { codeIn, listOf, type FoundCode } from './found.js';
import { entryOf } from './layout.js';
import { inFlow } from './scalar.js';
import type { Draft, Splice } from './splice.js';

/** What hits of a code's rules code where a rule does not say it: what the code, or the nearest around it, says. */
function segmentOf({ mapping, path }: Pick<FoundCode, 'mapping' | 'path'>): string {
  const told = [mapping, ...[...path].reverse()].map((around) => entryOf(around, 'segment')?.value);
  const first = told.find((value) => value?.kind === 'text' && value.value.trim() !== '');
  return first?.kind === 'text' ? first.value.trim() : DEFAULT_SEGMENT;
}

/**
 * Writes into the rules of a code, and into the codes directly below it, what they take from around them, where that would
 * be another thing in another code: their figures stay what they are wherever they go.
 */
export function pinSegments(draft: Draft, from: string, into: string): readonly Splice[] {
  const code = codeIn(draft, from);
  const segment = segmentOf(code);
  if (segment === segmentOf(codeIn(draft, into))) return [];
  const rules = (listOf(code.mapping, 'keywords')?.items ?? []).flatMap((item): Splice[] => {
    if (item.kind === 'text') {
      return [{ start: item.start, end: item.end, text: `{any: ${inFlow(item)}, segment: ${segment}}` }];
    }
    if (item.kind !== 'mapping' || entryOf(item, 'segment')) return [];
    return [addEntry(draft, item, item.entries.at(-1)!, 'segment', segment)];
  });
  const codes = (listOf(code.mapping, 'codes')?.items ?? []).flatMap((item): Splice[] => {
    if (item.kind !== 'mapping' || entryOf(item, 'segment')) return [];
    return [addEntry(draft, item, entryOf(item, 'id')!, 'segment', segment)];
  });
  return [...rules, ...codes];
}

/** Writes into a code what its rules take from around it, where that would be another thing below another code, or at the top. */
export function pinSegment(draft: Draft, id: string, below: string | null): readonly Splice[] {
  const code = codeIn(draft, id);
  const around = below === null ? { mapping: code.path[0]!, path: [] } : codeIn(draft, below);
  const segment = segmentOf(code);
  if (entryOf(code.mapping, 'segment') || segment === segmentOf(around)) return [];
  return [addEntry(draft, code.mapping, entryOf(code.mapping, 'id')!, 'segment', segment)];
}
