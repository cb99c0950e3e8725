import { codingEntries } from '../core/catalogue/coding.js';
import type { Diagnostic } from '../core/diagnostic.js';
import type { Span } from '../core/span.js';
import { codePointIndex } from '../text/offset.js';
import { place } from './anchor.js';
import type { Coding } from './coding.js';
import type { ApplyEvent, SeenEvent, Verdict } from './event.js';
import type { Folded } from './fold.js';

/** A coder's answer to the rules' coding of a segment, found in the text. */
export interface PlacedVerdict {
  readonly segment: Span;
  /** The code's id. */
  readonly code: string;
  readonly verdict: Verdict;
  readonly memo?: string;
}

/** One coder's log of one source, laid on its text. */
export interface PlacedLog {
  readonly coder: string;
  readonly codings: readonly Coding[];
  readonly verdicts: readonly PlacedVerdict[];
  readonly seen: readonly SeenEvent[];
  /** What found no place, what has no code in the codebook, and ids used twice. Nothing of it is dropped from the log. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the place of everything in a folded log. What has lost its place, or whose code is unknown, is reported and
 * left out: it counts nowhere.
 *
 * @param text canonical text of the source
 * @param codes ids of the codebook's codes
 * @param file path of the log, for diagnostics
 */
export function placeLog(
  folded: Folded,
  log: { readonly coder: string; readonly source: string; readonly file: string },
  text: Uint8Array,
  codes: ReadonlySet<string>,
): PlacedLog {
  const { coder, source, file } = log;
  const index = codePointIndex(text);
  const diagnostics = folded.shared.map((id) => finding('QC209', `two different events have the id "${id}"`, file));
  const codings: Coding[] = [];
  const verdicts: PlacedVerdict[] = [];
  const find = (event: ApplyEvent): Span | null => {
    const { id, code, anchor } = event;
    if (!codes.has(code)) {
      diagnostics.push(finding('QC208', `coding "${id}" has the code "${code}", which the codebook lacks`, file));
      return null;
    }
    const segment = place(anchor, text, index);
    if (segment === null) {
      const quoted = `“${clipped(anchor.exact)}” is not at characters ${anchor.start}–${anchor.end} of ${source}`;
      diagnostics.push(finding('QC207', `coding "${id}" (${code}): ${quoted}`, file));
    }
    return segment;
  };
  for (const event of folded.codings) {
    const segment = find(event);
    if (segment === null) continue;
    const { id, at, code, memo, properties } = event;
    const extra = { ...(memo !== undefined && { memo }), ...(properties !== undefined && { properties }) };
    codings.push({ id, source, segment, code, by: { coder, at }, ...extra });
  }
  for (const event of folded.verdicts) {
    const segment = find(event);
    if (segment === null) continue;
    const { code, verdict, memo } = event;
    verdicts.push({ segment, code, verdict, ...(memo !== undefined && { memo }) });
  }
  return { coder, codings, verdicts, seen: folded.seen, diagnostics };
}

function finding(code: 'QC207' | 'QC208' | 'QC209', message: string, file: string): Diagnostic {
  return { code, severity: 'warning', message, remedy: codingEntries[code]!.remedy, place: { file } };
}

function clipped(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
}
