import { catalogue } from './catalogue.js';
import type { Diagnostic, Place, Severity } from './diagnostic.js';

/** A diagnostic with the catalogue's remedy. */
export function finding(code: string, message: string, place?: Place, severity: Severity = 'error'): Diagnostic {
  const remedy = catalogue[code]?.remedy ?? '';
  return { code, severity, message, remedy, ...(place && { place }) };
}
