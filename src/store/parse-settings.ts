import type { Outcome } from '../core/diagnostic.js';
import { readYaml } from '../codebook/yaml/read.js';
import { DEFAULTS, type Settings, readSettings } from './settings.js';

/** Reads and checks the text of a qcode.yaml; an empty one means all defaults. */
export function parseSettings(text: string, file: string): Outcome<Settings> {
  const { root, findings } = readYaml(text, file);
  if (root.kind === 'mapping') {
    const value = readSettings(root, findings);
    return { value, diagnostics: findings.diagnostics() };
  }
  if (root.kind !== 'nothing' && root.kind !== 'broken') findings.error('QC405', root, 'this must be keys and values');
  return { value: DEFAULTS, diagnostics: findings.diagnostics() };
}
