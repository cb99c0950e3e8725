import type { Span } from '../core/span.js';
import type { CodedSource } from './coded-source.js';

/** Codings of coders, so that stored ones can be told of which a pass, with its filters and query, left in. */
export type SelectedTally = Set<string>;

/** What a coding goes by: two coders' codings of one segment with one code are two. */
export function selectedKey(source: string, { start, end }: Span, code: number, coder: string): string {
  return `${source}\0${start}\0${end}\0${code}\0${coder}`;
}

export function addToSelected(tally: SelectedTally, { transcript: { source }, codings }: CodedSource): void {
  for (const { code, coders, ...span } of codings)
    for (const coder of coders) tally.add(selectedKey(source, span, code, coder));
}
