import { isError, type Outcome } from '../core/diagnostic.js';
import type { FoldOptions } from '../text/fold.js';
import { parseCodes, type CodeCollector } from './code.js';
import type { Codebook } from './codebook.js';
import { parseProperties } from './properties.js';
import { parseMap } from './relations.js';
import { DEFAULT_SEGMENT, parseSegment } from './segment.js';
import { reportFormer } from './was.js';
import { fieldsOf, mappingIn, textIn, wrongForm, type Fields, type Keys } from './yaml/fields.js';
import type { Findings } from './yaml/findings.js';
import { readYaml } from './yaml/read.js';
import type { Mapping, Node } from './yaml/tree.js';

const KEYS: Keys = {
  of: 'codebook',
  known: ['title', 'fold', 'segment', 'properties', 'codes', 'relation_types', 'relations', 'core'],
  synonyms: {
    name: 'title',
    code: 'codes',
    themes: 'codes',
    categories: 'codes',
    links: 'relations',
    core_category: 'core',
  },
};
const FOLD_KEYS: Keys = { of: 'fold', known: ['han'] };

/** Traditional and Simplified characters match each other unless the codebook says otherwise. */
const DEFAULT_FOLD: FoldOptions = { han: true };

/** The name of a file without its folders and extension. */
const baseName = (file: string): string => file.replace(/^.*[/\\]/u, '').replace(/\.[^.]*$/u, '');

function parseFold(fields: Fields, findings: Findings): FoldOptions {
  const mapping = mappingIn(fields, 'fold', findings);
  if (!mapping) return DEFAULT_FOLD;
  const node = textIn(fieldsOf(mapping, FOLD_KEYS, findings), 'han', findings);
  if (!node) return DEFAULT_FOLD;
  const text = node.value.trim();
  if (text !== 'true' && text !== 'false') findings.error('QC119', node, `"${text}" is neither true nor false`);
  return { han: text !== 'false' };
}

/** The items of the top `codes:`; that there are none is a warning. */
function topCodes(root: Mapping, fields: Fields, findings: Findings): readonly Node[] {
  const node = fields.get('codes');
  const empty = !node || node.kind === 'nothing' || (node.kind === 'list' && node.items.length === 0);
  if (empty && !root.damaged) {
    const key = root.entries.find((entry) => entry.key.value === 'codes')?.key;
    // Where "codes" was misspelt, that has been reported.
    if (key || root.entries.length === fields.size)
      findings.warning('QC114', key ?? root, 'this codebook has no codes');
  }
  if (node && node.kind !== 'list') wrongForm(node, 'list', '"codes"', findings);
  return node?.kind === 'list' ? node.items : [];
}

function parseRoot(root: Mapping, findings: Findings): Codebook {
  const fields = fieldsOf(root, KEYS, findings);
  const title = textIn(fields, 'title', findings)?.value.trim() || baseName(findings.file);
  const fold = parseFold(fields, findings);
  const segment = parseSegment(fields, DEFAULT_SEGMENT, findings);
  const properties = parseProperties(fields, findings);
  const collector: CodeCollector = { codes: [], ids: new Map(), alike: new Map(), former: [], fold, findings };
  parseCodes(topCodes(root, fields, findings), { parent: null, depth: 0, segment }, collector);
  reportFormer(collector);
  return { file: findings.file, title, fold, properties, codes: collector.codes, ...parseMap(fields, collector) };
}

/** Reads all that a file says; the codebook is there as far as it could be read, whatever was found. */
function parseFile(yamlText: string, file: string): Outcome<Codebook> {
  const { findings, root } = readYaml(yamlText, file);
  let codebook: Codebook | undefined;
  if (root.kind === 'mapping') codebook = parseRoot(root, findings);
  else if (root.kind === 'nothing' && findings.count === 0) {
    findings.warning('QC114', root, 'the file is empty');
    const nothing = { properties: {}, codes: [], relationTypes: [], relations: [] };
    codebook = { file, title: baseName(file), fold: DEFAULT_FOLD, ...nothing };
  } else wrongForm(root, 'mapping', 'a codebook', findings, 'begin with "codes:", and list the codes below it');
  return { ...(codebook && { value: codebook }), diagnostics: findings.diagnostics() };
}

/**
 * Reads a codebook. `file` is its name in messages and in the codebook itself.
 *
 * All mistakes are reported, in text order. The codebook is absent when one of them is an error: with some of its rules
 * lost it would yield wrong counts. It may have no codes yet, which is a warning: whoever codes openly begins so.
 */
export function parseCodebook(yamlText: string, file: string): Outcome<Codebook> {
  const { value, diagnostics } = parseFile(yamlText, file);
  return value && !diagnostics.some(isError) ? { value, diagnostics } : { diagnostics };
}
