import { parseTranscript, type ParseOptions } from '../../../src/text/parse.js';
import type { Transcript } from '../../../src/text/transcript.js';
import type { Diagnostic } from '../../../src/core/diagnostic.js';
import { firstEndingAfter } from '../../../src/text/furniture.js';
import { decode, encode } from '../../../src/text/utf8.js';

export interface Parsed {
  readonly transcript: Transcript;
  readonly diagnostics: readonly Diagnostic[];
  /** A line a turn: `speaker [role, time]: speech`, furniture within the speech left out, white space collapsed. */
  readonly turns: readonly string[];
  readonly speakers: readonly (string | null)[];
  /** Furniture as `kind: text`. */
  readonly furniture: readonly string[];
}

export type Options = Omit<ParseOptions, 'file'>;

/** Parses text as the source `name`. */
export function parsed(text: string | Uint8Array, name = 'interview.txt', options: Options = {}): Parsed {
  const outcome = parseTranscript(name, typeof text === 'string' ? encode(text) : text, { file: name, ...options });
  const transcript = outcome.value!;
  return {
    transcript,
    diagnostics: outcome.diagnostics,
    turns: transcript.turns.map((turn) => {
      const label = turn.speaker === null ? '–' : turn.speaker;
      const facts = [turn.role, ...(turn.time === undefined ? [] : [turn.time])].join(', ');
      return `${label} [${facts}]: ${speechOf(transcript, turn.speech, turn.end)}`;
    }),
    speakers: transcript.turns.map((turn) => turn.speaker),
    furniture: transcript.furniture.map(
      ({ kind, start, end }) => `${kind}: ${decode(transcript.text, start, end).trim()}`,
    ),
  };
}

/** What is said between two bytes: furniture taken out. */
export function speechOf({ text, furniture }: Transcript, start: number, end: number): string {
  let speech = '';
  let at = start;
  for (let f = firstEndingAfter(furniture, start); f < furniture.length && furniture[f]!.start < end; f++) {
    const piece = furniture[f]!;
    speech += `${decode(text, at, Math.max(at, piece.start))} `;
    at = piece.end;
  }
  return (speech + decode(text, at, Math.max(at, end))).replace(/\s+/g, ' ').trim();
}
