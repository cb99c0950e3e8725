import { sizeOf } from '../text/utf8.js';
import { PLACES_MOST, PLACES_SHARE, SEED, SEEDS_MOST, SEED_COMMON } from './thresholds.js';

/**
 * Where in a text stretches may stand that are like those sought: for each, the bytes where it would begin, those with
 * most shared grams first. Takes time in proportion to the text, whatever is sought.
 *
 * @param sought quotations with their context: where their grams stand tells where to look
 */
export function likelyPlaces(text: Uint8Array, sought: readonly Uint8Array[]): number[][] {
  if (sought.length === 0) return [];
  const wanted = gramsOf(sought);
  const found = new Map<number, number[]>();
  eachGram(text, 1, (hash, at) => {
    if (!wanted.has(hash)) return;
    const places = found.get(hash);
    if (places === undefined) found.set(hash, [at]);
    else if (places.length <= SEED_COMMON) places.push(at);
  });
  const starts: number[][] = sought.map(() => []);
  for (const [hash, places] of found) {
    if (places.length > SEED_COMMON) continue;
    for (const { which, offset } of wanted.places(hash)) for (const at of places) starts[which]!.push(at - offset);
  }
  return starts.map((list, which) => densest(list, Math.max(24, sought[which]!.length / 4)));
}

interface Grams {
  has(hash: number): boolean;
  places(hash: number): readonly { readonly which: number; readonly offset: number }[];
}

function gramsOf(sought: readonly Uint8Array[]): Grams {
  const byHash = new Map<number, { which: number; offset: number }[]>();
  /** Most grams of a text are none of these: a bit for each remainder answers faster than the map. */
  const bits = new Uint8Array(1 << 16);
  sought.forEach((bytes, which) => {
    eachGram(bytes, Math.max(1, Math.trunc(bytes.length / SEEDS_MOST)), (hash, offset) => {
      const list = byHash.get(hash);
      if (list) list.push({ which, offset });
      else byHash.set(hash, [{ which, offset }]);
      bits[(hash >>> 3) & 0xffff]! |= 1 << (hash & 7);
    });
  });
  return {
    has: (hash) => (bits[(hash >>> 3) & 0xffff]! & (1 << (hash & 7))) !== 0 && byHash.has(hash),
    places: (hash) => byHash.get(hash)!,
  };
}

/** Visits the grams that begin with a character, one in `every`. */
function eachGram(bytes: Uint8Array, every: number, visit: (hash: number, at: number) => void): void {
  let skipped = 0;
  for (let at = 0; at + SEED <= bytes.length; at += sizeOf(bytes[at]!)) {
    if (skipped++ % every !== 0) continue;
    let end = at;
    while (end < at + SEED) end += sizeOf(bytes[end]!);
    let hash = 0x811c9dc5;
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    visit(hash >>> 0, at);
  }
}

/** The middles of the stretches of `width` that hold most of the numbers, the fullest first; of equals the first. */
function densest(numbers: number[], width: number): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const stretches: { from: number; votes: number; middle: number }[] = [];
  let last = 0;
  for (let first = 0; first < sorted.length; first++) {
    while (last < sorted.length && sorted[last]! <= sorted[first]! + width) last++;
    stretches.push({ from: sorted[first]!, votes: last - first, middle: sorted[(first + last - 1) >>> 1]! });
  }
  stretches.sort((a, b) => b.votes - a.votes || a.from - b.from);
  const chosen: { from: number; middle: number }[] = [];
  for (const { from, middle, votes } of stretches) {
    if (chosen.length === PLACES_MOST || votes < PLACES_SHARE * stretches[0]!.votes) break;
    if (chosen.every((other) => Math.abs(other.from - from) > width)) chosen.push({ from, middle });
  }
  return chosen.map(({ middle }) => middle);
}
