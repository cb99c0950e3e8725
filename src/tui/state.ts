import type { Span } from '../core/span.js';
import type { CodePointIndex, LineIndex } from '../text/offset.js';
import type { Transcript } from '../text/transcript.js';

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
  /** The id of its event. */
  readonly id: string;
  readonly code: string;
  readonly memo?: string;
  /** `star: yes` marks a quotation worth citing. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** The coder's own answer to what a rule laid over a segment. */
export interface OwnVerdict extends Span {
  readonly id: string;
  readonly code: string;
  readonly verdict: 'accept' | 'reject';
  readonly memo?: string;
}

/** A unit that the coder marked done. */
export interface SeenSpan extends Span {
  readonly id: string;
  readonly kind: string;
}

/** A segment that a rule codes, or that another coder coded. */
export interface ForeignCoding extends Span {
  readonly code: string;
  /** Another coder's name; null for a rule of the codebook. */
  readonly coder: string | null;
  readonly memo?: string;
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
  /** Own codings that found no sure place in the text: `qcode reanchor` shows them. */
  readonly unplaced: number;
  /** The source's own memo, or empty. */
  readonly memo: string;
}

/** What the list of sources says of one, in units of the kind that its coder walked through when it was counted; 0 units: not counted yet. */
export interface SourceEntry {
  readonly id: string;
  readonly case: string;
  /** 0 while they are not counted. */
  readonly units: number;
  readonly seen: number;
  readonly codings: number;
  /** Whether it is in the share assigned to the coder; all are where nothing was assigned. */
  readonly assigned: boolean;
}

/** A line of text being written: `at` is a UTF-16 index between graphemes. */
export interface Field {
  readonly text: string;
  readonly at: number;
}

/** What the codes chosen in the picker are for. */
export type PickPurpose =
  /** To lay them over the unit or selection. */
  | { readonly for: 'apply'; readonly segment: Span }
  /** To put one in the place of a coding's code. */
  | { readonly for: 'move'; readonly coding: string }
  /** To walk from coding to coding of one. */
  | { readonly for: 'follow' }
  /** To merge one into another: first what goes, then what stays. */
  | { readonly for: 'merge'; readonly from: string }
  /** To find a code in the code pane. */
  | { readonly for: 'go' };

/** What a text being written is for. */
export type WritePurpose =
  | { readonly for: 'coding memo'; readonly coding: string }
  | { readonly for: 'code memo'; readonly code: string }
  | { readonly for: 'source memo' }
  /** A new code: the text is its name. */
  | { readonly for: 'new code'; readonly parent: string | null; readonly then: Pending | null }
  | { readonly for: 'rename code'; readonly code: string };

/** What is done with a code as soon as it has been made. */
export type Pending =
  | { readonly for: 'apply'; readonly segment: Span }
  /** Puts it in the place of a coding's code. */
  | { readonly for: 'move'; readonly coding: string };

/** What is asked for on the last line. */
export type AskPurpose = 'search' | 'line';

/**
 * What is listed at the cursor, so that one is chosen: own codings and accepted suggestions for `remove`, own codings
 * for the next four, open suggestions for `accept` and `reject`.
 */
export type ChoosePurpose = 'remove' | 'memo' | 'extent' | 'move' | 'star' | 'accept' | 'reject';

/** One of several things at the cursor. */
export interface Choice extends Span {
  readonly code: string;
  /** The id of the coding's or verdict's event; null for a suggestion. */
  readonly id: string | null;
}

/** What happens when a question is answered with yes. */
export type Question =
  | { readonly for: 'rename'; readonly code: string; readonly name: string; readonly id: string }
  | { readonly for: 'merge'; readonly from: string; readonly into: string }
  /** Whether to lose the text that is being written. */
  | { readonly for: 'discard' }
  | { readonly for: 'quit' };

/** A place in some source that the coder is taken to: an incident of a code, or a hit of a search. */
export interface QueuedPlace extends Span {
  readonly source: string;
  /** The words there, as a list shows them. */
  readonly excerpt: string;
  /** In a review: the coding that stands here. */
  readonly coding?: string;
  readonly ticked: boolean;
  readonly done: boolean;
}

/** A list of places that is worked through one by one (`qcode review`, `qcode find --confirm`). */
export interface Queue {
  readonly kind: 'review' | 'find';
  readonly title: string;
  /** The code that is reviewed, or laid over what is ticked. */
  readonly code: string;
  readonly places: readonly QueuedPlace[];
  readonly index: number;
}

/**
 * What the keys do now. One mode holds at a time; each has what it needs. `back` is where Esc leads, the transcript
 * without it.
 */
export type Mode =
  | { readonly name: 'read' }
  /**
   * Word by word: the segment runs from the beginning of `fixed` to the end of `moving`, which does not stand before it.
   * `h` and `l` move the end, `H` and `L` the beginning.
   */
  | { readonly name: 'select'; readonly fixed: Span; readonly moving: Span; readonly extentOf: string | null }
  | {
      readonly name: 'pick';
      readonly purpose: PickPurpose;
      readonly query: Field;
      readonly index: number;
      /** Codes ticked besides the one at `index`. */
      readonly ticked: readonly string[];
      readonly back?: Mode;
    }
  | { readonly name: 'write'; readonly purpose: WritePurpose; readonly field: Field; readonly back?: Mode }
  | { readonly name: 'ask'; readonly purpose: AskPurpose; readonly field: Field }
  | {
      readonly name: 'choose';
      readonly purpose: ChoosePurpose;
      readonly choices: readonly Choice[];
      readonly index: number;
    }
  | { readonly name: 'sources'; readonly query: Field; readonly index: number }
  /** The keys go to the code pane. */
  | { readonly name: 'codes'; readonly index: number }
  | { readonly name: 'places'; readonly index: number }
  | {
      readonly name: 'confirm';
      readonly question: Question;
      readonly preview: readonly string[];
      readonly back?: Mode;
    }
  /** `top` is the first row of the help that shows, of `helpRows()`. */
  | { readonly name: 'help'; readonly top: number };

export type ModeName = Mode['name'];

/** An event of the own log with its place, as history keeps it. */
export type Recorded =
  | { readonly kind: 'apply'; readonly coding: OwnCoding }
  | { readonly kind: 'verdict'; readonly verdict: OwnVerdict }
  | { readonly kind: 'seen'; readonly seen: SeenSpan }
  | {
      readonly kind: 'remove';
      readonly id: string;
      readonly removed: readonly Exclude<Recorded, { kind: 'remove' }>[];
    };

/** What one key press recorded in one source. */
export interface Batch {
  /** The id of its first event. */
  readonly id: string;
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
  /** Own codings of each code over all sources, by id. */
  readonly counts: Readonly<Record<string, number>>;
  /** Ids of codes used lately, at most nine, for the digits 1…9. A new one comes in front; one of them keeps its digit. */
  readonly recent: readonly string[];
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
  readonly queue: Queue | null;
  /** What may be undone in this source, the latest last. */
  readonly done: readonly Batch[];
  /** The batches that undid something and may be undone in turn, the latest last. */
  readonly undone: readonly Batch[];
  /** How much of the open source is worked through, in units of `walk`. */
  readonly progress: Progress;
  /** What waits for the code that the shell is making. */
  readonly pending: Pending | null;
  readonly saved: Saved;
  /** What the last key did, or why it did nothing; gone with the next. */
  readonly message: string;
}
