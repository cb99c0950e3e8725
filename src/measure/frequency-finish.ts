import type { Codebook } from '../codebook/codebook.js';
import { byCodePoint } from '../core/order.js';
import { MISSING } from './coded-source.js';
import { type FrequencyTally, type Spread, spreadKeys } from './frequency.js';
import { bitsIn, casesLooked, casesWhere, denominatorsOf } from './frequency-denominators.js';
import type { Base, Counting, Figures, Frequency, FrequencyColumn, FrequencyGroup, Needs } from './frequency-types.js';
import { groupOrder } from './group-order.js';
import { hasBit } from './looked.js';
import type { MatrixRow } from './matrix.js';
import { once } from '../core/once.js';
import { NO_GROUP, type Stratum } from './stratum.js';

/** A code's row. */
export function rowsOf(codebook: Codebook): MatrixRow[] {
  return codebook.codes.map(({ id, name, depth }) => ({ code: id, label: name, depth }));
}

/**
 * Makes columns, totals and cases of a tally. Totals are computed from the strata, not summed from columns: a source or
 * a case that stands in two columns is one source and one case.
 *
 * @param groups values of the grouping attribute in the order of cases.csv; the first that occurs is the one that the
 *   table's total covers. Others follow in code-point order, `(none)` last.
 */
export function finishFrequency(tally: FrequencyTally, codebook: Codebook, groups: readonly string[]): Frequency {
  const strata = [...tally.strata.values()];
  const counted = countable(tally, codebook);
  const names = groupOrder(strata, groups);
  const columns: FrequencyColumn[] = [];
  const found: FrequencyGroup[] = [];
  for (const name of names) {
    const own = strata.filter(({ group }) => group === name);
    const group = names.length === 1 && (name === NO_GROUP || name === MISSING) ? null : name;
    for (const [key, members] of sortedBy(own, ({ column }) => tally.labels.get(column) ?? column)) {
      columns.push(columnOf(counted, key, group, members, spreadKeys(members[0]!)[0]));
    }
    const cases = sortedBy(own, (stratum) => stratum.case).map(([key, members]) =>
      columnOf(counted, key, group, members, spreadKeys(members[0]!)[2]),
    );
    found.push({ group, total: columnOf(counted, 'total', group, own, spreadKeys(own[0]!)[1]), cases });
  }
  return { rows: rowsOf(codebook), columns, groups: found, options: tally.options, scripts: tally.scripts };
}

/** The tally, its spreads by what they are of, and for which codes a rule could make hits. */
interface Countable {
  readonly tally: FrequencyTally;
  readonly spreads: ReadonlyMap<string, readonly Spread[]>;
  readonly hasRules: readonly boolean[];
}

function countable(tally: FrequencyTally, codebook: Codebook): Countable {
  const hasRules = codebook.codes.map(({ rules }) => rules.length > 0);
  if (tally.options.rollup) {
    tally.ancestors.forEach((above, code) => {
      if (hasRules[code]) for (const ancestor of above) hasRules[ancestor] = true;
    });
  }
  return { tally, spreads: new Map(sortedBy([...tally.spreads.values()], ({ of }) => of)), hasRules };
}

function sortedBy<T>(list: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const members = found.get(key);
    if (members === undefined) found.set(key, [one]);
    else members.push(one);
  }
  return [...found].sort(([a], [b]) => byCodePoint(a, b));
}

/** Figures are made when first asked for: a table of thousands of columns shows one kind of them. */
function columnOf(
  { tally, spreads: allSpreads, hasRules }: Countable,
  key: string,
  group: string | null,
  strata: readonly Stratum[],
  spreadKey: string,
): FrequencyColumn {
  const { codes, options } = tally;
  const { needs } = options;
  const spreads = allSpreads.get(spreadKey)!;
  const cases = once(() => sortedBy(strata, (stratum) => stratum.case).map(([, members]) => members));
  const looked = once(() =>
    bitsIn(
      strata.map(({ looked: bits }) => bits),
      tally,
    ),
  );
  const read = once(() =>
    bitsIn(
      strata.map(({ read: bits }) => bits),
      tally,
    ),
  );
  const everything = { strata, spreads, cases, tally, hasRules };
  const base = once(() => baseOf(strata, spreads, cases().length, needs));
  const lookedAt = once(() => denominatorsOf(tally, strata, spreads, cases()));
  const segments = once(() => summed(strata, codes, (stratum) => stratum.segments));
  return {
    key,
    group,
    figures: figuresOf(everything, null, (code) => segments()[code]! > 0 || hasBit(looked(), code)),
    rated: figuresOf(
      everything,
      (part) => bitsIn([part], tally),
      (code) => hasBit(read(), code),
    ),
    get casesLookedAt() {
      return casesLooked(cases(), tally);
    },
    get lookedAt() {
      return lookedAt();
    },
    get base() {
      return base();
    },
  };
}

type Figure = number | null;
type Counters = ArrayLike<number>;
type Bits = Uint32Array;

/** What the figures of a column are made of. */
interface Summable {
  readonly strata: readonly Stratum[];
  readonly spreads: readonly Spread[];
  readonly cases: () => readonly (readonly Stratum[])[];
  readonly tally: FrequencyTally;
  readonly hasRules: readonly boolean[];
}

/**
 * The figures of a column.
 *
 * @param counts for which codes a part counts, given those for which somebody read it; null: all, for all
 * @param known of which codes there are figures
 */
function figuresOf(
  { strata, spreads, cases, tally: { codes, options }, hasRules }: Summable,
  counts: ((read: Bits) => Bits) | null,
  known: (code: number) => boolean,
): Figures {
  const { needs } = options;
  const bits = counts && (({ read }: { readonly read: Bits }) => counts(read));
  const sums = <T extends { readonly read: Bits }>(parts: readonly T[], of: (part: T) => Counters): Counters =>
    bits === null ? summed(parts, codes, of) : summedWhere(parts, codes, of, bits);
  const ofStrata = (asked: boolean | undefined, of: (stratum: Stratum) => Counters | null): (() => Figure[]) =>
    once(() => shown(asked ? sums(strata, (stratum) => of(stratum)!) : null, codes, known));
  const made: Record<Counting, () => Figure[]> = {
    segments: ofStrata(true, (stratum) => stratum.segments),
    hits: once(() => {
      const found = needs.hits ? sums(strata, (stratum) => stratum.hits!) : null;
      return shown(found, codes, (code) => hasRules[code]! && known(code));
    }),
    sources: once(() => shown(needs.sources ? sums(spreads, (spread) => spread.sources!) : null, codes, known)),
    cases: once(() => shown(casesWith(cases(), codes, bits), codes, known)),
    words: ofStrata(needs.words, ({ words }) => words),
    characters: ofStrata(needs.words, ({ characters }) => characters),
  };
  return {
    get segments() {
      return made.segments();
    },
    get hits() {
      return made.hits();
    },
    get sources() {
      return made.sources();
    },
    get cases() {
      return made.cases();
    },
    get words() {
      return made.words();
    },
    get characters() {
      return made.characters();
    },
  };
}

function summed<T>(parts: readonly T[], codes: number, of: (part: T) => Counters): Counters {
  if (parts.length === 1) return of(parts[0]!);
  const sums = new Float64Array(codes);
  for (const part of parts) {
    const counts = of(part);
    for (let code = 0; code < codes; code++) sums[code]! += counts[code]!;
  }
  return sums;
}

function summedWhere<T>(
  parts: readonly T[],
  codes: number,
  of: (part: T) => Counters,
  where: (part: T) => Bits,
): Counters {
  const sums = new Float64Array(codes);
  for (const part of parts) {
    const [counts, bits] = [of(part), where(part)];
    for (let code = 0; code < codes; code++) if (hasBit(bits, code)) sums[code]! += counts[code]!;
  }
  return sums;
}

function shown(counts: Counters | null, codes: number, known: (code: number) => boolean): Figure[] {
  const figures: Figure[] = [];
  for (let code = 0; code < codes; code++) figures.push(counts !== null && known(code) ? counts[code]! : null);
  return figures;
}

function casesWith(
  cases: readonly (readonly Stratum[])[],
  codes: number,
  where: ((part: Stratum) => Bits) | null,
): number[] {
  return casesWhere(cases, codes, (strata) => {
    const bits = where && strata.map(where);
    return (code) => strata.some(({ segments }, i) => segments[code]! > 0 && (bits === null || hasBit(bits[i]!, code)));
  });
}

function baseOf(strata: readonly Stratum[], spreads: readonly Spread[], cases: number, needs: Needs): Base {
  const whole = (name: keyof Stratum['base']): number => strata.reduce((sum, { base }) => sum + base[name], 0);
  return {
    sources: spreads.reduce((sum, { all }) => sum + all, 0),
    cases,
    turns: needs.words ? whole('turns') : null,
    speakers: needs.words ? spreads.reduce((sum, { speakers }) => sum + speakers, 0) : null,
    segments: whole('segments'),
    hits: needs.hits ? whole('hits') : null,
    words: needs.words ? whole('words') : null,
    characters: needs.words ? whole('characters') : null,
    paragraphs: needs.paragraphs ? whole('paragraphs') : null,
  };
}
