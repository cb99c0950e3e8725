import type { Event } from './event.js';

/**
 * A log's events with the present ids of codes in the place of former ones. What was stored under a former id is a
 * coding of the code that bears it now, and says under which id; ids that nobody knows stay.
 *
 * @param current the present id for a present or former one
 */
export function withCurrentCodes(
  events: readonly Event[],
  current: (id: string) => string | undefined,
): readonly Event[] {
  return events.map((event) => {
    const code = event.event === 'apply' ? (current(event.code) ?? event.code) : undefined;
    return event.event !== 'apply' || code === undefined || code === event.code
      ? event
      : { ...event, code, formerly: event.code };
  });
}
