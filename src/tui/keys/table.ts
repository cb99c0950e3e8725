import type { Key } from '../model/action.js';
import { anywhere } from './anywhere.js';
import { type Binding, bindingsOf, type NameIn } from './binding.js';
import { fields } from './fields.js';
import { lists } from './lists.js';
import { reading, selecting } from './reading.js';
import type { ModeName } from '../model/state.js';

export type { Binding } from './binding.js';

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
