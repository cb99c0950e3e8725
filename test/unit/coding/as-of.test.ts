import { describe, expect, it } from '@jest/globals';
import { anchorOf } from '../../../src/coding/anchor.js';
import { anchoringOf } from '../../../src/coding/anchoring.js';
import { asOf } from '../../../src/coding/as-of.js';
import type { ApplyEvent, Event } from '../../../src/coding/event.js';
import { digestOf } from '../../../src/text/digest.js';
import { encode } from '../../../src/text/utf8.js';

const OLD = encode('I: Hm?\nR: We trust them.\nI: Hm?\nR: 没有钱。\n');
const NEW = encode(
  'I: And whom would you say that you can rely on?\nR: We trust them.\nI: 那么钱呢，够不够用？\nR: 没有钱。\n',
);
const LIMIT = '2026-04-01T00:00:00Z';

function laid(id: string, words: string, text: Uint8Array, at: string, more: Partial<ApplyEvent> = {}): ApplyEvent {
  const start = Buffer.from(text).indexOf(words);
  const anchor = anchorOf({ start, end: start + encode(words).length }, text, digestOf(text));
  return { event: 'apply', id, at, code: 'trust', anchor, ...more };
}
const early = (id: string, words: string, more?: Partial<ApplyEvent>): ApplyEvent =>
  laid(id, words, OLD, '2026-03-01T00:00:00Z', more);
const late = (id: string, words: string, was: string, more?: Partial<ApplyEvent>): ApplyEvent =>
  laid(id, words, NEW, '2026-05-01T00:00:00Z', { was, ...more });
const removal = (...targets: string[]): Event => ({
  event: 'remove',
  id: `r${targets[0]}`,
  at: '2026-05-01T00:00:00Z',
  targets,
});

/** Ids, with the words that each now stands on. */
const at = (events: readonly Event[], text = NEW): readonly [string[], number] => {
  const then = asOf(events, LIMIT, anchoringOf(text));
  return [
    then.events.map((event) => `${event.id} ${event.event === 'apply' ? event.anchor.exact : event.event}`),
    then.later,
  ];
};
const isAnchored = (events: readonly Event[], text = NEW): boolean[] =>
  asOf(events, LIMIT, anchoringOf(text)).events.map(
    (event) => event.event === 'apply' && event.anchor.digest === digestOf(text),
  );

describe('a log as of a time', () => {
  it('leaves out what came later', () => {
    const events = [early('a', '没有钱'), laid('b', '没有', OLD, LIMIT), removal('a')];
    expect(at(events, OLD)).toEqual([['a 没有钱'], 2]);
  });

  it('lays a coding where it was since re-anchored, over several steps, whatever was taken back after', () => {
    const events = [early('a', '没有钱'), late('b', '没有钱', 'a'), removal('a')];
    expect(isAnchored(events.slice(0, 1))).toEqual([false]);
    expect([at(events), isAnchored(events)]).toEqual([[['a 没有钱'], 0], [true]]);
    const lost = { ...late('b', '没有钱', 'a'), anchor: early('', 'We trust', {}).anchor };
    const steps = [early('a', '没有钱'), lost, removal('a'), late('c', '没有钱', 'b'), removal('b')];
    expect([at(steps), isAnchored(steps)]).toEqual([[['a 没有钱'], 0], [true]]);
    const taken = [...events, removal('b')];
    expect([at(taken), isAnchored(taken)]).toEqual([[['a 没有钱'], 1], [true]]);
  });

  it('takes no other code, and no other segment of a sure one, for a re-anchoring', () => {
    const recoded = [early('a', '没有钱'), late('b', '没有钱', 'a', { code: 'money' }), removal('a')];
    expect(at(recoded)).toEqual([[], 1]);
    const cut = [early('a', '没有钱'), laid('b', '没有', OLD, '2026-05-01T00:00:00Z', { was: 'a' }), removal('a')];
    expect(at(cut, OLD)).toEqual([['a 没有钱'], 2]);
  });

  it('drops what had no sure place any more and was since taken back', () => {
    expect(at([early('a', '没有钱'), removal('a')])).toEqual([[], 0]);
  });
});
