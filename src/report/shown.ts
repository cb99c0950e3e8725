import type { Quotations } from './model.js';

/** All that can be shown of a quotation. `question` and `around` are its context, `characters` its code points. */
export const SHOWN = [
  'code',
  'case',
  'source',
  'line',
  'turn',
  'characters',
  'speaker',
  'time',
  'question',
  'around',
  'text',
  'keywords',
  'coders',
  'memos',
  'coded',
  'definition',
] as const;

export type Shown = (typeof SHOWN)[number];

/** What people are shown unasked: what a quotation is cited by, the question, the words, and what coders said. */
export const FOR_PEOPLE: ReadonlySet<Shown> = new Set<Shown>([
  'code',
  'case',
  'source',
  'line',
  'speaker',
  'time',
  'question',
  'text',
  'keywords',
  'coders',
  'memos',
]);

/** Files have the place in characters too. */
export const FOR_FILES: ReadonlySet<Shown> = new Set<Shown>([...FOR_PEOPLE, 'characters']);

/** What a list shows in the terminal and in Markdown. */
export function shownToPeople({ show = FOR_PEOPLE }: Pick<Quotations, 'show'>): ReadonlySet<Shown> {
  return show;
}

/** What it has in CSV and JSON. */
export function shownInFiles({ show = FOR_FILES }: Pick<Quotations, 'show'>): ReadonlySet<Shown> {
  return show;
}
