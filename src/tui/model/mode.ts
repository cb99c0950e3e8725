import type { Span } from '../../core/span.js';

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
 * What is listed at the cursor, so that one is chosen: open suggestions for `accept` and `reject`, own codings and
 * accepted suggestions for the others.
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
  /** Whether to take back the last of what was done, or of what was undone. */
  | { readonly for: 'undo'; readonly which: 'done' | 'undone' }
  | { readonly for: 'quit' };

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
      /** The first line of the preview that shows; 0 without it. */
      readonly top?: number;
      readonly back?: Mode;
    }
  /** `top` is the first row of the help that shows, of `helpRows`. */
  | { readonly name: 'help'; readonly top: number; readonly back?: Mode };

export type ModeName = Mode['name'];
