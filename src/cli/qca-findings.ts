import { type Diagnostic, isError } from '../core/diagnostic.js';
import type { Named, ObservedCase } from '../measure/qca/observed-cases.js';
import { isKnownWhole } from '../measure/qca/observed-cases.js';
import type { CrispCases } from '../measure/qca/truth-table.js';
import { counted } from '../report/basis.js';
import { finding } from '../store/finding.js';
import { Halt } from './failure.js';

/** Cases that are left out, and why. Where something is unknown of every case there is nothing to go on with. */
export function unknownFindings(asked: readonly Named[], observed: readonly ObservedCase[]): Diagnostic[] {
  const nowhere = asked.filter((_, i) => observed.every(({ values }) => values[i] === null));
  if (nowhere.length > 0) {
    throw new Halt(
      nowhere.map(({ name, text }) =>
        finding('QC476', `of no case is it known whether it has ${said(name, text)}`, undefined),
      ),
    );
  }
  return observed
    .filter((one) => !isKnownWhole(one))
    .map(({ name, values }) => {
      const unknown = asked.filter((_, i) => values[i] === null).map((each) => said(each.name, each.text));
      return finding(
        'QC476',
        `the case ${name} is left out: ${unknown.join(', ')} is unknown there`,
        undefined,
        'warning',
      );
    });
}

function said(name: string, text: string): string {
  return name === text ? name : `${name} (${text})`;
}

/** What does not vary: of conditions a warning; without a varying outcome there is nothing to explain. */
export function requireVariation(
  asked: readonly Named[],
  { names, conditions, configurations, outcomes }: CrispCases,
): Diagnostic[] {
  const whole = counted(names.length, 'case');
  const constant = (name: string, values: readonly number[], severity: 'error' | 'warning'): Diagnostic[] => {
    if (new Set(values).size > 1) return [];
    const words =
      values.length === 0
        ? 'of no case everything asked is known'
        : `${values[0] === 1 ? 'each' : 'none'} of ${whole} has ${name}`;
    return [finding('QC474', words, undefined, severity)];
  };
  const wrong = constant(asked.at(-1)!.name, outcomes, 'error');
  if (wrong.some(isError)) throw new Halt(wrong);
  return conditions.flatMap((name, at) =>
    constant(
      name,
      configurations.map((own) => (own >> (conditions.length - 1 - at)) & 1),
      'warning',
    ),
  );
}

/** Warns where there are more configurations than cases. */
export function fewCases({ conditions, names }: CrispCases): Diagnostic[] {
  const configurations = 2 ** conditions.length;
  if (configurations <= names.length) return [];
  const message = `${names.length} cases are fewer than the ${configurations} configurations of ${conditions.length} conditions: most remain unseen`;
  return [finding('QC475', message, undefined, 'warning')];
}
