import { CODER_KEYS, isBarred } from '../model/deciding.js';
import { isMemo } from '../model/is-memo.js';
import { ownOver, suggestionAt } from '../model/marks.js';
import { picked, takenNow, takesNewCode } from '../model/pick-list.js';
import type { ModeName, TagState } from '../model/state.js';
import { shownKey } from './shown-key.js';
import { bindings, type NameOf } from './table.js';

/** What the footer tells of each mode, the most useful first. */
const FOOTER: { readonly [M in ModeName]: readonly NameOf<M>[] } = {
  read: [
    'seen',
    'code',
    'recent',
    'accept',
    'reject',
    'select',
    'suggestion',
    'undo',
    'remove',
    'memo',
    'search',
    'codes',
    'next',
    'back',
    'sources',
    'next uncoded',
    'unit',
    'new code',
    'star',
    'extent',
    'move',
    'coding',
    'follow',
  ],
  select: [
    'code',
    'back',
    'word more',
    'word less',
    'in vivo',
    'new code',
    'help',
    'recent',
    'sentence more',
    'unit more',
    'later start',
  ],
  pick: ['take', 'back', 'tick', 'new code', 'down', 'up'],
  write: ['save', 'back', 'editor'],
  ask: ['go', 'back'],
  choose: ['choose', 'back', 'number', 'down', 'up'],
  sources: ['open', 'back', 'down', 'up'],
  codes: ['code', 'back', 'memo', 'follow', 'help', 'new code', 'rename', 'merge', 'search', 'fold', 'unfold'],
  places: ['show', 'back', 'tick', 'code ticked', 'all', 'help', 'down', 'up', 'quit'],
  confirm: ['yes', 'no', 'down', 'up'],
  help: ['back', 'down', 'up', 'page down'],
};

const REVIEW: readonly NameOf<'read'>[] = ['keep', 'next place', 'place before', 'places', 'move', 'split', 'remove'];
const FIND: readonly NameOf<'read'>[] = ['tick', 'next place', 'place before', 'places'];
/** What the footer tells of the places of a review. */
const REVIEW_PLACES: readonly NameOf<'places'>[] = ['show', 'back', 'help', 'down', 'up', 'quit'];
/** What the footer tells while a coding is given other words: Return does not pick codes then. */
const EXTENT: readonly NameOf<'select'>[] = [
  'back',
  'word more',
  'word less',
  'later start',
  'earlier start',
  'help',
  'unit more',
];
const ADJUDICATE: readonly NameOf<'read'>[] = [
  'as coder',
  'all',
  'common',
  'none',
  'code',
  'next place',
  'place before',
  'places',
];
/** What comes first where a list of places is worked through. */
const OF_QUEUE = { review: REVIEW, find: FIND, adjudicate: ADJUDICATE } as const;
/** What the footer tells of the list of units on which coders differ. */
const DISPUTES: readonly NameOf<'places'>[] = ['show', 'back', 'help', 'down', 'up', 'quit'];
const SEARCH: readonly NameOf<'read'>[] = ['next match', 'match before', 'clear'];
/** What shows first, whatever else there is room for. */
const ALWAYS: readonly NameOf<'read'>[] = ['help', 'quit'];
/** What needs a coding of the coder's own in the unit. */
const ON_OWN: ReadonlySet<string> = new Set(['remove', 'memo', 'star', 'extent', 'move']);
/** What changes others' work, which is barred to who codes blind. */
const OTHERS: ReadonlySet<string> = new Set(['rename', 'merge', 'memo']);
/** Lines that a question shows at once on any screen. */
const SHORT = 3;
/** What needs a suggestion in the unit. */
const ON_SUGGESTION: ReadonlySet<string> = new Set(['accept', 'reject']);

/** A key with what it does, as the footer writes them. */
export interface FooterKey {
  readonly keys: string;
  readonly name: string;
}

/** The keys that work now, the most useful first. */
export function footerKeys(state: TagState): readonly FooterKey[] {
  const { mode } = state;
  if (mode.name === 'write' && !isMemo(mode.purpose)) {
    return [{ keys: shownKey('return'), name: 'save' }, ...shownOf(state, 'write', ['back', 'editor'])];
  }
  if (mode.name === 'places' && state.queue?.kind === 'review') {
    const [show, back, ...others] = shownOf(state, 'places', REVIEW_PLACES);
    return [show!, back!, { keys: shownKey('space'), name: 'keep' }, ...others];
  }
  if (mode.name === 'places' && state.queue?.kind === 'adjudicate') return shownOf(state, 'places', DISPUTES);
  if (mode.name === 'select' && mode.extentOf !== null) {
    return [{ keys: shownKey('return'), name: 'set extent' }, ...shownOf(state, 'select', EXTENT)];
  }
  if (mode.name === 'pick' || mode.name === 'places') {
    const names: readonly string[] = FOOTER[mode.name];
    return shownOf(
      state,
      mode.name,
      names.filter((name) => worksInList(state, name)),
    );
  }
  if (mode.name === 'codes' && state.blind) {
    return shownOf(
      state,
      'codes',
      FOOTER.codes.filter((name) => !OTHERS.has(name)),
    );
  }
  if (mode.name === 'confirm' && mode.preview.length <= SHORT) return shownOf(state, 'confirm', ['yes', 'no']);
  return shownOf(state, mode.name, mode.name === 'read' ? readNames(state) : FOOTER[mode.name]);
}

function shownOf(state: TagState, mode: ModeName, names: readonly string[]): FooterKey[] {
  return names.map((name) => {
    const [key] = bindings.find((each) => each.mode === mode && each.name === name)!.keys;
    return { keys: keysNow(state, key!), name: nameNow(state, name) };
  });
}

/** The keys of what is told, of several alike those that do something now. */
function keysNow(state: TagState, first: string): string {
  if (first === '1') return digits(state);
  const { queue } = state;
  if (first !== 'A' || queue?.kind !== 'adjudicate' || state.mode.name !== 'read') return shownKey(first);
  return [...CODER_KEYS].slice(0, queue.coders.length).join(' ');
}

/** What a key is called by what it does now. */
function nameNow(state: TagState, name: string): string {
  // Beside the key for the next place.
  if (name === 'place before') return 'before';
  if (name === 'tick' && tickOf(state) === true) return 'untick';
  if (name !== 'take') return name;
  const taken = takenNow(state);
  if (taken === 'new code') return taken;
  return taken !== null && taken.length > 1 ? `take ${taken.length}` : name;
}

/** Whether what the key for ticking is meant for is ticked; null where it can do nothing. */
function tickOf(state: TagState): boolean | null {
  const { mode, queue } = state;
  if (mode.name === 'pick') {
    const marked = picked(state)[mode.index]?.entry.id;
    return mode.purpose.for !== 'apply' || marked === undefined ? null : mode.ticked.includes(marked);
  }
  const place = queue?.kind === 'find' ? queue.places[mode.name === 'places' ? mode.index : queue.index] : undefined;
  return place === undefined || place.done ? null : place.ticked;
}

/** Whether a key of the picker or of the places of a search does something now. */
function worksInList(state: TagState, name: string): boolean {
  const { mode, queue } = state;
  if (name === 'tick') return tickOf(state) !== null;
  if (name === 'code ticked') return queue?.kind === 'find' && queue.places.some(({ ticked }) => ticked);
  if (mode.name !== 'pick') return true;
  if (name === 'take') return takenNow(state) !== null;
  if (name === 'down' || name === 'up') return picked(state).length > 1;
  return name !== 'new code' || (takesNewCode(mode.purpose) && takenNow(state) !== 'new code');
}

function digits({ recent, mode }: TagState): string {
  const most = mode.name === 'choose' ? mode.choices.length : recent.length;
  return most < 2 ? '1' : `1…${Math.min(most, 9)}`;
}

function readNames(state: TagState): readonly string[] {
  const { queue, recent, source, cursor, done, search, blind } = state;
  const ofQueue = queue === null ? [] : OF_QUEUE[queue.kind];
  const own = ownOver(source, cursor).length > 0;
  const suggested = suggestionAt(state) !== null;
  const works = (name: string): boolean => {
    if (isBarred(state, name)) return false;
    if (name === 'recent') return recent.length > 0;
    if (name === 'undo') return done.length > 0;
    if (name === 'tick') return tickOf(state) !== null;
    if (name === 'suggestion') return !blind && source.suggestions.length > 0;
    if (ON_OWN.has(name)) return own;
    return !ON_SUGGESTION.has(name) || suggested;
  };
  const first = [...ALWAYS, ...ofQueue.filter(works), ...(search === '' ? [] : SEARCH)];
  return [...first, ...FOOTER.read.filter((name) => !first.includes(name) && works(name))];
}
