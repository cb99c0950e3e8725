import { extname } from 'node:path';
import { STAR, STARRED, citationOf } from '../coding/citation.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { attributeOf } from '../measure/coded-source.js';
import { WITHHELD, mayQuote } from '../measure/quotation.js';
import { selectedKey } from '../measure/selected.js';
import { counted } from '../report/basis.js';
import { type CodingRow, codingLines, codingsTable } from '../report/codings-table.js';
import { type Filters, includedTurns, isSelective } from '../store/filters.js';
import { finding } from '../store/finding.js';
import { type StoredCoding, type StoredSource, readStored } from '../store/stored-codings.js';
import type { Study } from '../store/study.js';
import { labelKey } from '../text/speaker.js';
import { decode } from '../text/utf8.js';
import { turnAt } from '../text/transcript.js';
import { coderAmong } from './coders.js';
import type { ExitCode, Invocation, Values } from './command.js';
import { UsageError } from './failure.js';
import { type Findings, tellOn } from './findings.js';
import { measure } from './measured.js';
import { unknownCase, unknownSpeaker } from './passing.js';
import { printBlock, write } from './print.js';
import { type CodedStudy, codesToList, filtersInWords, filtersOf, startedStudyFor } from './study-options.js';

/** Lists the stored codings that pass: `qcode codings list`. */
export async function listCodings(invocation: Invocation): Promise<ExitCode> {
  const { values, shell } = invocation;
  const findings = tellOn(shell);
  const study = await startedStudyFor({ ...invocation, arguments: [] }, findings);
  const named = values.one('coder');
  const coder = named === undefined ? undefined : coderAmong(named, study.logs);
  const codes = codesToList(values, study);
  const ids = codes && new Set(codes.map((code) => study.codebook.codes[code]?.id));
  const starred = values.flag('starred');
  // What is stored is listed, whomever figures leave out.
  const whole = { ...study, settings: { ...study.settings, excludeRoles: [] } };
  const filters = filtersOf(values, whole);
  const isSelected = await selection(invocation, whole, findings);
  const rows: CodingRow[] = [];
  const found = { cases: new Set<string>(), speakers: new Set<string>() };
  const coded = new Set(study.logs.map(({ source }) => source));
  for (const source of study.sources) {
    if (!coded.has(source.id) && filters.cases.length + filters.speakers.length === 0) continue;
    const { value, diagnostics } = await readStored(study, source, (name) => coder === undefined || name === coder);
    findings.tell(diagnostics);
    if (!value) continue;
    note(found, value, study);
    for (const coding of passing(value, filters, study.settings.caseAttribute)) {
      const { code, properties } = coding.event;
      if ((ids?.has(code) ?? true) && (!starred || properties?.[STAR] === STARRED) && isSelected(source.id, coding))
        rows.push(rowOf(coding, value));
    }
  }
  for (const name of filters.cases) if (!found.cases.has(name)) throw unknownCase(name, study);
  for (const name of filters.speakers) if (!found.speakers.has(labelKey(name))) throw unknownSpeaker(name);
  findings.tell(unknownCodes(rows, study));
  if (wantsLines(values)) await write(shell, values, codingLines(rows));
  else {
    const notes = [
      ...(coder === undefined ? [] : [`only the codings of ${coder}`]),
      ...filtersInWords(filters),
      ...(filters.query ? ['no rejections, and no codings without a sure place'] : []),
    ];
    await printBlock(invocation, codingsTable(rows, { starred, notes }));
  }
  return findings.exitCode();
}

/**
 * Which stored codings the query selects: it is asked of the codings of all coders, or of the one named. A code and segment
 * is one coding in a query: what several coders laid alike is listed of all of them.
 */
async function selection(
  invocation: Invocation,
  study: CodedStudy,
  findings: Findings,
): Promise<(source: string, coding: StoredCoding) => boolean> {
  const { values } = invocation;
  if (values.one('query') === undefined) return () => true;
  const coder = values.one('coder');
  const set = coder === undefined ? ({ kind: 'manual' } as const) : ({ kind: 'coder', coder } as const);
  const { value, unanswered } = await measure(invocation, study, findings, () => ({ selected: {} }), set);
  if (unanswered.length > 0)
    throw new UsageError(`${unanswered.join(', ')} ran out of time`, 'Write the expression more simply.');
  const positions = new Map(study.codebook.codes.map(({ id }, code) => [id, code]));
  return (source, { coder: who, event, span }) => {
    const code = positions.get(event.code);
    if (span === null || code === undefined || event.verdict === 'reject') return false;
    return value.selected.has(selectedKey(source, span, code, who));
  };
}

/** Codings whose code the codebook lacks are listed, but count nowhere. */
function unknownCodes(rows: readonly CodingRow[], { codebook }: CodedStudy): Diagnostic[] {
  const known = new Set(codebook.codes.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { code } of rows) if (!known.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) =>
    finding('QC208', `the codebook lacks the code "${code}" of ${counted(count, 'coding')}`, undefined, 'warning'),
  );
}

function wantsLines(values: Values): boolean {
  const format = values.one('format');
  if (format !== undefined) return format === 'jsonl';
  return !values.flag('json') && extname(values.one('output') ?? '').toLowerCase() === '.jsonl';
}

function note(
  found: { readonly cases: Set<string>; readonly speakers: Set<string> },
  { described }: StoredSource,
  { settings }: Study,
): void {
  const { turns } = described.transcript;
  for (const turn of turns.length > 0 ? turns : [undefined]) {
    found.cases.add(attributeOf(described, turn, 'case')).add(attributeOf(described, turn, settings.caseAttribute));
    if (turn && turn.speaker !== null) found.speakers.add(labelKey(turn.speaker));
  }
}

/** As in figures a coding passes with any turn that it overlaps; one whose place is not sure, with any of its source. */
function passing(
  { codings, described }: StoredSource,
  filters: Filters,
  caseAttribute: string,
): readonly StoredCoding[] {
  const passes = includedTurns(described, filters, caseAttribute);
  if (passes === null) return codings;
  const { turns } = described.transcript;
  if (turns.length === 0) return isSelective(filters) ? [] : codings;
  return codings.filter(({ span }) =>
    turns.some(({ start, end, index }) => passes[index] && (span === null || (start < span.end && end > span.start))),
  );
}

function rowOf(
  { coder, event, placement, span }: StoredCoding,
  { source, lookup, described }: StoredSource,
): CodingRow {
  const { transcript, anchoring, lines } = lookup;
  const turn = span ? turnAt(transcript.turns, span.start) : undefined;
  const { [STAR]: star, ...properties } = event.properties ?? {};
  const laid = span && { ...span, code: 0, hits: [], coders: [] };
  // Where it is not known whose words they are, one who did not consent keeps them all.
  const permitted = laid ? mayQuote(described, laid) : described.quotable === undefined;
  const words = span ? decode(transcript.text, span.start, span.end) : event.anchor.exact;
  return {
    id: event.id,
    source: source.id,
    case: attributeOf(described, turn, 'case'),
    coder,
    code: event.code,
    start: span && anchoring.index.toCodePoints(span.start),
    end: span && anchoring.index.toCodePoints(span.end),
    line: span && transcript.linesBefore + lines.lineOf(span.start),
    turn: turn ? turn.index + 1 : null,
    speaker: turn?.speaker ?? null,
    at: event.at,
    verdict: event.verdict ?? null,
    star: star ?? null,
    citation: turn ? citationOf(source.id, turn.index + 1) : null,
    memo: event.memo ?? null,
    properties: Object.keys(properties).length > 0 ? properties : null,
    state: placement.kind,
    quotation: permitted ? words : WITHHELD,
  };
}
