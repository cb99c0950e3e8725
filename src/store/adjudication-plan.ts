import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import type { Span } from '../core/span.js';
import { areSameCodes, differingCodes } from '../measure/agree/compared.js';
import { ADJUDICATOR } from '../measure/analysis-set.js';
import { lineIndex } from '../text/offset.js';
import { type Adjudged, adjudgedIn, toDecide } from './adjudged.js';
import { type Adjudication, type Decided, type Stamp, adjudicate } from './adjudication.js';
import type { PlacedUnit } from './compared-source.js';
import { type ComparisonRequest, type StudySource, compareStudy } from './compared-study.js';
import { finding } from './finding.js';
import { readStored } from './stored-codings.js';
import type { Study } from './study.js';

/** Decisions by unit. */
export type Decisions = ReadonlyMap<PlacedUnit, readonly string[]>;

/** What all coders gave the unit at a place of a source, by coder, those too who are not compared. */
export type Everybody = (source: string, place: Span) => readonly { coder: string; codes: readonly string[] }[];

/** What becomes of the units of a source. */
export interface Plan {
  /** Decided, or agreed on, and not stored so. */
  readonly changed: readonly Decided[];
  readonly settled: readonly Decided[];
  readonly open: readonly PlacedUnit[];
  /** Units of `changed` that were decided before, on the whole or in part, and what was stored there; each, if decided apart. */
  readonly overruled: readonly { readonly unit: PlacedUnit; readonly before: readonly (readonly string[])[] }[];
  /** Units that are open only since coders who are not compared saw them and coded otherwise. */
  readonly objected: readonly { readonly unit: PlacedUnit; readonly by: readonly string[] }[];
  /** Units whose decision cannot be stored: codings of an earlier one over them have no sure place, and would come back. */
  readonly refused: readonly PlacedUnit[];
}

/**
 * What is to be stored of a source, and what is stored already: decisions, what was decided before, and what nobody differs on.
 *
 * @param ids the codes' ids by position
 */
export function planOf(source: StudySource, decisions: Decisions, ids: readonly string[], everybody: Everybody): Plan {
  const plan = {
    changed: [] as Decided[],
    settled: [] as Decided[],
    open: [] as PlacedUnit[],
    overruled: [] as Plan['overruled'][number][],
    objected: [] as Plan['objected'][number][],
    refused: [] as PlacedUnit[],
  };
  adjudgedIn(source, ids).forEach((before, i) => {
    const unit = source.units[i]!;
    const decided = decisions.get(unit);
    if (before.isUnplaced) {
      plan.open.push(unit);
      if (decided) plan.refused.push(unit);
      return;
    }
    const agreed = agreedCodes(unit, before);
    const by = agreed === null ? [] : objecting(unit, everybody(source.source.id, unit.place));
    const codes = decided ?? (before.isSettled ? before.codes : by.length > 0 ? null : agreed);
    if (codes === null) {
      plan.open.push(unit);
      if (by.length > 0) plan.objected.push({ unit, by });
      return;
    }
    const { latest, covers } = before;
    if (before.isSettled && areSameCodes(codes, before.codes)) {
      plan.settled.push({ unit, codes, about: covers ?? new Set(ids), latest });
      return;
    }
    plan.changed.push({ unit, codes, about: new Set([...toDecide(unit, ids), ...codes]), latest });
    const earlier = before.apart.length > 0 ? before.apart : [before.codes];
    const isAnother = earlier.some((own) => !areSameCodes(codes, own));
    if (latest.length > 0 && isAnother) plan.overruled.push({ unit, before: earlier });
  });
  return plan;
}

/**
 * The codes of a unit on which nobody differs; null where somebody does, or may: what codings without a sure place say of it
 * is not known. What was decided on before stays: others' mere agreement does not overrule it, and settles no unit of which
 * a part was decided, or that was decided twice apart.
 */
function agreedCodes({ applied, unplaced }: PlacedUnit, before: Adjudged): readonly string[] | null {
  const { codes, covers, isInPart, apart } = before;
  if (unplaced.length > 0 || differingCodes(applied).length > 0) return null;
  if (isInPart || apart.length > 0) return null;
  const agreed = applied.find((own) => own !== null)!;
  return [...new Set([...codes, ...agreed.filter((code) => covers !== null && !covers.has(code))])];
}

/** Who gave a unit other codes than those compared, who agree on it. */
function objecting({ applied }: PlacedUnit, given: ReturnType<Everybody>): string[] {
  const agreed = applied.find((own) => own !== null)!;
  return given.filter(({ codes }) => !areSameCodes(codes, agreed)).map(({ coder }) => coder);
}

/** Reads what all coders of a study gave its units, under the same filters. */
export async function readEverybody(study: Study, request: ComparisonRequest): Promise<Everybody> {
  const coders = [...new Set(study.logs.map(({ coder }) => coder))].filter((coder) => coder !== ADJUDICATOR);
  if (coders.every((coder) => request.coders.includes(coder))) return () => [];
  // What there is to tell of the logs that are compared is told; of others it is not asked for.
  const { value } = await compareStudy(study, { ...request, coders });
  const byPlace = new Map(
    (value?.sources ?? []).flatMap(({ source, units }) =>
      units.map(({ place, applied }) => [`${place.start} ${place.end} ${source.id}`, applied] as const),
    ),
  );
  const names = value?.compared.coders ?? [];
  return (source, { start, end }) =>
    (byPlace.get(`${start} ${end} ${source}`) ?? []).flatMap((codes, i) => {
      const coder = names[i]!;
      return codes === null || request.coders.includes(coder) ? [] : [{ coder, codes }];
    });
}

/** Why a unit cannot be decided on now. */
function unplacedUnder({ source, described: { transcript } }: StudySource, { place }: PlacedUnit): Diagnostic {
  const line = transcript.linesBefore + lineIndex(transcript.text).lineOf(place.start);
  const what = `a coding of ${ADJUDICATOR} over line ${line} of ${source.id} has no sure place in the corrected text`;
  const remedy = `Give it one with \`qcode reanchor --coder ${ADJUDICATOR}\`, and decide then: it would come back beside this decision. Nothing was stored.`;
  return { ...finding('QC453', what, { file: source.shown }), remedy };
}

/** What is to be stored of a source by decisions, and the events that store it. */
export async function adjudicateSource(
  study: Study,
  source: StudySource,
  decisions: Decisions,
  everybody: Everybody,
  stamp: Stamp,
): Promise<Outcome<Plan & Adjudication>> {
  const stored = await readStored(study, source.source, (coder) => coder === ADJUDICATOR);
  if (!stored.value) return { diagnostics: stored.diagnostics };
  const ids = (study.codebook?.codes ?? []).map(({ id }) => id);
  const plan = planOf(source, decisions, ids, everybody);
  if (plan.refused.length > 0) return { diagnostics: plan.refused.map((unit) => unplacedUnder(source, unit)) };
  const made = adjudicate(source, plan.changed, plan.settled, stored.value.codings, ids, stamp);
  return { value: { ...plan, ...made }, diagnostics: stored.diagnostics };
}
