import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { byCodePoint } from '../core/order.js';
import { parseBrat } from '../exchange/brat.js';
import type { Compared, ComparedSource, ComparedUnit } from '../measure/agree/compared.js';
import type { CodedSpan } from '../measure/agreement/span-f1.js';
import { digestOf } from '../text/digest.js';
import { codePointIndex } from '../text/offset.js';
import type { Transcript, UnitKind } from '../text/transcript.js';
import { units } from '../text/unit.js';
import { finding, unreadable } from './finding.js';
import { isFolder } from './walk.js';

/** Annotations of a document by one annotator. */
interface Annotated {
  readonly text: Uint8Array;
  readonly segments: readonly CodedSpan[];
}

/**
 * Reads brat annotations, a folder for each annotator below one folder. A document that an annotator has an `.ann` file of,
 * be it empty, was seen by that annotator, all of it.
 *
 * @param folder path of the folder
 * @param shown the folder as people name it
 * @param wanted names of the annotators to compare; all when empty
 */
export function readBratFolder(
  folder: string,
  shown: string,
  wanted: readonly string[],
  kind: UnitKind,
): Outcome<Compared> {
  if (!isFolder(folder)) return { diagnostics: [finding('QC402', `${shown} is no folder`, { file: shown })] };
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ name, documents: documentsIn(join(folder, name), '') }))
    .filter(({ documents }) => documents.length > 0)
    .sort((a, b) => byCodePoint(a.name, b.name));
  const unknown = wanted.filter((name) => !all.some((one) => one.name === name));
  const names = all.map(({ name }) => name);
  if (unknown.length > 0) {
    const there = names.length > 0 ? `; there are ${names.join(', ')}` : '';
    return {
      diagnostics: unknown.map((name) =>
        finding('QC450', `${shown} has no annotations of "${name}"${there}`, { file: shown }),
      ),
    };
  }
  const chosen = wanted.length === 0 ? all : wanted.map((name) => all.find((one) => one.name === name)!);
  if (chosen.length < 2) {
    const who = chosen[0] ? `only those of ${chosen[0].name}` : 'none: each annotator wants a folder with .ann files';
    return { diagnostics: [finding('QC450', `agreement wants two annotators; ${shown} has ${who}`, { file: shown })] };
  }
  const diagnostics: Diagnostic[] = [];
  const documents = [...new Set(chosen.flatMap((one) => one.documents))].sort(byCodePoint);
  const read = documents.flatMap((document): [string, (Annotated | null)[]][] => {
    const own = chosen.map((one) =>
      one.documents.includes(document)
        ? annotated(join(folder, one.name), `${shown}/${one.name}`, document, diagnostics)
        : null,
    );
    const texts = new Set(own.flatMap((one) => (one ? [digestOf(one.text)] : [])));
    if (texts.size > 1)
      diagnostics.push(finding('QC452', `the texts of ${document} differ between annotators`, { file: shown }));
    return own.filter(Boolean).length < 2 ? [] : [[document, own]];
  });
  if (diagnostics.length > 0) return { diagnostics };
  if (read.length === 0)
    return { diagnostics: [finding('QC451', 'no document was annotated by two annotators', { file: shown })] };
  const used = read.flatMap(([, own]) => own.flatMap((one) => one?.segments.map(({ code }) => code) ?? []));
  const codes = [...new Set(used)].sort(byCodePoint);
  const sources = read.map(([document, own]) => sourceOf(document, own, codes, kind));
  return { value: { coders: chosen.map(({ name }) => name), codes, mayBeEmpty: true, sources }, diagnostics };
}

/** Documents below a folder: paths of `.ann` files without that ending. */
function documentsIn(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return documentsIn(folder, path);
    return entry.name.endsWith('.ann') ? [path.slice(0, -'.ann'.length)] : [];
  });
}

function annotated(folder: string, shown: string, document: string, found: Diagnostic[]): Annotated | null {
  const read = (ending: string): Uint8Array | null => {
    try {
      return new Uint8Array(readFileSync(join(folder, `${document}${ending}`)));
    } catch (error) {
      found.push(unreadable(`${shown}/${document}${ending}`, error));
      return null;
    }
  };
  const [text, annotations] = [read('.txt'), read('.ann')];
  if (!text || !annotations) return null;
  const length = codePointIndex(text).toCodePoints(text.length);
  const { segments, faults } = parseBrat(Buffer.from(annotations).toString('utf8'), length);
  const file = `${shown}/${document}.ann`;
  found.push(...faults.map(({ line, message }) => finding('QC452', message, { file, line, column: 1 })));
  return { text, segments };
}

function sourceOf(
  source: string,
  own: readonly (Annotated | null)[],
  codes: readonly string[],
  kind: UnitKind,
): ComparedSource {
  const { text } = own.find((one) => one !== null)!;
  const points = codePointIndex(text);
  const seen = own.map((one) => one !== null);
  const compared = units(plain(source, text), kind).map((unit): ComparedUnit => {
    const [start, end] = [points.toCodePoints(unit.start), points.toCodePoints(unit.end)];
    const sets = own.map(
      (one) =>
        one && codes.filter((code) => one.segments.some((s) => s.code === code && s.start < end && start < s.end)),
    );
    return { sets, asked: null };
  });
  const length = points.toCodePoints(text.length);
  return {
    source,
    units: compared,
    text: { stretches: [{ length, seen, asked: null }], segments: own.map((one) => one?.segments ?? []) },
  };
}

/** A text that is nobody's talk: one turn without a speaker. */
function plain(source: string, text: Uint8Array): Transcript {
  const turn = { index: 0, start: 0, end: text.length, speech: 0, speaker: null, role: 'other' } as const;
  return {
    source,
    text,
    linesBefore: 0,
    header: {},
    turns: [turn],
    furniture: [],
    paragraphPerLine: true,
    encoding: 'utf-8',
  };
}
