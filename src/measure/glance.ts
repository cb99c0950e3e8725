import { labelKey } from '../text/speaker.js';
import type { Role } from '../text/transcript.js';
import { countWords } from '../text/word.js';
import { type CodedSource, isCounted } from './coded-source.js';
import { isNobodys, turnFinder } from './turns.js';

/** What one speaker says in a source. */
export interface SpeakerGlance {
  /** The label as first shown; null for speech before the first label. */
  readonly label: string | null;
  readonly role: Role;
  turns: number;
  /** Tokens of scripts with spaces, and each Han or kana character as one. */
  words: number;
  characters: number;
}

/** A source at a glance: counts of included turns. */
export interface SourceGlance {
  readonly source: string;
  readonly case: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly encoding: string;
  /** Whether it is a source of any figure: something of it passes the filters, or it is an empty file. */
  readonly counted: boolean;
  readonly turns: number;
  readonly words: number;
  readonly characters: number;
  /** Han and kana characters among them. */
  readonly hanCharacters: number;
  /** Codings of the analysis set: segments with a code. */
  readonly codings: number;
  /** Different codes among them. */
  readonly codes: number;
  /** How many of them each code has, by its position; only codes that have any. */
  readonly byCode: ReadonlyMap<number, number>;
  /** In the order in which they first speak. */
  readonly speakers: readonly SpeakerGlance[];
}

/** Counts turns, words, speakers and codings of a source, as far as they pass the filters. */
export function glanceOf(source: CodedSource): SourceGlance {
  const { transcript, included } = source;
  const { text, furniture } = transcript;
  const speakers = new Map<string, SpeakerGlance>();
  const total = { turns: 0, words: 0, characters: 0, hanCharacters: 0 };
  for (const turn of transcript.turns) {
    if (!included(turn)) continue;
    const { words, characters, hanCharacters } = countWords(text, { start: turn.speech, end: turn.end }, furniture);
    if (isNobodys(turn, characters)) continue;
    const key = turn.speaker === null ? '' : labelKey(turn.speaker);
    const speaker = speakers.get(key) ?? { label: turn.speaker, role: turn.role, turns: 0, words: 0, characters: 0 };
    speakers.set(key, speaker);
    speaker.turns++;
    speaker.words += words;
    speaker.characters += characters;
    total.turns++;
    total.words += words;
    total.characters += characters;
    total.hanCharacters += hanCharacters;
  }
  const find = turnFinder(source);
  const codings = source.codings.filter((coding) => find(coding) !== null);
  const byCode = new Map<number, number>();
  for (const { code } of codings) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  return {
    source: transcript.source,
    case: source.case,
    attributes: source.attributes,
    encoding: transcript.encoding,
    counted: isCounted(source),
    ...total,
    codings: codings.length,
    codes: byCode.size,
    byCode,
    speakers: [...speakers.values()],
  };
}
