import type { Codebook } from '../codebook/codebook.js';
import type { CodedSource } from '../measure/coded-source.js';
import type { Study } from './study.js';
import type { VisitorTypes } from './visitor-types.js';

/**
 * What is added up over sources. Options and tally are plain data, so that worker threads can be given the one and
 * hand back the other; `merge` makes of two tallies of neighbouring sources what one tally of both would be.
 */
export interface Visitor<Options, Tally> {
  create(study: Study, options: Options): Tally;
  add(tally: Tally, source: CodedSource): void;
  merge(into: Tally, from: Tally): void;
}

export type VisitorName = keyof VisitorTypes;

/** What a pass is to add up: options by the name of the visitor. */
export type Measures = { readonly [Name in VisitorName]?: VisitorTypes[Name]['options'] };

/** What a pass has added up. */
export type Tallies<M extends Measures> = { [Name in keyof M & VisitorName]: VisitorTypes[Name]['tally'] };

/** The visitor of a name, with its types. */
export type VisitorOf<Name extends VisitorName> = Visitor<VisitorTypes[Name]['options'], VisitorTypes[Name]['tally']>;

type Loaders = { [Name in VisitorName]: () => Promise<VisitorOf<Name>> };

/** Each is loaded only by passes that want it. */
const loaders: Loaders = {
  frequency: async () => (await import('./visitors/frequency.js')).frequency,
  cooccurrence: async () => (await import('./visitors/cooccurrence.js')).cooccurrence,
  kwic: async () => (await import('./visitors/kwic.js')).kwic,
  quotations: async () => (await import('./visitors/quotations.js')).quotations,
  examples: async () => (await import('./visitors/examples.js')).examples,
  rows: async () => (await import('./visitors/rows.js')).rows,
  glance: async () => (await import('./visitors/glance.js')).glance,
};

/** All visitors of a pass as one: its tally holds theirs by name. */
export async function loadVisitors<M extends Measures>(measures: M): Promise<Visitor<M, Tallies<M>>> {
  const names = Object.keys(measures) as (keyof M & VisitorName)[];
  const loaded = await Promise.all(names.map(async (name) => [name, (await loaders[name]()) as AnyVisitor] as const));
  return {
    create: (study, options) =>
      Object.fromEntries(loaded.map(([name, visitor]) => [name, visitor.create(study, options[name])])) as Tallies<M>,
    add: (tallies, source) => {
      for (const [name, visitor] of loaded) visitor.add(tallies[name], source);
    },
    merge: (into, from) => {
      for (const [name, visitor] of loaded) visitor.merge(into[name], from[name]);
    },
  };
}

// Within one name options and tally belong together; across names TypeScript cannot follow that.
type AnyVisitor = Visitor<unknown, unknown>;

/** The codebook of a study whose pass counts codes. */
export function codebookOf({ codebook }: Study): Codebook {
  if (codebook) return codebook;
  throw new Error('a pass that counts codes needs a codebook');
}
