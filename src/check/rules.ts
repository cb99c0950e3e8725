import type { Codebook } from '../codebook/codebook.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { nearest } from '../core/suggest.js';
import { speakerKey } from '../match/condition.js';
import type { SourceGlance } from '../measure/glance.js';

const ROLES: readonly string[] = ['interviewer', 'respondent', 'other'];

/** Rules that ask for a speaker who is neither a role nor anybody's label in the sources read. */
export function rulesOfNobody({ codes, file, fold }: Codebook, glances: readonly SourceGlance[]): Diagnostic[] {
  const labels = glances.flatMap(({ speakers }) => speakers.flatMap(({ label }) => label ?? []));
  const keys = new Set(labels.map((label) => speakerKey(label, fold)));
  return codes.flatMap(({ id, rules }) =>
    rules.flatMap(({ speaker, line, column }) => {
      if (speaker === undefined || ROLES.includes(speaker) || keys.has(speakerKey(speaker, fold))) return [];
      const close = nearest(speaker, [...ROLES, ...labels]);
      const hint = close ? `; did you mean "${close}"?` : '';
      return [
        finding(
          'QC435',
          `a rule of "${id}" asks for "${speaker}", who speaks nowhere${hint}`,
          { file, line, column },
          'warning',
        ),
      ];
    }),
  );
}
