import type { Key } from '../model/action.js';
import { keyName } from '../keys/table.js';
import { shownKey } from '../keys/shown-key.js';
import type { ModeName, TagState } from '../model/state.js';
import { say, type Step } from '../model/step.js';

/*
 * No key is silent: one that changed nothing says why. Handlers that know better say so themselves; here is what is left,
 * the ends of texts and lists.
 */

const BACK: ReadonlySet<string> = new Set(['up', 'page up', 'first']);
const ON: ReadonlySet<string> = new Set(['down', 'page down', 'last']);
const BEFORE: ReadonlySet<string> = new Set(['left', 'begin', 'rub out', 'rub out word', 'rub out line']);
const AFTER: ReadonlySet<string> = new Set(['right', 'end', 'delete']);

const HELPED: ReadonlySet<ModeName> = new Set(['read', 'select', 'codes', 'places']);

/** The step, with a word of why nothing came of it where nothing did. `name` is the binding's, where the key has one. */
export function heard(before: TagState, key: Key, name: string | undefined, next: Step): Step {
  const { state, effects } = next;
  return effects.length > 0 || state.message !== '' || !isSame(before, state)
    ? next
    : say(state, whyUnmoved(before.mode.name, key, name));
}

/** What a state is compared by that handlers make anew without need. All of it is small. */
const MADE_ANEW: ReadonlySet<string> = new Set(['mode', 'cursor', 'folded']);

function isSame(before: TagState, after: TagState): boolean {
  return (Object.keys(after) as (keyof TagState)[]).every(
    (key) =>
      before[key] === after[key] || (MADE_ANEW.has(key) && JSON.stringify(before[key]) === JSON.stringify(after[key])),
  );
}

function whyUnmoved(mode: ModeName, key: Key, name = ''): string {
  if (BEFORE.has(name)) return 'nothing stands before this';
  if (AFTER.has(name)) return 'nothing stands after this';
  if (ON.has(name)) return `${listed(mode)} ends here`;
  if (BACK.has(name)) return `${listed(mode)} begins here`;
  const shown = [...key.text].length > 1 ? 'a text that is pasted' : shownKey(keyName(key));
  return `${shown} does nothing here${HELPED.has(mode) ? ': ? shows the keys' : ''}`;
}

function listed(mode: ModeName): string {
  if (mode === 'help') return 'the help';
  return mode === 'read' || mode === 'write' ? 'the text' : 'the list';
}
