import { type AgreementOf, agreementOf } from '../measure/agree/agree.js';
import { agreementOfPairs, codesOfPairs } from '../measure/agree/by-pair.js';
import { type Compared, unitsIn } from '../measure/agree/compared.js';
import { confusionOfCodes } from '../measure/agree/confusion.js';
import { agreementCodes } from '../report/agreement-codes.js';
import { type AgreementGroup, type AgreementGrouping, agreementGroups } from '../report/agreement-groups.js';
import { type AgreementBasis, agreementTable } from '../report/agreement-table.js';
import { confusionTable } from '../report/confusion-table.js';
import type { Table } from '../report/model.js';
import type { Material } from './agree-material.js';
import type { Invocation, Values } from './command.js';
import { UsageError } from './failure.js';

/** What `--by` knows. */
export const GROUPS = ['code', 'source', 'round', 'coders'] as const;

/** What is shown: measures and each code, each code alone, or the main measures of groups; who used what; where they differ. */
export type AgreementView = 'measures' | 'code' | AgreementGrouping | 'confusion' | 'disagreements';

/** Those that show the measures over all sources, with intervals. */
export type DrawnView = 'measures' | 'code';

/** What the options want to see. */
export function viewOf(values: Values): AgreementView {
  if (values.flag('disagreements')) return 'disagreements';
  if (values.flag('confusion')) return 'confusion';
  return (values.one('by') as (typeof GROUPS)[number] | undefined) ?? 'measures';
}

/** Whether intervals are drawn for it. */
export function isDrawn(view: AgreementView): view is DrawnView {
  return view === 'measures' || view === 'code';
}

/** The tables of measures over all sources: of the measures and of each code, or of each code alone. */
export function drawnTables(
  view: DrawnView,
  agreement: AgreementOf,
  { labels }: Material,
  basis: AgreementBasis,
): Table[] {
  const { compared } = agreement;
  // Of two coders the figures of the pair are those of all.
  const pairs = compared.coders.length > 2 ? codesOfPairs(compared) : [];
  const codes = (own: AgreementBasis): Table => agreementCodes(agreement, pairs, own, shownCodes(compared), labels);
  // Beneath the measures what was said there need not be said again.
  return view === 'code' ? [codes(basis)] : [agreementTable(agreement, basis), codes({ ...basis, notes: [] })];
}

/** The table of a view without intervals. */
export function tableOf(
  view: Exclude<AgreementView, DrawnView>,
  { values }: Invocation,
  material: Material,
  basis: AgreementBasis,
): Table {
  const { compared, labels } = material;
  const { coders } = compared;
  if (view === 'disagreements')
    return material.disagreements({ codes: values.all('code'), onlyOpen: values.flag('open') }, basis);
  if (view !== 'confusion') return agreementGroups(groupsBy(view, material), view, basis);
  if (coders.length !== 2)
    throw new UsageError(`confusion is of two coders; there are ${coders.join(', ')}`, 'Name two of them.');
  const confusion = confusionOfCodes(compared, { first: 0, second: 1 });
  return confusionTable(confusion, [coders[0]!, coders[1]!], labels, basis);
}

function groupsBy(by: AgreementGrouping, { compared, rounds }: Material): AgreementGroup[] {
  const only = (sources: Compared['sources']): AgreementOf => agreementOf({ ...compared, sources }, null);
  if (by === 'source') return compared.sources.map((source) => ({ name: source.source, agreement: only([source]) }));
  if (by === 'coders') return agreementOfPairs(compared);
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
