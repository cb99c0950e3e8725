import type { ApplyEvent, Event, RemoveEvent, SeenEvent, Verdict } from '../../../src/coding/event.js';

const AT = '2026-01-02T03:04:05Z';

/** An apply event for a quotation at a code point. */
export function apply(
  id: string,
  code: string,
  start: number,
  exact: string,
  more: Partial<ApplyEvent> = {},
): ApplyEvent {
  const anchor = { start, end: start + [...exact].length, exact, prefix: '', suffix: '', digest: 'd' };
  return { event: 'apply', id, at: AT, code, anchor, ...more };
}

export function verdict(id: string, code: string, start: number, exact: string, given: Verdict, at = AT): ApplyEvent {
  return apply(id, code, start, exact, { verdict: given, at });
}

export function remove(id: string, ...targets: string[]): RemoveEvent {
  return { event: 'remove', id, at: AT, targets };
}

export function seen(id: string, start: number, end: number): SeenEvent {
  return { event: 'seen', id, at: AT, unit: { kind: 'paragraph', start, end, digest: 'd' }, codebook: 'c' };
}

export type { Event };
