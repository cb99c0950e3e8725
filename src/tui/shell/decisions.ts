import type { CodedStudy } from '../../cli/study-options.js';
import type { Event } from '../../coding/event.js';
import { firstColumns } from '../../core/columns.js';
import { type Diagnostic, isError, type Outcome } from '../../core/diagnostic.js';
import { bySpan, overlaps, type Span } from '../../core/span.js';
import { onOneLine } from '../../measure/excerpt.js';
import { differencesIn } from '../../store/adjudged.js';
import { adjudicateSource, readEverybody } from '../../store/adjudication-plan.js';
import { compareStudy, type StudySource } from '../../store/compared-study.js';
import { appendEvents } from '../../store/append.js';
import { finding } from '../../store/finding.js';
import { keeperOfCodes } from '../../store/decided-codes.js';
import { newEventId } from '../../store/identity.js';
import { findLogs } from '../../store/logs.js';
import { decode } from '../../text/utf8.js';
import { failedWith, unsaved } from './answers.js';
import type { Action } from '../model/action.js';
import { batchOf } from '../model/draft.js';
import type { Effect } from '../model/effect.js';
import type { DisputedPlace, GivenCoding, OpenSource } from '../model/state.js';
import { uncountedBy } from '../model/uncounted.js';
import type { Desk } from './desk.js';

/** Columns of a unit in the list of places, and of the words of a segment. */
const COLUMNS = 120;

/** The units of a source on which coders differ, or that were decided otherwise than all of them coded it, in text order. */
export function disputesIn(of: StudySource, ids: readonly string[]): DisputedPlace[] {
  const { text } = of.described.transcript;
  const excerptOf = ({ start, end }: Span): string =>
    firstColumns(onOneLine(decode(text.subarray(start, end))).trim(), COLUMNS);
  return differencesIn(of, ids).map(({ unit: { place, applied }, stored }): DisputedPlace => {
    const given = of.hands.map((hand, coder): GivenCoding[] =>
      (applied[coder] ? (hand?.codings ?? []) : [])
        .filter((coding) => place.pieces.some((piece) => overlaps(piece, coding)))
        .map(({ start, end, code, memos = [] }) => {
          const words = bySpan({ start, end }, place) === 0 ? '' : excerptOf({ start, end });
          return { start, end, code: ids[code]!, memos, words };
        }),
    );
    return {
      source: of.source.id,
      start: place.start,
      end: place.end,
      excerpt: excerptOf(place),
      done: stored.isSettled,
      codes: applied,
      given,
      decided: stored.isSettled ? stored.codes : null,
    };
  });
}

/** A source as its coders and the adjudication stand now. */
async function comparedNow(desk: Desk, id: string): Promise<Outcome<{ study: CodedStudy; source: StudySource }>> {
  const { folder, known } = desk.study;
  const study: CodedStudy = {
    ...desk.study,
    codebook: desk.codebook,
    sources: known.filter((source) => source.id === id),
    logs: findLogs(folder),
  };
  const { value, diagnostics } = await compareStudy(study, desk.adjudication!);
  const errors = diagnostics.filter(isError);
  const [source] = value?.sources ?? [];
  if (errors.length > 0) return { diagnostics: errors };
  return source === undefined ? { diagnostics: [changedMeanwhile()] } : { value: { study, source }, diagnostics };
}

type Decision = Extract<Effect, { kind: 'decide' }>;

/** Stores a decision on a unit of the open source, and says how the units stand then. */
export async function storeDecision(desk: Desk, decision: Decision, open: OpenSource, at: string): Promise<Action> {
  const { value: events, diagnostics } = await decisionEvents(desk, decision, at);
  if (events === undefined) return withDisputesOf(desk, open.id, failedWith(diagnostics));
  const refusal = appendEvents(desk.study.folder, desk.coder, open.id, events);
  if (refusal) return unsaved(refusal);
  const batch = batchOf(events, open);
  const uncounted = uncountedBy(open, batch);
  return withDisputesOf(desk, open.id, { kind: 'recorded', batch, decided: decision.codes, uncounted });
}

/** The events that store a decision, as a table of this one decision would. */
async function decisionEvents(
  desk: Desk,
  { source: id, unit, codes, given }: Decision,
  at: string,
): Promise<Outcome<readonly Event[]>> {
  const now = await comparedNow(desk, id);
  if (!now.value) return { diagnostics: now.diagnostics };
  const { study, source } = now.value;
  const placed = source.units.find(({ place }) => bySpan(place, unit) === 0);
  if (placed === undefined || JSON.stringify(placed.applied) !== JSON.stringify(given))
    return { diagnostics: [changedMeanwhile()] };
  const ids = study.codebook.codes.map((code) => code.id);
  const decisions = new Map([[placed, ids.filter((code) => codes.includes(code))]]);
  const request = desk.adjudication!;
  const keep = keeperOfCodes(study.folder, study.codebook, desk.codebookBytes, false);
  const stamp = { at, newId: newEventId, unit: request.unit, keep };
  const everybody = await readEverybody(study, request);
  const { value, diagnostics } = await adjudicateSource(study, source, decisions, everybody, stamp);
  if (!value) return { diagnostics };
  if (value.events.length === 0) return { diagnostics: [finding('QC453', 'this decision changes nothing')] };
  return { value: value.events, diagnostics };
}

/** The answer with the units of its source as they stand now. */
export async function withDisputesOf(desk: Desk, source: string, answer: Action): Promise<Action> {
  if (desk.adjudication === undefined || (answer.kind !== 'recorded' && answer.kind !== 'failed')) return answer;
  const now = await comparedNow(desk, source);
  if (!now.value) return answer;
  const ids = desk.codebook.codes.map(({ id }) => id);
  return { ...answer, places: disputesIn(now.value.source, ids) };
}

function changedMeanwhile(): Diagnostic {
  const message = 'what the coders gave this unit was changed meanwhile';
  return { ...finding('QC453', message), remedy: 'Look at it again, and decide then.' };
}
