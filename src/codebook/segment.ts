import { nearest } from '../core/suggest.js';
import type { SegmentKind } from './codebook.js';
import { textIn, type Fields } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';

const KINDS: readonly SegmentKind[] = ['match', 'sentence', 'paragraph', 'turn'];

/** What a hit codes where nothing says otherwise. */
export const DEFAULT_SEGMENT: SegmentKind = 'sentence';

/** Reads `segment`; where it is absent, what holds around it. */
export function parseSegment(fields: Fields, around: SegmentKind, findings: Findings): SegmentKind {
  const node = textIn(fields, 'segment', findings);
  if (!node) return around;
  const text = node.value.trim();
  const kind = KINDS.find((known) => known === text);
  if (kind) return kind;
  const meant = nearest(text, KINDS);
  const remedy = meant ? `did you mean "${meant}"? The kinds are ${KINDS.join(', ')}` : undefined;
  findings.error('QC117', node, `"${text}" is no kind of segment`, remedy);
  return around;
}
