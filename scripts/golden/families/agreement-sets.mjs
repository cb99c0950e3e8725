export function figures({ pairs, ratings }, q) {
  const metrics = { jaccard: q.jaccardMetric, masi: q.masiMetric, nltk: q.masiWith(0.67, 0.33) };
  if (pairs) {
    const distances = (metric) => pairs.map((sets) => metric.among(sets, [1, 1])(0, 1));
    return {
      jaccard_distance: distances(metrics.jaccard),
      masi_distance: distances(metrics.masi),
      masi_distance_nltk_weights: distances(metrics.nltk),
    };
  }
  const alpha = (metric) => {
    const result = q.alphaBy(ratings, metric);
    return { figure: result, beside: { Do: result.observed, De: result.expected } };
  };
  const equal = q.setMetric('equal', 'equal or not', ({ shared, either }) => (shared === either ? 0 : 1));
  return {
    alpha_jaccard: alpha(metrics.jaccard),
    alpha_masi: alpha(metrics.masi),
    alpha_masi_nltk: alpha(metrics.nltk),
    alpha_nominal: alpha(equal),
  };
}
