import type { LaidCoding } from '../coding/laid.js';
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
  if (needs.words) {
    addSpeech(source, scripts, spreads, stratumOf);
    addCoverage(source, codings, codes, stratumOf);
  }
  if (needs.paragraphs) {
    const find = turnFinder(source);
    for (const paragraph of units(source.transcript, 'paragraph')) {
      const turn = find(paragraph);
      if (turn !== null) stratumOf(turn).base.paragraphs++;
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

function addSpeech(
  { transcript, included }: CodedSource,
  scripts: Scripts,
  spreads: Spreads,
  stratumOf: (turn: Turn) => Stratum,
): void {
  const { text, turns, furniture } = transcript;
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
    allWords += words;
    han += hanCharacters;
  }
  addScript(scripts, allWords, han);
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
