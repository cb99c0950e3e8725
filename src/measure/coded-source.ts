import type { LaidCoding } from '../coding/laid.js';
import type { Span } from '../core/span.js';
import type { Transcript, Turn } from '../text/transcript.js';

export type { LaidCoding };

/** Stands for the value of an attribute that nobody gave. */
export const MISSING = '(none)';

/** A coder's answer to the hits of a rule: the segment and the position of the code. */
export interface LaidVerdict extends Span {
  readonly code: number;
  readonly isAccepted: boolean;
}

/** A source with the codes of one analysis set laid over it: what every measure adds up. */
export interface CodedSource {
  readonly transcript: Transcript;
  /** The case of the source; a turn may belong to another one by `turnAttribute(turn, 'case')`. */
  readonly case: string;
  /** Attributes of the source and of its case. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Sorted by `byPlace`, one for each segment and code. */
  readonly codings: readonly LaidCoding[];
  /** Whether a 0 of this code may be printed: a rule of it ran, or a coder of the set looked at the source. */
  readonly lookedAt: (code: number) => boolean;
  /**
   * Whether somebody looked for this code, in all of the source or in the part that was `seen`: then it is one of the
   * sources that figures of the code are of, whether it has the code or not. Absent: as `lookedAt`.
   */
  readonly readFor?: (code: number) => boolean;
  /** Whether a turn passes the filters (interviewers in or out, one speaker, one role …). */
  readonly included: (turn: Turn) => boolean;
  /** An attribute of the turn's speaker, where people are described; undefined where the source's value holds. */
  readonly turnAttribute: (turn: Turn, name: string) => string | undefined;
  /** The attributes that `turnAttribute` may answer. Absent: it is asked for every turn. */
  readonly personal?: ReadonlySet<string>;
  /** What the rules code, whatever coders said of it; worked out when it is asked for. Absent: nobody asks. */
  readonly ruled?: () => readonly LaidCoding[];
  /** What coders of the set marked as seen; null where one of them read the source and marks nothing. */
  readonly seen?: readonly Span[] | null;
  /**
   * Where coders of the set may have laid codes that they are not known to have laid: codings without a sure place, over
   * the whole source where nothing tells where they stood. Absent: nowhere.
   */
  readonly doubtful?: readonly (Span & { readonly code: number })[];
  /** What it says of its cases, where that is gathered. */
  readonly caseFacts?: ReadonlyMap<string, Uint8Array>;
  /** The same source with codings of other sets, where those are asked for as well. */
  readonly besides?: readonly CodedSource[];
  /** What coders of the set said of keyword hits. Absent: nothing. */
  readonly verdicts?: readonly LaidVerdict[];
  /** Whether words of this turn may be quoted (consent of its speaker). Absent: all may. */
  readonly quotable?: (turn: Turn) => boolean;
}

/**
 * The value of an attribute for one turn of a source. `source`, `case`, `speaker` and `role` are built in; all other
 * names are looked up with the speaker, then with the source and its case. Missing or empty → `(none)`.
 */
export function attributeOf(source: CodedSource, turn: Turn | undefined, name: string): string {
  if (name === 'source') return source.transcript.source;
  if (name === 'speaker') return turn?.speaker || MISSING;
  if (name === 'role') return turn?.role ?? MISSING;
  const own = turn && (source.personal?.has(name) ?? true) ? source.turnAttribute(turn, name) : undefined;
  if (own) return own;
  if (name === 'case') return source.case;
  return (Object.hasOwn(source.attributes, name) && source.attributes[name]) || MISSING;
}

/** Whether a source is one of those that figures count: one of which nothing passes the filters is not, an empty file is. */
export function isCounted({ transcript: { turns }, included }: CodedSource): boolean {
  return turns.length === 0 || turns.some(included);
}

/** Whether the value of an attribute may differ between the turns of a source. */
export function variesByTurn(source: CodedSource, name: string): boolean {
  if (name === 'source') return false;
  return name === 'speaker' || name === 'role' || (source.personal?.has(name) ?? true);
}
