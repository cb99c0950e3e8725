import type { LabelLine, LabelStyle } from './label-line.js';
import { isHead, shapeOf, withoutAffiliation, type Shape } from './name.js';
import { pieceMemory } from './search.js';
import { isKnownLabel, labelKey, shownLabel } from './speaker.js';
import { decode } from './utf8.js';

/** A name that stands where labels stand, in all its spellings (case, width and spaces do not count). */
export interface Name {
  readonly key: string;
  /** The first spelling seen. */
  readonly shown: string;
  readonly shape: Shape;
  /** The study or the header names this speaker. */
  readonly declared: boolean;
  /** It names a role, or a speaker in general. */
  readonly known: boolean;
  /** It heads remarks (注, Note) and is nobody. */
  readonly head: boolean;
  /** How many lines have it in a style. */
  readonly counts: Partial<Record<LabelStyle, number>>;
  /** How many of its lines follow a blank line or begin the text. */
  afterBlank: number;
}

/** A line that could begin a turn, with its name. */
export interface Candidate {
  readonly line: LabelLine;
  readonly name: Name;
}

/** The candidates of a file, collected before any is taken. */
export interface NameTable {
  /** In text order. */
  readonly candidates: readonly Candidate[];
  readonly names: ReadonlyMap<string, Name>;
  add(line: LabelLine, afterBlank: boolean): Candidate;
  /** Takes a few lines out again that are none (header lines). */
  remove(lines: readonly Candidate[]): void;
}

/** How often a name occurs in a style. */
export function count(name: Name, style: LabelStyle): number {
  return name.counts[style] ?? 0;
}

/**
 * @param text the text the lines are of
 * @param declared keys (`labelKey`) of declared labels
 */
export function nameTable(text: Uint8Array, declared: ReadonlySet<string>): NameTable {
  const names = new Map<string, Name>();
  const candidates: Candidate[] = [];
  const remembered = pieceMemory<Name>(text);

  const nameOf = (start: number, end: number): Name => {
    const shown = shownLabel(decode(text, start, end));
    const key = labelKey(shown);
    let name = names.get(key);
    if (name === undefined) {
      const bare = withoutAffiliation(shown);
      const known = isKnownLabel(bare);
      name = {
        key,
        shown,
        shape: shapeOf(shown),
        declared: declared.has(key) || declared.has(labelKey(bare)),
        known,
        head: !known && isHead(bare),
        counts: {},
        afterBlank: 0,
      };
      names.set(key, name);
    }
    return name;
  };

  return {
    candidates,
    names,
    add(line, afterBlank) {
      const name = remembered(line.nameStart, line.nameEnd, nameOf);
      const candidate = { line, name };
      name.counts[line.style] = count(name, line.style) + 1;
      if (afterBlank) name.afterBlank++;
      candidates.push(candidate);
      return candidate;
    },
    remove(lines) {
      for (const candidate of lines) {
        const { line, name } = candidate;
        name.counts[line.style] = count(name, line.style) - 1;
        candidates.splice(candidates.indexOf(candidate), 1);
      }
    },
  };
}
