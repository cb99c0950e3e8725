import type { Diagnostic } from '../core/diagnostic.js';
import type { Coverage } from '../store/chunk.js';
import { finding } from '../store/finding.js';
import { DEFAULTS } from '../store/settings.js';
import type { Study } from '../store/study.js';

/** Attributes that qcode.yaml names and nobody has: tables by them would say something else under their name. */
export function missingAttributes({ sources, attributed }: Coverage, { settings, cases }: Study): Diagnostic[] {
  const { caseAttribute, caseGroup } = settings;
  const there = `${cases.file} has ${cases.attributes.join(', ') || 'no attributes'}`;
  const say = (key: string, name: string): Diagnostic =>
    finding('QC419', `no case has the attribute "${name}" that ${key} names; ${there}`);
  return [
    ...(caseAttribute !== DEFAULTS.caseAttribute && sources > 0 && !attributed
      ? [say('case_attribute', caseAttribute)]
      : []),
    ...(caseGroup !== DEFAULTS.caseGroup && !cases.attributes.includes(caseGroup)
      ? [say('case_group', caseGroup)]
      : []),
  ];
}
