import { dirname, join, resolve } from 'node:path';
import type { Codebook } from '../codebook/codebook.js';
import { parseCodebook } from '../codebook/parse.js';
import type { Diagnostic, Outcome } from '../core/diagnostic.js';
import { type CaseTable, NO_CASES, readCases } from './cases.js';
import { finding } from './finding.js';
import { type Log, findLogs } from './logs.js';
import { STUDY_FILE, locateStudy, pathFrom, shownPath, studyFolder } from './locate.js';
import { casesBySource, peopleBySource } from './named-sources.js';
import { NO_PEOPLE, type People, readPeople } from './people.js';
import { parseSettings } from './parse-settings.js';
import { DEFAULTS, type Settings } from './settings.js';
import { type Source, type Sources, chosenSources, givenSources, studySources } from './sources.js';
import { type Table, parseTable } from './table.js';
import { readAs } from './text-file.js';
import { isFile } from './walk.js';

/** A study as plain data: located, its tables read, its sources listed but not read. Worker threads get a copy. */
export interface Study {
  /** The folder that paths in reports are relative to. */
  readonly folder: string;
  readonly settings: Settings;
  readonly codebook: Codebook | null;
  readonly cases: CaseTable;
  readonly people: People;
  readonly sources: readonly Source[];
  /** All sources there are, whichever were chosen. */
  readonly known: readonly Source[];
  /** What the command line chose of them, as written: paths and `--source`; empty for all. */
  readonly chosen: readonly string[];
  /** Positions of the codes whose codings figures keep to; absent: all. */
  readonly counted?: readonly number[];
  /** Whether there is a qcode.yaml. */
  readonly located: boolean;
  /** Without one, the paths that were given. */
  readonly given: readonly string[];
  readonly logs: readonly Log[];
  /** The files that its figures rest on, but for sources and logs: for the manifest of a report. */
  readonly inputs: readonly StudyInput[];
}

export interface StudyInput {
  /** Relative to the study, `/`-separated. */
  readonly id: string;
  readonly path: string;
}

/** What the command line says about where the study is. */
export interface StudyRequest {
  /** The folder where the command was called. */
  readonly cwd: string;
  readonly study?: string;
  readonly codebook?: string;
  readonly cases?: string;
  /** Transcript files and folders: of a study, which of its sources; with a codebook alone, all that there is. */
  readonly paths: readonly string[];
  readonly encoding?: string;
  readonly markers?: readonly string[];
  readonly markersAreSpeech?: boolean;
  /** Whether there is nothing to do without a codebook. */
  readonly needsCodebook: boolean;
}

/**
 * Finds and loads a study, or makes one of a codebook and transcripts.
 *
 * All mistakes in its files are reported; without a value there is no study at all.
 */
export async function loadStudy(request: StudyRequest): Promise<Outcome<Study>> {
  const { cwd, study, codebook, paths } = request;
  if (study !== undefined) {
    const folder = studyFolder(cwd, study);
    if (folder) return fromFolder(folder, request);
    return { diagnostics: [finding('QC401', `${study} holds no ${STUDY_FILE}`)] };
  }
  if (codebook !== undefined && paths.length > 0) return fromPaths(request);
  const folder = locateStudy(cwd);
  if (folder) return fromFolder(folder, request);
  if (paths.length > 0 && !request.needsCodebook) return fromPaths(request);
  const missing = codebook ? 'no transcripts are named' : `there is no ${STUDY_FILE} here`;
  return { diagnostics: [finding('QC401', missing)] };
}

async function fromFolder(folder: string, request: StudyRequest): Promise<Outcome<Study>> {
  const { cwd, paths } = request;
  const loaded = await readAs(join(folder, STUDY_FILE), shownPath(cwd, join(folder, STUDY_FILE)), parseSettings);
  if (!loaded.value) return { diagnostics: loaded.diagnostics };
  const settings = override(loaded.value, request);
  const all = studySources(folder, settings.transcripts, cwd);
  const chosen: Sources = paths.length === 0 ? all : chosenSources(all.sources, paths, cwd);
  const codebook = request.codebook ? resolve(cwd, request.codebook) : join(folder, settings.codebook);
  const cases = request.cases ? resolve(cwd, request.cases) : join(folder, settings.cases);
  const people = join(folder, settings.people);
  return assemble(request, folder, settings, chosen, all.sources, {
    diagnostics: [...loaded.diagnostics, ...all.diagnostics, ...(chosen === all ? [] : chosen.diagnostics)],
    codebook: wanted(codebook, settings.codebook !== DEFAULTS.codebook || request.needsCodebook),
    cases: wanted(cases, settings.cases !== DEFAULTS.cases || request.cases !== undefined),
    people: wanted(people, settings.people !== DEFAULTS.people),
    study: join(folder, STUDY_FILE),
  });
}

function fromPaths(request: StudyRequest): Promise<Outcome<Study>> {
  const { cwd, paths } = request;
  const sources = givenSources(paths, cwd);
  const first = resolve(cwd, paths[0] ?? '.');
  const folder = isFile(first) ? dirname(first) : first;
  return assemble(request, folder, override(DEFAULTS, request), sources, sources.sources, {
    diagnostics: sources.diagnostics,
    codebook: request.codebook === undefined ? null : resolve(cwd, request.codebook),
    cases: request.cases ? resolve(cwd, request.cases) : wanted(join(folder, DEFAULTS.cases), false),
    people: wanted(join(folder, DEFAULTS.people), false),
    study: null,
  });
}

/** Paths of the files of a study; null where there is none and none is asked for. */
interface Files {
  readonly diagnostics: readonly Diagnostic[];
  readonly codebook: string | null;
  readonly cases: string | null;
  readonly people: string | null;
  readonly study: string | null;
}

async function assemble(
  { cwd, paths }: StudyRequest,
  folder: string,
  settings: Settings,
  { sources }: Sources,
  known: readonly Source[],
  files: Files,
): Promise<Outcome<Study>> {
  const diagnostics: Diagnostic[] = [...files.diagnostics];
  const take = async <T>(path: string | null, parse: (text: string, file: string) => Outcome<T>): Promise<T | null> => {
    if (path === null) return null;
    const outcome = await readAs(path, shownPath(cwd, path), parse);
    diagnostics.push(...outcome.diagnostics);
    return outcome.value ?? null;
  };
  const codebook = await take(files.codebook, parseCodebook);
  const cases = casesBySource((await take(files.cases, tableAs(readCases))) ?? NO_CASES, known);
  const people = peopleBySource((await take(files.people, tableAs(readPeople))) ?? NO_PEOPLE, known);
  const logs = files.study === null ? [] : findLogs(folder);
  if (sources.length === 0 && !diagnostics.some(({ severity }) => severity === 'error')) {
    diagnostics.push(finding('QC406', 'there are no transcripts'));
  }
  diagnostics.push(...cases.diagnostics, ...people.diagnostics, ...strayLogs(known, logs));
  const inputs = [files.study, files.codebook, files.cases, files.people].flatMap((path) =>
    path !== null && isFile(path) ? [{ id: pathFrom(folder, path), path }] : [],
  );
  const located = files.study !== null;
  const choice = located
    ? { chosen: paths, given: [] }
    : { chosen: [], given: paths.map((path) => resolve(cwd, path)) };
  const tables = { cases: cases.value, people: people.value };
  return {
    value: { folder, settings, codebook, ...tables, sources, known, ...choice, located, logs, inputs },
    diagnostics,
  };
}

function wanted(path: string, required: boolean): string | null {
  return required || isFile(path) ? path : null;
}

function override(settings: Settings, { encoding, markers = [], markersAreSpeech = false }: StudyRequest): Settings {
  return {
    ...settings,
    encoding: encoding ?? settings.encoding,
    markers: [...settings.markers, ...markers],
    markersAreSpeech,
  };
}

function tableAs<T>(read: (table: Table) => Outcome<T>): (text: string, file: string) => Outcome<T> {
  return (text, file) => {
    const table = parseTable(text, file);
    if (table.value === undefined) return { diagnostics: table.diagnostics };
    const outcome = read(table.value);
    return { ...outcome, diagnostics: [...table.diagnostics, ...outcome.diagnostics] };
  };
}

/** Logs that belong to no source of the study: they count for nothing, and their author should know. */
function strayLogs(known: readonly Source[], logs: readonly Log[]): Diagnostic[] {
  const ids = new Set(known.map(({ id }) => id));
  return logs
    .filter(({ source }) => !ids.has(source))
    .map(({ id, source }) => finding('QC422', `the study has no source "${source}"`, { file: id }, 'warning'));
}
