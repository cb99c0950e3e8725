import type { Span } from '../core/span.js';
import { firstEndingAfter } from './furniture.js';

export type Role = 'interviewer' | 'respondent' | 'other';

/**
 * One speaker's turn. `start`…`end` covers the turn with its label; text before the first label is a turn without a
 * speaker. Turns follow one another in text order and do not overlap.
 */
export interface Turn extends Span {
  /** 0-based position among the source's turns. */
  readonly index: number;
  /** Where the speech begins: after the label and a time beside it. */
  readonly speech: number;
  /** The label as shown (spaces and number variants normalised), or null before the first label. */
  readonly speaker: string | null;
  readonly role: Role;
  /** The time in or beside the label as it stands in the text, such as `00:01:23`. */
  readonly time?: string;
}

export type FurnitureKind = 'header' | 'label' | 'time' | 'cue' | 'marker' | 'export';

/** Text that is no speech: it keeps its offsets but is neither matched nor counted. */
export interface Furniture extends Span {
  readonly kind: FurnitureKind;
}

/** Values of the YAML header of a transcript, as text. */
export type Header = Readonly<Record<string, string>>;

/**
 * A decoded, canonical source with its structure found.
 *
 * `text` is UTF-8: BOM off, CRLF and CR to LF, less a YAML header block. In a pass over many sources it may be lent:
 * valid only until the next source is read.
 */
export interface Transcript {
  /** Path relative to the study, `/`-separated, extension kept. */
  readonly source: string;
  readonly text: Uint8Array;
  /** How many lines of the file stand before the canonical text (the YAML header). */
  readonly linesBefore: number;
  readonly header: Header;
  readonly turns: readonly Turn[];
  /** In text order, not overlapping. */
  readonly furniture: readonly Furniture[];
  /** Whether every line of text is a paragraph of its own (else blank lines separate paragraphs). */
  readonly paragraphPerLine: boolean;
  readonly encoding: string;
}

export type UnitKind = 'sentence' | 'paragraph' | 'turn' | 'line' | 'source';

/** The turn that holds a byte, or undefined before the first and after the last. */
export function turnAt(turns: readonly Turn[], byte: number): Turn | undefined {
  const turn = turns[firstEndingAfter(turns, byte)];
  return turn !== undefined && turn.start <= byte ? turn : undefined;
}
