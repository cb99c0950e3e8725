import type { LaidCoding } from '../../coding/laid.js';
import type { Span } from '../../core/span.js';
import type { Turn, UnitKind } from '../../text/transcript.js';
import { unitFinder } from '../../text/unit-finder.js';
import { type CodedSource, attributeOf } from '../coded-source.js';
import { turnFinder } from '../turns.js';
import { type Bound, type BoundRelation, type Test, isCondition } from './bound.js';
import { comparesTo } from './compare.js';
import { type GapTest, gapTest } from './gap.js';
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

  const where = (test: (coding: LaidCoding, turn: Turn) => boolean): Chosen => {
    const chosen = new Uint8Array(codings.length);
    for (let i = 0; i < codings.length; i++) if (turns[i] !== null && test(codings[i]!, turns[i]!)) chosen[i] = 1;
    return chosen;
  };

  const choose = (bound: Bound): Chosen => {
    switch (bound.kind) {
      case 'codes': {
        const codes = new Set(bound.codes);
        return where(({ code }) => codes.has(code));
      }
      case 'condition':
        return where(testOf(bound.test, source, tools));
      case 'case':
        return where((_, turn) => tools.holds(bound.at, attributeOf(source, turn, 'case')));
      case 'or':
        return both(choose(bound.left), choose(bound.right), (a, b) => a | b);
      case 'and': {
        const [left, right] = [choose(bound.left), choose(bound.right)];
        if (isCondition(bound.right)) return both(left, right, (a, b) => a & b);
        // A selection on both sides asks for both on one segment; what is returned is the first.
        if (isCondition(bound.left)) return both(right, left, (a, b) => a & b);
        return both(left, onSegmentsOf(right), (a, b) => a & b);
      }
      case 'not': {
        const of = choose(bound.of);
        const left = isCondition(bound.of) ? of : onSegmentsOf(of);
        return where(() => true).map((all, i) => all & ~left[i]!);
      }
      case 'relation':
        return related(bound);
    }
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

function both(a: Chosen, b: Chosen, join: (a: number, b: number) => number): Chosen {
  return a.map((one, i) => join(one, b[i]!));
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
