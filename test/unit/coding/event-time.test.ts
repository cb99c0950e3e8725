import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTime } from '../../../src/coding/event-time.js';

describe('the time of an event', () => {
  it('is one that the calendar has', () => {
    const digits = (least: number, most: number, length: number) =>
      fc.integer({ min: least, max: most }).map((number) => String(number).padStart(length, '0'));
    const written = fc
      .tuple(
        digits(1, 9999, 4),
        digits(0, 14, 2),
        digits(0, 33, 2),
        digits(0, 25, 2),
        digits(0, 62, 2),
        digits(0, 62, 2),
      )
      .map(([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    fc.assert(
      fc.property(written, (text) => {
        const time = Date.parse(text);
        expect(isTime(text)).toBe(
          !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19),
        );
      }),
      { seed: 15, numRuns: 3000 },
    );
  });

  it('is in UTC, and may have fractions of a second', () => {
    for (const text of ['2024-02-29T23:59:59Z', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.1Z'])
      expect(isTime(text)).toBe(true);
    for (const text of ['', '2026-01-02', '2026-01-02T03:04:05', '2026-01-02T03:04:05+00:00', '2026-01-02T03:04:05.Z'])
      expect(isTime(text)).toBe(false);
  });
});
