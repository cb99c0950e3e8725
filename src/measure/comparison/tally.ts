import type { Codebook } from '../../codebook/codebook.js';
import { firstEndingAfter } from '../../text/furniture.js';
import { countWords } from '../../text/word.js';
import { type CodedSource, attributeOf, isCounted } from '../coded-source.js';
import { LANGUAGE } from '../language.js';
import { hasBit, readIn, setBit } from '../looked.js';
import { type Ancestors, ancestorsIn, rolledUp } from '../rollup.js';
import { type Judged, judgedUnits } from '../rule-check/judged.js';
import { languageOf } from '../rule-check/language.js';
import { NO_GROUP } from '../stratum.js';

/** What is counted for a comparison of groups. */
export interface ComparisonOptions {
  /** The attribute whose values are the groups. */
  readonly by: string;
  /** The attribute that groups cases (`type`), or null for no groups. */
  readonly groupBy: string | null;
  readonly rollup: boolean;
  /** The study's main language, or null. */
  readonly language: string | null;
  /** Whose turns count: all that pass the filters, or those of them that no interviewer speaks. */
  readonly turns: 'all' | 'respondents';
  /** By position of the code: rules of it ran over everything, so that turns which no coder read count too. */
  readonly everywhere: readonly boolean[];
  /** Whether words are counted. */
  readonly words: boolean;
}

/** What one source adds to one group of one case. */
export interface ComparedPart {
  readonly source: string;
  readonly case: string;
  readonly language: string;
  /** The value of the attribute, or `(none)`. */
  readonly value: string;
  /** The group of the case. */
  readonly group: string;
  /** One bit a code: somebody looked for it in the source. */
  readonly looked: Uint32Array;
  turns: number;
  /** Those of them that coders read. */
  readTurns: number;
  words: number;
  readWords: number;
  /** By position of the code, in turns that count for it: turns with a coding of it, and codings. */
  readonly coded: Uint32Array;
  readonly segments: Uint32Array;
}

/** A comparison in the making: plain data, a part for each source and value. */
export interface ComparisonTally {
  readonly options: ComparisonOptions;
  readonly codes: number;
  readonly ancestors: Ancestors;
  readonly parts: ComparedPart[];
  /** Who speaks, whatever the filters say: how many sources have turns, an interviewer, a respondent. */
  readonly speech: { sources: number; interviewed: number; answered: number };
}

export function createComparison(codebook: Codebook, options: ComparisonOptions): ComparisonTally {
  return {
    options,
    codes: codebook.codes.length,
    ancestors: ancestorsIn(codebook),
    parts: [],
    speech: { sources: 0, interviewed: 0, answered: 0 },
  };
}

/** Adds a source. */
export function addToComparison(tally: ComparisonTally, source: CodedSource): void {
  if (!isCounted(source)) return;
  const { options, codes } = tally;
  const { text, furniture, turns } = source.transcript;
  const judged = judgedUnits(source, 'turn').filter(
    ({ unit }) => options.turns === 'all' || turns[unit.turn]!.role !== 'interviewer',
  );
  noteSpeech(tally, source);
  const partOf = partsOf(tally, source);
  const parts = judged.map(({ unit }) => partOf(unit.turn));
  judged.forEach(({ unit, read }, i) => {
    const part = parts[i]!;
    part.turns++;
    if (read) part.readTurns++;
    if (!options.words) return;
    const { words } = countWords(text, unit, furniture);
    part.words += words;
    if (read) part.readWords += words;
  });
  countCodings(tally, source, judged, parts, codes);
}

function noteSpeech({ speech }: ComparisonTally, { transcript: { turns } }: CodedSource): void {
  if (turns.length === 0) return;
  speech.sources++;
  if (turns.some(({ role }) => role === 'interviewer')) speech.interviewed++;
  if (turns.some(({ role }) => role === 'respondent')) speech.answered++;
}

function countCodings(
  { options, ancestors }: ComparisonTally,
  source: CodedSource,
  judged: readonly Judged[],
  parts: readonly ComparedPart[],
  codes: number,
): void {
  const spans = judged.map(({ unit }) => unit);
  const met = new Set<number>();
  for (const { start, end, code } of options.rollup ? rolledUp(source.codings, ancestors) : source.codings) {
    const first = firstEndingAfter(spans, start);
    for (let i = first; i < spans.length && spans[i]!.start < end; i++) {
      if (!judged[i]!.read && !options.everywhere[code]) continue;
      // A coding over several turns is one coding, of the first of them.
      if (i === first) parts[i]!.segments[code]!++;
      const place = i * codes + code;
      if (met.has(place)) continue;
      met.add(place);
      parts[i]!.coded[code]!++;
    }
  }
}

/** Tells which part each turn of a source adds to. */
function partsOf(tally: ComparisonTally, source: CodedSource): (turn: number) => ComparedPart {
  const { options, codes, ancestors } = tally;
  const language = languageOf(source, options.language);
  const looked = readIn(source, codes).bits.slice();
  if (options.rollup)
    for (let code = 0; code < codes; code++)
      if (hasBit(looked, code)) for (const above of ancestors[code]!) setBit(looked, above);
  const found = new Map<string, ComparedPart>();
  return (index) => {
    const turn = source.transcript.turns[index];
    const value = options.by === LANGUAGE ? language : attributeOf(source, turn, options.by);
    const group = options.groupBy === null ? NO_GROUP : attributeOf(source, turn, options.groupBy);
    const ofCase = attributeOf(source, turn, 'case');
    const key = `${value}\0${group}\0${ofCase}`;
    let part = found.get(key);
    if (part === undefined) {
      part = {
        source: source.transcript.source,
        case: ofCase,
        language,
        value,
        group,
        looked,
        turns: 0,
        readTurns: 0,
        words: 0,
        readWords: 0,
        coded: new Uint32Array(codes),
        segments: new Uint32Array(codes),
      };
      found.set(key, part);
      tally.parts.push(part);
    }
    return part;
  };
}

/** Adds a tally of sources that follow. `from` is used up. */
export function mergeComparison(into: ComparisonTally, from: ComparisonTally): void {
  into.parts.push(...from.parts);
  for (const name of ['sources', 'interviewed', 'answered'] as const) into.speech[name] += from.speech[name];
}
