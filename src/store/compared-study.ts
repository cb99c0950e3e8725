import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import type { Span } from '../core/span.js';
import type { Compared, ComparedSource } from '../measure/agree/compared.js';
import { ADJUDICATOR } from '../measure/analysis-set.js';
import type { CodedSource } from '../measure/coded-source.js';
import { type CodePointIndex, codePointIndex } from '../text/offset.js';
import type { Transcript, UnitKind } from '../text/transcript.js';
import { speechOf, units } from '../text/unit.js';
import { type Assignment, readAssignments } from './assignments.js';
import { describe } from './coded.js';
import { type AdjudicatedHand, readAdjudicated } from './adjudicated-hand.js';
import { type CoderHand, eventsOf, readHand } from './coder-hand.js';
import { type PlacedUnit, type SawUnit, type UnitPlace, compareUnits, comparedText } from './compared-source.js';
import { type Filters, includedTurns, isSelective } from './filters.js';
import type { Log } from './logs.js';
import { readTranscript } from './read-transcript.js';
import { readSnapshots } from './snapshots.js';
import type { Source } from './sources.js';
import type { Study } from './study.js';
import { beforeDecisions } from './unit-cut.js';

/** What of a study is compared, and on what. */
export interface ComparisonRequest {
  readonly coders: readonly string[];
  readonly unit: UnitKind;
  readonly filters: Filters;
  /** Whether only units that were seen blind count. */
  readonly blind: boolean;
  /** Whether what was stored after the adjudication of a unit counts too. */
  readonly afterAdjudication: boolean;
  /** Whether a coder who coded in a source and marked nothing as seen is taken to have seen all of it. */
  readonly wholeSources: boolean;
  /** Only this round: a coder counts where assignments.csv gives that coder the source in it. */
  readonly round?: number;
}

/** A source that was compared, with what is needed to show its units. */
export interface StudySource {
  readonly source: Source;
  readonly described: CodedSource;
  readonly points: CodePointIndex;
  readonly hands: readonly (CoderHand | null)[];
  readonly units: readonly PlacedUnit[];
  /** What is stored as adjudicated; null where nothing is. */
  readonly adjudicated: AdjudicatedHand | null;
  readonly rounds: readonly number[];
}

/** Coders of a study side by side. */
export interface StudyComparison {
  readonly compared: Compared;
  readonly sources: readonly StudySource[];
  /** Units that are not compared: fewer than two saw them; two saw them, but not blind. */
  readonly unseen: number;
  readonly open: number;
  /** Codes on units that another coder's codebook did not have yet. */
  readonly unasked: number;
  /** Units that a coder saw or coded otherwise after they were adjudicated: that does not count. */
  readonly later: number;
  /** Units on which a coder who saw them is not compared, and how many of each coder: codings over them have no sure place. */
  readonly doubtful: number;
  readonly unplaced: ReadonlyMap<string, number>;
  /** Codes that are not compared in a source where a coder did not lay them, as one of the coder's codings of it is lost. */
  readonly lost: readonly { readonly source: string; readonly coder: string; readonly code: string }[];
  /** Sources in which two coded, and how many of them the filters leave nothing of. */
  readonly shared: number;
  readonly filtered: number;
  /** Coders with codings in sources in which they marked nothing as seen, and in how many sources. */
  readonly unmarked: ReadonlyMap<string, number>;
  /** Rounds of assignments.csv that compared sources belong to, ascending. */
  readonly rounds: readonly number[];
}

/** Reads what coders stored and lays it side by side, source by source. */
export async function compareStudy(study: Study, request: ComparisonRequest): Promise<Outcome<StudyComparison>> {
  const { round } = request;
  const ids = (study.codebook?.codes ?? []).map(({ id }) => id);
  const assignments = await readAssignments(study.folder, study.known);
  const diagnostics: Diagnostic[] = [...assignments.diagnostics];
  const assigned = (assignments.value ?? []).filter(({ coder }) => request.coders.includes(coder));
  const isIn = (coder: string, of: readonly Assignment[]): boolean =>
    round === undefined || of.some((one) => one.coder === coder && one.round === round);
  const coders = request.coders.filter((coder) => isIn(coder, assigned));
  const account = { unseen: 0, open: 0, unasked: 0, later: 0, doubtful: 0, shared: 0, filtered: 0 };
  const unmarked = new Map<string, number>();
  const unplaced = new Map<string, number>();
  const lost: { source: string; coder: string; code: string }[] = [];
  const sources: StudySource[] = [];
  const compared: ComparedSource[] = [];
  for (const source of study.sources) {
    const own = assigned.filter((one) => one.source === source.id);
    const logs = coders.map((coder) => (isIn(coder, own) ? logIn(study, coder, source) : undefined));
    if (logs.filter(Boolean).length < 2) continue;
    account.shared++;
    const read = await readSource(study, source, request, logs);
    diagnostics.push(...read.diagnostics);
    if (read.value === null) account.filtered++;
    if (!read.value) continue;
    const { described, places, hands, adjudicated, later } = read.value;
    account.later += later;
    hands.forEach((hand, coder) => {
      for (const code of hand?.unplaced.lost ?? []) lost.push({ source: source.id, coder: coders[coder]!, code });
      if (hand === null || hand.seen !== null || hand.codings.length === 0) return;
      unmarked.set(coders[coder]!, (unmarked.get(coders[coder]!) ?? 0) + 1);
    });
    const found = compareUnits(hands, places, ids, sawBy(request), request.blind);
    account.unseen += found.unseen;
    account.open += found.open;
    account.unasked += found.unasked;
    account.doubtful += found.doubtful;
    found.unplaced.forEach((own, coder) => {
      if (own > 0) unplaced.set(coders[coder]!, (unplaced.get(coders[coder]!) ?? 0) + own);
    });
    if (found.units.length === 0) continue;
    const points = codePointIndex(described.transcript.text);
    const rounds = own.map((one) => one.round).filter((one) => round === undefined || one === round);
    sources.push({ source, described, points, hands, units: found.units, adjudicated, rounds });
    const text = comparedText(found.units, hands, ids, points);
    compared.push({ source: source.id, units: found.units, text });
  }
  const rounds = [...new Set(sources.flatMap((source) => source.rounds))].sort((a, b) => a - b);
  return {
    value: {
      compared: { coders, codes: ids, mayBeEmpty: true, sources: compared },
      sources,
      ...account,
      unmarked,
      unplaced,
      lost,
      rounds,
    },
    diagnostics,
  };
}

interface ReadSource {
  readonly described: CodedSource;
  readonly places: readonly UnitPlace[];
  readonly hands: readonly (CoderHand | null)[];
  readonly adjudicated: AdjudicatedHand | null;
  readonly later: number;
}

/** Reads a source and the logs of the coders; nothing where filters leave nothing of it. */
async function readSource(
  study: Study,
  source: Source,
  request: ComparisonRequest,
  logs: readonly (Log | undefined)[],
): Promise<Outcome<ReadSource | null>> {
  const { unit, filters } = request;
  const { value: transcript, diagnostics } = await readTranscript(study, source);
  if (!transcript) return { diagnostics };
  const described = describe(study, source, transcript, { codings: [], lookedAt: () => false });
  const passes = includedTurns(described, filters, study.settings.caseAttribute);
  const included = transcript.turns.map((turn) => (passes?.[turn.index] ?? true) && described.included(turn));
  if (isSelective(filters) && !included.includes(true)) return { value: null, diagnostics };
  const adjudication = logIn(study, ADJUDICATOR, source);
  const snapshots = readSnapshots(study.folder);
  const codebook = study.codebook!;
  const read = (coder: number, before: string | null): CoderHand =>
    readHand(logs[coder]!, transcript, codebook, snapshots, before);
  const places = unitPlaces(transcript, unit, included);
  const adjudicated = adjudication ? readAdjudicated(adjudication, transcript, codebook, snapshots) : null;
  const { hands, later } =
    adjudicated === null || request.afterAdjudication
      ? { hands: logs.map((log, coder) => (log ? read(coder, null) : null)), later: 0 }
      : beforeDecisions(
          { times: logs.map((log) => (log ? timesOf(log) : null)), read },
          places,
          sawBy(request),
          adjudicated,
          timesOf(adjudication!),
          codebook.codes.map(({ id }) => id),
        );
  const found = hands.flatMap((hand) => hand?.diagnostics ?? []);
  return { value: { described, places, hands, adjudicated, later }, diagnostics: [...diagnostics, ...found] };
}

function logIn({ logs }: Study, coder: string, source: Source): Log | undefined {
  return logs.find((log) => log.coder === coder && log.source === source.id);
}

/** The units that the filters leave in, with the speech in them; a source is one unit of all its included turns. */
export function unitPlaces(transcript: Transcript, kind: UnitKind, included: readonly boolean[]): UnitPlace[] {
  if (kind !== 'source') {
    const all = units(transcript, kind).filter(({ turn }) => included[turn] ?? true);
    return all.map(({ start, end, turn }) => ({ start, end, turn, pieces: [{ start, end }] }));
  }
  const pieces = transcript.turns.flatMap((turn): Span[] => {
    const speech = included[turn.index] ? speechOf(transcript, turn) : null;
    return speech ? [speech] : [];
  });
  return pieces.length === 0 ? [] : [{ start: pieces[0]!.start, end: pieces.at(-1)!.end, turn: 0, pieces }];
}

function sawBy({ wholeSources }: ComparisonRequest): SawUnit {
  return (hand, { pieces }) => {
    if (hand === null) return 'unseen';
    // Nothing tells whether who marked no unit had hits or codings of others in view.
    if (hand.seen === null) return wholeSources && hand.codings.length > 0 ? 'open' : 'unseen';
    const { all, blind } = hand.seen;
    if (!pieces.every(all)) return 'unseen';
    return pieces.every(blind) ? 'blind' : 'open';
  };
}

/** When the events of a log were stored, ascending. */
function timesOf(log: Log): string[] {
  return eventsOf(log)
    .events.map(({ at }) => at)
    .sort(byCodePoint);
}
