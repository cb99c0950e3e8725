import { expect } from '@jest/globals';
import { catalogue } from '../../src/core/catalogue.js';
import type { Diagnostic } from '../../src/core/diagnostic.js';

/** A finding of the catalogue, which documents its remedy. */
export function expectFinding(diagnostics: readonly Diagnostic[], code: string, expected: Partial<Diagnostic>): void {
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject(expected);
  expect(catalogue[code]).toBeDefined();
  expect(found[0]!.remedy).toBe(catalogue[code]!.remedy);
}
