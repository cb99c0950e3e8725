import type {
  DisputedPlace,
  FoundPlace,
  OwnCoding,
  OwnVerdict,
  Queue,
  ReviewedPlace,
  Size,
} from '../../../src/tui/model/state.js';
import { at, code, Coder, open, rule } from './shell.js';

export const TEXT = `Interviewer: Who helped you then?
Mr Chan: The street office helped us. Money was late. We decided alone.
Interviewer: 資金夠嗎？
陳生：資金不夠，政府拖欠資金。我們自主決定。
Interviewer: Thank you.
Mr Chan: Nothing to thank for, the office pays.
`;

export const CODES = [
  code('money', 'Money'),
  code('late', 'Late payment', 'money'),
  code('trust', 'Trust'),
  code('autonomy', '自主'),
];

const bare = open('A1.txt', TEXT);

/** Three rules' codings: one in Mr Chan's first turn, two in 陳生's. */
export const SOURCE = {
  ...bare,
  suggestions: [
    rule(bare, 'late', 'Money was late.'),
    rule(bare, 'late', '資金不夠，政府拖欠資金。'),
    rule(bare, 'money', '資金不夠，政府拖欠資金。'),
  ],
  others: [{ ...rule(bare, 'trust', 'The street office helped us.'), coder: 'lee' }],
};

export const SECOND = open('B2.txt', 'Interviewer: Money?\nMs Lee: Money enough. The money came.\n');

/** A coder at the beginning of the first of two sources. */
export function begin(): Coder {
  return Coder.begin({ source: SOURCE, codes: CODES }, { sources: [SECOND] });
}

/** The same in a source of two hundred turns. */
export function long(size: Size = { columns: 80, rows: 24 }): Coder {
  const turns = Array.from({ length: 200 }, (_, i) => `${i % 2 ? 'Mr Chan' : 'Interviewer'}: This is number ${i}.\n`);
  return Coder.begin({ source: open('long.txt', turns.join('')), codes: CODES, size });
}

function foundAt(source: typeof SECOND, words: string): FoundPlace {
  return { ...at(source, words), source: source.id, digest: source.digest, excerpt: words, ticked: false, done: false };
}

/** A search for words in both sources, two places in each. */
export function finding(): Coder {
  const places = [
    foundAt(SOURCE, 'Money was late.'),
    foundAt(SOURCE, 'the office pays'),
    foundAt(SECOND, 'Money enough.'),
    foundAt(SECOND, 'The money came.'),
  ];
  const queue: Queue = { kind: 'find', title: 'money', code: 'trust', places, index: 0 };
  return Coder.begin({ source: SOURCE, codes: CODES, queue }, { sources: [SECOND] });
}

function reviewedAt({ id: source }: typeof SECOND, laid: OwnCoding | OwnVerdict, excerpt: string): ReviewedPlace {
  const { start, end, id } = laid;
  return { start, end, source, excerpt, coding: id, done: false };
}

/** A review of `late`: a coding by hand, a rule's coding that was accepted, and a coding in the other source. */
export function reviewing(): Coder {
  const [words, rules, others] = ['We decided alone.', '資金不夠，政府拖欠資金。', 'Money enough.'];
  const byHand: OwnCoding = { kind: 'apply', ...at(SOURCE, words), id: 'old1', code: 'late' };
  const accepted: OwnVerdict = { kind: 'verdict', ...at(SOURCE, rules), id: 'old2', code: 'late', verdict: 'accept' };
  const there: OwnCoding = { kind: 'apply', ...at(SECOND, others), id: 'old3', code: 'late' };
  const source = { ...SOURCE, codings: [byHand], verdicts: [accepted] };
  const second = { ...SECOND, codings: [there] };
  const places = [
    reviewedAt(source, byHand, words),
    reviewedAt(source, accepted, rules),
    reviewedAt(second, there, others),
  ];
  const queue: Queue = { kind: 'review', title: 'Late payment', code: 'late', places, index: 0 };
  const begun = { source, codes: CODES, queue, at: places[0]!.start, counts: { late: 2 } };
  return Coder.begin(begun, { sources: [second] });
}

function disputedAt(source: typeof SECOND, words: string, ...codes: DisputedPlace['codes']): DisputedPlace {
  const { start, end } = at(source, words);
  const given = codes.map((own) => (own ?? []).map((each) => ({ start, end, code: each, memos: [], words: '' })));
  return { source: source.id, start, end, excerpt: words, done: false, codes, given, decided: null };
}

/** Units on which ann, bo and cy differ: two in the first source, one in the second. Nobody coded anything yet. */
export function adjudicating(): Coder {
  const source = { ...SOURCE, suggestions: [], others: [] };
  const places = [
    disputedAt(
      source,
      'The street office helped us. Money was late. We decided alone.',
      ['money', 'late'],
      ['late'],
      null,
    ),
    disputedAt(source, '資金不夠，政府拖欠資金。我們自主決定。', ['autonomy'], [], ['autonomy', 'trust']),
    disputedAt(SECOND, 'Money enough. The money came.', ['money'], ['trust'], ['money']),
  ];
  const queue: Queue = { kind: 'adjudicate', title: 'ann, bo and cy', coders: ['ann', 'bo', 'cy'], places, index: 0 };
  return Coder.begin(
    { source, codes: CODES, queue, at: places[0]!.start, coder: 'adjudicated' },
    { sources: [source, SECOND] },
  );
}
