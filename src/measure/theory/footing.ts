import type { Codebook } from '../../codebook/codebook.js';
import { isBefore } from '../../coding/event-time.js';
import { isCondition } from '../query/bound.js';
import { turnTruth } from '../query/turn-truth.js';
import type { CaseEvidence } from './evidence.js';
import { factsOf, themesRead } from './expression.js';
import type { TestedCase } from './tested.js';
import type { Theory } from './theory.js';
import { codesAsked } from './values.js';

/**
 * What a case is to a rule. `pattern check`: it was worked on before the rule was written, and may have suggested it.
 * `test`: it was worked on only afterwards. `undated`: the logs do not say.
 */
export type Footing = 'test' | 'pattern check' | 'undated';

/** By rule, by case; null for a rule that does not say when it was written. */
export type Footings = readonly (readonly Footing[] | null)[];

/**
 * Which cases test each rule, and which were known when it was written.
 *
 * @param began when coders first did something with each source (ISO 8601, UTC), by its id
 */
export function footingsOf(
  theory: Theory,
  { codes }: Codebook,
  cases: readonly TestedCase[],
  began: ReadonlyMap<string, string>,
): Footings {
  return theory.rules.map(({ written }, rule) => {
    if (written === undefined) return null;
    const asked = codesOf(theory, rule, codes.length);
    return cases.map(({ evidence }) => footingOf(written, asked, evidence, began));
  });
}

function footingOf(
  written: string,
  asked: ReadonlySet<number>,
  { sources, undated }: CaseEvidence,
  began: ReadonlyMap<string, string>,
): Footing {
  const times = [...sources].flatMap((source) => began.get(source) ?? []);
  if (times.some((at) => isKnownBy(at, written))) return 'pattern check';
  // A hit that no coder laid or accepted could be read in a table at any time.
  return times.length === 0 || [...asked].some((code) => undated[code]) ? 'undated' : 'test';
}

/** Whether something stored at a time may have been known to who wrote on a day, or at a time. */
function isKnownBy(at: string, written: string): boolean {
  // What was done on the day itself may have been done before.
  return written.includes('T') ? isBefore(at, written) : at.slice(0, written.length) <= written;
}

/** Positions of all codes that a rule asks for, also by way of the themes that it reads. */
export function codesOf({ facts, rules }: Theory, rule: number, codes: number): ReadonlySet<number> {
  const visited = new Set([rule]);
  const found = new Set<number>();
  for (const at of visited) {
    const { condition, expects } = rules[at]!;
    for (const fact of [...factsOf(condition), ...(expects && at === rule ? factsOf(expects.of) : [])]) {
      const { bound } = facts[fact]!;
      // A condition such as `coder = ann` is asked of every coding.
      const asked =
        isCondition(bound) && !turnTruth(bound) ? [Array.from({ length: codes }, (_, i) => i)] : codesAsked(bound);
      for (const code of asked.flat()) found.add(code);
    }
    const read = new Set(themesRead(condition).map(({ name }) => name));
    rules.forEach(({ adds }, other) => adds.some((theme) => read.has(theme)) && visited.add(other));
  }
  return found;
}
