import type { Codebook } from '../../../src/codebook/codebook.js';
import { type LaidCoding, byPlace } from '../../../src/coding/laid.js';
import type { CodedSource } from '../../../src/measure/coded-source.js';
import { encode } from '../../../src/text/utf8.js';
import type { Furniture, Role, Transcript, Turn } from '../../../src/text/transcript.js';

/** Codes by id, each with its parent's id (`''` for none) and whether it has rules. */
export function codebookOf(codes: readonly (readonly [id: string, parent?: string, rules?: boolean])[]): Codebook {
  const depthOf = (id: string): number => {
    const parent = codes.find(([own]) => own === id)?.[1];
    return parent ? depthOf(parent) + 1 : 0;
  };
  return {
    file: 'codebook.yaml',
    title: 'Test',
    fold: { han: false },
    properties: {},
    relationTypes: [],
    relations: [],
    codes: codes.map(([id, parent, rules = true]) => ({
      id,
      was: [],
      name: id.toUpperCase(),
      examples: [],
      parent: parent || null,
      depth: depthOf(id),
      rules: rules ? ([{}] as never) : [],
      except: [],
      line: 1,
      column: 1,
    })),
  };
}

export interface Said {
  readonly speaker: string;
  readonly role?: Role;
  readonly text: string;
}

/** A transcript of labelled turns, as `Speaker: text` with a blank line between turns. */
export function transcriptOf(source: string, said: readonly Said[]): Transcript {
  const turns: Turn[] = [];
  const furniture: Furniture[] = [];
  let whole = '';
  said.forEach(({ speaker, role = 'respondent', text }, index) => {
    const start = encode(whole).length;
    const label = `${speaker}: `;
    const speech = start + encode(label).length;
    whole += `${label}${text}\n\n`;
    furniture.push({ kind: 'label', start, end: speech - 1 });
    turns.push({ index, start, end: encode(whole).length, speech, speaker, role });
  });
  return {
    source,
    text: encode(whole),
    linesBefore: 0,
    header: {},
    turns,
    furniture,
    paragraphPerLine: false,
    encoding: 'utf-8',
  };
}

export interface SourceOptions extends Partial<Omit<CodedSource, 'transcript' | 'codings'>> {
  readonly said: readonly Said[];
  readonly codings?: readonly LaidCoding[];
}

export function sourceOf(name: string, { said, codings = [], ...more }: SourceOptions): CodedSource {
  return {
    transcript: transcriptOf(name, said),
    case: name,
    attributes: {},
    codings: [...codings].sort(byPlace),
    lookedAt: everyCode,
    included: () => true,
    turnAttribute: () => undefined,
    personal: new Set(),
    ...more,
  };
}

const everyCode = (): boolean => true;

/** A code laid by a rule over the `nth` occurrence of some words; the hit is `hit` within them, or all of them. */
export function byRule(transcript: Transcript, code: number, words: string, hit = words, nth = 0): LaidCoding {
  const segment = find(transcript, words, nth);
  const offset = encode(words.slice(0, words.indexOf(hit))).length;
  const start = segment.start + offset;
  return { ...segment, code, hits: [{ start, end: start + encode(hit).length, code, rule: 0 }], coders: [] };
}

/** A code laid by a coder over the `nth` occurrence of some words. */
export function byHand(transcript: Transcript, code: number, words: string, coder = 'ann', nth = 0): LaidCoding {
  return { ...find(transcript, words, nth), code, hits: [], coders: [coder] };
}

function find({ text }: Transcript, words: string, nth: number): { start: number; end: number } {
  const whole = Buffer.from(text);
  let start = -1;
  for (let i = 0; i <= nth; i++) start = whole.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + encode(words).length };
}
