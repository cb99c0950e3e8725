import type { LaidCoding } from '../coding/laid.js';
import { joined, seenTest, touching } from '../coding/is-seen.js';
import type { Span } from '../core/span.js';
import { labelKey } from '../text/speaker.js';
import type { Turn } from '../text/transcript.js';
import { units } from '../text/unit.js';
import { countWords } from '../text/word.js';
import type { CodedSource } from './coded-source.js';
import type { Needs } from './frequency-types.js';
import type { Spread } from './frequency.js';
import { type Scripts, addScript } from './scripts.js';
import type { Stratum } from './stratum.js';
import { isNobodys, speechFinder, turnFinder } from './turns.js';
import { stretches } from './union.js';

/**
 * Adds what must be read from the text: words and characters of codes and of columns, the script of the source,
 * turns, speakers and paragraphs of columns.
 */
export function addText(
  { needs, codes, scripts, spreads }: TextTally,
  source: CodedSource,
  codings: readonly LaidCoding[],
  stratumOf: (turn: Turn) => Stratum,
): void {
  const isRead = readTest(source);
  if (needs.words) {
    addSpeech(source, scripts, spreads, stratumOf);
    addCoverage(source, codings, codes, stratumOf);
  }
  if (needs.paragraphs) {
    const find = turnFinder(source);
    for (const paragraph of units(source.transcript, 'paragraph')) {
      const turn = find(paragraph);
      if (turn === null) continue;
      const { base } = stratumOf(turn);
      base.paragraphs++;
      if (isRead(paragraph)) base.readParagraphs++;
    }
  }
}

/** What the text adds to, but for strata. */
interface TextTally {
  readonly needs: Needs;
  readonly codes: number;
  readonly scripts: Scripts;
  /** What each stratum of the source is part of. */
  readonly spreads: Spreads;
}

type Spreads = ReadonlyMap<Stratum, readonly Spread[]>;

function addSpeech(source: CodedSource, scripts: Scripts, spreads: Spreads, stratumOf: (turn: Turn) => Stratum): void {
  const { transcript, included } = source;
  const { text, turns, furniture } = transcript;
  const readIn = readCounts(source);
  let allWords = 0;
  let han = 0;
  const hear = listener();
  for (const turn of turns) {
    if (!included(turn)) continue;
    const { words, characters, hanCharacters } = countWords(text, { start: turn.speech, end: turn.end }, furniture);
    if (isNobodys(turn, characters)) continue;
    const stratum = stratumOf(turn);
    const { base } = stratum;
    hear(turn, spreads.get(stratum)!);
    base.turns++;
    base.words += words;
    base.characters += characters;
    const read = readIn(turn) ?? { words, characters };
    base.readWords += read.words;
    base.readCharacters += read.characters;
    allWords += words;
    han += hanCharacters;
  }
  addScript(scripts, allWords, han);
}

/** Joined spans that coders of the source marked as seen, or coded; null where they read all of it and mark nothing. */
function readSpans({ seen = null, codings }: CodedSource): readonly Span[] | null {
  return seen && joined([...seen, ...codings]);
}

/** Whether a unit was read: marked as seen, as a whole or piece by piece, or coded. */
function readTest(source: CodedSource): (unit: Span) => boolean {
  const { seen = null, codings, transcript } = source;
  if (seen === null) return () => true;
  const wasSeen = seenTest(seen, transcript);
  const coded = joined(codings);
  return (unit) => wasSeen(unit) || touching(coded, unit).length > 0;
}

/** Counts words and characters of what was read of a turn; null where that is all of it. */
function readCounts(source: CodedSource): (turn: Turn) => { words: number; characters: number } | null {
  const spans = readSpans(source);
  const { text, furniture } = source.transcript;
  return ({ speech, end }) => {
    if (spans === null) return null;
    const sum = { words: 0, characters: 0 };
    for (const span of touching(spans, { start: speech, end })) {
      const piece = { start: Math.max(span.start, speech), end: Math.min(span.end, end) };
      const { words, characters } = countWords(text, piece, furniture);
      sum.words += words;
      sum.characters += characters;
    }
    return sum;
  };
}

/** Counts a speaker once for each column, group and case in which the source has turns of that label. */
function listener(): (turn: Turn, spreads: readonly Spread[]) => void {
  const keys = new Map<string, string>();
  const heard = new Map<Spread, Set<string>>();
  return ({ speaker }, spreads) => {
    if (speaker === null) return;
    let key = keys.get(speaker);
    if (key === undefined) keys.set(speaker, (key = labelKey(speaker)));
    for (const spread of spreads) {
      let known = heard.get(spread);
      if (known === undefined) heard.set(spread, (known = new Set()));
      if (known.has(key)) continue;
      known.add(key);
      spread.speakers++;
    }
  };
}

interface Part {
  readonly stratum: Stratum;
  readonly words: number;
  readonly characters: number;
}

/** Stretches of several codes are often the same sentence: each is read once. */
function addCoverage(
  source: CodedSource,
  codings: readonly LaidCoding[],
  codes: number,
  stratumOf: (turn: Turn) => Stratum,
): void {
  const { text, furniture } = source.transcript;
  const split = speechFinder(source);
  let start = -1;
  let end = -1;
  let parts: Part[] = [];
  for (const stretch of stretches(codings, codes)) {
    if (stretch.start !== start || stretch.end !== end) {
      ({ start, end } = stretch);
      parts = [];
      split(stretch, (turn, from, to) => {
        const { words, characters } = countWords(text, { start: from, end: to }, furniture);
        parts.push({ stratum: stratumOf(turn), words, characters });
      });
    }
    for (const part of parts) {
      part.stratum.words![stretch.code]! += part.words;
      part.stratum.characters![stretch.code]! += part.characters;
    }
  }
}
