import { readFileSync } from 'node:fs';
import { type Outcome, isError } from '../core/diagnostic.js';
import { loadBig5, needsBig5 } from '../text/encoding/legacy.js';
import { parseTranscript } from '../text/parse.js';
import type { Transcript } from '../text/transcript.js';
import { parseOptions, withMarkers } from './coded.js';
import { unreadable } from './finding.js';
import type { Source } from './sources.js';
import type { Study } from './study.js';

/** Reads one source as a pass does. Its text is its own, and no Buffer: nothing that is read later changes it. */
export async function readTranscript(study: Study, source: Source): Promise<Outcome<Transcript>> {
  let bytes: Uint8Array;
  try {
    const { buffer, byteOffset, length } = readFileSync(source.path);
    bytes = new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    return { diagnostics: [unreadable(source.shown, error)] };
  }
  const parsing = parseOptions(study, source);
  const big5 = needsBig5(bytes, parsing.encoding) ? await loadBig5() : undefined;
  const { value, diagnostics } = parseTranscript(source.id, bytes, { ...parsing, ...(big5 && { big5 }) });
  if (!value || diagnostics.some(isError)) return { diagnostics };
  return { value: study.settings.markersAreSpeech ? withMarkers(value) : value, diagnostics };
}

export { digestOf } from '../text/digest.js';
