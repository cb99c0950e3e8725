import type { Span } from '../../core/span.js';
import type { Change, Effect } from './effect.js';
import { decideOn } from './deciding.js';
import { hasCode } from './marks.js';
import { namesOf } from './names.js';
import type { ForeignCoding, OwnCoding, OwnVerdict, TagState } from './state.js';
import { READ, say, type Step, step } from './step.js';

/*
 * What is asked of the log. Nothing here touches the lists that the screen shows: they change when the log has it. What
 * is laid comes before what is removed: if only a part of it is written, a coding stands twice rather than nowhere.
 */

/** Has changes recorded in the open source, in one action. */
export function record(state: TagState, changes: readonly Change[], undoes?: string): Step {
  const effect: Effect = { kind: 'record', source: state.source.id, changes, ...(undoes !== undefined && { undoes }) };
  return step(state, effect);
}

export const NOTHING_TO_CODE = 'nothing here to code';

/** Whether a segment holds nothing, as the unit of a text without speech. */
export function isEmpty({ start, end }: Span): boolean {
  return start === end;
}

/** Lays codes over a segment; those that the coder laid over it before are left out. In an adjudication they are decided on. */
export function applyCodes(state: TagState, segment: Span, codes: readonly string[]): Step {
  if (isEmpty(segment)) return say({ ...state, mode: READ }, NOTHING_TO_CODE);
  if (state.queue?.kind === 'adjudicate') return decideOn({ ...state, mode: READ }, segment, codes);
  const added = [...new Set(codes)].filter((code) => !hasCode(state.source, segment, code));
  const back = { ...state, mode: READ };
  if (added.length === 0) return sayTwin(back, codes);
  const { start, end } = segment;
  return record(
    back,
    added.map((code): Change => ({ kind: 'apply', segment: { start, end }, code })),
  );
}

function sayTwin(state: TagState, codes: readonly string[]): Step {
  return say(state, `it has this code already: ${namesOf(state, codes)}`);
}

/** The own coding or verdict with an id, or undefined. */
export function laidWith({ source }: TagState, id: string): OwnCoding | OwnVerdict | undefined {
  return source.codings.find((each) => each.id === id) ?? source.verdicts.find((each) => each.id === id);
}

/** What a coding becomes; what is not named stays as it is. */
export interface Edit {
  readonly segment?: Span;
  readonly code?: string;
  /** Empty to take it away. */
  readonly memo?: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/**
 * Puts what it becomes in the place of a coding or an accepted suggestion. A suggestion stays one with another memo or
 * star: the rule's coding counts once, as before. With other words or another code it is a coding by hand, and the rule's
 * is rejected, which would count besides.
 */
export function editCoding(state: TagState, laid: OwnCoding | OwnVerdict, edit: Edit): Step {
  const { id, start, end } = laid;
  const { segment = { start, end }, code = laid.code } = edit;
  // Twins that a merge left may be edited, as long as no new ones come about.
  const elsewhere = edit.segment !== undefined || edit.code !== undefined;
  if (elsewhere && hasCode(state.source, segment, code, id)) return sayTwin(state, [code]);
  const memo = edit.memo ?? laid.memo ?? '';
  const properties = edit.properties ?? laid.properties ?? {};
  const noted = {
    segment,
    code,
    ...(memo !== '' && { memo }),
    ...(Object.keys(properties).length > 0 && { properties }),
    was: id,
  };
  const gone: Change = { kind: 'remove', targets: [id] };
  if (laid.kind === 'apply') return record(state, [{ kind: 'apply', ...noted }, gone]);
  if (!elsewhere) return record(state, [{ kind: 'verdict', verdict: 'accept', ...noted }, gone]);
  const rejected: Change = { kind: 'verdict', segment: { start, end }, code: laid.code, verdict: 'reject' };
  return record(state, [{ kind: 'apply', ...noted }, rejected, gone]);
}

/** Puts another code in the place of a coding's. */
export function moveCoding(state: TagState, id: string, code: string): Step {
  const laid = laidWith(state, id);
  return laid === undefined ? say(state, 'this coding is no longer there') : editCoding(state, laid, { code });
}

/** Answers suggestions. */
export function judge(state: TagState, suggestions: readonly ForeignCoding[], verdict: 'accept' | 'reject'): Step {
  return record(
    state,
    suggestions.map(({ start, end, code }): Change => ({ kind: 'verdict', segment: { start, end }, code, verdict })),
  );
}
