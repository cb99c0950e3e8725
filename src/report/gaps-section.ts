import type { Frequency } from '../measure/frequency-types.js';
import type { SourceGlance } from '../measure/glance.js';
import { segmentsOf } from './code-totals.js';
import type { Section } from './model.js';

/** Whether neither a code nor one below it was ever applied; those below follow it in the rows, deeper than it. */
function barren(frequency: Frequency, code: number): boolean {
  const { rows } = frequency;
  for (let i = code; i === code || (i < rows.length && rows[i]!.depth > rows[code]!.depth); i++) {
    if ((segmentsOf(frequency, i) ?? 0) > 0) return false;
  }
  return true;
}

/**
 * Codes never applied and sources with no code: what the study has not said anything about.
 *
 * @param code what sources are without: `any code`, or any of those asked for
 */
export function gapsSection(frequency: Frequency, glances: readonly SourceGlance[], code: string): Section {
  const codes = frequency.rows.flatMap(({ code, label }, i) => {
    if (!barren(frequency, i)) return [];
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
