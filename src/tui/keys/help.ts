import type { Binding } from './binding.js';
import { shownKey } from './shown-key.js';
import { bindings } from './table.js';

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

/** The keys of a binding as the help writes them. */
function shownKeys({ keys }: Binding): string {
  return keys[0] === '1' ? '1…9' : keys.map(shownKey).join(' ');
}
