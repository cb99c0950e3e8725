import type { Frequency } from '../measure/frequency-types.js';
import type { SourceGlance } from '../measure/glance.js';
import { segmentsOf } from './code-totals.js';
import type { Section } from './model.js';

/**
 * Codes never applied and sources with no code: what the study has not said anything about.
 *
 * @param rolledUp the same frequency with the codings of codes below
 * @param code what sources are without: `any code`, or any of those asked for
 */
export function gapsSection(
  frequency: Frequency,
  rolledUp: Frequency,
  glances: readonly SourceGlance[],
  code: string,
): Section {
  const codes = frequency.rows.flatMap(({ code, label }, i) => {
    if ((segmentsOf(rolledUp, i) ?? 0) > 0) return [];
    const name = label === code ? code : `${label} (${code})`;
    return [segmentsOf(frequency, i) === null ? `${name}: nobody looked for it` : name];
  });
  return {
    heading: 'Codes never applied, and sources with no code',
    blocks: [
      { kind: 'paragraph', text: `Of ${frequency.rows.length} codes, never applied, nor any code below them:` },
      { kind: 'list', name: 'codes-never-applied', items: codes },
      { kind: 'paragraph', text: `Of ${glances.length} sources, without ${code}:` },
      {
        kind: 'list',
        name: 'sources-with-no-code',
        items: glances.filter(({ codings }) => codings === 0).map(({ source }) => source),
      },
    ],
  };
}
