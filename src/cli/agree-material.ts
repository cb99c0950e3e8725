import { resolve } from 'node:path';
import type { Compared } from '../measure/agree/compared.js';
import type { Disagreement } from '../report/disagreements-table.js';
import { finding } from '../store/finding.js';
import { readBratFolder } from '../store/brat-folder.js';
import { shownPath } from '../store/locate.js';
import { parseRatings } from '../store/ratings.js';
import type { StudyComparison } from '../store/compared-study.js';
import { readText } from '../store/text-file.js';
import type { UnitKind } from '../text/transcript.js';
import type { Invocation } from './command.js';
import { UsageError } from './failure.js';
import { type Findings, need } from './findings.js';
import { type CodedStudy, codebookFor } from './study-options.js';

/** What is compared, wherever it came from. */
export interface Material {
  readonly compared: Compared;
  /** What a unit is called: `paragraphs`, `rows of ratings.csv`. */
  readonly units: string;
  /** What a reader must know of how they were chosen. */
  readonly notes: readonly string[];
  /** What people call codes, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** The rounds of a source, by its id; no rounds outside a study. */
  readonly roundsOf: ReadonlyMap<string, readonly number[]>;
  readonly disagreements: () => readonly Disagreement[];
  /** The study behind it, for storing decisions; null for tables and brat folders. */
  readonly study: { readonly study: CodedStudy; readonly comparison: StudyComparison } | null;
}

/** Reads a table of ratings. */
export async function fromRatings(invocation: Invocation, written: string, findings: Findings): Promise<Material> {
  const { shell, values } = invocation;
  const path = resolve(shell.folder, written);
  const file = shownPath(shell.folder, path);
  const text = need(await readText(path, file), findings);
  const codebook = values.one('codebook') === undefined ? null : await codebookFor(invocation, findings);
  const ids = codebook?.codes.map(({ id }) => id);
  const { compared, shape, names, unseen, alone, hasSources } = need(
    parseRatings(text, file, invocation.arguments, ids),
    findings,
  );
  const units = compared.sources.flatMap((source) => source.units);
  return {
    compared,
    units: `rows of ${file}`,
    labels: new Map(),
    roundsOf: new Map(),
    study: null,
    notes: [
      `Read: ${file}, ${shape === 'wide' ? 'a row a unit and a column a coder' : 'a row a unit, coder and code'}. Units that a coder did not see: ${unseen}, over all coders (${shape === 'wide' ? 'empty cells' : 'no row'}); units that fewer than two rated, left out: ${alone}. (none) and - say that a unit was seen and got no code.`,
      ids
        ? `Categories: the codes of the codebook, and those of the table beside them, ${compared.codes.length} in all.`
        : `Categories: the ${compared.codes.length} codes that the table uses; name the codebook with --codebook where it has more: their number enters AC1 and Brennan–Prediger.`,
      ...(hasSources ? [] : ['The table has no column source: intervals want one.']),
    ],
    disagreements: () =>
      units.flatMap(({ sets }, i): Disagreement[] => {
        const differing = differingCodes(sets);
        const { source, unit } = names[i]!;
        const nowhere = { start: null, end: null, line: null, speaker: null, text: '' };
        return differing.length === 0 ? [] : [{ source, unit, ...nowhere, codes: sets, differing }];
      }),
  };
}

/** Reads brat annotations, a folder for each annotator. */
export function fromBrat(invocation: Invocation, folder: string, findings: Findings): Material {
  const { shell, values } = invocation;
  const kind = (values.one('unit') as UnitKind | undefined) ?? 'line';
  const compared = need(readBratFolder(resolve(shell.folder, folder), folder, invocation.arguments, kind), findings);
  return {
    compared,
    units: `${kind}s`,
    labels: new Map(),
    roundsOf: new Map(),
    study: null,
    notes: [
      `Read: brat annotations below ${folder}. A document with an .ann file was seen, all of it. A unit has a code where an annotation overlaps it; F1 and uα are of the annotations as they stand.`,
      `Categories: the ${compared.codes.length} types that are used.`,
    ],
    disagreements: () => {
      throw new UsageError(
        '--disagreements lists those of a study or of a table',
        'Read the annotations of brat as --by source.',
      );
    },
  };
}

/** The codes on which those who saw a unit differ, in the order in which they are met. */
export function differingCodes(sets: readonly (readonly string[] | null)[]): string[] {
  const seen = sets.filter((set) => set !== null);
  const used = [...new Set(seen.flat())];
  return used.filter((code) => !seen.every((set) => set.includes(code)));
}

/** What is compared, of some codes alone. */
export function ofCodes(compared: Compared, codes: readonly string[]): Compared {
  const wanted = new Set(codes);
  return {
    ...compared,
    codes: compared.codes.filter((code) => wanted.has(code)),
    mayBeEmpty: true,
    sources: compared.sources.map((source) => ({
      ...source,
      units: source.units.map((unit) => ({
        ...unit,
        sets: unit.sets.map((set) => set && set.filter((code) => wanted.has(code))),
      })),
      text: source.text && {
        ...source.text,
        segments: source.text.segments.map((own) => own.filter(({ code }) => wanted.has(code))),
      },
    })),
  };
}

/** A finding that says why there is nothing to compare. */
export function nothing(message: string, remedy: string) {
  return { ...finding('QC451', message), remedy };
}
