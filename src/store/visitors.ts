import type { Visitor, VisitorName, VisitorOf } from './visitor.js';
import type { VisitorTypes } from './visitor-types.js';
import { caseValues } from './visitors/case-values.js';
import { comparison } from './visitors/comparison.js';
import { cooccurrence } from './visitors/cooccurrence.js';
import { evidence } from './visitors/evidence.js';
import { examples } from './visitors/examples.js';
import { frequency } from './visitors/frequency.js';
import { glance } from './visitors/glance.js';
import { incidents } from './visitors/incidents.js';
import { kwic } from './visitors/kwic.js';
import { pairs } from './visitors/pairs.js';
import { presence } from './visitors/presence.js';
import { quotations } from './visitors/quotations.js';
import { rows } from './visitors/rows.js';
import { ruleCheck } from './visitors/rule-check.js';
import { selected } from './visitors/selected.js';
import { words } from './visitors/words.js';

/** What a pass is to add up: options by the name of the visitor. */
export type Measures = { readonly [Name in VisitorName]?: VisitorTypes[Name]['options'] };

/** Measures that can be added up: not those whose tallies are handed on and emptied while a source is read. */
export type SummedMeasures = Measures & { readonly rows?: never };

/** What a pass has added up. */
export type Tallies<M extends Measures> = { [Name in keyof M & VisitorName]: VisitorTypes[Name]['tally'] };

const visitors: { readonly [Name in VisitorName]: VisitorOf<Name> } = {
  frequency,
  rolledUp: frequency,
  places: frequency,
  caseValues,
  comparison,
  cooccurrence,
  evidence,
  glance,
  incidents,
  kwic,
  pairs,
  presence,
  quotations,
  examples,
  ruleCheck,
  selected,
  rows,
  words,
};

/** All visitors of a pass as one: its tally holds theirs by name. */
export function visitorFor<M extends Measures>(measures: M): Visitor<M, Tallies<M>> {
  const names = Object.keys(measures) as (keyof M & VisitorName)[];
  const chosen = names.map((name) => [name, visitors[name] as AnyVisitor] as const);
  return {
    create: (study, options) =>
      Object.fromEntries(chosen.map(([name, visitor]) => [name, visitor.create(study, options[name])])) as Tallies<M>,
    *add(tallies, source) {
      for (const [name, visitor] of chosen) {
        const steps = visitor.add(tallies[name], source);
        if (steps) yield* steps;
      }
    },
    merge: (into, from) => {
      for (const [name, visitor] of chosen) visitor.merge(into[name], from[name]);
    },
  };
}

// Within one name options and tally belong together; across names TypeScript cannot follow that.
type AnyVisitor = Visitor<unknown, unknown>;
