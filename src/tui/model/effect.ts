import type { Anchor } from '../../coding/coding.js';
import type { Span } from '../../core/span.js';
import type { Laid, SeenSpan } from './state.js';

/** Something for the own log of a source; the shell gives it an id and a time. */
export type Change =
  | {
      readonly kind: 'apply';
      readonly segment: Span;
      readonly code: string;
      readonly memo?: string;
      readonly properties?: Readonly<Record<string, string>>;
      /** The coding that this one replaces. */
      readonly was?: string;
      /** To be laid by this, since its place is not sure. */
      readonly logged?: Anchor;
    }
  | {
      readonly kind: 'verdict';
      readonly segment: Span;
      readonly code: string;
      readonly verdict: 'accept' | 'reject';
      readonly memo?: string;
      readonly properties?: Readonly<Record<string, string>>;
      /** The verdict that this one replaces or brings back. */
      readonly was?: string;
      /** As of a coding. */
      readonly logged?: Anchor;
    }
  /** `again` is a mark that was taken away and comes back as it was made. */
  | { readonly kind: 'seen'; readonly unit: Span; readonly unitKind: string; readonly again?: SeenSpan }
  /** Takes back codings, verdicts or seen units of this source by their ids; `known` are those that the screen may not show. */
  | { readonly kind: 'remove'; readonly targets: readonly string[]; readonly known?: readonly Laid[] };

/**
 * What a key press wants done outside. The shell does them in order and answers each with an action; what comes after one
 * that failed is not done.
 */
export type Effect =
  /**
   * Answered with `recorded` or `failed`. `undoes` names the batch that this takes back; `digest` is that of the text in
   * which its segments were found, and answered with `passed over` where the source has another by now.
   */
  | {
      readonly kind: 'record';
      readonly source: string;
      readonly changes: readonly Change[];
      readonly undoes?: string;
      readonly digest?: string;
    }
  /**
   * Stores what a unit on which coders differ is to have. `given` are the codes of each coder as they were shown. Answered
   * with `recorded`, which has `decided`, or with `failed`.
   */
  | {
      readonly kind: 'decide';
      readonly source: string;
      readonly unit: Span;
      readonly codes: readonly string[];
      readonly given: readonly (readonly string[] | null)[];
    }
  /** Answered with `opened` or `failed`. Without `at` the cursor goes where the coder stopped. */
  | { readonly kind: 'open'; readonly source: string; readonly at?: number }
  /** Writes to the codebook, comments kept. Answered with `codebook`, whose `made` is the new id, or `failed`. */
  | { readonly kind: 'add code'; readonly name: string; readonly parent: string | null }
  | { readonly kind: 'rename code'; readonly code: string; readonly id: string; readonly name: string }
  | { readonly kind: 'merge codes'; readonly from: string; readonly into: string }
  /** Looks what a merge would do. Answered with `preview` or `failed`. */
  | { readonly kind: 'preview merge'; readonly from: string; readonly into: string }
  /**
   * Undoes the last edit of the codebook or a memo, or does again the last undone. Answered with `codebook`, with `kept`
   * where something rests on it by now, or `failed`.
   */
  | { readonly kind: 'restore'; readonly which: 'done' | 'undone' }
  /** Writes a memo on a code or the open source; an empty text removes it. Answered with `memo` or `failed`. */
  | {
      readonly kind: 'memo';
      readonly on: { readonly code: string } | { readonly source: string };
      readonly text: string;
    }
  /** Hands the text being written to $EDITOR. Answered with `written`. */
  | { readonly kind: 'editor'; readonly text: string }
  | { readonly kind: 'quit' }
  /** Lends the terminal to the shell that it was started from. */
  | { readonly kind: 'suspend' };

/** An effect that is answered with an action. */
export type Errand = Exclude<Effect, { readonly kind: 'quit' | 'suspend' }>;
