import type { Code, Codebook, Relation } from '../codebook/codebook.js';
import { descendantsOf } from '../codebook/tree.js';
import { nameOf as nameOfSet } from '../measure/analysis-set.js';
import { type Compared, type ComparedCases, type TwoCodes, casesOf } from '../measure/comparison.js';
import type { Incident } from '../measure/incident.js';
import { whyUnknown } from './asked.js';
import { type Basis, basisNotes, counted, titleOf } from './basis.js';
import { entryOf, nameOf } from './code-entry.js';
import { type Cell, type Column, type Figures, type Quotation, type QuotationGroup } from './model.js';
import type { Quotations, Report, Row, Table } from './model.js';
import { uniqueNames } from './unique.js';

/** Which of each group's incidents are shown, by the rule that `selection` says; all where there is none. */
export interface Choice {
  readonly selection: string | null;
  readonly choose: (groups: readonly (readonly Incident[])[]) => Quotation[][];
}

/** What a comparison is shown with, whatever is compared. */
export interface Surroundings {
  readonly basis: Basis;
  readonly caveats: readonly string[];
  readonly codebook: Codebook;
  /** Whether the codings of a code are also those of the codes below it. */
  readonly rolledUp: boolean;
  /** What people call a case, by its id. */
  readonly caseNames: ReadonlyMap<string, string>;
  readonly choice: Choice;
  /** The memo on a code, by its id; empty where there is none. */
  readonly memoOn: (code: string) => string;
}

/** A comparison: for people a report, for a spreadsheet its incidents. */
export interface Comparison {
  readonly report: Report;
  readonly incidents: Quotations;
  /** In a line what was found, and one on what that rests: `Hope 3, Bureau 0, 和里 –`, `keyword hits; only the case A1`. */
  readonly found: { readonly segments: string; readonly of: string };
}

/** A row of the overview, and what stands under its heading. */
interface Group {
  readonly key: string;
  readonly heading: string;
  /** What people read in the overview in place of the key. */
  readonly label?: string;
  readonly cells: readonly Cell[];
  /** A total, whose incidents stand in other groups. */
  readonly summary?: true;
  readonly incidents: readonly Incident[];
  /** In how many cases there are incidents, and of how many. */
  readonly cases?: string;
}

function figureColumn(key: string, label: string): Column {
  return { key, label, format: 'integer' };
}

/** The incidents of one code by the columns of a frequency table. */
export function comparisonByColumn(
  code: Code,
  by: string,
  groups: readonly ComparedCases[],
  surroundings: Surroundings,
): Comparison {
  const shown = groups.flatMap(({ columns, total }, i) =>
    i > 0 && columns.length === 1 ? columns : [...columns, total],
  );
  const keys = uniqueNames(
    shown.map(({ name, group }) => ({ name: name || 'total', group })),
    [],
  );
  const rows = shown.map(({ name, segments, cases, casesLookedAt, incidents }, i): Group => {
    const cells = [segments, cases, casesLookedAt].map((value): Cell => ({ value }));
    const key = keys[i]!;
    if (name === '') return { key, heading: key, cells, summary: true, incidents };
    const of = casesLookedAt > 1 ? `, in ${cases ?? 0} of ${casesLookedAt} cases` : '';
    return { key, heading: key, cells, incidents, cases: of };
  });
  const table: Table = {
    kind: 'table',
    name: 'groups',
    title: `Where there are incidents, by ${by}`,
    columns: [
      { key: 'group', label: by, format: 'text' },
      figureColumn('segments', 'segments'),
      figureColumn('cases', 'cases with one'),
      figureColumn('cases_looked_at', 'cases looked at'),
    ],
    rows: rows.map(rowOf),
    notes: [...overviewNotes(shown, code, surroundings), ...basisNotes(surroundings.basis)],
  };
  return comparisonOf(`${withBelow(nameOf(code), surroundings)} by ${by}`, [code], table, rows, surroundings);
}

/** The incidents of two codes: on segments that have both, and of each alone. */
export function comparisonOfTwo(
  [one, other]: readonly [Code, Code],
  relations: readonly Relation[],
  { both, first, second }: TwoCodes,
  totals: readonly [number | null, number | null],
  surroundings: Surroundings,
): Comparison {
  const [oneKey, otherKey, bothKey] = uniqueNames(
    [one.id, other.id, 'both'].map((name) => ({ name, group: null })),
    [],
  ) as [string, string, string];
  const [ofOne, ofOther] = totals;
  const looked = ofOne !== null && ofOther !== null;
  const part = (key: string, heading: string, label: string, known: boolean, incidents: readonly Incident[]): Group => {
    const meeting = incidents.filter(({ quotation: { overlaps = [] } }) => overlaps.length > 0).length;
    const figures = [incidents.length, meeting, casesOf(incidents)].map((value): Cell => ({
      value: known ? value : null,
    }));
    return { key, heading, label, cells: incidents === both ? withoutMeeting(figures) : figures, incidents };
  };
  const whole = ({ id }: Code, total: number | null, incidents: readonly Incident[]): Group => {
    const figures = [total, null, total === null ? null : casesOf(incidents)].map((value): Cell => ({ value }));
    const label = `${id} in all`;
    return { key: label, heading: label, label, cells: withoutMeeting(figures), summary: true, incidents: [] };
  };
  const rows = [
    part(bothKey, 'On the same segment', 'on the same segment', looked, both),
    part(oneKey, `Only ${nameOf(one)}`, `only ${one.id}`, ofOne !== null, first),
    part(otherKey, `Only ${nameOf(other)}`, `only ${other.id}`, ofOther !== null, second),
    whole(one, ofOne, [...both, ...first]),
    whole(other, ofOther, [...both, ...second]),
  ];
  const table: Table = {
    kind: 'table',
    name: 'groups',
    title: 'Segments that have both codes, or one',
    columns: [
      { key: 'group', label: 'codes', format: 'text' },
      figureColumn('segments', 'segments'),
      figureColumn('overlapping', 'overlapping the other code'),
      figureColumn('cases', 'cases'),
    ],
    rows: rows.map(rowOf),
    notes: [
      'The same segment: the same first and last character. What overlaps otherwise stands under its own code and says so.',
      ...(looked
        ? [casesNote([...both, ...first], [...both, ...second], [one, other])]
        : [
            unknownNote(
              [one, other].filter((_, i) => totals[i] === null),
              surroundings,
            ),
          ]),
      ...relations.map(({ from, type, to }) => `The codebook says: ${from} ${type} ${to}.`),
      ...basisNotes(surroundings.basis),
    ],
  };
  const what = `${nameOf(one)} and ${nameOf(other)}${surroundings.rolledUp ? ', each with the codes below it,' : ''}`;
  return comparisonOf(what.replace(/,$/, ''), [one, other], table, rows, surroundings);
}

/** Codes that share no segment may share their cases. */
function casesNote(
  ofOne: readonly Incident[],
  ofOther: readonly Incident[],
  [one, other]: readonly [Code, Code],
): string {
  const either = casesOf([...ofOne, ...ofOther]);
  const [onlyOther, onlyOne] = [either - casesOf(ofOne), either - casesOf(ofOther)];
  return `Cases with both codes: ${either - onlyOne - onlyOther}; with ${one.id} only: ${onlyOne}; with ${other.id} only: ${onlyOther}.`;
}

/** Whether a segment overlaps one of the other code is no question of those that have both, nor of a code in all. */
function withoutMeeting([segments, , cases]: readonly Cell[]): Cell[] {
  return [segments!, { value: null, blank: true }, cases!];
}

function rowOf({ key, label, cells, summary }: Group): Row {
  const name: Cell = label === undefined ? { value: key } : { value: key, label };
  return { cells: [name, ...cells], ...(summary && { summary }) };
}

function overviewNotes(shown: readonly Compared[], code: Code, surroundings: Surroundings): string[] {
  return [
    `Segments as qcode frequency${surroundings.rolledUp ? ' --rollup' : ''} counts them.`,
    ...(shown.some(({ segments }) => segments === 0) ? ['0: somebody looked there and found none.'] : []),
    ...(shown.some(({ segments }) => segments === null) ? [unknownNote([code], surroundings)] : []),
  ];
}

function unknownNote(codes: readonly Code[], { basis: { asked }, codebook }: Surroundings): string {
  const positions = codes.map((code) => codebook.codes.indexOf(code));
  return `–: ${whyUnknown(asked, positions).join(', or ')}.`;
}

function withBelow(name: string, { rolledUp }: Surroundings): string {
  return rolledUp ? `${name} and the codes below it` : name;
}

function comparisonOf(
  what: string,
  codes: readonly Code[],
  table: Table,
  rows: readonly Group[],
  surroundings: Surroundings,
): Comparison {
  const { basis, caveats, caseNames, choice, memoOn, rolledUp } = surroundings;
  const present = rows.filter(({ incidents }) => incidents.length > 0);
  const chosen = choice.choose(present.map(({ incidents }) => incidents));
  const title = `Incidents of ${what} (${titleOf(basis.set)})`;
  const incidents: Quotations = {
    kind: 'quotations',
    name: 'incidents',
    title,
    groups: present.map(({ key, heading, incidents: all, cases = '' }, i): QuotationGroup => {
      const [few, many] = [chosen[i]!, counted(all.length, 'segment')];
      const note = few.length === all.length ? many : `${few.length} of ${many}`;
      return { key, heading, note: note + cases, quotations: few };
    }),
    caseNames,
    sideBySide: true,
    ...(rolledUp && { rolledUp }),
    notes: [
      ...(choice.selection === null ? [] : [choice.selection]),
      'Matched keywords are marked; what the interviewer asked before stands above the quotation. Lines are those of the file.',
    ],
  };
  const heads = codes.map((code) => headOf(code, memoOn(code.id), surroundings));
  const segments = rows
    .filter(({ summary }) => !summary)
    .map(({ key, cells }) => `${key} ${String(cells[0]!.value ?? '–')}`)
    .join(', ');
  return {
    report: { title, caveats, sections: [{ heading: '', blocks: [...heads, table, incidents] }] },
    incidents,
    found: { segments, of: restsOn(surroundings) },
  };
}

/** What the codebook, and the memo, say of a code: what its incidents are held against. */
function headOf(code: Code, memo: string, { codebook, rolledUp }: Surroundings): Figures {
  const below = rolledUp ? descendantsOf(codebook, codebook.codes.indexOf(code)) : [];
  const said: [string, string, string][] = [
    ['code', 'Code', nameOf(code)],
    ...entryOf(code),
    ...(below.length > 0
      ? [['below', 'Codes below', below.map((each) => codebook.codes[each]!.id).join(', ')] as [string, string, string]]
      : []),
    ...(memo === '' ? [] : [['memo', 'Memo', memo] as [string, string, string]]),
  ];
  return {
    kind: 'figures',
    name: 'code',
    figures: said.map(([key, label, value]) => ({ key, label, value, format: 'text' })),
  };
}

/** Whose codings the figures are of, and which of them. */
function restsOn({ basis: { set, filters }, rolledUp }: Surroundings): string {
  const below = rolledUp ? ['the codes below counted in'] : [];
  return [nameOfSet(set), ...below, ...(filters.length > 0 ? filters : ['no filter'])].join('; ');
}
