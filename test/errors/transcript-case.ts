import { expect } from '@jest/globals';
import { catalogue } from '../../src/core/catalogue.js';
import type { Diagnostic } from '../../src/core/diagnostic.js';
import { parseTranscript, type ParseOptions } from '../../src/text/parse.js';
import { encode } from '../../src/text/utf8.js';

/** Parses a broken transcript; expects the diagnostic with its remedy and catalogue entry, and returns it. */
export function diagnosed(
  code: string,
  content: string | Uint8Array,
  name = 'interview.txt',
  options: Partial<ParseOptions> = {},
): Diagnostic & { readonly usable: boolean } {
  const { value, diagnostics } = parseTranscript(name, typeof content === 'string' ? encode(content) : content, {
    file: name,
    ...options,
  });
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found).toHaveLength(1);
  const diagnostic = found[0]!;
  expect(diagnostic.remedy).not.toBe('');
  expect(diagnostic.place?.file).toBe(name);
  expect(catalogue[code]).toMatchObject({
    title: expect.any(String),
    cause: expect.any(String),
    remedy: expect.any(String),
  });
  return { ...diagnostic, usable: value !== undefined };
}
