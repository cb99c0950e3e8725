import { startState } from '../../../src/tui/model/start.js';
import type { CodeEntry, ForeignCoding, OpenSource, OwnCoding, Size, TagState } from '../../../src/tui/model/state.js';
import { decode, encode } from '../../../src/text/utf8.js';
import { openSourceOf } from './open-source.js';

const TEXT = `Interviewer: How is the work paid?
Ms Fong: The grant comes late, every year. We borrow from the church to pay our people, and pay it back in spring.
Interviewer: Who decides what you do?
Ms Fong: 街道會告訴我們要做甚麼，但是「怎麼做」由我們決定。We said no once (laughs).
`;

const code = (id: string, name: string, color: string, parent: string | null = null): CodeEntry => ({
  id,
  name,
  parent,
  depth: parent === null ? 0 : 1,
  color,
  definition: `What ${name.toLowerCase()} means.`,
});

export const CODES: readonly CodeEntry[] = [
  code('money', 'Money', '#b8691b'),
  code('late', 'Late payment', '#d9485f', 'money'),
  code('debt', 'Debt', '#a3702f', 'money'),
  code('autonomy', 'Autonomy', '#2f87c1'),
];

/** The bytes of words that stand once in a source. */
export function spanOf({ transcript: { text } }: OpenSource, words: string): { start: number; end: number } {
  const all = decode(text);
  const start = encode(all.slice(0, all.indexOf(words))).length;
  return { start, end: start + encode(words).length };
}

/** A short interview with codings of every kind laid over it. */
export function sampleState(size: Size, at = 'The grant'): TagState {
  const open = openSourceOf(TEXT);
  const own = (id: string, words: string, coded: string, more: Omit<Partial<OwnCoding>, 'kind'> = {}): OwnCoding => ({
    kind: 'apply',
    id,
    code: coded,
    ...spanOf(open, words),
    ...more,
  });
  const foreign = (words: string, coded: string, coder: string | null): ForeignCoding => ({
    code: coded,
    coder,
    ...spanOf(open, words),
  });
  const answer =
    'The grant comes late, every year. We borrow from the church to pay our people, and pay it back in spring.';
  const source: OpenSource = {
    ...open,
    codings: [
      own('c1', answer, 'money'),
      own('c2', 'The grant comes late, every year.', 'late', { memo: 'Since 2012?', properties: { star: 'yes' } }),
    ],
    suggestions: [foreign('We borrow from the church to pay our people, and pay it back in spring.', 'debt', null)],
    others: [foreign('但是「怎麼做」由我們決定。', 'autonomy', 'wei')],
    seen: [{ kind: 'seen', id: 's1', unit: 'turn', codebook: '', ...spanOf(open, 'How is the work paid?') }],
  };
  return startState({
    title: 'Procurement of services',
    coder: 'chan',
    blind: false,
    size,
    codes: CODES,
    counts: { money: 1, late: 12 },
    sources: [{ id: source.id, case: 'A', units: 4, seen: 1, codings: 2, assigned: true }],
    source,
    at: spanOf(open, at).start,
    walk: 'turn',
    done: [],
    undone: [],
    queue: null,
    digits: { recent: ['late', 'money'], lastUsed: ['late', 'money'] },
  });
}
