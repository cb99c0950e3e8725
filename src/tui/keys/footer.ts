import { isMemo } from '../model/is-memo.js';
import { ownOver, suggestionAt } from '../model/marks.js';
import type { ModeName, TagState } from '../model/state.js';
import { shownKey } from './shown-key.js';
import { bindings, type NameOf } from './table.js';

/** What the footer tells of each mode, the most useful first. */
const FOOTER: { readonly [M in ModeName]: readonly NameOf<M>[] } = {
  read: [
    'done',
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
  select: ['word more', 'word less', 'later start', 'sentence more', 'unit more', 'code', 'recent', 'in vivo', 'back'],
  pick: ['take', 'tick', 'down', 'up', 'new code', 'back'],
  write: ['save', 'editor', 'back'],
  ask: ['go', 'back'],
  choose: ['choose', 'down', 'up', 'number', 'back'],
  sources: ['open', 'down', 'up', 'back'],
  codes: ['code', 'search', 'down', 'up', 'new code', 'rename', 'merge', 'memo', 'follow', 'back'],
  places: ['tick', 'show', 'code ticked', 'all', 'down', 'up', 'back', 'quit'],
  confirm: ['yes', 'no'],
  help: ['down', 'up', 'page down', 'back'],
};

const REVIEW: readonly NameOf<'read'>[] = ['keep', 'move', 'split', 'remove', 'next place', 'place before', 'places'];
const FIND: readonly NameOf<'read'>[] = ['tick', 'next place', 'place before', 'places'];
/** What the footer tells of the places of a review. */
const REVIEW_PLACES: readonly NameOf<'places'>[] = ['show', 'down', 'up', 'back', 'quit'];
const SEARCH: readonly NameOf<'read'>[] = ['next match', 'match before', 'clear'];
/** What shows first, whatever else there is room for. */
const ALWAYS: readonly NameOf<'read'>[] = ['help', 'quit'];
/** What needs a coding of the coder's own in the unit. */
const ON_OWN: ReadonlySet<string> = new Set(['remove', 'memo', 'star', 'extent', 'move']);
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
    return [{ keys: shownKey('return'), name: 'save' }, ...shownOf(state, 'write', ['editor', 'back'])];
  }
  if (mode.name === 'places' && state.queue?.kind === 'review') {
    return [{ keys: shownKey('space'), name: 'keep' }, ...shownOf(state, 'places', REVIEW_PLACES)];
  }
  return shownOf(state, mode.name, mode.name === 'read' ? readNames(state) : FOOTER[mode.name]);
}

function shownOf(state: TagState, mode: ModeName, names: readonly string[]): FooterKey[] {
  return names.map((name) => {
    const [key] = bindings.find((each) => each.mode === mode && each.name === name)!.keys;
    return { keys: key === '1' ? digits(state) : shownKey(key!), name };
  });
}

function digits({ recent, mode }: TagState): string {
  const most = mode.name === 'choose' ? mode.choices.length : recent.length;
  return most < 2 ? '1' : `1…${Math.min(most, 9)}`;
}

function readNames(state: TagState): readonly string[] {
  const { queue, recent, source, cursor, done, search, blind } = state;
  const ofQueue = queue === null ? [] : queue.kind === 'review' ? REVIEW : FIND;
  const own = ownOver(source, cursor).length > 0;
  const suggested = suggestionAt(state) !== null;
  const works = (name: string): boolean => {
    if (name === 'recent') return recent.length > 0;
    if (name === 'undo') return done.length > 0;
    if (name === 'suggestion') return !blind && source.suggestions.length > 0;
    if (ON_OWN.has(name)) return own;
    return !ON_SUGGESTION.has(name) || suggested;
  };
  const first = [...ALWAYS, ...ofQueue, ...(search === '' ? [] : SEARCH)];
  return [...first, ...FOOTER.read.filter((name) => !first.includes(name) && works(name))];
}
