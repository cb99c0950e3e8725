/**
 * qcode as a library: the pure layers, so that a script can do all that a command does. Positions inside are byte
 * offsets into UTF-8 canonical text; `codePointIndex` converts them.
 */
export type { Diagnostic, Outcome, Place, Severity } from './core/diagnostic.js';
export { isError } from './core/diagnostic.js';
export { type CatalogueEntry, catalogue } from './core/catalogue.js';
export { renderDiagnostic } from './core/render.js';
export { type Span, bySpan, contains, overlaps } from './core/span.js';
export type { Furniture, Header, Role, Transcript, Turn, UnitKind } from './text/transcript.js';
export { type ParseOptions, parseTranscript } from './text/parse.js';
export { type CodePointIndex, type LineIndex, codePointIndex, lineIndex } from './text/offset.js';
export { type WordCount, countWords } from './text/word.js';
export { decode, encode } from './text/utf8.js';
export type {
  Code,
  Codebook,
  Distance,
  Expression,
  Keyword,
  Literal,
  Rule,
  SegmentKind,
  Stem,
} from './codebook/codebook.js';
export { type NewCode, addCode } from './codebook/edit/add.js';
export { identifierFor } from './codebook/edit/identifier-for.js';
export { type Merging, mergeCodes } from './codebook/edit/merge.js';
export { type Renaming, renameCode } from './codebook/edit/rename.js';
export { currentId } from './codebook/former.js';
export { parseCodebook } from './codebook/parse.js';
export { ancestorsOf, childrenOf, codeAt, descendantsOf, rootsOf } from './codebook/tree.js';
export type { Anchor, Coding, Provenance } from './coding/coding.js';
export type { ApplyEvent, Event, RemoveEvent, SeenEvent, SeenUnit, Verdict } from './coding/event.js';
export { withCurrentCodes } from './coding/current-codes.js';
export { type Folded, foldEvents } from './coding/fold.js';
export { parseLog } from './coding/log.js';
export { printEvent } from './coding/print-event.js';
export { type PlacedLog, placeLog } from './coding/placed.js';
export { type PlacedSeen, placeSeen } from './coding/seen.js';
export type { Hit } from './match/hit.js';
export { type MatchTools, type Matcher, compileMatcher } from './match/matcher.js';
export type { RunExpression } from './match/expression.js';
export { autocode } from './match/autocode.js';
export { type AnalysisSet, defaultSet, layCodings, lookedAt } from './measure/analysis-set.js';
export { type CodedSource, type LaidCoding, attributeOf } from './measure/coded-source.js';
export { addToFrequency, createFrequency, mergeFrequency } from './measure/frequency.js';
export { finishFrequency } from './measure/frequency-finish.js';
export { type MatrixOptions, frequencyMatrix } from './measure/frequency-matrix.js';
export type { Frequency, FrequencyOptions } from './measure/frequency-types.js';
export { addToCooccurrence, createCooccurrence, mergeCooccurrence } from './measure/cooccurrence.js';
export { finishCooccurrence } from './measure/cooccurrence-finish.js';
export { cooccurrenceMatrix, rankedPairs } from './measure/cooccurrence-matrix.js';
export type { Cooccurrence, CooccurrenceOptions } from './measure/cooccurrence-types.js';
export { type CodePair, type PairGroup, type PairMeasure, finishPairs, sortedPairs } from './measure/pairs/finish.js';
export { type PairOptions, addToPairs, createPairs, mergePairs } from './measure/pairs/tally.js';
export {
  type ComparisonOptions,
  type ComparisonTally,
  addToComparison,
  createComparison,
  mergeComparison,
} from './measure/comparison/tally.js';
export { type ComparedCode, compareGroups } from './measure/comparison/compare.js';
export { describeGroups } from './measure/comparison/describe.js';
export { type ComparedUnits, comparedUnits } from './measure/comparison/units.js';
export * from './measure/statistics.js';
export { type AgreementFigure, type AgreementOf, agreementOf } from './measure/agree/agree.js';
export type { Compared, ComparedSource, ComparedText, ComparedUnit } from './measure/agree/compared.js';
export { type CodeConfusion, confusionOfCodes } from './measure/agree/confusion.js';
export { type KwicLine, kwicLines } from './measure/kwic.js';
export { type Quotation, quotationsOf } from './measure/quotation.js';
export { type SourceGlance, glanceOf } from './measure/glance.js';
export type { Matrix } from './measure/matrix.js';
export type { Report, Table } from './report/model.js';
export { renderCsv } from './report/csv.js';
export { renderJson } from './report/json.js';
export { renderMarkdown } from './report/markdown.js';
export { renderTerminal } from './report/terminal.js';
export { type StudyReportInput, studyReport } from './report/study-report.js';
