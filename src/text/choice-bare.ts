import type { LabelStyle } from './label-line.js';
import { count, type Candidate, type Name } from './name-table.js';

/*
 * Labels in dresses that other lines wear as well: `【访谈者】` without a colon, `### 访谈者`, items of a list (`- Dan:`,
 * `1. 访谈者：`), a name alone on its line. They are taken when declared; when they recur and one of them names a role;
 * items also when the name is a plain label or two names recur.
 */

function sum(names: readonly Name[], style: LabelStyle): number {
  return names.reduce((lines, name) => lines + count(name, style), 0);
}

/** The names taken in brackets without a colon. */
export function bracketedNames(all: readonly Name[]): Set<Name> {
  const worn = all.filter((name) => count(name, 'bracketed') > 0);
  const sure = worn.filter((name) => name.declared || name.known);
  if (!sure.some(({ declared }) => declared) && sum(sure, 'bracketed') < 2) return new Set();
  const alike =
    sum(sure, 'bracketed') >= 2
      ? worn.filter((name) => name.shape === 'name' && !name.head && count(name, 'bracketed') >= 2)
      : [];
  return new Set([...sure, ...alike]);
}

/** The names taken as items of a list. */
export function itemNames(all: readonly Name[], plain: ReadonlySet<Name>): Set<Name> {
  const worn = all.filter((name) => count(name, 'item') > 0);
  const able = worn.filter((name) => name.shape === 'name' && !name.head && count(name, 'item') >= 2);
  const sure = worn.filter((name) => name.declared || plain.has(name) || name.known);
  const certain = sure.some((name) => name.declared || plain.has(name) || count(name, 'item') >= 2) || sure.length >= 2;
  if (certain) return new Set([...sure, ...able]);
  return new Set(plain.size === 0 && able.length >= 2 ? able : []);
}

/** The names alone on a line without a colon: declared ones that are not written with a colon elsewhere. */
export function lineNames(all: readonly Name[]): Set<Name> {
  return new Set(
    all.filter(
      (name) => name.declared && count(name, 'bare line') > 0 && count(name, 'plain') + count(name, 'emphasis') === 0,
    ),
  );
}

/** Headings without a colon that are speakers, and at which depths. */
export interface BareHeadings {
  readonly names: ReadonlySet<Name>;
  readonly depths: ReadonlySet<number>;
}

/** @param labelled whether the file has other labels */
export function bareHeadings(candidates: readonly Candidate[], all: readonly Name[], labelled: boolean): BareHeadings {
  const worn = all.filter((name) => count(name, 'bare heading') > 0);
  const sure = worn.filter((name) => name.declared || (name.known && !labelled));
  const recurring = worn.filter((name) => name.shape === 'name' && !name.head && count(name, 'bare heading') >= 2);
  const certain = sure.some(({ declared }) => declared) || sum(sure, 'bare heading') >= 2;
  const names = new Set(certain ? [...sure, ...recurring] : !labelled && recurring.length >= 2 ? recurring : []);
  const leading = new Set(certain ? sure : names);
  const depths = new Set<number>();
  if (names.size > 0)
    for (const { line, name } of candidates)
      if (line.style === 'bare heading' && leading.has(name)) depths.add(line.depth);
  return { names, depths };
}
