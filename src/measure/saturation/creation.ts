/** When coders worked: times are ISO 8601 in UTC, so that they compare as text. */
export interface CodingTimes {
  /** By id of the source: when the first of its codings, verdicts and seen units was stored. */
  readonly began: ReadonlyMap<string, string>;
  /** By id of the source, then by position of the code: when it was first laid there. */
  readonly laid: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

/** A source, or the sources of a case, by their ids. */
export interface Gathered {
  readonly sources: ReadonlySet<string>;
}

/**
 * When the coding of a source or case began; undefined where no log says.
 *
 * @example
 * beganAt({ sources: new Set(['b', 'a']) }, { began: new Map([['a', '2026-01-02'], ['b', '2026-01-01']]), laid: new Map() }) // => '2026-01-01'
 */
export function beganAt({ sources }: Gathered, { began }: CodingTimes): string | undefined {
  return earliest([...sources].map((source) => began.get(source)));
}

/**
 * When a code was first laid in a source or case; undefined where no log says.
 *
 * @example
 * laidAt({ sources: new Set(['a']) }, 3, { began: new Map(), laid: new Map([['a', new Map([[3, '2026-01-02']])]]) }) // => '2026-01-02'
 */
export function laidAt({ sources }: Gathered, code: number, { laid }: CodingTimes): string | undefined {
  return earliest([...sources].map((source) => laid.get(source)?.get(code)));
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.reduce((first, time) => (first === undefined || (time !== undefined && time < first) ? time : first));
}

/**
 * For each code the place, in an order of sources, where it was created: the one where it was laid before all others. Where
 * no time says, and among equal times, the first that has it. A code laid in a source when a coder came back to it is no
 * discovery of that source, though the source has it now.
 *
 * @param has for each source in order, the codes it has
 * @param timeOf when a code was first laid in the source at a place of the order
 * @example
 * [...createdIn([[7], [7, 8]], (place, code) => (code === 7 ? ['2026-01-05', '2026-01-02'][place] : undefined))] // => [[7, 1], [8, 1]]
 */
export function createdIn(
  has: readonly (readonly number[])[],
  timeOf: (place: number, code: number) => string | undefined,
): Map<number, number> {
  const created = new Map<number, { readonly place: number; readonly time: string | undefined }>();
  has.forEach((codes, place) => {
    for (const code of codes) {
      const time = timeOf(place, code);
      const known = created.get(code);
      if (known === undefined || (time !== undefined && (known.time === undefined || time < known.time)))
        created.set(code, { place, time });
    }
  });
  return new Map([...created].map(([code, { place }]) => [code, place]));
}
