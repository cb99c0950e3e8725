import type { Code, Codebook, Relation } from '../codebook/codebook.js';
import { type Axial, PLACES, type Place } from '../codebook/map/axial.js';
import type { Frame } from './map-diagram.js';
import { named } from './map-table.js';
import type { Column, List, Report, Row, Section, Table, Value } from './model.js';

const HEADINGS: Readonly<Record<Place, string>> = {
  causal: 'Causal conditions',
  context: 'Context',
  intervening: 'Intervening conditions',
  strategy: 'Strategies',
  consequence: 'Consequences',
  other: 'Linked otherwise',
};

const PHENOMENON = 'Phenomenon';
const FURTHER = 'Linked through other codes alone';
const UNLINKED = 'Not linked to the phenomenon';

const COLUMNS: readonly Column[] = ['place', 'code', 'from', 'type', 'to'].map((key) => ({
  key,
  label: key,
  format: 'text',
}));

const namesOf = ({ codes }: Codebook): ReadonlyMap<string, string> =>
  new Map(codes.map((code) => [code.id, named(code)]));

/** One row for each code in a place of the paradigm; then those linked further away, and those not linked. */
export function axialTable(codebook: Codebook, axial: Axial, core: Code): Table {
  const names = namesOf(codebook);
  const row = (place: string, code: string, relation: Relation | null): Row => {
    const [from, type, to] = relation ? [relation.from, relation.type, relation.to] : [null, null, null];
    const values: Value[] = [place, code, from, type, to];
    return { cells: values.map((value, i) => ({ value, ...(i !== 0 && i !== 3 && label(value, names)) })) };
  };
  return {
    kind: 'table',
    name: 'axial',
    title: `Axial coding around ${named(core)}`,
    columns: COLUMNS,
    rows: [
      ...[...axial.phenomenon].map((code) => row('phenomenon', code, null)),
      ...axial.placed.map(({ place, code, relation }) => row(place, code, relation)),
      ...axial.further.map((code) => row('further', code, null)),
      ...axial.unlinked.map((code) => row('unlinked', code, null)),
    ],
    notes: [],
  };
}

const label = (value: Value, names: ReadonlyMap<string, string>): { readonly label?: string } =>
  typeof value === 'string' ? { label: names.get(value) ?? value } : {};

/** The paradigm as people read it: a heading for each of its places, and the relations that put the codes there. */
export function axialReport(codebook: Codebook, axial: Axial, core: Code): Report {
  const names = namesOf(codebook);
  const codes = (ids: Iterable<string>): string[] => [...ids].map((id) => names.get(id)!);
  const list = (heading: string, name: string, items: readonly string[]): Section => ({
    heading,
    blocks: [{ kind: 'list', name, items } satisfies List],
  });
  const places = PLACES.map((place) => list(HEADINGS[place], place, saidOf(codebook, axial, place, core)));
  return {
    title: `Axial coding around ${named(core)}`,
    caveats: [],
    sections: [
      list(PHENOMENON, 'phenomenon', codes(axial.phenomenon)),
      ...places,
      list(FURTHER, 'further', codes(axial.further)),
      list(UNLINKED, 'unlinked', codes(axial.unlinked)),
    ],
  };
}

/** The relations of a place in words: first the code that is in it. The core category goes without its name, which is known. */
function saidOf({ codes }: Codebook, { placed }: Axial, place: Place, core: Code): string[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const other = (id: string): string => (id === core.id ? 'the phenomenon' : byId.get(id)!.name);
  return placed
    .filter((one) => one.place === place)
    .map(({ code, relation: { from, type, to } }) => {
      const own = named(byId.get(code)!);
      return `${own}: ${from === code ? `${type} ${other(to)}` : `${other(from)} ${type} it`}`;
    });
}

/** The frames of a diagram: a code with several places stands in the first. */
export function axialFrames({ phenomenon, placed }: Axial): readonly Frame[] {
  const taken = new Set(phenomenon);
  const frames = PLACES.map((place) => {
    const codes = [...new Set(placed.filter((one) => one.place === place).map(({ code }) => code))];
    const free = codes.filter((code) => !taken.has(code));
    for (const code of free) taken.add(code);
    return { title: HEADINGS[place], codes: free };
  });
  return [{ title: PHENOMENON, codes: [...phenomenon] }, ...frames].filter(({ codes }) => codes.length > 0);
}
