// What coders said, seeded: ratings of units, segments laid over a text, codings of a source.
import { between, pick, sampler, zipf } from './random.mjs';

const AGREEING = 0.8;
const EMPTY = 0.4;
const UNSEEN = 0.02;

export const codeNames = (count) => Array.from({ length: count }, (_, i) => `code-${String(i + 1).padStart(3, '0')}`);

/**
 * Units of several sources as coders rated them. Four in ten bear no code, one in fifty was not seen; in eight of ten a
 * coder says what the unit has, else something else.
 *
 * @param {{units: number, sources: number, coders: number, codes: number, most: number}} size `most` codes on a unit
 * @returns what the library compares
 */
export function ratedUnits(random, { units, sources, coders, codes, most }) {
  const names = codeNames(codes);
  const draw = sampler(zipf(codes, 1));
  const sets = new Map();
  const setOf = () => {
    const count = random() < EMPTY ? 0 : between(random, 1, most);
    const places = [...new Set(Array.from({ length: count }, () => draw(random)))].sort((a, b) => a - b);
    const key = places.join();
    if (!sets.has(key))
      sets.set(
        key,
        places.map((place) => names[place]),
      );
    return sets.get(key);
  };
  const unit = () => {
    const truth = setOf();
    const said = () => (random() < AGREEING ? truth : setOf());
    return { sets: Array.from({ length: coders }, () => (random() < UNSEEN ? null : said())), asked: null };
  };
  return {
    coders: Array.from({ length: coders }, (_, i) => `coder-${i + 1}`),
    codes: names,
    mayBeEmpty: true,
    sources: Array.from({ length: sources }, (_, i) => ({
      source: `interview-${i + 1}`,
      units: Array.from({ length: units / sources }, unit),
      text: null,
    })),
  };
}

/** The same as a table: a row a unit, a column a coder. */
export function ratingsCsv({ coders, sources }) {
  const cell = (set) => (set === null ? '' : set.length === 0 ? '(none)' : set.join('; '));
  const rows = sources.flatMap(({ source, units }) =>
    units.map(({ sets }, i) => [source, i + 1, ...sets.map(cell)].join(',')),
  );
  return `${[['source', 'unit', ...coders].join(','), ...rows].join('\n')}\n`;
}

/**
 * Segments of several coders over a text, so many each, which overlap no other of the same coder. Borders waver by up to
 * twenty characters; in eight of ten a coder lays the code that the segment has.
 */
export function laidSegments(random, { segments, coders, codes }) {
  const names = codeNames(codes);
  const draw = sampler(zipf(codes, 1));
  const truth = Array.from({ length: segments }, () => draw(random));
  const segment = (code, i) => ({
    start: i * 200 + between(random, 0, 20),
    end: i * 200 + 120 + between(random, 0, 20),
    code: names[random() < AGREEING ? code : draw(random)],
  });
  return { length: segments * 200, coders: Array.from({ length: coders }, () => truth.map(segment)) };
}

/** Codings of units of a source: as many as there are to be, codes drawn by Zipf, half by rules and half by hand. */
export function codingsOf(random, { units, codings, codes }) {
  const draw = sampler(zipf(codes, 1));
  const laid = new Map();
  while (laid.size < codings) {
    const { start, end } = pick(random, units);
    const code = draw(random);
    const at = between(random, start, Math.max(start, end - 5));
    const byHand = random() < 0.5;
    laid.set(`${start} ${code}`, {
      start,
      end,
      code,
      hits: byHand ? [] : [{ start: at, end: Math.min(end, at + 5), code }],
      coders: byHand ? ['coder-1'] : [],
    });
  }
  return [...laid.values()];
}
