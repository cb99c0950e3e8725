import type { Anchor } from '../../coding/coding.js';
import type { SeenUnit } from '../../coding/event.js';
import type { Span } from '../../core/span.js';
import type { CodePointIndex, LineIndex } from '../../text/offset.js';
import type { Transcript } from '../../text/transcript.js';
import type { Mode } from './mode.js';
import type { Edits } from './edits.js';
import type { Queue } from './queue.js';

export type * from './mode.js';
export type * from './queue.js';

/** The kinds of unit that a coder walks through. */
export type WalkKind = 'turn' | 'paragraph' | 'sentence';

/** Columns and rows of the terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A code as the terminal shows it. */
export interface CodeEntry {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** 0 at the top of the tree. */
  readonly depth: number;
  /** `#rrggbb`, declared in the codebook or given by its place in it. */
  readonly color: string;
  readonly definition?: string;
  readonly include?: string;
  readonly exclude?: string;
  /** The code's own memo. */
  readonly memo?: string;
}

/** A coding by the coder's own hand, alive. Bytes of the source's text. */
export interface OwnCoding extends Span {
  readonly kind: 'apply';
  /** The id of its event. */
  readonly id: string;
  /** The id of the coding that it replaces, or brings back. */
  readonly was?: string;
  readonly code: string;
  /** The id that the code had when it was coded, where that is a former one. */
  readonly formerly?: string;
  readonly memo?: string;
  /** `star: yes` marks a quotation worth citing. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Where the log says that it stands; only in the history, of what has no sure place in the text and an empty span. */
  readonly logged?: Anchor;
}

/** The coder's own answer to what a rule laid over a segment. */
export interface OwnVerdict extends Span {
  readonly kind: 'verdict';
  readonly id: string;
  /** The id of the verdict that it brings back. */
  readonly was?: string;
  readonly code: string;
  /** As of a coding. */
  readonly formerly?: string;
  readonly verdict: 'accept' | 'reject';
  readonly memo?: string;
  /** As of a coding. */
  readonly properties?: Readonly<Record<string, string>>;
  readonly logged?: Anchor;
}

/** A unit that the coder marked seen. */
export interface SeenSpan extends Span {
  readonly kind: 'seen';
  readonly id: string;
  /** The id of the mark that it brings back. */
  readonly was?: string;
  /** The kind of unit. */
  readonly unit: string;
  /** SHA-256 (hex) of the codebook in use when it was marked. */
  readonly codebook: string;
  /** Whether rules' hits were hidden then. */
  readonly blind?: boolean;
  /** As of a coding. */
  readonly logged?: SeenUnit;
}

/** Something in the own log that holds until a remove names it. */
export type Laid = OwnCoding | OwnVerdict | SeenSpan;

/** A segment that a rule codes, or that another coder coded. */
export interface ForeignCoding extends Span {
  readonly code: string;
  /** Another coder's name; null for a rule of the codebook. */
  readonly coder: string | null;
  readonly memo?: string;
}

/** A turn that no figure counts. */
export interface UncountedTurn extends Span {
  /** The reason, as a clause. */
  readonly why: string;
}

/** A source that is open, with everything laid over it. All lists by start, then end. */
export interface OpenSource {
  readonly id: string;
  readonly transcript: Transcript;
  /** SHA-256 of its text. */
  readonly digest: string;
  readonly lines: LineIndex;
  readonly points: CodePointIndex;
  readonly codings: readonly OwnCoding[];
  readonly verdicts: readonly OwnVerdict[];
  readonly seen: readonly SeenSpan[];
  /** What the rules code; empty when blind. */
  readonly suggestions: readonly ForeignCoding[];
  /** What other coders coded; empty when blind. */
  readonly others: readonly ForeignCoding[];
  /** Turns whose codings count nowhere; absent where all count. */
  readonly uncounted?: readonly UncountedTurn[];
  /** Own codings that found no sure place in the text: `qcode reanchor` shows them. */
  readonly unplaced: number;
  /** The source's own memo, or empty. */
  readonly memo: string;
}

/** What the list of sources says of one, in units of the kind that its coder walked through when it was counted; 0 units: not counted yet. */
export interface SourceEntry {
  readonly id: string;
  readonly case: string;
  /** Both 0 while they are not counted. */
  readonly units: number;
  readonly seen: number;
  readonly codings: number;
  /** Whether it is in the share assigned to the coder; all are where nothing was assigned. */
  readonly assigned: boolean;
}

/** What is known of a source once its transcript was read. */
export type SourceCount = Pick<SourceEntry, 'id' | 'case' | 'units' | 'seen'>;

/** An event of the own log with its place, as history keeps it. */
export type Recorded = Laid | { readonly kind: 'remove'; readonly id: string; readonly removed: readonly Laid[] };

/** What one key press recorded in one source. */
export interface Batch {
  /** The id of its first event. */
  readonly id: string;
  /** When it was recorded: ISO 8601, UTC. */
  readonly at: string;
  readonly source: string;
  readonly events: readonly Recorded[];
}

/** Counts of the units of one source. */
export interface Progress {
  readonly units: number;
  readonly seen: number;
  /** Units that an own coding or an accepted suggestion touches. */
  readonly coded: number;
}

/** Whether what the screen shows is in the log on disk. */
export type Saved =
  | { readonly state: 'saved' }
  /** Nothing of the last change is stored, and nothing of it is shown. */
  | { readonly state: 'failed'; readonly message: string };

/** All that the screen shows. Plain data, never changed in place. */
export interface TagState {
  readonly title: string;
  readonly coder: string;
  /** No suggestions, no other coder's codings. */
  readonly blind: boolean;
  readonly size: Size;
  readonly codes: readonly CodeEntry[];
  /** Segments that the coder gave each code over all sources, by id. */
  readonly counts: Readonly<Record<string, number>>;
  /** Ids of codes used lately, at most nine, by the digits 1…9; each keeps its digit as long as it is among them. */
  readonly recent: readonly string[];
  /** The same, the latest used first. */
  readonly lastUsed: readonly string[];
  readonly sources: readonly SourceEntry[];
  readonly source: OpenSource;
  readonly walk: WalkKind;
  /** The unit at the cursor. */
  readonly cursor: Span;
  /** Byte of the first row of the transcript on the screen. */
  readonly top: number;
  readonly mode: Mode;
  /** Words last searched for, or empty. */
  readonly search: string;
  /** The code whose codings `]` and `[` walk through, or null. */
  readonly follow: string | null;
  readonly showOthers: boolean;
  /** Ids of codes whose codes below do not show in the tree. */
  readonly folded: readonly string[];
  readonly queue: Queue | null;
  /** What may be undone in this source, the latest last. */
  readonly done: readonly Batch[];
  /** The batches that undid something and may be undone in turn, the latest last. */
  readonly undone: readonly Batch[];
  /** What may be undone and redone in the codebook: what was done to it since the terminal UI began. */
  readonly edits: Edits;
  /** What was recorded in any source since the terminal UI began, the latest last. */
  readonly ofSession: readonly Pick<Batch, 'id' | 'source'>[];
  /** How much of the open source is worked through, in units of `walk`. */
  readonly progress: Progress;
  readonly saved: Saved;
  /** What the last key did, or why it did nothing; gone with the next. */
  readonly message: string;
}
