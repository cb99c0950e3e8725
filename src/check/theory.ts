import type { Codebook } from '../codebook/codebook.js';
import type { Diagnostic, Severity } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import { nearest } from '../core/suggest.js';
import type { QuotedTally } from '../measure/theory/quoted-nowhere.js';
import { readTooEarly } from '../measure/theory/strata.js';
import type { Theory } from '../measure/theory/theory.js';

/**
 * Rules that read themes which no rule above them adds.
 *
 * @param severity a note where it is not known in which way the rules will be tried
 */
export function rulesTooEarly({ rules }: Theory, severity: Severity): Diagnostic[] {
  return readTooEarly(rules).map(({ rule, theme }) => {
    const { name, place } = rules[rule]!;
    const message = `the rule "${name}" reads the theme "${theme}", which no rule above it adds`;
    return finding('QC484', message, place, severity);
  });
}

/** Judgements of cases to which no source that was read belongs. */
export function judgedNowhere({ judgements }: Theory, cases: ReadonlySet<string>): Diagnostic[] {
  return judgements
    .filter((one) => !cases.has(one.case))
    .map((one) => {
      const close = nearest(one.case, cases);
      const hint = close === undefined ? '' : `; did you mean "${close}"?`;
      return finding('QC485', `no source that was read belongs to the case "${one.case}"${hint}`, one.place, 'warning');
    });
}

/** Quotations of judgements that no source of their case has; of cases that nobody knows, nothing is said. */
export function quotedNowhere({ judgements }: Theory, { cases, found }: QuotedTally): Diagnostic[] {
  const quoted = judgements.flatMap((one) => one.quotedAt.map((place) => ({ ...one, place })));
  return quoted.flatMap(({ case: name, place }, at) => {
    if (found.has(at) || !cases.has(name)) return [];
    return [finding('QC486', `no source of the case "${name}" has these words`, place, 'warning')];
  });
}

/** A property `stance` by which no coding can affirm. */
export function withoutAffirms({ properties }: Codebook): Diagnostic[] {
  if (!Object.hasOwn(properties, 'stance') || properties['stance']?.includes('affirms')) return [];
  const message = 'the property "stance" of the codebook has no value "affirms": every coding counts as affirming';
  return [finding('QC489', message, undefined, 'warning')];
}
