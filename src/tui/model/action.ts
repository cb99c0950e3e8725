import type { Effect } from './effect.js';
import type { Batch, CodeEntry, ForeignCoding, OpenSource, Size, SourceEntry, TagState } from './state.js';

/** A key press: printable text as it came (also pasted), or a named key. */
export interface Key {
  /** One grapheme or a pasted text; empty for a named key. */
  readonly text: string;
  /** `return`, `escape`, `tab`, `backspace`, `delete`, `up`, `down`, `left`, `right`, `pageup`, `pagedown`, `home`, `end`, or the letter that Ctrl or Alt was held with; empty for text. */
  readonly name: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

/** What happens to the state: a key, or the shell's answer to an effect. */
export type Action =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'resize'; readonly size: Size }
  /** The batch is on disk. `undoes` as in the effect. */
  | { readonly kind: 'recorded'; readonly batch: Batch; readonly undoes?: string }
  | {
      readonly kind: 'opened';
      readonly source: OpenSource;
      /** Byte for the cursor. */
      readonly at: number;
      readonly sources: readonly SourceEntry[];
      /** What may be undone and redone in this source, from its log. */
      readonly done: readonly Batch[];
      readonly undone: readonly Batch[];
      /** Whether this source is coded blind, by the command line or by assignment. */
      readonly blind: boolean;
      /** What is wrong in its log or its transcript. */
      readonly message?: string;
    }
  /** The codebook was written and read again; the open source comes with the new rules' suggestions. */
  | {
      readonly kind: 'codebook';
      readonly codes: readonly CodeEntry[];
      readonly counts: Readonly<Record<string, number>>;
      readonly source: OpenSource;
      /** What may be undone and redone in it, by the codes' new ids. */
      readonly done: readonly Batch[];
      readonly undone: readonly Batch[];
      /** The id of a code that was just made. */
      readonly made: string | null;
      /** What codes are called now that were renamed or merged: the new id by the old. */
      readonly renamed?: Readonly<Record<string, string>>;
    }
  /** Suggestions of a large source, which come after its first frame. */
  | { readonly kind: 'suggested'; readonly source: string; readonly suggestions: readonly ForeignCoding[] }
  /** The units of sources, counted while nobody typed. */
  | { readonly kind: 'counted'; readonly sources: readonly SourceEntry[] }
  | { readonly kind: 'memo'; readonly source: OpenSource; readonly codes: readonly CodeEntry[] }
  /** What came back from the editor, or null when it was left without a change. */
  | { readonly kind: 'written'; readonly text: string | null }
  /**
   * Something could not be done. `effect` is what; an `open` or `editor` that failed leaves nothing unsaved. `dropped` was
   * to come after it and is not done. `found` is what somebody else changed meanwhile, read again.
   */
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly effect?: Effect['kind'];
      readonly dropped?: readonly Effect[];
      readonly found?: Found;
    };

/** What was read again. */
export type Found = Pick<TagState, 'source' | 'codes'> & Partial<Pick<TagState, 'counts' | 'done' | 'undone'>>;
