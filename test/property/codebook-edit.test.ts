import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Codebook } from '../../src/codebook/codebook.js';
import { addCode } from '../../src/codebook/edit/add.js';
import { mergeCodes } from '../../src/codebook/edit/merge.js';
import { moveCode } from '../../src/codebook/edit/move.js';
import { renameCode } from '../../src/codebook/edit/rename.js';
import { parseCodebook } from '../../src/codebook/parse.js';
import {
  type ModelCode,
  type ModelMap,
  drawFrom,
  plainly,
  randomCodes,
  randomMap,
  seeds,
  written,
} from './random-codebook.js';

const RUNS = { seed: 20260301, numRuns: 120 };

/** A codebook without the places in its file. */
function read(yaml: string): unknown {
  const { value, diagnostics } = parseCodebook(yaml, 'codebook.yaml');
  if (!value)
    throw new Error(`${diagnostics.map(({ message, place }) => `${message} ${place?.line}`).join('; ')}\n${yaml}`);
  return placeless(value);
}

const placeless = (codebook: Codebook): unknown =>
  JSON.parse(
    JSON.stringify(codebook, (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value)),
  );

const every = (codes: readonly ModelCode[]): ModelCode[] => codes.flatMap((code) => [code, ...every(code.codes)]);

const change = (codes: readonly ModelCode[], id: string, to: (code: ModelCode) => ModelCode): ModelCode[] =>
  codes.map((code) => (code.id === id ? to(code) : { ...code, codes: change(code.codes, id, to) }));

const NEW: ModelCode = {
  id: 'new-one',
  was: [],
  name: 'New: one',
  definition: null,
  segment: null,
  keywords: [],
  except: [],
  codes: [],
};

/** The comments, as the random codebooks write them. */
const notes = (yaml: string): string[] => (yaml.match(/# note \d+/gu) ?? []).sort();

/** The map with another id for a code. */
function withId({ types, relations, core }: ModelMap, id: string, to: string): ModelMap {
  const named = (one: string): string => (one === id ? to : one);
  const ends = relations.map(({ from, type, to: end }) => ({ from: named(from), type, to: named(end) }));
  return { types, relations: ends, core: core === null ? null : named(core) };
}

/** Whether codes are kinds of themselves, found by taking away those that are kinds of nothing that is left. */
function isCircular({ relations }: ModelMap): boolean {
  let kinds = relations.filter(({ from, type, to }) => type === 'is-a' && from !== to);
  for (let before = -1; before !== kinds.length;) {
    before = kinds.length;
    kinds = kinds.filter(({ to }) => kinds.some(({ from }) => from === to));
  }
  return kinds.length > 0;
}

/** How many lines of a text are not in another: all but the longest common subsequence. */
function linesLost(before: string, after: string): number {
  const there = after.split('\n');
  const here = before.split('\n');
  let last = new Array<number>(there.length + 1).fill(0);
  for (const line of here) {
    const row = [0];
    there.forEach((other, j) => row.push(line === other ? last[j]! + 1 : Math.max(last[j + 1]!, row[j]!)));
    last = row;
  }
  return here.length - last.at(-1)!;
}

/** For random codebooks: their codes, their YAML in one of many layouts, more chance, and their map. */
function forCodebooks(
  test: (codes: readonly ModelCode[], yaml: string, draw: ReturnType<typeof drawFrom>, map: ModelMap) => void,
): void {
  const property = fc.property(seeds, (seed) => {
    const draw = drawFrom(seed);
    const codes = randomCodes(draw);
    const map = randomMap(codes, draw);
    test(codes, written(codes, draw, map), draw, map);
  });
  fc.assert(property, RUNS);
}

describe('editing a codebook in any layout', () => {
  it('writes what it was generated from', () => {
    forCodebooks((codes, yaml, _, map) => expect(read(yaml)).toEqual(read(plainly(codes, map))));
  });

  it('adds a code and nothing else', () => {
    forCodebooks((codes, yaml, draw, map) => {
      const all = every(codes);
      const parent = draw(4) === 0 ? null : all[draw(all.length)]!.id;
      const { value, diagnostics } = addCode(yaml, 'codebook.yaml', { id: 'new-one', name: 'New: one', parent });
      if (value === undefined) throw new Error(`${parent} ${diagnostics[0]!.message}\n${yaml}`);
      const expected = parent
        ? change(codes, parent, (code) => ({ ...code, codes: [...code.codes, NEW] }))
        : [...codes, NEW];
      expect(read(value)).toEqual(read(plainly(expected, map)));
      expect(notes(value)).toEqual(notes(yaml));
      expect(linesLost(yaml, value)).toBeLessThanOrEqual(yaml.endsWith('\n') ? 1 : 2);
      expect(value.startsWith('\ufeff')).toBe(yaml.startsWith('\ufeff'));
      if (yaml.includes('\r\n')) expect(value.replaceAll('\r\n', '')).not.toContain('\n');
    });
  });

  it('renames a code and nothing else, also back to what it was', () => {
    forCodebooks((codes, yaml, draw, map) => {
      const all = every(codes);
      const code = all[draw(all.length)]!;
      const back = code.was.length > 0 && draw(2) === 0;
      const to = back ? code.was[draw(code.was.length)]! : 'renamed';
      const name = draw(2) === 0 ? 'It’s: new' : undefined;
      const { value, diagnostics } = renameCode(yaml, 'codebook.yaml', { id: code.id, to, ...(name && { name }) });
      if (value === undefined) throw new Error(`${code.id} ${to} ${diagnostics[0]!.message}\n${yaml}`);
      const was = back ? code.was.map((one) => (one === to ? code.id : one)) : [...code.was, code.id];
      const expected = change(codes, code.id, (one) => ({ ...one, id: to, was, name: name ?? one.name }));
      expect(read(value)).toEqual(read(plainly(expected, withId(map, code.id, to))));
      expect(notes(value)).toEqual(notes(yaml));
      const ends = map.relations.filter(({ from, to: end }) => from === code.id || end === code.id).length;
      expect(linesLost(yaml, value)).toBeLessThanOrEqual(3 + 2 * ends + (map.core === code.id ? 1 : 0));
    });
  });

  it('moves a code below another, or says that it cannot without losing a comment', () => {
    let refused = 0;
    forCodebooks((codes, yaml, draw) => {
      const all = every(codes);
      const code = all[draw(all.length)]!;
      const within = new Set(every([code]));
      const others = all.filter((one) => !within.has(one));
      const below = draw(4) === 0 || others.length === 0 ? null : others[draw(others.length)]!.id;
      const { value, diagnostics } = moveCode(yaml, 'codebook.yaml', { id: code.id, below });
      if (value === undefined) {
        expect(diagnostics[0]!.code).toBe('QC125');
        refused++;
        return;
      }
      expect(notes(value)).toEqual(notes(yaml));
      const [before, after] = [read(yaml), read(value)] as [Codebook, Codebook];
      const parentOf = ({ codes: all }: Codebook, id: string) => all.find((one) => one.id === id)!.parent;
      for (const { id } of before.codes)
        expect(parentOf(after, id)).toBe(id === code.id ? below : parentOf(before, id));
      // All else that is said of a code is as before: what its rules code, too.
      const said = ({ codes: all }: Codebook) =>
        new Map(all.map((one) => [one.id, JSON.stringify({ ...one, depth: 0, parent: null })]));
      expect(said(after)).toEqual(said(before));
      expect(after.relations).toEqual(before.relations);
      const { value: again } = moveCode(value, 'codebook.yaml', { id: code.id, below });
      expect(again).toBe(value);
    });
    expect(refused).toBeLessThan(RUNS.numRuns / 4);
  });

  it('merges a code into another and loses no comment', () => {
    forCodebooks((codes, yaml, draw, map) => {
      const all = every(codes);
      const from = all[draw(all.length)]!;
      const below = new Set(every([from]));
      const others = all.filter((code) => !below.has(code));
      fc.pre(others.length > 0);
      const into = others[draw(others.length)]!;
      const { value, diagnostics } = mergeCodes(yaml, 'codebook.yaml', { from: from.id, into: into.id });
      const joined = withId(map, from.id, into.id);
      if (isCircular(joined)) {
        expect(diagnostics[0]!.message).toContain('would be a kind of itself: ');
        return;
      }
      if (value === undefined) throw new Error(`${from.id} → ${into.id}: ${diagnostics[0]!.message}\n${yaml}`);
      expect(notes(value)).toEqual(notes(yaml));
      const [before, after] = [read(yaml), read(value)] as [Codebook, Codebook];
      const code = after.codes.find(({ id }) => id === into.id)!;
      expect(code.was).toEqual([...into.was, from.id, ...from.was]);
      expect(after.codes.map(({ id }) => id).sort()).toEqual(
        before.codes
          .map(({ id }) => id)
          .filter((id) => id !== from.id)
          .sort(),
      );
      const said = (relations: ModelMap['relations']) =>
        new Set(relations.filter((one) => one.from !== one.to).map((one) => `${one.from} ${one.type} ${one.to}`));
      expect(said(after.relations)).toEqual(said(joined.relations));
      expect(after.relations).toHaveLength(said(joined.relations).size);
      expect(after.core ?? null).toBe(joined.core);
      // What codes what is as before, but for whose it is.
      const rules = (codebook: Codebook): Set<string> =>
        new Set(
          codebook.codes.flatMap(({ id, rules: own }) =>
            own.map(({ any, near, segment }) => JSON.stringify([id === from.id ? into.id : id, any, near, segment])),
          ),
        );
      expect(rules(after)).toEqual(rules(before));
      const parentOf = (codebook: Codebook) => new Map(codebook.codes.map(({ id, parent }) => [id, parent]));
      for (const [id, parent] of parentOf(before)) {
        if (id !== from.id) expect(parentOf(after).get(id)).toBe(parent === from.id ? into.id : parent);
      }
    });
  });
});

describe.each(['health-access', 'procurement-services', 'school-experience'])('the codebook %s', (name) => {
  const file = `codebooks/${name}.yaml`;
  const yaml = readFileSync(file, 'utf8');
  const { codes, relations, core } = parseCodebook(yaml, file).value!;
  const ids = codes.map(({ id }) => id);
  const words = (text: string): string[] => (text.match(/^ *#.*$/gmu) ?? []).map((line) => line.trim());

  it('lets codes be renamed, get a code below them, and be merged into others', () => {
    ids.forEach((id, i) => {
      if (i % 4 !== 0) return;
      const renamed = renameCode(yaml, file, { id, to: 'another' }).value;
      const inMap = relations.filter(({ from, to }) => from === id || to === id).length + (core === id ? 1 : 0);
      expect(linesLost(yaml, renamed ?? '')).toBe(1 + inMap);
      const added = addCode(yaml, file, { id: 'another', name: 'Another', parent: id }).value;
      expect(linesLost(yaml, added ?? '')).toBe(0);
      for (const into of [ids[(i + 1) % ids.length]!, ids[(i + 7) % ids.length]!]) {
        const { value, diagnostics } = mergeCodes(yaml, file, { from: id, into });
        const isAbove = diagnostics.some(({ message }) => message.includes('lies below'));
        if (!isAbove) expect(words(value ?? '')).toEqual(expect.arrayContaining(words(yaml)));
      }
    });
  });
});
