import { seenTest } from '../../coding/is-seen.js';
import type { UnitKind } from '../../text/transcript.js';
import { type Unit, units } from '../../text/unit.js';
import type { CodedSource } from '../coded-source.js';

/** Units of speech that a rule and a coder can be compared on. */
export type JudgedKind = Exclude<UnitKind, 'source'>;

/** A unit of an included turn, and whether the coders read it. */
export interface Judged {
  readonly unit: Unit;
  readonly read: boolean;
}

/** The units of a source that pass the filters. */
export function judgedUnits({ transcript, included, seen = null }: CodedSource, kind: JudgedKind): Judged[] {
  const { turns } = transcript;
  const wasSeen = seen === null ? () => true : seenTest(seen, transcript);
  return units(transcript, kind)
    .filter(({ turn }) => included(turns[turn]!))
    .map((unit) => ({ unit, read: wasSeen(unit) }));
}
