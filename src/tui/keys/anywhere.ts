import { section } from './binding.js';

/** The keys that do the same in every mode. */
export const anywhere = [
  section('any', 'Everywhere', [
    ['ctrl-c', 'quit', 'Quit; asks first where something is not saved.'],
    ['ctrl-z', 'suspend', 'Go to the shell; fg brings you back.'],
  ]),
] as const;
