import type { Key } from './action.js';
import { anywhere } from './keys/anywhere.js';
import { type Binding, bindingsOf, type NameIn } from './keys/binding.js';
import { fields } from './keys/fields.js';
import { lists } from './keys/lists.js';
import { reading, selecting } from './keys/reading.js';
import { isMemo } from './is-memo.js';
import { ownOver, suggestionAt } from './marks.js';
import type { ModeName, TagState } from './state.js';

export type { Binding } from './keys/binding.js';

const sections = [...reading, ...selecting, ...fields, ...lists, ...anywhere] as const;

/** What the bindings of a mode are called. */
export type NameOf<M extends Binding['mode']> = NameIn<typeof sections, M>;

/** Every key of the terminal UI. Dispatch, footer, help and manual read this table and nothing else. */
export const bindings: readonly Binding[] = bindingsOf(sections);

const byKey = new Map(bindings.flatMap((binding) => binding.keys.map((key) => [`${binding.mode} ${key}`, binding])));

/** What a key is called in the table: `j`, `space`, `ctrl-r`, `shift-tab`. */
export function keyName({ text, name, ctrl, shift, meta }: Key): string {
  if (name === '') return text === ' ' ? 'space' : text;
  return `${ctrl ? 'ctrl-' : ''}${meta ? 'meta-' : ''}${shift ? 'shift-' : ''}${name}`;
}

/** What a key does in a mode, if anything. */
export function bindingOf(mode: ModeName, key: Key): Binding | undefined {
  const name = keyName(key);
  return byKey.get(`${mode} ${name}`) ?? byKey.get(`any ${name}`);
}

const SIGNS: Readonly<Record<string, string>> = {
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  'shift-left': '⇧←',
  'shift-right': '⇧→',
  return: '⏎',
  'meta-return': 'Alt-⏎',
  escape: 'Esc',
  space: 'Space',
  tab: 'Tab',
  backspace: '⌫',
  delete: 'Del',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** A key as the footer and the help write it. */
function shownKey(key: string): string {
  return SIGNS[key] ?? (key.startsWith('ctrl-') ? `Ctrl-${key.slice(5)}` : key);
}

/** The keys of a binding as the help writes them. */
function shownKeys({ keys }: Binding): string {
  return keys[0] === '1' ? '1…9' : keys.map(shownKey).join(' ');
}

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

/** The sections of the help, with every binding. */
export function helpSections(): readonly {
  readonly section: string;
  readonly bindings: readonly { readonly keys: string; readonly help: string }[];
}[] {
  const titles = [...new Set(bindings.map(({ section }) => section))];
  return titles.map((section) => ({
    section,
    bindings: bindings
      .filter((binding) => binding.section === section)
      .map((binding) => ({ keys: shownKeys(binding), help: binding.help })),
  }));
}

/** A row of the help: a heading, what keys do, or nothing. */
export type HelpRow = { readonly title: string } | { readonly keys: string; readonly help: string } | null;

/** The help from top to bottom, a row between its sections. */
export function helpRows(): readonly HelpRow[] {
  return helpSections().flatMap(({ section, bindings: rows }, i) => [
    ...(i === 0 ? [] : [null]),
    { title: section },
    ...rows,
  ]);
}
