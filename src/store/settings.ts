import type { Entry, Mapping, Node } from '../codebook/yaml/tree.js';
import type { Findings } from '../codebook/yaml/findings.js';
import { nearest } from '../core/suggest.js';
import type { AnalysisSet } from '../measure/analysis-set.js';
import { encodingNamed } from '../text/encoding/detect.js';
import type { Role, UnitKind } from '../text/transcript.js';
import type { SavedQueries } from '../measure/query/saved.js';
import { savedQueries } from './saved-queries.js';

/** What qcode.yaml says, with the defaults for what it does not say. */
export interface Settings {
  readonly title: string;
  /** Path as written, relative to the study. */
  readonly codebook: string;
  readonly transcripts: readonly string[];
  readonly cases: string;
  readonly people: string;
  /** The attribute whose values name the columns of tables. */
  readonly caseAttribute: string;
  /** Whether a case without that attribute goes by its own name: not where a table by the attribute is asked for. */
  readonly casesNameThemselves: boolean;
  /** The attribute that parts cases into groups, such as providers and government. */
  readonly caseGroup: string;
  readonly unit: UnitKind;
  /** Speaker labels and, where known, their roles. */
  readonly speakers: Readonly<Record<string, { readonly role?: Role }>>;
  readonly excludeRoles: readonly Role[];
  readonly language: string | null;
  readonly encoding: string | null;
  /** Non-speech markers beside those that qcode knows. */
  readonly markers: readonly string[];
  /** Whether markers are speech after all, to be matched and counted: an option's doing, never the study's. */
  readonly markersAreSpeech: boolean;
  readonly analysis: AnalysisSet | null;
  /** Queries by name, for `--query @name`. */
  readonly queries: SavedQueries;
}

export const DEFAULTS: Settings = {
  title: '',
  codebook: 'codebook.yaml',
  transcripts: ['transcripts'],
  cases: 'cases.csv',
  people: 'people.csv',
  caseAttribute: 'agency',
  casesNameThemselves: true,
  caseGroup: 'type',
  unit: 'paragraph',
  speakers: {},
  excludeRoles: [],
  language: null,
  encoding: null,
  markers: [],
  markersAreSpeech: false,
  analysis: null,
  queries: {},
};

export const ROLES: readonly Role[] = ['interviewer', 'respondent', 'other'];
export const UNITS: readonly UnitKind[] = ['sentence', 'paragraph', 'turn', 'line', 'source'];

/** What a key of qcode.yaml may hold; the manual prints `means`. */
interface Key {
  readonly means: string;
  readonly read: (value: Node, findings: Findings) => Partial<Settings>;
}

export const KEYS: Readonly<Record<string, Key>> = {
  title: { means: 'the title of reports', read: (node, f) => ({ title: text(node, f) }) },
  codebook: { means: 'path of the codebook (codebook.yaml)', read: (node, f) => ({ codebook: text(node, f) }) },
  transcripts: {
    means: 'patterns of transcript files (transcripts/**); one that begins with ! takes files away',
    read: (node, f) => ({ transcripts: texts(node, f) }),
  },
  cases: { means: 'path of the table of cases (cases.csv)', read: (node, f) => ({ cases: text(node, f) }) },
  people: { means: 'path of the table of speakers (people.csv)', read: (node, f) => ({ people: text(node, f) }) },
  case_attribute: {
    means: 'the attribute whose values name the columns of tables (agency)',
    read: (node, f) => ({ caseAttribute: name(node, f) }),
  },
  case_group: {
    means: 'the attribute that parts cases into groups; totals cover the first group (type)',
    read: (node, f) => ({ caseGroup: name(node, f) }),
  },
  unit: {
    means: `the unit of co-occurrence (paragraph): ${UNITS.join(', ')}`,
    read: (node, f) => ({ unit: oneOf(node, f, UNITS) ?? DEFAULTS.unit }),
  },
  speakers: {
    means: `speaker labels and their roles: ${ROLES.join(', ')}`,
    read: (node, f) => ({ speakers: speakers(node, f) }),
  },
  exclude_roles: {
    means: 'roles whose turns are neither matched nor counted',
    read: (node, f) => ({ excludeRoles: items(node, f).flatMap((item) => oneOf(item, f, ROLES) ?? []) }),
  },
  language: { means: 'the main language, such as zh or en', read: (node, f) => ({ language: language(node, f) }) },
  encoding: {
    means: 'the encoding of transcripts that are not UTF-8, such as gb18030 or big5',
    read: (node, f) => ({ encoding: encoding(node, f) }),
  },
  markers: {
    means: 'further non-speech markers, written as in the text: （嘆氣）, [sighs]',
    read: (node, f) => ({ markers: markers(node, f) }),
  },
  analysis: {
    means: 'whose codings figures come from: rules, manual, all, adjudicated or coder:NAME',
    read: (node, f) => ({ analysis: analysis(node, f) }),
  },
  queries: {
    means: 'queries by name, for --query @NAME',
    read: (node, f) => ({ queries: savedQueries(node, f) }),
  },
};

/** Reads the keys of qcode.yaml; what is wrong goes to the findings and keeps its default. */
export function readSettings(root: Mapping, findings: Findings): Settings {
  return root.entries.reduce((settings, { key, value }) => {
    const known = Object.hasOwn(KEYS, key.value) ? KEYS[key.value] : undefined;
    if (!known) unknownKey(key, findings);
    else if (value.kind !== 'nothing' && value.kind !== 'broken')
      return { ...settings, ...known.read(value, findings) };
    return settings;
  }, DEFAULTS);
}

function unknownKey(key: Entry['key'], findings: Findings): void {
  const close = nearest(key.value, Object.keys(KEYS));
  const remedy = close ? `Did you mean "${close}"?` : `Known keys are ${Object.keys(KEYS).join(', ')}.`;
  findings.error('QC404', key, `unknown key "${key.value}"`, remedy);
}

function wrong(node: Node, findings: Findings, wanted: string): void {
  if (node.kind !== 'broken') findings.error('QC405', node, `this must be ${wanted}`);
}

function text(node: Node, findings: Findings): string {
  if (node.kind === 'text') return node.value.trim();
  wrong(node, findings, 'text');
  return '';
}

/** A name as tables and headers have it, in NFC. */
function name(node: Node, findings: Findings): string {
  return text(node, findings).normalize('NFC');
}

/** A tag as BCP 47 has it, of which only the form is known here. */
function language(node: Node, findings: Findings): string | null {
  const tag = text(node, findings);
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
  if (tag !== '') findings.error('QC405', node, `"${tag}" is no language code`, 'Write zh, en, zh-Hant …');
  return null;
}

function encoding(node: Node, findings: Findings): string | null {
  const name = text(node, findings);
  if (encodingNamed(name)) return name;
  if (name !== '') findings.error('QC405', node, `"${name}" is no encoding that qcode reads`, ENCODINGS);
  return null;
}

/** What to do about an unknown encoding. */
export const ENCODINGS = 'Write utf-8, utf-16le, utf-16be, gb18030 or big5.';

function markers(node: Node, findings: Findings): string[] {
  for (const item of items(node, findings)) {
    if (item.kind === 'text' && item.value.trim() === '') findings.error('QC405', item, 'this marker is empty');
  }
  return texts(node, findings);
}

function items(node: Node, findings: Findings): readonly Node[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'text') return [node];
  wrong(node, findings, 'a list');
  return [];
}

function texts(node: Node, findings: Findings): string[] {
  return items(node, findings)
    .map((item) => text(item, findings))
    .filter((item) => item !== '');
}

function oneOf<T extends string>(node: Node, findings: Findings, values: readonly T[]): T | undefined {
  const value = node.kind === 'text' ? values.find((candidate) => candidate === node.value.trim()) : undefined;
  if (value === undefined) {
    const close = node.kind === 'text' ? nearest(node.value, values) : undefined;
    const remedy = close ? `Did you mean "${close}"?` : undefined;
    if (node.kind !== 'broken') findings.error('QC405', node, `this must be one of ${values.join(', ')}`, remedy);
  }
  return value;
}

function speakers(node: Node, findings: Findings): Settings['speakers'] {
  if (node.kind === 'list') return Object.fromEntries(texts(node, findings).map((label) => [label, {}]));
  if (node.kind !== 'mapping') {
    wrong(node, findings, 'a map of labels to roles');
    return {};
  }
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, speaker(value, findings)]));
}

function speaker(node: Node, findings: Findings): { role?: Role } {
  if (node.kind === 'nothing') return {};
  const value = node.kind === 'mapping' ? node.entries.find(({ key }) => key.value === 'role')?.value : node;
  if (node.kind === 'mapping') {
    for (const { key } of node.entries) {
      if (key.value !== 'role') findings.error('QC404', key, `unknown key "${key.value}"`, 'A speaker has a role.');
    }
  }
  const role = value && value.kind !== 'nothing' ? oneOf(value, findings, ROLES) : undefined;
  return role ? { role } : {};
}

function analysis(node: Node, findings: Findings): AnalysisSet | null {
  const value = name(node, findings);
  if (value === 'rules' || value === 'manual' || value === 'all' || value === 'adjudicated') return { kind: value };
  const coder = /^coder: ?(.+)$/.exec(value)?.[1];
  if (coder) return { kind: 'coder', coder };
  if (value !== '') findings.error('QC405', node, 'this must be rules, manual, all, adjudicated or coder:NAME');
  return null;
}
