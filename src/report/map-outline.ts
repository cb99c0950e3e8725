import type { Code, Codebook, Relation } from '../codebook/codebook.js';
import type { ChosenMap } from '../codebook/map/chosen.js';
import { linkDistances } from '../codebook/map/distance.js';
import { categoryOf, partsOf } from '../codebook/map/linked.js';
import { flow } from './flow.js';
import { hanging, wrap } from './lines.js';
import { named } from './map-table.js';
import type { TerminalOptions } from './terminal.js';

/** A code of the outline with the relations that are told at it. */
interface Entry {
  readonly code: Code;
  readonly relations: readonly Relation[];
}

interface Group {
  /** Empty where the map is one group. */
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** A list of codes beneath the outline. */
export interface Remainder {
  readonly heading: string;
  readonly codes: readonly Code[];
}

const LEAST_WIDTH = 20;

/**
 * A code map as an outline for the terminal: each relation once, at the code where it begins. Chosen around a code, it is
 * grouped by steps, and a relation stands at the end that is further away.
 */
export function mapOutline(
  codebook: Codebook,
  map: ChosenMap,
  heads: readonly string[],
  remainder: Remainder | null,
  { width: given, style }: TerminalOptions,
): string {
  const width = Math.max(LEAST_WIDTH, given);
  const names = new Map(codebook.codes.map((code) => [code.id, flow(named(code))]));
  const titled = (heading: string): string[] => wrap(flow(heading), width).map(style.bold);
  const groups = map.steps ? bySteps(map, map.steps) : byParts(codebook, map);
  const [title = '', ...rest] = heads;
  const turned = groups.some(({ entries }) =>
    entries.some(({ code, relations }) => relations.some(({ to }) => to === code.id)),
  );
  const blocks = [
    [...titled(title), ...rest.flatMap((line) => wrap(flow(line), width))],
    ...groups.flatMap(({ heading, entries }) => [
      ...(heading === '' ? [] : [[...titled(heading), style.dim('='.repeat(Math.min(width, heading.length)))]]),
      ...entries.map(({ code, relations }) => [
        ...titled(names.get(code.id)!),
        ...linesOf(code.id, relations, names, width),
      ]),
    ]),
    ...(remainder && remainder.codes.length > 0
      ? [
          [
            ...titled(remainder.heading),
            ...remainder.codes.flatMap((code) => hanging('- ', names.get(code.id)!, width)),
          ],
        ]
      : []),
    ...(turned ? [wrap('causes → B: the code causes B. causes ← B: B causes the code.', width)] : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The relations of an entry, those of one type and direction below each other. */
function linesOf(
  code: string,
  relations: readonly Relation[],
  names: ReadonlyMap<string, string>,
  width: number,
): string[] {
  const others = new Map<string, string[]>();
  for (const { from, type, to } of relations) {
    const head = `  ${type} ${from === code ? '→' : '←'} `;
    const other = names.get(from === code ? to : from)!;
    others.set(head, [...(others.get(head) ?? []), other]);
  }
  return [...others].flatMap(([head, found]) => found.flatMap((other) => hanging(head, other, width)));
}

/** Whole maps: what is linked to the core category first, and else one group for each part that hangs together. */
function byParts(codebook: Codebook, { codes, relations }: ChosenMap): Group[] {
  const { core } = codebook;
  const told = toldAt(relations, ({ from }) => from);
  const entriesOf = (ids: ReadonlySet<string>): Entry[] =>
    codes.flatMap((code) => {
      const own = ids.has(code.id) ? told.get(code.id) : undefined;
      return own ? [{ code, relations: own }] : [];
    });
  const near = new Set(
    core === undefined ? [] : linkDistances(relations, [...categoryOf(codebook, core)], 'either').keys(),
  );
  const others = partsOf(codebook, relations).filter(([first]) => !near.has(first!));
  const isOne = others.length === (core === undefined ? 1 : 0);
  const linked = { heading: isOne ? '' : 'Linked to the core category', entries: entriesOf(near) };
  const apart = others.map((part, i) => ({
    heading: isOne ? '' : `${core === undefined ? 'Part' : 'Linked among themselves,'} ${i + 1}: ${part.length} codes`,
    entries: entriesOf(new Set(part)),
  }));
  return [linked, ...apart].filter(({ entries }) => entries.length > 0);
}

/** Maps around a code: the code, then what is one step away, and so on. */
function bySteps({ codes, relations }: ChosenMap, steps: ReadonlyMap<string, number>): Group[] {
  // The end at which a relation is told: the further one.
  const told = toldAt(relations, ({ from, to }) => (steps.get(to)! > steps.get(from)! ? to : from));
  const farthest = Math.max(...steps.values());
  return Array.from({ length: farthest + 1 }, (_, distance) => ({
    heading: distance === 0 ? '' : distance === 1 ? '1 step away' : `${distance} steps away`,
    entries: codes
      .filter(({ id }) => steps.get(id) === distance)
      .map((code) => ({ code, relations: told.get(code.id) ?? [] })),
  }));
}

/** Relations by the end at which each is told. */
function toldAt(relations: readonly Relation[], endOf: (one: Relation) => string): ReadonlyMap<string, Relation[]> {
  const told = new Map<string, Relation[]>();
  for (const relation of relations) {
    const at = endOf(relation);
    const there = told.get(at);
    if (there) there.push(relation);
    else told.set(at, [relation]);
  }
  return told;
}
