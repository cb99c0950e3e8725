import { bySpan, type Span } from '../../core/span.js';
import { laidBy, removedBy } from './history.js';
import { overlapping } from './overlapping.js';
import type { Batch, Laid, OpenSource } from './state.js';

/** Why no figure counts what is said in a segment; null where one does. */
export function whyUncounted({ transcript, uncounted = [] }: OpenSource, segment: Span): string | null {
  const left = overlapping(uncounted, segment);
  return left.length > 0 && left.length === overlapping(transcript.turns, segment).length ? left[0]!.why : null;
}

/** What is to be said of codings that count nowhere, where a batch lays such; empty where it lays none anew. */
export function uncountedBy(source: OpenSource, batch: Batch): string {
  const before = removedBy(batch).filter(isCoding);
  const laid = laidBy(batch).filter(
    (one) => isCoding(one) && one.logged === undefined && !before.some((each) => bySpan(each, one) === 0),
  );
  const reasons = laid.flatMap((one) => whyUncounted(source, one) ?? []);
  if (reasons.length === 0) return '';
  const which = reasons.length < laid.length ? `${reasons.length} of ${laid.length}` : laid.length > 1 ? 'they' : 'it';
  return `but ${which} will not count: ${reasons[0]}`;
}

function isCoding(laid: Laid): boolean {
  return laid.kind === 'apply' || (laid.kind === 'verdict' && laid.verdict === 'accept');
}
