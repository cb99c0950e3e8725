import type { FrequencyColumn, Frequency } from './frequency-types.js';
import type { Incident } from './incident.js';
import type { Quotation } from './quotation.js';
import type { Labels } from './stratum.js';

/** Incidents that are held against those of other groups. */
export interface Compared {
  /** A column of the frequency table, or the id of a code; empty for the total of a group of cases. */
  readonly name: string;
  /** The group of cases; null where cases are not grouped. */
  readonly group: string | null;
  /** Distinct segments, as `frequency` counts them; null where nobody looked. */
  readonly segments: number | null;
  /** Cases that have one, and cases in which somebody looked. */
  readonly cases: number | null;
  readonly casesLookedAt: number;
  readonly incidents: readonly Incident[];
}

/** A group of cases: its columns, and their total computed anew. */
export interface ComparedCases {
  readonly columns: readonly Compared[];
  readonly total: Compared;
}

/**
 * The incidents of one code by the columns of the frequency table, those without an incident too.
 *
 * @param labels how the frequency tally shows columns by speaker
 * @param code the code's position
 */
export function byColumn(
  incidents: readonly Incident[],
  labels: Labels,
  { columns, groups }: Frequency,
  code: number,
): ComparedCases[] {
  const compared = (column: FrequencyColumn, name: string, own: readonly Incident[]): Compared => ({
    name,
    group: column.group,
    segments: column.figures.segments[code] ?? null,
    cases: column.figures.cases[code] ?? null,
    casesLookedAt: column.casesLookedAt[code]!,
    incidents: own,
  });
  return groups.map(({ group, total }) => {
    const own = incidents.filter(({ stratum }) => group === null || stratum.group === group);
    return {
      columns: columns
        .filter((column) => column.group === group)
        .map((column) => {
          const here = own.filter(({ stratum: { column: key } }) => (labels.get(key) ?? key) === column.key);
          return compared(column, column.key, here);
        }),
      total: compared(total, '', []),
    };
  });
}

/** The incidents of two codes: of segments that have both, and of those that have one of them. */
export interface TwoCodes {
  /** Each quoted once, and under each code. */
  readonly both: readonly Incident[];
  readonly first: readonly Incident[];
  readonly second: readonly Incident[];
}

/**
 * Tells the incidents of two codes apart. Segments are the same where source, start and end are; an incident that
 * overlaps one of the other code otherwise says so.
 *
 * @param incidents of both codes, in text order
 * @param first the id of the first code
 * @param second of the second
 */
export function ofTwoCodes(incidents: readonly Incident[], first: string, second: string): TwoCodes {
  const ofFirst = bySource(incidents, first);
  const ofSecond = bySource(incidents, second);
  const both: Incident[] = [];
  const alone = (own: BySource, others: BySource, pair: (one: Incident, other: Incident) => void): Incident[] =>
    [...own].flatMap(([source, here]) => {
      const there = others.get(source) ?? [];
      return here.flatMap((incident) => {
        const meeting = there.filter((other) => meets(incident.quotation, other.quotation));
        const same = meeting.find((other) => isSame(incident.quotation, other.quotation));
        if (same !== undefined) pair(incident, same);
        return same === undefined ? [overlapping(incident, meeting)] : [];
      });
    });
  return {
    first: alone(ofFirst, ofSecond, (one, other) => both.push(together(one, other))),
    second: alone(ofSecond, ofFirst, () => {}),
    both,
  };
}

type BySource = ReadonlyMap<string, readonly Incident[]>;

function bySource(incidents: readonly Incident[], code: string): BySource {
  const found = new Map<string, Incident[]>();
  for (const incident of incidents) {
    if (incident.quotation.code !== code) continue;
    const { source } = incident.quotation;
    const known = found.get(source);
    if (known) known.push(incident);
    else found.set(source, [incident]);
  }
  return found;
}

function meets(one: Quotation, other: Quotation): boolean {
  return one.start < other.end && other.start < one.end;
}

function isSame(one: Quotation, other: Quotation): boolean {
  return one.start === other.start && one.end === other.end;
}

function overlapping(incident: Incident, others: readonly Incident[]): Incident {
  const overlaps = [...new Set(others.map(({ quotation }) => quotation.code))];
  return { ...incident, quotation: { ...incident.quotation, overlaps } };
}

function together(one: Incident, other: Incident): Incident {
  const under = [one.quotation, other.quotation];
  const { pieces } = one.together ?? one.quotation;
  return { ...one, rank: Math.min(one.rank, other.rank), quotation: { ...one.quotation, pieces, under } };
}

/** How many cases incidents are of. */
export function casesOf(incidents: readonly Incident[]): number {
  return new Set(incidents.map(({ quotation }) => quotation.case)).size;
}
