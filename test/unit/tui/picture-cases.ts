import type { Field, Mode, Queue, TagState } from '../../../src/tui/model/state.js';
import { CODES, sampleState, spanOf } from './sample-state.js';

const read = sampleState({ columns: 80, rows: 14 });
const { source, cursor } = read;

const typed = (text: string): Field => ({ text, at: text.length });
const inMode = (mode: Mode): TagState => ({ ...read, mode });

const here = { ...spanOf(source, 'grant'), source: source.id, excerpt: 'The grant comes late', done: false };
const there = { start: 0, end: 0, source: 'transcripts/b.txt', excerpt: '沒有資金，no grant at all', done: true };

const queue = (kind: 'find' | 'review'): Queue =>
  kind === 'find'
    ? {
        kind,
        title: 'Find “grant”',
        code: 'money',
        index: 0,
        places: [
          { ...here, digest: '', ticked: true },
          { ...there, digest: '', ticked: false },
        ],
      }
    : {
        kind,
        title: 'Review Money',
        code: 'money',
        index: 0,
        places: [
          { ...here, coding: 'c1' },
          { ...there, coding: 'c2' },
        ],
      };

/** States whose screens are kept as pictures. */
export const CASES: Readonly<Record<string, TagState>> = {
  'reading on a small screen, the code pane beside the transcript': read,
  'reading on a narrow screen, the codes of the unit below the transcript': sampleState({ columns: 62, rows: 12 }),
  'reading on a wide screen, with definitions': sampleState({ columns: 130, rows: 14 }, '街道'),
  'selecting words': inMode({
    name: 'select',
    fixed: spanOf(source, 'The grant'),
    moving: spanOf(source, 'year'),
    extentOf: null,
  }),
  'picking a code, with what it means': inMode({
    name: 'pick',
    purpose: { for: 'apply', segment: cursor },
    query: typed('de'),
    index: 0,
    ticked: ['money'],
  }),
  'picking a code on a wide screen': {
    ...sampleState({ columns: 110, rows: 14 }),
    mode: {
      name: 'pick',
      purpose: { for: 'apply', segment: spanOf(source, 'The grant') },
      query: typed(''),
      index: 1,
      ticked: [],
    },
  },
  'choosing a coding': inMode({
    name: 'choose',
    purpose: 'remove',
    choices: source.codings.map(({ start, end, code, id }) => ({ start, end, code, id })),
    index: 1,
  }),
  'writing a memo': inMode({
    name: 'write',
    purpose: { for: 'coding memo', coding: 'c2' },
    field: typed('Since 2012?\nAsk 方女士 again.'),
  }),
  'naming a code': inMode({
    name: 'write',
    purpose: { for: 'new code', parent: 'money', then: null },
    field: typed('Paid in advance'),
  }),
  'asking for a line': inMode({ name: 'ask', purpose: 'line', field: typed('4') }),
  'in the code pane': inMode({ name: 'codes', index: 1 }),
  'in the list of sources': inMode({ name: 'sources', query: typed('a.t'), index: 0 }),
  'in the list of places': { ...inMode({ name: 'places', index: 1 }), queue: queue('find') },
  'at a place of a review': { ...read, queue: queue('review'), follow: 'money' },
  'answering a question': inMode({
    name: 'confirm',
    question: { for: 'merge', from: 'debt', into: 'money' },
    preview: ['3 codings in 2 sources will count as Money.'],
  }),
  'when nothing was saved': { ...read, saved: { state: 'failed', message: 'no space left on the disk' } },
  'when nothing was saved, on a narrow screen: the reason first, what to do last': {
    ...sampleState({ columns: 60, rows: 14 }),
    saved: {
      state: 'failed',
      message:
        'its disk is full. Make room on the disk or see to the permissions of the folder codings/, then lay it again.',
    },
    message: 'this is the last unit',
  },
  'at a turn that is not counted, below which a memo is too long for the pane': {
    ...sampleState({ columns: 80, rows: 18 }, 'How is'),
    source: {
      ...source,
      codings: [
        {
          kind: 'apply',
          id: 'c9',
          code: 'money',
          ...spanOf(source, 'How is the work paid?'),
          memo: 'Asked of everybody, in the first interviews in other words, which made them speak of wages only.',
        },
      ],
      uncounted: [{ ...source.transcript.turns[0]!, why: 'turns of interviewers are left out (exclude_roles)' }],
    },
    message: 'coded Money, but it will not count: turns of interviewers are left out (exclude_roles)',
  },
  'in the code pane, the tree deep': {
    ...inMode({ name: 'codes', index: 11 }),
    size: { columns: 80, rows: 24 },
    codes: Array.from({ length: 12 }, (_, depth) => ({
      ...CODES[0]!,
      id: `c${depth}`,
      name: `Depth ${depth}`,
      parent: depth === 0 ? null : `c${depth - 1}`,
      depth,
    })),
  },
  'when blind, with a message': { ...read, blind: true, message: 'coded: Money' },
  'on too small a screen': sampleState({ columns: 44, rows: 5 }),
};
