import type { Codebook } from '../codebook/codebook.js';
import type { Transcript, Turn, UnitKind } from '../text/transcript.js';
import { units } from '../text/unit.js';
import { seenTest } from './is-seen.js';
import type { PlacedSeen } from './seen.js';

/**
 * The ids of the codes that a coder who marks units as seen looked for in a source: those that there were when one of its
 * units was seen. Null for all codes of the codebook: where nothing tells which there were, they count as if they had been
 * there.
 *
 * @param seen units of the source that have their place in the text
 * @param snapshots ids of the codes in states of the codebook, by the SHA-256 of its file
 */
export function lookedFor(
  seen: readonly PlacedSeen[],
  codebook: Pick<Codebook, 'codes'>,
  snapshots: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const digest of new Set(seen.map(({ event }) => event.codebook))) {
    const then = snapshots.get(digest);
    if (then === undefined) return null;
    // A code that was renamed was there under its former id.
    for (const code of codebook.codes) {
      if ([code.id, ...code.was].some((id) => then.has(id))) found.add(code.id);
    }
  }
  return found;
}

/** How far a coder has come in a source. */
export interface Progress {
  readonly kind: UnitKind;
  readonly seen: number;
  readonly units: number;
}

const KINDS: readonly UnitKind[] = ['turn', 'paragraph', 'sentence', 'line', 'source'];

/**
 * How many of a source's units a coder has seen, counted in the kind of unit that was marked most often (a tie: the larger
 * one).
 *
 * @param included whether a turn counts: what filters leave out need not be read
 */
export function progressOf(
  seen: readonly PlacedSeen[],
  transcript: Transcript,
  included: (turn: Turn) => boolean = () => true,
): Progress {
  const marked = (kind: UnitKind): number => seen.filter(({ event }) => event.unit.kind === kind).length;
  const kind = KINDS.reduce((best, other) => (marked(other) > marked(best) ? other : best));
  const all = units(transcript, kind).filter(({ turn }) => kind === 'source' || included(transcript.turns[turn]!));
  const isSeen = seenTest(
    seen.map(({ span }) => span),
    transcript,
  );
  return { kind, seen: all.filter(isSeen).length, units: all.length };
}
