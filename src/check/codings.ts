import type { Diagnostic, Place, Severity } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import type { Span } from '../core/span.js';
import type { CodedSource } from '../measure/coded-source.js';
import { counted } from '../report/basis.js';
import type { Role } from '../text/transcript.js';

/** A coding or verdict that holds. */
export interface CheckedCoding {
  readonly id: string;
  /** The code's id. */
  readonly code: string;
  readonly isVerdict: boolean;
  /** Where it stands, in bytes. */
  readonly span: Span;
}

/** What a coder's log of a source amounts to, as far as its places are sure. */
export interface CheckedLog {
  readonly coder: string;
  /** Its path, for diagnostics. */
  readonly file: string;
  readonly codings: readonly CheckedCoding[];
}

/** Whether no figure counts what is said in a segment: its speakers have roles that are left out, or did not consent. */
export function isUncounted(source: CodedSource, excluded: readonly Role[], { start, end }: Span): boolean {
  const turns = source.transcript.turns.filter((turn) => turn.start < end && turn.end > start);
  return turns.length > 0 && !turns.some((turn) => source.included(turn) && !excluded.includes(turn.role));
}

/** Says which codings are of speech that no figure counts; nothing where there are none. */
export function uncounted(names: readonly string[], place?: Place): Diagnostic[] {
  if (names.length === 0) return [];
  const verbs = names.length === 1 ? ['is', 'counts'] : ['are', 'count'];
  const what = `${counted(names.length, 'coding')} ${verbs[0]} of speech that figures leave out, and ${verbs[1]} nowhere`;
  return [finding('QC446', `${what}: ${listed(names)}`, place, 'warning')];
}

/** Says which verdicts are on segments that no rule codes so, or no longer; nothing where there are none. */
export function idle(names: readonly string[], place: Place, severity: Severity): Diagnostic[] {
  if (names.length === 0) return [];
  const what = `${counted(names.length, 'verdict')} ${names.length === 1 ? 'answers' : 'answer'} no coding of a rule`;
  return [finding('QC445', `${what}: ${listed(names)}`, place, severity)];
}

/** Codings that a coder laid over one segment more than once, as two programs at the same time can. */
export function twins({ coder, file, codings }: CheckedLog): Diagnostic[] {
  const bySegment = new Map<string, CheckedCoding[]>();
  for (const coding of codings.filter(({ isVerdict }) => !isVerdict)) {
    const key = JSON.stringify([coding.span.start, coding.span.end, coding.code]);
    bySegment.set(key, [...(bySegment.get(key) ?? []), coding]);
  }
  return [...bySegment.values()]
    .filter(({ length }) => length > 1)
    .map((same) => {
      const what = `${coder} has laid ${same[0]!.code} over one segment ${same.length} times: ${listed(same.map(({ id }) => id))}`;
      const remedy = 'They count as one: remove all but one with `qcode codings remove ID`.';
      return { ...finding('QC443', what, { file }, 'warning'), remedy };
    });
}

/** Units that were decided twice by adjudications that were joined since, as the places of both name them. */
export function decidedApart(file: string, lines: readonly number[]): Diagnostic[] {
  if (lines.length === 0) return [];
  const n = lines.length;
  const what = `${counted(n, 'unit')} ${n === 1 ? 'was' : 'were'} decided twice, apart, and not alike, and ${n === 1 ? 'is' : 'are'} open again: ${n === 1 ? 'line' : 'lines'} ${listed(lines.map(String))}`;
  return [finding('QC455', what, { file }, 'warning')];
}

/** How many names a message lists. */
const MOST_LISTED = 8;

function listed(names: readonly string[]): string {
  return `${names.slice(0, MOST_LISTED).join(', ')}${names.length > MOST_LISTED ? ', …' : ''}`;
}
