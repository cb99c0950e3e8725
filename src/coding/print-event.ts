import { byCodePoint } from '../core/order.js';
import type { Event } from './event.js';

/**
 * An event as one line of a log, without its line feed: keys in the order that FORMATS gives, properties in code-point
 * order, so that equal events are equal lines.
 */
export function printEvent(event: Event): string {
  const { id, at, undoes } = event;
  switch (event.event) {
    case 'apply': {
      const { start, end, exact, prefix, suffix, digest } = event.anchor;
      const anchor = { start, end, exact, prefix, suffix, digest };
      const { code, verdict, memo, was } = event;
      const properties = event.properties && sorted(event.properties);
      return JSON.stringify({ event: 'apply', id, at, code, anchor, verdict, properties, memo, was, undoes });
    }
    case 'remove':
      return JSON.stringify({ event: 'remove', id, at, undoes, targets: event.targets });
    case 'seen': {
      const { kind, start, end, digest, text } = event.unit;
      const unit = { kind, start, end, digest, text };
      const { codebook, blind, was } = event;
      return JSON.stringify({ event: 'seen', id, at, was, undoes, unit, codebook, blind });
    }
  }
}

function sorted(properties: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => byCodePoint(a, b)));
}
