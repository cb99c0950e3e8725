import { type Compared, NONE, type PairOfCoders, ofPair, unitsIn } from './compared.js';

/** Which codes one coder used where another used which. */
export interface CodeConfusion {
  /** The codes, and last no code. */
  readonly codes: readonly string[];
  /**
   * Rows: the first coder's code; columns: the second's. On the diagonal units where both used the code; else units where
   * the first used the row's and not the column's, the second the column's and not the row's. A code that stands against
   * nothing that only the other used stands against no code.
   */
  readonly counts: readonly (readonly number[])[];
  readonly units: number;
}

/**
 * Confusion between codes over the units that both coders saw. With one code a unit at most this is the table of
 * categories; of sets, every code that only the first used is set against every code that only the second used there.
 */
export function confusionOfCodes(compared: Compared, pair: PairOfCoders): CodeConfusion {
  const of = ofPair(compared, pair);
  const codes = [...of.codes, NONE];
  const places = new Map(codes.map((code, i) => [code, i]));
  const counts = codes.map(() => codes.map(() => 0));
  const add = (one: string, other: string): void => void counts[places.get(one)!]![places.get(other)!]!++;
  for (const { units } of of.sources) {
    for (const { sets } of units) {
      const [first, second] = sets as readonly (readonly string[])[];
      for (const code of first!) if (second!.includes(code)) add(code, code);
      const only = first!.filter((code) => !second!.includes(code));
      const others = second!.filter((code) => !first!.includes(code));
      if (first!.length + second!.length === 0) add(NONE, NONE);
      for (const code of only) for (const other of others.length > 0 ? others : [NONE]) add(code, other);
      if (only.length === 0) for (const other of others) add(NONE, other);
    }
  }
  return { codes, counts, units: unitsIn(of) };
}
