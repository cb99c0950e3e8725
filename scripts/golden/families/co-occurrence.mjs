import { cooccurrenceOf, overlapsOf } from './coded-text.mjs';

/** Probabilities are compared in proportion. */
export const relative = (name) => /^(g2_p|fisher_.*)$/.test(name);

export function figures(input, q, expected) {
  if (input.units) return matrices(input.units, q);
  if (input.spans) return ofSpans(input.spans, q);
  return ofPair({ both: input.n11, first: input.n1, second: input.n2, units: input.N }, q, expected);
}

function ofPair(counts, q, expected) {
  const table = q.fourfold(counts);
  const rows = table.value && [
    [table.value.both, table.value.onlyFirst],
    [table.value.onlySecond, table.value.neither],
  ];
  const of = (measured, figure) => (measured.value === null ? measured : measured.value[figure]);
  const test = (compute, figure) => (rows ? of(compute(rows), figure) : table);
  const result = { count: counts.both, c_coefficient: q.jaccard.measure(counts) };
  const names = { pmi: 'pmi_log2' };
  for (const one of q.associations) {
    const name = names[one.id] ?? one.id;
    if (name in expected) result[name] = one.measure(counts);
  }
  if ('g2_p' in expected) result.g2_p = test(q.gSquared, 'p');
  if ('chi2' in expected) result.chi2 = test(q.chiSquare, 'statistic');
  // Of the table, as in R: of a pair in every unit there is a p of 1, and no test.
  if ('fisher_two_sided' in expected) result.fisher_two_sided = test(q.fisher, 'twoSided');
  if ('fisher_greater' in expected) result.fisher_greater = test(q.fisher, 'greater');
  if ('fisher_less' in expected) result.fisher_less = test(q.fisher, 'less');
  return result;
}

/** The code × code matrices of the program itself, over a text with one line for each unit. */
function matrices(units, q) {
  const codes = [...new Set(units.flat())].sort();
  const table = cooccurrenceOf(units, codes, q);
  const named = ({ cells }) =>
    Object.fromEntries(
      codes.map((row, i) => [row, Object.fromEntries(codes.map((column, j) => [column, cells[i][j]]))]),
    );
  const result = { matrix: named(q.cooccurrenceMatrix(table, 'both')) };
  for (const one of q.associations) result[one.id] = named(q.cooccurrenceMatrix(table, one));
  return result;
}

function ofSpans(spans, q) {
  const codes = [...new Set(spans.map(({ code }) => code))].sort();
  const pair = overlapsOf(spans, codes, q).pair(0, 1);
  const counts = { both: pair.both, first: pair.first, second: pair.second, units: null };
  return { n12_pairs: pair.both, n1: pair.first, n2: pair.second, c_coefficient: q.jaccard.measure(counts) };
}
