import { describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../../src/coding/anchor.js';
import { anchoringOf } from '../../../src/coding/anchoring.js';
import { foldEvents } from '../../../src/coding/fold.js';
import type { Code } from '../../../src/codebook/codebook.js';
import { currentId } from '../../../src/codebook/former.js';
import { withCurrentCodes } from '../../../src/coding/current-codes.js';
import type { ApplyEvent, Verdict } from '../../../src/coding/event.js';
import { placeLog } from '../../../src/coding/placed.js';
import { digestOf } from '../../../src/text/digest.js';
import { encode } from '../../../src/text/utf8.js';
import { apply, seen, verdict } from './build.js';

const log = { coder: 'ann', source: 'a.txt', file: 'codings/ann/a.txt.jsonl' };

describe('a log laid on its text', () => {
  it('gives codings and verdicts in bytes of canonical text', () => {
    const folded = foldEvents([
      apply('1', 'trust', 2, '信任', { memo: 'why' }),
      verdict('2', 'trust', 0, '我们', 'accept'),
      seen('3', 0, 5),
    ]);
    const placed = placeLog(folded, log, anchoringOf(encode('我们信任他')), new Set(['trust']));
    expect(placed.diagnostics).toEqual([]);
    expect(placed.codings).toEqual([
      {
        id: '1',
        source: 'a.txt',
        segment: { start: 6, end: 12 },
        code: 'trust',
        by: { coder: 'ann', at: '2026-01-02T03:04:05Z' },
        memo: 'why',
      },
    ]);
    expect(placed.verdicts).toEqual([
      { segment: { start: 0, end: 6 }, code: 'trust', verdict: 'accept', at: '2026-01-02T03:04:05Z' },
    ]);
    expect(placed.seen).toHaveLength(1);
  });

  it('drops nothing in silence: what has no place or no code is named', () => {
    const folded = foldEvents([
      apply('lost', 'trust', 0, '信用'),
      apply('odd', 'trsut', 2, '信任'),
      verdict('v', 'trust', 1, '街', 'reject'),
      apply('same', 'trust', 0, '我'),
      apply('same', 'trust', 1, '们'),
    ]);
    const placed = placeLog(folded, log, anchoringOf(encode('我们信任他')), new Set(['trust']));
    expect(placed.codings.map(({ id }) => id)).toEqual(['same', 'same']);
    expect(placed.verdicts).toEqual([]);
    expect(placed.diagnostics.map(({ code }) => code).sort()).toEqual(['QC207', 'QC207', 'QC208', 'QC209']);
    expect(placed.diagnostics.every(({ place }) => place?.file === log.file)).toBe(true);
  });

  it('follows a quotation that moved, and says by how much; the log stays', () => {
    const text = '我们信任街道，街道也信任我们，一直是这样的，从来没有变过。';
    const at = (start: number, end: number) => ({
      anchor: anchorOf({ start: 3 * start, end: 3 * end }, encode(text), 'd'),
    });
    const folded = foldEvents(
      [
        apply('1', 'trust', 2, '信任', at(2, 4)),
        verdict('2', 'trust', 0, '我们', 'accept'),
        apply('3', 'trust', 4, '街道', at(4, 6)),
      ].map((event) => (event.id === '2' ? { ...event, ...at(0, 2) } : event)),
    );
    const placed = placeLog(folded, log, anchoringOf(encode(`他说：${text}`)), new Set(['trust']));
    expect(placed.codings.map(({ segment }) => segment)).toEqual([
      { start: 15, end: 21 },
      { start: 21, end: 27 },
    ]);
    expect(placed.verdicts.map(({ segment }) => segment)).toEqual([{ start: 9, end: 15 }]);
    expect(placed.doubtful).toEqual([]);
    expect(placed.diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['QC210', 'info', 'coding "1" (trust): “信任” moved by 3 characters towards the end in a.txt'],
      ['QC210', 'info', 'coding "3" (trust): “街道” moved by 3 characters towards the end in a.txt'],
      ['QC210', 'info', 'coding "2" (trust): “我们” moved by 3 characters towards the end in a.txt'],
    ]);
  });

  it('lets the latest verdict on a segment hold, also where they were given in different states of the text', () => {
    const text = '我们信任街道，街道也信任我们，一直是这样的，从来没有变过。';
    const given = (id: string, no: boolean, at: string, lead: string): ApplyEvent => ({
      ...verdict(id, 'trust', 0, '信任', no ? 'reject' : 'accept', at),
      anchor: anchorOf(
        { start: encode(`${lead}我们`).length, end: encode(`${lead}我们信任`).length },
        encode(lead + text),
        lead === '' ? 'then' : digestOf(encode(lead + text)),
      ),
    });
    const yes = given('yes', false, '2026-01-01T00:00:00Z', '');
    const no = given('no', true, '2026-01-02T00:00:00Z', '他说：');
    for (const order of [
      [yes, no],
      [no, yes],
    ]) {
      const placed = placeLog(foldEvents(order), log, anchoringOf(encode(`他说：${text}`)), new Set(['trust']));
      expect(placed.verdicts).toEqual([
        { segment: { start: 15, end: 21 }, code: 'trust', verdict: 'reject', at: '2026-01-02T00:00:00Z' },
      ]);
      expect(placed.diagnostics).toEqual([]);
    }
    // At one position of two states of the text there may be two hits.
    const other = { ...no, anchor: { ...yes.anchor, digest: 'later' } };
    expect(foldEvents([yes, other]).verdicts).toHaveLength(2);
  });

  it('lets an acceptance hold against a rejection of another code, which was merged into the same', () => {
    const [early, late] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'];
    const held = (...given: ApplyEvent[]): unknown => {
      const current = currentId({ codes: [{ id: 'trust', was: ['faith', 'reliance'] }] as unknown as Code[] });
      const folded = foldEvents(withCurrentCodes(given, current));
      return placeLog(folded, log, anchoringOf(encode('我们信任他')), new Set(['trust'])).verdicts.map(
        (one) => one.verdict,
      );
    };
    const on = (code: string, answer: Verdict, at: string): ApplyEvent =>
      verdict(`${code}-${answer}`, code, 2, '信任', answer, at);
    expect(held(on('trust', 'accept', early), on('faith', 'reject', late))).toEqual(['accept']);
    expect(held(on('faith', 'accept', early), on('reliance', 'reject', late))).toEqual(['accept']);
    expect(held(on('faith', 'accept', early), on('trust', 'reject', early))).toEqual(['accept']);
    // Who changes their mind of one code, under whichever name, has said the last word.
    expect(held(on('faith', 'accept', early), on('faith', 'reject', late))).toEqual(['reject']);
    expect(held(on('faith', 'accept', early), on('trust', 'reject', late))).toEqual(['reject']);
    expect(held(on('faith', 'reject', early), on('trust', 'accept', late))).toEqual(['accept']);
    expect(held(on('faith', 'reject', early))).toEqual(['reject']);
  });

  it('says of what is not sure which it is, and keeps it apart', () => {
    const folded = foldEvents([
      apply('f', 'trust', 0, '我们一直信任街道'),
      apply('a', 'trust', 9, '好'),
      verdict('l', 'trust', 20, '没有这句话', 'reject'),
    ]);
    const placed = placeLog(folded, log, anchoringOf(encode('我们一直相信街道。好，好。')), new Set(['trust']));
    expect(placed.codings).toEqual([]);
    expect(placed.verdicts).toEqual([]);
    expect(placed.doubtful.map(({ event, placement }) => [event.id, placement.kind])).toEqual([
      ['f', 'fuzzy'],
      ['a', 'ambiguous'],
      ['l', 'lost'],
    ]);
    expect(placed.diagnostics.map(({ message }) => message.split('; ')[1])).toEqual([
      'the likest words are 75% alike (fuzzy)',
      'it may be at any of 2 places (ambiguous)',
      'nothing is like it (lost)',
    ]);
  });
});
