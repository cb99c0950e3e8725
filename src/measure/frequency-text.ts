import type { LaidCoding } from '../coding/laid.js';
import type { Turn } from '../text/transcript.js';
import { units } from '../text/unit.js';
import { countWords } from '../text/word.js';
import type { CodedSource } from './coded-source.js';
import type { Needs } from './frequency-types.js';
import { type Scripts, addScript } from './scripts.js';
import type { Stratum } from './stratum.js';
import { speechFinder, turnFinder } from './turns.js';
import { stretches } from './union.js';

/**
 * Adds what must be read from the text: words and characters of codes and of columns, the script of the source, and
 * paragraphs of columns.
 */
export function addText(
  { needs, codes, scripts }: TextTally,
  source: CodedSource,
  codings: readonly LaidCoding[],
  stratumOf: (turn: Turn) => Stratum,
): void {
  if (needs.words) {
    addSpeech(source, scripts, stratumOf);
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
}

function addSpeech({ transcript, included }: CodedSource, scripts: Scripts, stratumOf: (turn: Turn) => Stratum): void {
  const { text, turns, furniture } = transcript;
  let allWords = 0;
  let han = 0;
  for (const turn of turns) {
    if (!included(turn) || turn.speech >= turn.end) continue;
    const { base } = stratumOf(turn);
    const { words, characters, hanCharacters } = countWords(text, { start: turn.speech, end: turn.end }, furniture);
    base.words += words;
    base.characters += characters;
    allWords += words;
    han += hanCharacters;
  }
  addScript(scripts, allWords, han);
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
