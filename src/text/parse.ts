import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { trimStart } from './blank.js';
import { cueStructure } from './cue-turn.js';
import { decodeSource } from './decoding.js';
import type { Big5Decoder } from './encoding/legacy.js';
import { namesIn } from './front.js';
import { readHeader } from './header.js';
import { labelledStructure, type Declared, type Structure } from './labelled.js';
import { findMarkers, markerSet } from './marker.js';
import type { Candidate } from './name-table.js';
import { hasParagraphPerLine } from './paragraph.js';
import { isKnownLabel, labelKey, roleOf } from './speaker.js';
import type { Header, Role, Transcript } from './transcript.js';
import { mergeFurniture } from './turn.js';
import { decode } from './utf8.js';

export interface ParseOptions {
  /** The file's name, for messages. */
  readonly file: string;
  /** The declared encoding; without it, it is detected. */
  readonly encoding?: string;
  /** Needed only for files for which `needsBig5(bytes, encoding)` holds; from `loadBig5()`. */
  readonly big5?: Big5Decoder;
  /** Declared labels; they are taken wherever they stand, with the role given. */
  readonly speakers?: Readonly<Record<string, { readonly role?: Role }>>;
  /** Non-speech markers beyond the closed list, with or without brackets. */
  readonly markers?: readonly string[];
}

/**
 * Reads a transcript: decodes it, takes off its YAML header, finds turns and what is no speech. The format goes by the
 * extension of `source`: `.srt` and `.vtt` hold cues, everything else is labelled text.
 *
 * @param source the source's id, its path relative to the study
 * @param bytes the file as it stands on disk; the transcript's text may be a part of it
 * @returns the transcript (none when the file cannot be decoded) and findings QC301–QC309
 */
export function parseTranscript(source: string, bytes: Uint8Array, options: ParseOptions): Outcome<Transcript> {
  const decoded = decodeSource(bytes, options);
  if (decoded.value === undefined) return { diagnostics: decoded.diagnostics };
  const diagnostics: Diagnostic[] = [...decoded.diagnostics];
  const cues = /\.(srt|vtt)$/i.exec(source)?.[1]?.toLowerCase();
  const block =
    cues === undefined
      ? readHeader(decoded.value.text, options.file)
      : { value: { header: {}, end: 0, lines: 0 }, diagnostics: [] };
  diagnostics.push(...block.diagnostics);
  const { header, end, lines } = block.value!;
  const text = end === 0 ? decoded.value.text : decoded.value.text.subarray(end);
  if (trimStart(text, 0, text.length) === text.length) diagnostics.push(empty(options.file, text.length > 0));
  const declared = declaredSpeakers(options, header);
  const structure: Structure =
    cues === undefined ? labelledStructure(text, declared) : cueStructure(text, declared, options.file, diagnostics);
  const { suspect, doubtful } = structure;
  if (suspect.length > 0) diagnostics.push(untaken(text, suspect, 'warning', lines, options.file));
  if (doubtful.length > 0) diagnostics.push(untaken(text, doubtful, 'info', lines, options.file));
  const furniture = mergeFurniture(structure.furniture, findMarkers(text, 0, markerSet(options.markers)));
  return {
    value: {
      source,
      text,
      linesBefore: lines,
      header,
      turns: structure.turns,
      furniture,
      paragraphPerLine: hasParagraphPerLine(text, structure.turns),
      encoding: decoded.value.encoding,
    },
    diagnostics,
  };
}

/** A role by its own name, or by a word that names it. */
function roleNamed(word: string): Role | undefined {
  return word === 'other' ? 'other' : roleOf(word);
}

/** Speakers declared by the study, and those whom the header names: `interviewer: Jane`, `speakers: [Tim, Ann]`, or a map
 * below `speakers`. */
function declaredSpeakers({ speakers = {} }: ParseOptions, header: Header): Declared {
  const declared = new Map<string, Role | undefined>();
  for (const [field, value] of Object.entries(header)) {
    const inner = /^speakers\.(.+)$/i.exec(field);
    if (inner !== null) declared.set(labelKey(inner[1]!), roleNamed(value));
    const key = field.replace(/s$/, '');
    const role = roleOf(key);
    if (role === undefined && !isKnownLabel(key)) continue;
    for (const name of namesIn(value)) declared.set(name, role);
  }
  for (const [label, { role }] of Object.entries(speakers))
    declared.set(labelKey(label), role ?? declared.get(labelKey(label)));
  return declared;
}

function empty(file: string, blank: boolean): Diagnostic {
  return {
    code: 'QC305',
    severity: 'warning',
    message: blank ? 'the transcript holds nothing but white space' : 'the transcript is empty',
    remedy: 'put the interview into the file or leave the file out of the study',
    place: { file },
  };
}

/** One finding for all labels taken for speech, at the first of them: a warning where they recur. */
function untaken(
  text: Uint8Array,
  candidates: readonly Candidate[],
  severity: 'warning' | 'info',
  linesBefore: number,
  file: string,
): Diagnostic {
  const { line, name } = candidates[0]!;
  const before = decode(text, 0, line.start);
  const feed = text.indexOf(0x0a, line.start);
  const names = candidates
    .slice(0, 5)
    .map((candidate) => `“${candidate.name.shown}”`)
    .join(', ');
  const more = candidates.length > 5 ? ` and ${candidates.length - 5} more` : '';
  return {
    code: 'QC307',
    severity,
    message:
      severity === 'warning'
        ? `taken for speech of the turn before, though it recurs or stands where a speaker would: ${names}${more}`
        : `taken for speech, since it stands nowhere else as a label: ${names}${more}`,
    remedy: 'declare it under `speakers:` if it is a speaker',
    place: {
      file,
      line: linesBefore + before.split('\n').length,
      column: [...decode(text, line.start, line.nameStart)].length + 1,
      excerpt: [...decode(text, line.start, Math.min(feed < 0 ? text.length : feed, line.start + 240))]
        .slice(0, 60)
        .join(''),
      width: [...name.shown].length,
    },
  };
}
