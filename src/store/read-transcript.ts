import { readFileSync } from 'node:fs';
import { type Outcome, isError } from '../core/diagnostic.js';
import { loadBig5, needsBig5 } from '../text/encoding/legacy.js';
import { type ParseOptions, parseTranscript } from '../text/parse.js';
import type { Transcript } from '../text/transcript.js';
import { unreadable } from './finding.js';
import { speakersOf } from './persons.js';
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
  return transcriptOf(bytes, study, source);
}

/** The transcript in a source's bytes, as the study's settings have it read. Its text may be a part of the bytes. */
export async function transcriptOf(bytes: Uint8Array, study: Study, source: Source): Promise<Outcome<Transcript>> {
  const options = parseOptions(study, source);
  const big5 = needsBig5(bytes, options.encoding) ? await loadBig5() : undefined;
  const { value, diagnostics } = parseTranscript(source.id, bytes, { ...options, ...(big5 && { big5 }) });
  if (!value || diagnostics.some(isError)) return { diagnostics };
  return { value: study.settings.markersAreSpeech ? withMarkers(value) : value, diagnostics };
}

function parseOptions(study: Study, source: Source): ParseOptions {
  const { encoding, markers } = study.settings;
  return {
    file: source.shown,
    speakers: speakersOf(study, source.id),
    markers: [...markers],
    ...(encoding && { encoding }),
  };
}

/** The transcript with its non-speech markers taken for speech. */
function withMarkers(transcript: Transcript): Transcript {
  return { ...transcript, furniture: transcript.furniture.filter(({ kind }) => kind !== 'marker') };
}
