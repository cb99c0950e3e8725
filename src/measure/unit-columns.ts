import type { Span } from '../core/span.js';
import type { Turn, UnitKind } from '../text/transcript.js';
import { unitFinder } from '../text/unit-finder.js';
import { units } from '../text/unit.js';
import type { CodedSource } from './coded-source.js';
import type { CodingColumns, UnitColumns } from './sweep.js';
import { turnFinder } from './turns.js';

/**
 * The units that codings of a source overlap, those of excluded turns left out. Text without codings is not read.
 *
 * @param slotOf to which case slot a turn belongs
 * @param isUnit which units count
 */
export function unitColumns(
  source: CodedSource,
  kind: UnitKind,
  codings: CodingColumns,
  slotOf: (turn: Turn) => number,
  isUnit: (unit: Span) => boolean = anyUnit,
): UnitColumns {
  const start: number[] = [];
  const end: number[] = [];
  const caseSlot: number[] = [];
  const turnOf = turnFinder(source);
  forEachTouched(source, kind, codings, (unit) => {
    const turn = turnOf(unit);
    if (turn === null || !isUnit(unit)) return;
    start.push(unit.start);
    end.push(unit.end);
    caseSlot.push(slotOf(turn));
  });
  return {
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    caseSlot: Int32Array.from(caseSlot),
  };
}

const anyUnit = (): boolean => true;

function forEachTouched(
  source: CodedSource,
  kind: UnitKind,
  codings: CodingColumns,
  visit: (unit: Span) => void,
): void {
  if (codings.count === 0) return;
  const { text } = source.transcript;
  if (kind === 'source') return visit({ start: 0, end: text.length });
  const find = unitFinder(source.transcript, kind);
  let next = 0;
  let reach = 0;
  let at = 0;
  while (next < codings.count || at < reach) {
    if (at >= reach) at = Math.max(at, codings.start[next]!);
    const unit = find(at);
    // Past the last unit the finder answers with that.
    if (unit.end <= at) return;
    visit(unit);
    for (; next < codings.count && codings.start[next]! < unit.end; next++) reach = Math.max(reach, codings.end[next]!);
    at = unit.end;
  }
}

/** How many units of included turns a source has, coded or not. Reads all its text. */
export function countUnits(source: CodedSource, kind: UnitKind, isUnit: (unit: Span) => boolean = anyUnit): number {
  const { turns, text } = source.transcript;
  if (kind === 'source')
    return (turns.length === 0 || turns.some(source.included)) && isUnit({ start: 0, end: text.length }) ? 1 : 0;
  const turnOf = turnFinder(source);
  return units(source.transcript, kind).filter((unit) => turnOf(unit) !== null && isUnit(unit)).length;
}
