import { resolve } from 'node:path';
import type { Compared } from '../measure/agree/compared.js';
import type { AgreementBasis } from '../report/agreement-table.js';
import { counted } from '../report/basis.js';
import type { Parameters, Table } from '../report/model.js';
import { finding } from '../store/finding.js';
import { readBratFolder } from '../store/brat-folder.js';
import { shownPath } from '../store/locate.js';
import { parseRatings } from '../store/ratings.js';
import type { ComparisonRequest, StudyComparison } from '../store/compared-study.js';
import { readText } from '../store/text-file.js';
import type { UnitKind } from '../text/transcript.js';
import { type WantedDisagreements, disagreementsOfRatings } from './agree-disagreements.js';
import type { Invocation, Values } from './command.js';
import { UsageError } from './failure.js';
import { type Findings, need } from './findings.js';
import { type CodedStudy, codebookFor, sourceTest } from './study-options.js';

/** A study whose coders are compared, and what was asked for. */
export interface ComparedStudy {
  readonly study: CodedStudy;
  readonly comparison: StudyComparison;
  readonly request: ComparisonRequest;
}

/** What is compared, wherever it came from. */
export interface Material {
  readonly compared: Compared;
  /** What a unit is called: `paragraphs`, `rows of ratings.csv`. */
  readonly units: string;
  /** What a reader must know of how they were chosen. */
  readonly notes: readonly string[];
  /** What may mislead who does not know it. */
  readonly caveats: readonly string[];
  /** The same for programs. */
  readonly parameters: Parameters;
  /** What people call codes, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** What is compared of each round, where `--by round` wants that; no rounds outside a study. */
  readonly rounds: ReadonlyMap<number, Compared>;
  readonly disagreements: (wanted: WantedDisagreements, basis: AgreementBasis) => Table;
  /** The study behind it, for storing decisions; null for tables and brat folders. */
  readonly study: ComparedStudy | null;
}

/** Reads a table of ratings. */
export async function fromRatings(invocation: Invocation, written: string, findings: Findings): Promise<Material> {
  const { shell, values } = invocation;
  const path = resolve(shell.folder, written);
  const file = shownPath(shell.folder, path);
  const text = need(await readText(path, file), findings);
  const codebook = values.one('codebook') === undefined ? null : await codebookFor(invocation, findings);
  const ids = codebook?.codes.map(({ id }) => id);
  const wanted = values.all('source').map((pattern) => sourceTest(pattern));
  const table = need(
    parseRatings(text, file, {
      coders: invocation.arguments,
      ...(ids && { codes: ids }),
      ...(wanted.length > 0 && { isWanted: (id: string) => wanted.some((test) => test({ id })) }),
    }),
    findings,
  );
  const { compared, shape, names, unseen, alone, hasSources, missing, left } = table;
  return {
    compared,
    units: `rows of ${file}`,
    caveats: [],
    labels: new Map(),
    rounds: new Map(),
    study: null,
    parameters: {
      ...{ file, shape, unit: 'row', source: values.all('source'), units_not_seen: unseen, units_rated_by_one: alone },
      ...{ cells_missing: missing, columns_left_out: left },
    },
    notes: [
      `Read: ${file}, ${shape === 'wide' ? 'a row a unit and a column a coder' : 'a row a unit, coder and code'}. Units that a coder did not see: ${unseen}, over all coders (${shape === 'wide' ? 'empty cells' : 'no row'}); units that fewer than two rated, left out: ${alone}. (none) and - say that a unit was seen and got no code.`,
      ...(missing > 0 ? [`${counted(missing, 'cell')} with NA or the like: read as not seen.`] : []),
      ...(left.length > 0 ? [`Columns that are no coder's, left out: ${left.join(', ')}.`] : []),
      ...sourcesNote(values),
      ids
        ? `Categories: the codes of the codebook, and those of the table beside them, ${compared.codes.length} in all.`
        : `Categories: the ${counted(compared.codes.length, 'code')} that the table uses; name the codebook with --codebook where it has more: their number enters AC1 and Brennan–Prediger.`,
      ...(hasSources ? [] : ['The table has no column source: intervals want one.']),
    ],
    disagreements: (wanted, basis) => disagreementsOfRatings(compared, names, wanted, basis),
  };
}

/** Reads brat annotations, a folder for each annotator. */
export function fromBrat(invocation: Invocation, folder: string, findings: Findings): Material {
  const { shell, values } = invocation;
  const kind = (values.one('unit') as UnitKind | undefined) ?? 'line';
  const all = need(readBratFolder(resolve(shell.folder, folder), folder, invocation.arguments, kind), findings);
  const wanted = values.all('source').map((pattern) => sourceTest(pattern));
  const sources = all.sources.filter(
    ({ source }) => wanted.length === 0 || wanted.some((test) => test({ id: source })),
  );
  if (sources.length === 0) {
    const there = all.sources.map(({ source }) => source).join(', ');
    throw new UsageError(
      `no document that two annotated is called "${values.all('source').join('" or "')}"`,
      `There are ${there}.`,
    );
  }
  const compared = { ...all, sources };
  return {
    compared,
    units: `${kind}s`,
    caveats: [],
    labels: new Map(),
    rounds: new Map(),
    study: null,
    parameters: { folder, unit: kind, source: values.all('source') },
    notes: [
      `Read: brat annotations below ${folder}. A document with an .ann file was seen, all of it. A unit has a code where an annotation overlaps it; F1 and uα are of the annotations as they stand.`,
      `Categories: the ${counted(compared.codes.length, 'type')} that are used.`,
      ...sourcesNote(values),
    ],
    disagreements: () => {
      throw new UsageError(
        '--disagreements lists those of a study or of a table',
        'Read the annotations of brat as --by source.',
      );
    },
  };
}

function sourcesNote(values: Values): string[] {
  const wanted = values.all('source');
  return wanted.length === 0 ? [] : [`Filters: only the source ${wanted.join(' or ')}.`];
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
