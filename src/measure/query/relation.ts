import type { Span } from '../../core/span.js';
import type { Operator } from './syntax.js';

/**
 * Whether two non-empty spans of a source stand so. Of equals, within, encloses, overlaps, overlapped-by, precedes and
 * follows exactly one holds for any two; co-occurs is any of the first five. `near` wants a distance and is no relation
 * of spans alone: without one only what co-occurs is near.
 *
 * @param a half-open, in the same units as `b`
 * @example
 * stands('overlaps', { start: 0, end: 5 }, { start: 3, end: 8 }) // => true
 */
export function stands(operator: Operator, a: Span, b: Span): boolean {
  switch (operator) {
    case 'equals':
      return a.start === b.start && a.end === b.end;
    case 'within':
      return b.start <= a.start && a.end <= b.end && !stands('equals', a, b);
    case 'encloses':
      return stands('within', b, a);
    case 'overlaps':
      return a.start < b.start && b.start < a.end && a.end < b.end;
    case 'overlapped-by':
      return stands('overlaps', b, a);
    case 'precedes':
      return a.end <= b.start;
    case 'follows':
      return b.end <= a.start;
    case 'co-occurs':
    case 'near':
      return a.start < b.end && b.start < a.end;
  }
}
