import { type AgreementOf } from '../measure/agree/agree.js';
import { emptyIn, unitsIn } from '../measure/agree/compared.js';
import type { AgreementBasis } from './agreement-table.js';
import type { Column, Table } from './model.js';

/** Agreement over a part of what was compared. */
export interface AgreementGroup {
  /** `ann – bo`, a source's id, the number of a round. */
  readonly name: string;
  readonly agreement: AgreementOf;
}

/** Why there are none, and where they are. */
const NO_INTERVALS: Readonly<Record<AgreementGrouping, string>> = {
  source: 'No intervals: they draw whole sources, and each row is one.',
  round: 'No intervals here: qcode agree --round N has those of a round.',
  coders: 'No intervals here: qcode agree with two names has those of a pair.',
};

/** What groups are. */
export type AgreementGrouping = 'source' | 'round' | 'coders';

/** Measures that are shown of each group, where there are such, by their ids. */
const SHOWN = [
  'percent',
  'alpha',
  'cohen',
  'fleiss',
  'ac1',
  'alpha-masi',
  'alpha-jaccard',
  'holsti',
  'pooled-kappa',
  'u-alpha',
  'f1-exact',
  'f1-exact-sd',
  'f1-partial',
];
const SECONDARY = new Set(['alpha-jaccard', 'fleiss', 'f1-exact-sd', 'u-alpha', 'f1-partial']);

/**
 * The main measures of each source, round or pair of coders, a row a group.
 *
 * @param by what the groups are
 */
export function agreementGroups(
  groups: readonly AgreementGroup[],
  by: AgreementGrouping,
  { subject, notes, parameters }: AgreementBasis,
): Table {
  const figures = groups.flatMap(({ agreement }) => agreement.figures);
  const present = SHOWN.flatMap((id) => {
    const figure = figures.find((one) => one.id === id);
    return figure ? [{ id, name: figure.name }] : [];
  });
  const column = ({ id, name }: { id: string; name: string }): Column => ({
    key: id.replaceAll('-', '_'),
    label: name,
    format: 'ratio',
    ...(SECONDARY.has(id) && { secondary: true }),
  });
  return {
    kind: 'table',
    name: `agreement-by-${by}`,
    title: `Agreement by ${by}, of ${subject}`,
    parameters,
    namesLeftOut: true,
    columns: [
      { key: by, label: by, format: 'text' },
      { key: 'units', label: 'units', format: 'integer' },
      { key: 'empty', label: 'without a code', format: 'integer' },
      ...present.map(column),
    ],
    rows: groups.map(({ name, agreement }) => ({
      cells: [
        { value: name },
        { value: unitsIn(agreement.compared) },
        { value: emptyIn(agreement.compared) },
        ...present.map(({ id }) => ({ value: agreement.figures.find((one) => one.id === id)?.result.value ?? null })),
      ],
    })),
    notes: [...notes, `${NO_INTERVALS[by]} All measures with their counts: qcode agree without --by.`],
  };
}
