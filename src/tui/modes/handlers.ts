import type { Key } from '../model/action.js';
import type { NameOf } from '../keys/table.js';
import type { Mode, ModeName, TagState } from '../model/state.js';
import type { Step } from '../model/step.js';

/** The mode of a name; any mode for `any`. */
export type ModeOf<M extends ModeName | 'any'> = M extends 'any' ? Mode : Extract<Mode, { readonly name: M }>;

/** What a key does in a mode. The state's message has been cleared. */
export type Handler<M extends ModeName | 'any'> = (state: TagState, mode: ModeOf<M>, key: Key) => Step;

/** What every binding of a mode does, by its name in the table of keys. */
export type Handlers<M extends ModeName | 'any'> = { readonly [N in NameOf<M>]: Handler<M> };

/** A handler of some mode. */
export type AnyHandler = (state: TagState, mode: never, key: Key) => Step;
