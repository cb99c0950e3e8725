import type { Handlers } from './handlers.js';
import { step } from '../model/step.js';
import { quit } from './confirm.js';

/** The keys that do the same in every mode. */
export const anywhere: Handlers<'any'> = {
  quit,
  suspend: (state) => step(state, { kind: 'suspend' }),
};
