import type { LaidCoding } from '../../coding/laid.js';
import type { Span } from '../../core/span.js';
import type { Turn, UnitKind } from '../../text/transcript.js';
import { unitFinder } from '../../text/unit-finder.js';
import { type CodedSource, attributeOf } from '../coded-source.js';
import { turnFinder } from '../turns.js';
import type { Bound, BoundCase, BoundCodes, BoundCondition, BoundRelation, Test } from './bound.js';
import { comparesTo } from './compare.js';
import { type GapTest, gapTest } from './gap.js';
import { isWhole } from './known.js';
import { type Segments, firstFrom, segmentsOf, standsToAny } from './segments.js';
import type { Operator } from './syntax.js';

/** What a query asks of the outside. */
export interface QueryTools {
  /** The study's unit: `near` without a distance means within one. */
  readonly unit: UnitKind;
  /** Where the keyword of a search is found in a source, in text order. */
  readonly found: (search: number) => readonly Span[];
  /** Whether the keyword of a search is found in a memo. */
  readonly inMemo: (search: number, memo: string) => boolean;
  /** Whether what `case has` asks holds of a case. */
  readonly holds: (at: number, name: string) => boolean;
}

/** A 1 for each coding of the source that is chosen; codings of turns that the filters leave out never are. */
export type Chosen = Uint8Array;

/** Answers expressions about one source. */
export function evaluator(source: CodedSource, tools: QueryTools): (bound: Bound) => Chosen {
  const { codings, transcript } = source;
  const findTurn = turnFinder(source);
  const turns = codings.map((coding) => findTurn(coding));
  const unit = unitFinder(transcript, tools.unit);

  const where = (test: (coding: LaidCoding, turn: Turn, i: number) => boolean): Chosen => {
    const chosen = new Uint8Array(codings.length);
    for (let i = 0; i < codings.length; i++) if (turns[i] !== null && test(codings[i]!, turns[i]!, i)) chosen[i] = 1;
    return chosen;
  };

  const choose = (bound: Bound): Chosen => {
    const { carried, bare } = answer(bound, true);
    return join(carried, bare, (a, b) => a | b) ?? new Uint8Array(codings.length);
  };

  /*
   * As if the expression were written out in alternatives, each of codes, relations and conditions that must all be so or
   * not: of an alternative the codings of its first code or relation are chosen, and each of them is asked all else.
   */
  const answer = (bound: Bound, is: boolean): Answer => {
    switch (bound.kind) {
      case 'not':
        return answer(bound.of, !is);
      case 'and':
      case 'or': {
        const [left, right] = [answer(bound.left, is), answer(bound.right, is)];
        return (bound.kind === 'or') === is ? either(left, right) : each(left, right);
      }
      case 'condition':
      case 'case': {
        const met = predicate(bound);
        return ofCondition(is ? met : where((_, __, i) => met[i] === 0));
      }
      default: {
        const met = select(bound);
        if (is) return { carried: met, bare: null, holds: once(() => onSegmentsOf(met)) };
        // Where nobody looked for it, that it is not there is not known.
        if (!isWhole(bound, source.lookedAt)) return ofNone();
        const on = onSegmentsOf(met);
        const off = where((_, __, i) => on[i] === 0);
        return { carried: off, bare: null, holds: () => off };
      }
    }
  };

  const ofCondition = (met: Chosen): Answer => ({ carried: null, bare: met, holds: () => met });
  const ofNone = (): Answer => {
    const none = new Uint8Array(codings.length);
    return { carried: none, bare: null, holds: () => none };
  };

  const predicate = (bound: BoundCondition | BoundCase): Chosen =>
    bound.kind === 'condition'
      ? where(testOf(bound.test, source, tools))
      : where((_, turn) => tools.holds(bound.at, attributeOf(source, turn, 'case')));

  const select = (bound: BoundCodes | BoundRelation): Chosen => {
    if (bound.kind === 'relation') return related(bound);
    const codes = new Set(bound.codes);
    return where(({ code }) => codes.has(code));
  };

  /** The codings whose segment is that of a chosen one. */
  const onSegmentsOf = (chosen: Chosen): Chosen => {
    const segments = segmentsOf(codings, chosen);
    return where(({ start, end }) => standsToAny('equals', start, end, segments));
  };

  const related = ({ operator, left, right, distance }: BoundRelation): Chosen => {
    const chosen = choose(left);
    const segments = segmentsOf(codings, choose(right));
    const isNear = nearness();
    return chosen.map((one, i) => (one === 1 && isNear(codings[i]!) ? 1 : 0));

    function nearness(): (coding: Span) => boolean {
      if (distance !== null) {
        const isSmall = gapTest(transcript, distance);
        return ({ start, end }) => standsWithin(operator, { start, end }, segments, isSmall);
      }
      if (operator !== 'near') return ({ start, end }) => standsToAny(operator, start, end, segments);
      const widened = unitsAround(segments);
      return (span) => {
        const { start, end } = around(span);
        return standsToAny('co-occurs', start, end, widened);
      };
    }
  };

  const around = ({ start, end }: Span): Span => {
    const [first, last] = [unit(start), unit(end - 1)];
    return { start: Math.min(start, first.start), end: Math.max(end, last.end) };
  };

  const unitsAround = ({ starts, ends }: Segments): Segments => {
    const spans = [...starts].map((start, i) => around({ start, end: ends[i]! }));
    const widened = spans.sort((a, b) => a.start - b.start || a.end - b.end);
    return segmentsOf(widened, new Uint8Array(widened.length).fill(1));
  };

  return choose;
}

/** What an expression says of the codings of a source; null where it can choose none of a kind. */
interface Answer {
  /** The codings that its codes and relations choose. */
  readonly carried: Chosen | null;
  /** Those that its conditions choose, where no code stands beside them. */
  readonly bare: Chosen | null;
  /** Those that it holds of, whichever codes they have. */
  readonly holds: () => Chosen;
}

function either(left: Answer, right: Answer): Answer {
  const or = (a: number, b: number): number => a | b;
  return {
    carried: join(left.carried, right.carried, or),
    bare: join(left.bare, right.bare, or),
    holds: once(() => both(left.holds(), right.holds(), or)),
  };
}

function each(left: Answer, right: Answer): Answer {
  const and = (a: number, b: number): number => a & b;
  const first = left.carried && both(left.carried, right.holds(), and);
  const second = left.bare && right.carried && both(left.bare, right.carried, and);
  return {
    carried: join(first, second, (a, b) => a | b),
    bare: left.bare && right.bare && both(left.bare, right.bare, and),
    holds: once(() => both(left.holds(), right.holds(), and)),
  };
}

function both(a: Chosen, b: Chosen, of: (a: number, b: number) => number): Chosen {
  return a.map((one, i) => of(one, b[i]!));
}

function join(a: Chosen | null, b: Chosen | null, of: (a: number, b: number) => number): Chosen | null {
  return a && b ? both(a, b, of) : (a ?? b);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Only the neighbour that is nearest need be looked at: a gap to any other holds that to it. */
function standsWithin(operator: Operator, { start, end }: Span, among: Segments, isSmall: GapTest): boolean {
  const { starts, byEnd } = among;
  const precedes = (): boolean => {
    const next = starts[firstFrom(starts, end)];
    return next !== undefined && isSmall(end, next);
  };
  const follows = (): boolean => {
    const last = byEnd.ends[firstFrom(byEnd.ends, start + 1) - 1];
    return last !== undefined && isSmall(last, start);
  };
  if (operator === 'precedes') return precedes();
  if (operator === 'follows') return follows();
  return standsToAny('co-occurs', start, end, among) || precedes() || follows();
}

function testOf(test: Test, source: CodedSource, tools: QueryTools): (coding: LaidCoding, turn: Turn) => boolean {
  if (test.kind === 'words') {
    const { search } = test;
    if (test.of === 'text') return holdsOneOf(tools.found(search));
    return ({ memos }) => memos?.some((memo) => tools.inMemo(search, memo)) ?? false;
  }
  const holds = comparesTo(test);
  if (test.name === 'coder') return ({ coders }) => holds(coders);
  return (_, turn) => holds([attributeOf(source, turn, test.name)]);
}

/** Whether a segment holds one of these spans, which are in text order. */
function holdsOneOf(spans: readonly Span[]): (segment: Span) => boolean {
  const starts = Int32Array.from(spans, ({ start }) => start);
  return ({ start, end }) => {
    for (let i = firstFrom(starts, start); i < starts.length && starts[i]! < end; i++) {
      if (spans[i]!.end <= end) return true;
    }
    return false;
  };
}
