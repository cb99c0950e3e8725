import type { Binding } from './binding.js';
import { displayWidth } from '../../core/width.js';
import { wrapText } from '../layout/wrap.js';
import { BARRED } from '../model/deciding.js';
import type { TagState } from '../model/state.js';
import { DECIDING } from './reading.js';
import { shownKey } from './shown-key.js';
import { bindings } from './table.js';

/** A section of the help. */
export interface HelpSection {
  readonly section: string;
  readonly bindings: readonly { readonly keys: string; readonly help: string }[];
}

/** The sections of the help, with every binding. */
export function helpSections(): readonly HelpSection[] {
  return sectionsOf(bindings);
}

/** Those of use in a session: where coders' differences are settled their keys come first, and others have no place there. */
export function helpFor({ queue }: TagState): readonly HelpSection[] {
  if (queue?.kind !== 'adjudicate') return helpSections();
  const own = bindings.filter(({ mode, name }) => mode !== 'select' && !(mode === 'read' && BARRED.has(name)));
  const isFirst = ({ section }: Binding): boolean => section === DECIDING;
  return sectionsOf([...own.filter(isFirst), ...own.filter((binding) => !isFirst(binding))]);
}

function sectionsOf(shown: readonly Binding[]): HelpSection[] {
  const titles = [...new Set(shown.map(({ section }) => section))];
  return titles.map((section) => ({
    section,
    bindings: shown
      .filter((binding) => binding.section === section)
      .map((binding) => ({ keys: shownKeys(binding), help: binding.help })),
  }));
}

/** A row of the help: a heading, what keys do (without keys where a sentence goes on), or nothing. */
export type HelpRow = { readonly title: string } | { readonly keys: string; readonly help: string } | null;

/** Columns before the keys, between them and what they do, and after that. */
export const HELP_MARGINS = { before: 2, between: 2, after: 1 } as const;

/** Columns of the keys on a screen of so many. */
export function helpKeyColumns(columns: number): number {
  const widest = Math.max(
    ...helpSections().flatMap(({ bindings: rows }) => rows.map(({ keys }) => displayWidth(keys))),
  );
  return Math.min(widest, Math.floor(columns / 3));
}

/** Sections of the help from top to bottom on a screen of so many columns, a row between them. */
export function helpRows(columns: number, sections = helpSections()): readonly HelpRow[] {
  const { before, between, after } = HELP_MARGINS;
  const room = columns - helpKeyColumns(columns) - before - between - after;
  return sections.flatMap(({ section, bindings: rows }, i) => [
    ...(i === 0 ? [] : [null]),
    { title: section },
    ...rows.flatMap(({ keys, help }) =>
      wrapText(help, room).map((line, at) => ({ keys: at === 0 ? keys : '', help: line })),
    ),
  ]);
}

/** The keys of a binding as the help writes them. */
function shownKeys({ keys }: Binding): string {
  return keys[0] === '1' ? '1…9' : keys.map(shownKey).join(' ');
}
