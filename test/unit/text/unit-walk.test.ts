import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Span } from '../../../src/core/span.js';
import { units } from '../../../src/text/unit.js';
import { type UnitWalk, unitWalk } from '../../../src/text/unit-walk.js';
import { parsed } from './parsed.js';

const kinds = ['turn', 'paragraph', 'line', 'sentence'] as const;
const pieces = ['A: ', 'B: ', 'Yes. ', 'No! ', '好。', '（笑）', '…', '\n', '\n\n', ' ', '[laughs]', 'Mr Chan'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

function forwards(walk: UnitWalk): Span[] {
  const found: Span[] = [];
  for (let unit = walk.from(0); unit !== null; unit = walk.from(unit.end)) found.push(unit);
  return found;
}

function backwards(walk: UnitWalk, from: number): Span[] {
  const found: Span[] = [];
  for (let unit = walk.before(from); unit !== null; unit = walk.before(unit.start)) found.unshift(unit);
  return found;
}

describe('a walk through units', () => {
  it.each(kinds)('meets every %s once, either way, and counts them', (kind) => {
    fc.assert(
      fc.property(text, (written) => {
        const { transcript } = parsed(written);
        const all = units(transcript, kind).map(({ start, end }) => ({ start, end }));
        const walk = unitWalk(transcript, kind);
        expect(forwards(walk)).toEqual(all);
        expect(backwards(walk, transcript.text.length)).toEqual(all);
        expect(walk.count()).toBe(all.length);
      }),
      { seed: 20260110, numRuns: 200 },
    );
  });

  it.each(kinds)('finds the %s at, after and before any byte, whatever was asked before', (kind) => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(400), { maxLength: 20 }), (written, bytes) => {
        const { transcript } = parsed(written);
        const all = units(transcript, kind).map(({ start, end }) => ({ start, end }));
        const walk = unitWalk(transcript, kind);
        for (const byte of bytes) {
          expect(walk.from(byte)).toEqual(all.find(({ end }) => end > byte) ?? null);
          expect(walk.before(byte)).toEqual(all.findLast(({ start }) => start < byte) ?? null);
        }
      }),
      { seed: 20260110, numRuns: 200 },
    );
  });

  it('goes from cue to cue', () => {
    const cues = '1\n00:00:01,000 --> 00:00:02,000\nAnn: Yes.\n\n2\n00:00:03,000 --> 00:00:04,000\nBob: No.\n';
    const { transcript } = parsed(cues, 'a.srt');
    expect(forwards(unitWalk(transcript, 'turn'))).toHaveLength(2);
  });
});
