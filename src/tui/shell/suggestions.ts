import type { Codebook } from '../../codebook/codebook.js';
import { autocode } from '../../match/autocode.js';
import { compileMatcher } from '../../match/matcher.js';
import { guardedExpressions } from '../../store/expressions.js';
import { loadStemmer } from '../../store/stemmer.js';
import type { Transcript } from '../../text/transcript.js';
import type { ForeignCoding, OpenSource } from '../model/state.js';
import { whyUncounted } from '../model/uncounted.js';

/** What the rules of a codebook code in a source, by start, then end. */
export type Suggest = (transcript: Transcript) => readonly ForeignCoding[];

/** Prepares the rules of a codebook. Compiling waits until the first source is asked about. */
export async function suggester(codebook: Codebook): Promise<Suggest> {
  const stem = await loadStemmer(codebook);
  const { run } = guardedExpressions();
  let match: ReturnType<typeof compileMatcher> | null = null;
  return (transcript) => {
    match ??= compileMatcher(codebook, { stem, run });
    return autocode(match(transcript), transcript, codebook).map(({ start, end, code }) => ({
      start,
      end,
      code: codebook.codes[code]!.id,
      coder: null,
    }));
  };
}

/** What the rules code in a source that is open, but for what no figure counts: a verdict on that would count nowhere. */
export function suggestionsIn(source: OpenSource, suggest: Suggest): ForeignCoding[] {
  return suggest(source.transcript).filter((suggestion) => whyUncounted(source, suggestion) === null);
}
