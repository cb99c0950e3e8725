const RATE_ROW = /^rate_per_1000_row(\d+)$/;
const INTERVAL_ROW = /^rate_exact_ci95_row(\d+)$/;

/** Probabilities are compared in proportion. */
export const relative = (name) => /^(p|p_.*|fisher_p|fisher_less|fisher_greater)$/.test(name);

export function figures({ counts, words }, q, expected) {
  const test = q.chiSquare(counts);
  const of = (measured, figure) => (measured.value === null ? measured : measured.value[figure]);
  // Rows and columns of zeros are dropped first: a case may have its tables without them.
  const kept = q.withoutEmpty(counts);
  const sameShape = (cells) => cells?.length === counts.length && cells[0].length === counts[0].length;
  const table = (name, compute) => compute(sameShape(expected[name]?.value) ? counts : kept);
  const result = {
    chi2: of(test, 'statistic'),
    df: of(test, 'df'),
    p: of(test, 'p'),
    expected: table('expected', q.expectedCounts),
    expected_lt5_share: q.shareBelowFive(counts),
    adjusted_residuals: table('adjusted_residuals', q.adjustedResiduals),
    cramers_v: q.cramersV(counts),
    g2: of(q.gSquared(counts), 'statistic'),
    g2_p: of(q.gSquared(counts), 'p'),
    row_percent: table('row_percent', q.rowPercent),
    col_percent: table('col_percent', q.columnPercent),
  };
  if ('fisher_p' in expected) result.fisher_p = q.fisherExact(counts);
  if (counts.length === 2 && counts[0].length === 2) {
    const exact = q.fisher(counts);
    result.fisher_less = of(exact, 'less');
    result.fisher_greater = of(exact, 'greater');
    result.chi2_yates = of(q.yates(counts), 'statistic');
    result.fisher_or_cmle = q.oddsRatio(counts);
  }
  if (words) Object.assign(result, rates(counts, words, q, expected));
  return result;
}

function rates(counts, words, q, expected) {
  const ratesOf = (row) => row.map((count, i) => q.rate(count, words[i], 1000));
  const rate = ({ value, reason }) => (value === null ? { value, reason } : value.rate);
  const interval = ({ value, reason }) =>
    value === null ? { value, reason } : [value.interval.low, value.interval.high];
  const result = { rates_per_1000: counts.map((row) => ratesOf(row).map(rate)) };
  for (const name of Object.keys(expected)) {
    const [, rateRow] = RATE_ROW.exec(name) ?? [];
    if (rateRow) result[name] = ratesOf(counts[rateRow - 1]).map(rate);
    const [, intervalRow] = INTERVAL_ROW.exec(name) ?? [];
    if (intervalRow) result[name] = ratesOf(counts[intervalRow - 1]).map(interval);
  }
  return result;
}
