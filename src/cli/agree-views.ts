import { type AgreementOf, agreementOf } from '../measure/agree/agree.js';
import { type Compared, ofPair, pairsOf, unitsIn } from '../measure/agree/compared.js';
import { confusionOfCodes } from '../measure/agree/confusion.js';
import { agreementCodes } from '../report/agreement-codes.js';
import { type AgreementGroup, agreementGroups } from '../report/agreement-groups.js';
import { type AgreementBasis, agreementTable } from '../report/agreement-table.js';
import { confusionTable } from '../report/confusion-table.js';
import { type Disagreement, disagreementsTable } from '../report/disagreements-table.js';
import type { Table } from '../report/model.js';
import type { Material } from './agree-material.js';
import type { Invocation } from './command.js';
import { UsageError } from './failure.js';

/** What `--by` knows. */
export const GROUPS = ['code', 'source', 'round', 'coders'] as const;

/**
 * The tables that the options want: one, or where they name none the measures and the codes.
 *
 * @param basis of tables without intervals
 * @param drawn of those with intervals
 */
export function tablesFor(
  { values }: Invocation,
  material: Material,
  measured: AgreementOf,
  { basis, drawn }: { basis: AgreementBasis; drawn: AgreementBasis },
): Table[] {
  const { compared, labels } = material;
  const { coders } = compared;
  if (values.flag('disagreements')) {
    const found = ofNamedCodes(material.disagreements(), values.all('code'));
    const shown = values.flag('open') ? found.filter(({ settled }) => settled === null) : found;
    const from = material.study ? 'text' : 'table';
    // A decision is on all codes of a unit: it cannot be made on some of them.
    const isDecided = material.study !== null && values.all('code').length === 0;
    return [disagreementsTable(shown, { coders, units: unitsIn(compared), from, isDecided }, basis)];
  }
  if (values.flag('confusion')) {
    if (coders.length !== 2)
      throw new UsageError(`confusion is of two coders; there are ${coders.join(', ')}`, 'Name two of them.');
    const confusion = confusionOfCodes(compared, { first: 0, second: 1 });
    return [confusionTable(confusion, [coders[0]!, coders[1]!], labels, basis)];
  }
  const by = values.one('by') as (typeof GROUPS)[number] | undefined;
  const codes = (own: AgreementBasis): Table => agreementCodes(measured, own, shownCodes(compared), labels);
  // Beneath the measures what was said there need not be said again.
  if (by === undefined) return [agreementTable(measured, drawn), codes({ ...drawn, notes: [] })];
  return [by === 'code' ? codes(drawn) : agreementGroups(groupsBy(by, material), by, basis)];
}

/** The disagreements about some codes, and what is said there of these alone; all where none is named. */
function ofNamedCodes(found: readonly Disagreement[], codes: readonly string[]): readonly Disagreement[] {
  if (codes.length === 0) return found;
  return found.flatMap((one): Disagreement[] => {
    const differing = one.differing.filter((code) => codes.includes(code));
    if (differing.length === 0) return [];
    const own = one.codes.map((set) => set && set.filter((code) => codes.includes(code)));
    return [{ ...one, codes: own, differing, unknown: one.unknown.filter(({ code }) => codes.includes(code)) }];
  });
}

function groupsBy(by: 'source' | 'round' | 'coders', { compared, rounds }: Material): AgreementGroup[] {
  const only = (sources: Compared['sources']): AgreementOf => agreementOf({ ...compared, sources }, null);
  if (by === 'source') return compared.sources.map((source) => ({ name: source.source, agreement: only([source]) }));
  if (by === 'coders') {
    return pairsOf(compared.coders.length).map((pair) => ({
      name: `${compared.coders[pair.first]!} – ${compared.coders[pair.second]!}`,
      agreement: agreementOf(ofPair(compared, pair), null),
    }));
  }
  if (rounds.size === 0)
    throw new UsageError(
      'no source that was compared belongs to a round',
      'Rounds stand in assignments.csv: qcode assign.',
    );
  return [...rounds].map(([round, own]) => ({ name: String(round), agreement: agreementOf(own, null) }));
}

/** Codes that somebody applied where two coders looked; all where nobody applied any. */
function shownCodes(compared: Compared): readonly string[] {
  const used = usedCodes(compared);
  return used.size === 0 ? compared.codes : compared.codes.filter((code) => used.has(code));
}

function usedCodes({ sources }: Compared): ReadonlySet<string> {
  return new Set(
    sources.flatMap(({ units, text }) => [
      ...units.flatMap(({ sets }) => sets.flatMap((set) => set ?? [])),
      ...(text?.segments.flatMap((own) => own.map(({ code }) => code)) ?? []),
    ]),
  );
}

/** What makes figures of agreement say little. */
export function caveatsOf(compared: Compared): string[] {
  const units = unitsIn(compared);
  return [
    ...(units === 1 ? ['One unit only was seen by two coders: that says nothing of how far they agree.'] : []),
    ...(compared.codes.length === 1
      ? [`There is one code only, ${compared.codes[0]!}: coders agree or differ on whether it applies.`]
      : []),
    ...(usedCodes(compared).size > 0 ? [] : ['Nobody applied a code where two coders looked.']),
  ];
}
