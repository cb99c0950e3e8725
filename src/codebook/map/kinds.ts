import type { Relation } from '../codebook.js';

/** What `is-a` says, relation by relation, as far as no code is a kind of itself by it. */
export class Kinds {
  private readonly above = new Map<string, string[]>();
  private readonly hasKinds = new Set<string>();

  /** Takes in that a code is a kind of another; if that closes a circle, it is left out, and the circle told in words. */
  add({ from, type, to }: Relation): string | undefined {
    if (type !== 'is-a') return undefined;
    // No chain leads to a code of which nothing is a kind: that spares most searches.
    const chain = this.hasKinds.has(from) ? this.chain(to, from) : undefined;
    if (chain) return [from, ...chain].join(' is-a ');
    this.above.set(from, [...(this.above.get(from) ?? []), to]);
    this.hasKinds.add(to);
    return undefined;
  }

  /** The codes over which one code is a kind of another, both included. */
  private chain(from: string, to: string): readonly string[] | undefined {
    const before = new Map<string, string | null>([[from, null]]);
    // A map is walked in the order in which it grows.
    for (const code of before.keys()) {
      if (code === to) return chainTo(code, before);
      for (const above of this.above.get(code) ?? []) if (!before.has(above)) before.set(above, code);
    }
    return undefined;
  }
}

function chainTo(end: string, before: ReadonlyMap<string, string | null>): string[] {
  const chain: string[] = [];
  for (let code: string | null = end; code !== null; code = before.get(code) ?? null) chain.unshift(code);
  return chain;
}

/** The first circle of `is-a` in words; undefined where no code is a kind of itself. */
export function circleOfKinds(relations: readonly Relation[]): string | undefined {
  const kinds = new Kinds();
  for (const relation of relations) {
    const circle = kinds.add(relation);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
