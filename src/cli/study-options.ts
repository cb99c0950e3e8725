import { resolve } from 'node:path';
import type { Code, Codebook } from '../codebook/codebook.js';
import { parseCodebook } from '../codebook/parse.js';
import { linkDistances } from '../codebook/map/distance.js';
import { descendantsOf } from '../codebook/tree.js';
import { unknownCode } from '../codebook/unknown-code.js';
import { type Diagnostic, isError } from '../core/diagnostic.js';
import { nearest } from '../core/suggest.js';
import { type AnalysisSet, defaultSet } from '../measure/analysis-set.js';
import { type Basis, counted } from '../report/basis.js';
import { type Condition, type Filters } from '../store/filters.js';
import { finding } from '../store/finding.js';
import { compileGlob } from '../store/glob.js';
import { shownPath } from '../store/locate.js';
import { ROLES } from '../store/settings.js';
import { type Source } from '../store/sources.js';
import { type Study, type StudyRequest, loadStudy } from '../store/study.js';
import { readAs } from '../store/text-file.js';
import type { Role } from '../text/transcript.js';
import { askedQuery, queryInWords } from './asked-query.js';
import { coderAmong, codersOf } from './coders.js';
import type { Invocation, Values } from './command.js';
import { ENCODINGS } from '../store/settings.js';
import { encodingNamed } from '../text/encoding/detect.js';
import { Halt, UsageError } from './failure.js';
import { type Findings, need } from './findings.js';
import { DEFAULT_STEPS } from './options.js';
import { numberOf } from './quantity.js';
import { refuseInputs, requireSafeTarget, targetOf } from './target.js';

/** A study whose codebook is there. */
export type CodedStudy = Study & { readonly codebook: Codebook };

/**
 * Loads the study that the options name, for figures: any error in its files stops here, since figures made in spite
 * of it would be wrong. So does a codebook without codes.
 */
export function studyFor(invocation: Invocation, findings: Findings): Promise<CodedStudy> {
  return studyWithCodebook(invocation, findings, (one) =>
    one.code === NO_CODES ? { ...one, severity: 'error' as const } : one,
  );
}

/** The same for work on codings, where the first code may be yet to come. */
export function startedStudyFor(invocation: Invocation, findings: Findings): Promise<CodedStudy> {
  return studyWithCodebook(invocation, findings, quietly);
}

/** The same where a codebook is welcome but not needed. */
export function looseStudyFor(invocation: Invocation, findings: Findings): Promise<Study> {
  return studyAs(invocation, findings, false, quietly);
}

/** What is said of a codebook without codes. */
const NO_CODES = 'QC114';

/** Takes a finding as it is, graver, or not at all. */
type Judge = (diagnostic: Diagnostic) => Diagnostic | null;

const quietly: Judge = (diagnostic) => (diagnostic.code === NO_CODES ? null : diagnostic);

async function studyWithCodebook(invocation: Invocation, findings: Findings, judge: Judge): Promise<CodedStudy> {
  const study = await studyAs(invocation, findings, true, judge);
  if (!study.codebook) throw new UsageError('there is no codebook', 'Name one with --codebook FILE or in qcode.yaml.');
  return study as CodedStudy;
}

async function studyAs(
  { arguments: paths, values, shell }: Invocation,
  findings: Findings,
  needsCodebook: boolean,
  judge: Judge,
): Promise<Study> {
  const loaded = await loadStudy(studyRequest({ arguments: paths, values, shell }, needsCodebook));
  const diagnostics = loaded.diagnostics.flatMap((one) => judge(one) ?? []);
  if (!loaded.value || diagnostics.some(isError)) throw new Halt(diagnostics);
  requireSafeTarget({ values, shell }, loaded.value);
  findings.tell(diagnostics);
  return chosen(loaded.value, values);
}

/** What the options say of where the study is. */
export function studyRequest({ arguments: paths, values, shell }: Invocation, needsCodebook: boolean): StudyRequest {
  const text = (name: 'study' | 'codebook' | 'cases' | 'encoding') => {
    const value = values.one(name);
    return value === undefined ? {} : { [name]: value };
  };
  const encoding = values.one('encoding');
  if (encoding !== undefined && !encodingNamed(encoding)) {
    throw new UsageError(`"${encoding}" is no encoding that qcode reads`, ENCODINGS);
  }
  return {
    cwd: shell.folder,
    paths,
    markers: values.all('marker'),
    markersAreSpeech: values.flag('markers'),
    needsCodebook,
    ...text('study'),
    ...text('codebook'),
    ...text('cases'),
    ...text('encoding'),
  };
}

/** The study with only the sources that `--source` names. */
function chosen(study: Study, values: Values): Study {
  const wanted = values.all('source');
  if (wanted.length === 0) return study;
  const matches = wanted.map((pattern) => {
    const found = study.sources.filter(sourceTest(pattern));
    if (found.length > 0) return found;
    const close = nearest(
      pattern,
      study.sources.map(({ id }) => id),
    );
    throw new UsageError(
      `no source is called "${pattern}"`,
      close ? `Did you mean ${close}?` : 'qcode sources lists them.',
    );
  });
  const keep = new Set(matches.flat());
  return {
    ...study,
    chosen: [...study.chosen, ...wanted],
    sources: study.sources.filter((source) => keep.has(source)),
  };
}

/** A source is named by its id, by the name of its file with or without extension, or by a pattern over either. */
export function sourceTest(pattern: string): (source: Pick<Source, 'id'>) => boolean {
  const glob = compileGlob(pattern);
  return ({ id }) => {
    const name = id.slice(id.lastIndexOf('/') + 1);
    return glob(id) || glob(name) || glob(name.replace(/\.[^.]*$/, ''));
  };
}

/** What `--case --speaker --role --where --exclude-role --include-interviewer --query` leave in. */
export function filtersOf(values: Values, study: Study): Filters {
  const excluded = [...study.settings.excludeRoles, ...values.all('excludeRole').map(roleOf)];
  const roles = values.all('role').map(roleOf);
  const included = values.flag('includeInterviewer') ? [...roles, 'interviewer'] : roles;
  const query = askedQuery(values, study);
  return {
    cases: values.all('case'),
    speakers: values.all('speaker'),
    roles,
    // Who is asked for by name is not left out.
    excludeRoles: [...new Set(excluded)].filter((role) => !included.includes(role)),
    where: conditionsOf(values.all('where')),
    ...(query && { query }),
  };
}

function roleOf(name: string): Role {
  const role = ROLES.find((candidate) => candidate === name);
  if (role) return role;
  const close = nearest(name, ROLES);
  throw new UsageError(`"${name}" is no role`, close ? `Did you mean ${close}?` : `Roles are ${ROLES.join(', ')}.`);
}

function conditionsOf(written: readonly string[]): Condition[] {
  const values = new Map<string, string[]>();
  for (const one of written) {
    const equals = one.indexOf('=');
    if (equals < 1) throw new UsageError(`--where wants attribute=value, not "${one}"`);
    const attribute = one.slice(0, equals).trim();
    values.set(attribute, [...(values.get(attribute) ?? []), one.slice(equals + 1).trim()]);
  }
  return [...values].map(([attribute, alternatives]) => ({ attribute, values: alternatives }));
}

/** Filters in words, for the notes of tables. */
export function filtersInWords({ cases, speakers, roles, excludeRoles, where, query }: Filters): string[] {
  const words = (what: string, names: readonly string[]): string[] =>
    names.length > 0 ? [`${what} ${names.join(' or ')}`] : [];
  return [
    ...words('only the case', cases),
    ...words('only the speaker', speakers),
    ...words('only turns of role', roles),
    ...excludeRoles.map((role) => `turns of ${role}s left out, in counts of words too`),
    ...where.flatMap(({ attribute, values }) => words(`only ${attribute} =`, values)),
    ...(query ? queryInWords(query) : []),
  ];
}

/** The code of an id that is given by hand. */
export function codeNamed(name: string, codebook: Codebook): Code {
  const id = name.normalize('NFC');
  const found = codebook.codes.find((code) => code.id === id);
  if (found) return found;
  const { message, remedy } = unknownCode(codebook, id);
  throw new UsageError(message, remedy);
}

/**
 * Positions of the codes that are asked for, in the order of the codebook: those that `--code` names, with `--below` those
 * below them, and those that `--linked-to` finds near; null for all.
 */
export function codesToList(values: Values, { codebook }: CodedStudy): readonly number[] | null {
  const wanted = values.all('code');
  const linked = linkedCodes(values, codebook);
  if (wanted.length === 0) {
    if (values.flag('below'))
      throw new UsageError('--below wants a code', 'Name it with --code ID; without it all codes are listed.');
    if (linked === null) return null;
  }
  const named = wanted.map((name) => codebook.codes.indexOf(codeNamed(name, codebook)));
  const below = values.flag('below') ? named.flatMap((code) => descendantsOf(codebook, code)) : [];
  return [...new Set([...named, ...below, ...(linked ?? [])])].sort((a, b) => a - b);
}

/** The code that `--linked-to` names and those at most `--steps` relations away; null without it. */
function linkedCodes(values: Values, codebook: Codebook): number[] | null {
  const center = values.one('linkedTo');
  if (center === undefined) {
    if (values.one('steps') === undefined) return null;
    throw new UsageError('--steps wants a code', 'Name it with --linked-to CODE.');
  }
  const steps = stepsOf(values);
  const distances = linkDistances(codebook.relations, [codeNamed(center, codebook).id], 'either');
  return codebook.codes.flatMap(({ id }, code) => ((distances.get(id) ?? Infinity) <= steps ? [code] : []));
}

/** How many relations `--steps` allows. */
export function stepsOf(values: Values): number {
  return numberOf(values, 'steps', 1) ?? DEFAULT_STEPS;
}

/** The same, or the positions of all codes. */
export function codesShown(values: Values, study: CodedStudy): readonly number[] {
  return codesToList(values, study) ?? study.codebook.codes.map((_, code) => code);
}

/** The codes asked for in words; undefined where all are. */
export function codesInWords(values: Values): string | undefined {
  const codes = [...new Set(values.all('code'))];
  const center = values.one('linkedTo');
  const below = values.flag('below') ? ' and those below' : '';
  const parts = [
    ...(codes.length > 0 ? [`the ${codes.length === 1 ? 'code' : 'codes'} ${codes.join(', ')}${below}`] : []),
    ...(center === undefined
      ? []
      : [`${center} and codes at most ${counted(stepsOf(values), 'relation')} away from it`]),
  ];
  return parts.length === 0 ? undefined : `only ${parts.join(' and ')}`;
}

/** What figures rest on, with the codes named that are asked for. */
export function withCodes(basis: Basis, values: Values): Basis {
  const only = codesInWords(values);
  return only === undefined ? basis : { ...basis, filters: [...basis.filters, only] };
}

/** The one set of codings that figures come from: what the options say, else what the study says, else the default. */
export function analysisOf(values: Values, study: Study): AnalysisSet {
  const coder = values.one('coder');
  const kinds = (['rules', 'manual', 'all'] as const).filter((kind) => values.flag(kind));
  if (kinds.length + (coder === undefined ? 0 : 1) > 1) {
    throw new UsageError('--coder, --manual, --rules and --all exclude one another', 'Give one of them.');
  }
  const [kind] = kinds;
  if (kind) return { kind };
  const named = coder === undefined ? study.settings.analysis : ({ kind: 'coder', coder } as const);
  if (named?.kind === 'coder') coderAmong(named.coder, study.logs);
  const coders = codersOf(study.logs);
  const set = named ?? defaultSet(coders);
  if (set) return set;
  throw new Halt([finding('QC420', `there are codings of ${coders.join(', ')}`)]);
}

/** The values of the attribute that groups cases, in the order of cases.csv; null where cases are not grouped. */
export function groupsOf({ cases, settings }: Study): readonly string[] | null {
  if (!cases.attributes.includes(settings.caseGroup)) return null;
  const values = [...cases.rows.values()].map(({ cells }) => cells[settings.caseGroup] ?? '');
  return [...new Set(values.filter((value) => value !== ''))];
}

/** The codebook that the options name, with or without a study around it. */
export async function codebookFor(invocation: Invocation, findings: Findings): Promise<Codebook> {
  const { values, shell } = invocation;
  const named = values.one('codebook');
  if (named === undefined) return (await startedStudyFor({ ...invocation, arguments: [] }, findings)).codebook;
  const path = resolve(shell.folder, named);
  const target = targetOf(invocation);
  if (target) refuseInputs(target, [path]);
  return need(await readAs(path, shownPath(shell.folder, path), parseCodebook), findings);
}
