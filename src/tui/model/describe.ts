import { namesOf } from './names.js';
import { laidBy, removedBy } from './history.js';
import type { Batch, Laid, OwnCoding, OwnVerdict, TagState } from './state.js';

/** What a batch did, in words; empty where the screen shows it well enough. */
export function described(state: TagState, batch: Batch, undoes: string | undefined): string {
  if (undoes === undefined) return deed(state, batch);
  const redone = state.undone.some(({ id }) => id === undoes);
  const target = (redone ? state.undone : state.done).find(({ id }) => id === undoes);
  // What was undone is told by what was done; what is done again, by itself.
  const what = toldOf(state, redone || target === undefined ? batch : target);
  return redone ? `done again: ${what}` : `undone: ${what}`;
}

/** What a batch did, in words in any case. */
export function toldOf(state: TagState, batch: Batch): string {
  return deed(state, batch) || (state.queue?.kind === 'adjudicate' ? 'decided: no code' : 'marked seen');
}

function deed(state: TagState, batch: Batch): string {
  const [laid, removed] = [laidBy(batch), removedBy(batch)];
  const applied = codingsOf(laid);
  const verdicts = verdictsOf(laid);
  const gone = [...codingsOf(removed), ...verdictsOf(removed)];
  const [former] = gone;
  const replaced = gone.filter(({ logged }) => logged).length;
  const first = applied[0] ?? verdicts[0];
  if (first !== undefined && replaced > 1) return `new places for ${replaced} codings`;
  if (first !== undefined && former !== undefined) return changed(state, former, first);
  if (applied.length > 0) return `coded ${namesOf(state, codesOf(applied))}${atPlaces(applied)}`;
  if (verdicts.length > 0) {
    return `${verdicts[0]!.verdict === 'accept' ? 'accepted' : 'rejected'} ${namesOf(state, codesOf(verdicts))}`;
  }
  if (gone.length > 0) return `removed ${namesOf(state, codesOf(gone))}`;
  return removed.some(({ kind }) => kind === 'seen') ? 'took the mark away' : '';
}

/** How many places, where there are several. */
function atPlaces(codings: readonly OwnCoding[]): string {
  const places = new Set(codings.map(({ start, end }) => `${start}:${end}`)).size;
  return places > 1 ? ` in ${places} places` : '';
}

/** What became of a coding, or of an accepted suggestion, in whose place another was put. */
function changed(state: TagState, former: OwnCoding | OwnVerdict, coding: OwnCoding | OwnVerdict): string {
  const name = namesOf(state, [coding.code]);
  if (former.code !== coding.code) return `moved to ${name}`;
  if ((former.logged ?? coding.logged) !== undefined) return `new place for ${name}`;
  if (former.start !== coding.start || former.end !== coding.end) return `other words for ${name}`;
  if ((former.memo ?? '') !== (coding.memo ?? '')) return `memo on ${name} saved`;
  if (former.properties?.star !== coding.properties?.star) {
    return coding.properties?.star === 'yes' ? `starred ${name}` : `took the star from ${name}`;
  }
  // A place that `qcode reanchor` recorded, of words that only moved.
  return `${former.kind === 'apply' && coding.kind === 'apply' ? 'new place for' : 'coded'} ${name}`;
}

function codingsOf(laid: readonly Laid[]): OwnCoding[] {
  return laid.flatMap((each) => (each.kind === 'apply' ? [each] : []));
}

function verdictsOf(laid: readonly Laid[]): OwnVerdict[] {
  return laid.flatMap((each) => (each.kind === 'verdict' ? [each] : []));
}

function codesOf(laid: readonly { readonly code: string }[]): string[] {
  return laid.map(({ code }) => code);
}
