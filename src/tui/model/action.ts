import type { Effect } from './effect.js';
import type {
  Batch,
  CodeEntry,
  DisputedPlace,
  ForeignCoding,
  OpenSource,
  Size,
  SourceCount,
  TagState,
} from './state.js';

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
  /** The batch is on disk. `undoes` as in the effect; `uncounted` is what is to be said of codings that count nowhere. */
  | {
      readonly kind: 'recorded';
      readonly batch: Batch;
      readonly undoes?: string;
      readonly uncounted?: string;
      /** The open source as it is laid anew, where places of other codings hang on what was recorded. */
      readonly anew?: Pick<TagState, 'source' | 'done' | 'undone'>;
      /** The codes that a unit was given by a decision. */
      readonly decided?: readonly string[];
      /** In an adjudication the units of the source on which coders differ, as they stand now. */
      readonly places?: readonly DisputedPlace[];
    }
  | {
      readonly kind: 'opened';
      readonly source: OpenSource;
      /** Byte for the cursor. */
      readonly at: number;
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
      /** The digits, as `Digits` has them. */
      readonly recent: readonly string[];
      readonly lastUsed: readonly string[];
      readonly source: OpenSource;
      /** What may be undone and redone in it, by the codes' new ids. */
      readonly done: readonly Batch[];
      readonly undone: readonly Batch[];
      /** The id of a code that was just made. */
      readonly made: string | null;
      /** What codes are called now that were renamed or merged: the new id by the old. */
      readonly renamed?: Readonly<Record<string, string>>;
      /** What a new edit did, in words; empty where an edit was undone or done again. */
      readonly told: string;
      /** What else it means, in words. */
      readonly besides?: string;
      /** When: ISO 8601, UTC. */
      readonly time: string;
      /** That an edit was undone or done again, and which: the last of this list. */
      readonly restored?: 'done' | 'undone';
    }
  /** So many places of a source are not coded: its transcript is not the one that they were found in. */
  | { readonly kind: 'passed over'; readonly source: string; readonly places: number }
  /** The last edit of a shared file is not undone, or done again: why. */
  | { readonly kind: 'kept'; readonly which: 'done' | 'undone'; readonly message: string }
  /** What a merge would do, in lines. */
  | { readonly kind: 'preview'; readonly from: string; readonly into: string; readonly lines: readonly string[] }
  /** Suggestions of a large source, which come after its first frame. */
  | { readonly kind: 'suggested'; readonly source: string; readonly suggestions: readonly ForeignCoding[] }
  /** The units of a source, counted while nobody typed. */
  | { readonly kind: 'counted'; readonly source: SourceCount }
  /** A memo on a code or the open source was written; what that did in words, and when (ISO 8601, UTC). */
  | {
      readonly kind: 'memo';
      readonly source: OpenSource;
      readonly codes: readonly CodeEntry[];
      readonly told: string;
      readonly time: string;
    }
  /** What came back from the editor, or null when it was left without a change. */
  | { readonly kind: 'written'; readonly text: string | null }
  /**
   * Something could not be done. `effect` is what; `undo` says that it was to undo something or do it again, and which.
   * `isStored` that all of it is stored none the less. `dropped` was to come after it and is not done. `found` is what
   * somebody else changed meanwhile, read again.
   */
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly effect?: Effect['kind'];
      readonly undo?: 'done' | 'undone';
      readonly isStored?: boolean;
      readonly dropped?: readonly Effect[];
      readonly found?: Found;
      /** As in `recorded`. */
      readonly places?: readonly DisputedPlace[];
    };

/** What was read again. */
export type Found = Pick<TagState, 'source' | 'codes'> &
  Partial<Pick<TagState, 'counts' | 'recent' | 'lastUsed' | 'done' | 'undone'>>;
