import type { Code } from '../codebook/codebook.js';

/** A code, or a case, as headings call it. */
export function nameOf({ id, name }: Pick<Code, 'id' | 'name'>): string {
  return name === id ? id : `${name} (${id})`;
}

/** What the codebook says of when a code is laid: of each part its key in files, its label for people, and its text. */
export function entryOf({ definition, include, exclude }: Code): [key: string, label: string, text: string][] {
  const parts: [string, string, string | undefined][] = [
    ['definition', 'Definition', definition],
    ['include', 'Use it', include],
    ['exclude', 'Do not use it', exclude],
  ];
  return parts.flatMap(([key, label, text]) => (text === undefined ? [] : [[key, label, text]]));
}

/** The same as lines of text. */
export function entryLines(code: Code | undefined): string[] {
  return code ? entryOf(code).map(([, label, text]) => `${label}: ${text}`) : [];
}
