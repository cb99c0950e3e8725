/** A product of conditions, such as `A*~C`: the conditions that matter, and their values. Bits as in `CrispCases`. */
export interface Implicant {
  readonly mask: number;
  /** 0 outside the mask. */
  readonly bits: number;
}

/**
 * Whether a configuration has all that the implicant asks.
 */
export function covers({ mask, bits }: Implicant, configuration: number): boolean {
  return (configuration & mask) === bits;
}

/**
 * The product as it is written: `~` for absence, `*` for and, conditions in their order; 1 where nothing is asked.
 *
 * @example
 * written({ mask: 0b101, bits: 0b100 }, ['A', 'B', 'C']) // => 'A*~C'
 */
export function written({ mask, bits }: Implicant, conditions: readonly string[]): string {
  const parts = conditions.flatMap((name, i) => {
    const bit = 1 << (conditions.length - 1 - i);
    return (mask & bit) === 0 ? [] : [(bits & bit) === 0 ? `~${name}` : name];
  });
  return parts.join('*') || '1';
}

/** Fewer conditions first, then by their places, presence before absence. */
export function byReading(a: Implicant, b: Implicant): number {
  return size(a) - size(b) || b.mask - a.mask || b.bits - a.bits;
}

function size({ mask }: Implicant): number {
  let left = mask;
  let bits = 0;
  for (; left !== 0; left &= left - 1) bits++;
  return bits;
}

/**
 * All prime implicants of a set of configurations: the products that cover nothing else and lose that when a condition
 * is dropped.
 *
 * Source: W. V. Quine (1952), Amer. Math. Monthly 59:521; E. J. McCluskey (1956), Bell System Tech. J. 35:1417.
 *
 * @param configurations each once
 * @param conditions how many there are
 */
export function primeImplicants(configurations: readonly number[], conditions: number): readonly Implicant[] {
  const all = 2 ** conditions - 1;
  const primes: Implicant[] = [];
  // Implicants by mask, their bits in a set: two of one mask that differ in one bit are one without it.
  let level = new Map([[all, new Set(configurations)]]);
  while (level.size > 0) {
    const next = new Map<number, Set<number>>();
    for (const [mask, known] of level) {
      for (const bits of known) {
        let isPrime = true;
        for (let bit = 1; bit <= mask; bit <<= 1) {
          if ((mask & bit) === 0 || !known.has(bits ^ bit)) continue;
          isPrime = false;
          const wider = next.get(mask & ~bit) ?? new Set();
          next.set(mask & ~bit, wider.add(bits & ~bit));
        }
        if (isPrime) primes.push({ mask, bits });
      }
    }
    level = next;
  }
  return primes.sort(byReading);
}
