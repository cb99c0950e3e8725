import { resolve } from 'node:path';
import { currentId } from '../codebook/former.js';
import { unknownCode } from '../codebook/unknown-code.js';
import { STAR, STARRED } from '../coding/citation.js';
import { nearest } from '../core/suggest.js';
import { sourceNames } from '../store/named-sources.js';
import type { Source } from '../store/sources.js';
import type { CodedStudy } from './study-options.js';

/** Why a coding cannot be stored, with the diagnostic that it is in a file. */
export interface Flaw {
  readonly code: 'QC442' | 'QC443' | 'QC444';
  readonly message: string;
  readonly remedy?: string;
}

export function isFlaw<T extends object>(found: T | Flaw): found is Flaw {
  return 'message' in found;
}

/** Finds the one source that a name means: its id, its file's name with or without extension, or a path. */
export function sourceFinder({ known }: CodedStudy, cwd: string): (name: string) => Source | Flaw {
  const byId = new Map(known.map((source) => [source.id, source]));
  const idsOf = sourceNames(known);
  return (name) => {
    const ids = idsOf(name);
    if (ids.length > 1) {
      const message = `"${name}" may be any of ${ids.join(', ')}`;
      return { code: 'QC444', message, remedy: 'Give the whole path.' };
    }
    const path = resolve(cwd, name);
    const found = byId.get(ids[0] ?? '') ?? known.find((source) => source.path === path);
    if (found) return found;
    const close = nearest(name, byId.keys());
    const remedy = close ? `Did you mean ${close}?` : 'qcode sources lists them.';
    return { code: 'QC444', message: `no source is called "${name}"`, remedy };
  };
}

/** Finds the present id of a code in a list that may have been written when it had another. */
export function codeFinder({ codebook }: CodedStudy): (name: string) => { readonly id: string } | Flaw {
  const current = currentId(codebook);
  return (name) => {
    const id = current(name);
    return id === undefined ? { code: 'QC444', ...unknownCode(codebook, name) } : { id };
  };
}

/**
 * What is wrong with properties: a star that stars nothing; names that the codebook does not declare, where it declares
 * any, and other values.
 */
export function flawOfProperties({ codebook }: CodedStudy, properties: Readonly<Record<string, string>>): Flaw | null {
  const declared = codebook.properties;
  const names = Object.keys(declared);
  for (const [name, value] of Object.entries(properties)) {
    if (name === STAR && value !== STARRED) {
      const message = `the star cannot be "${value}"`;
      return { code: 'QC444', message, remedy: `Write ${STARRED}, or leave it out.` };
    }
    if (name === STAR || names.length === 0) continue;
    const values = Object.hasOwn(declared, name) ? declared[name]! : null;
    if (values === null) {
      const close = nearest(name, names) ?? names.join(', ');
      return { code: 'QC444', message: `the codebook declares no property "${name}"`, remedy: `There is ${close}.` };
    }
    if (values.length > 0 && !values.includes(value)) {
      const message = `the property ${name} cannot be "${value}"`;
      return { code: 'QC444', message, remedy: `It is one of ${values.join(', ')}.` };
    }
  }
  return null;
}
