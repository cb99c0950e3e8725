import { choosingCases } from './cases/choosing.js';
import { codesCases } from './cases/codes.js';
import { decidingCases } from './cases/deciding.js';
import { fieldCases } from './cases/fields.js';
import { listCases } from './cases/lists.js';
import { queueCases } from './cases/queue.js';
import { codingCases } from './cases/coding.js';
import { movingCases } from './cases/moving.js';
import { selectCases } from './cases/select.js';
import type { Coder } from './shell.js';

/** What one binding does: where it is pressed, and what is true after. Every key of the binding is tried. */
export interface Case {
  readonly given: () => Coder;
  readonly then: (after: Coder, before: Coder, key: string) => void;
}

export type Cases = Readonly<Record<string, Case>>;

/** The cases by mode and name of the binding. */
export const cases: Cases = {
  ...movingCases,
  ...codingCases,
  ...queueCases,
  ...decidingCases,
  ...selectCases,
  ...fieldCases,
  ...choosingCases,
  ...codesCases,
  ...listCases,
};
