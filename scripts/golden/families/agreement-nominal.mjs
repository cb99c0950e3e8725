const NAMES = {
  percent: 'percent_agreement',
  alpha: 'krippendorff_alpha_nominal',
  cohen: 'cohen_kappa',
  scott: 'scott_pi',
  fleiss: 'fleiss_kappa',
  conger: 'conger_kappa',
  light: 'light_kappa_mean_pairwise_cohen',
  ac1: 'gwet_ac1',
  'brennan-prediger': 'brennan_prediger',
};

/** Krippendorff's other metrics, for ratings that are numbers. */
const METRICS = { ordinal: 'ordinalMetric', interval: 'intervalMetric', ratio: 'ratioMetric' };

export function figures({ ratings, categories }, q) {
  const nominal = q.nominalRatings(ratings, categories);
  const sums = q.sumsOf(nominal);
  const rated = ratings.filter((unit) => unit.some((rating) => rating !== null)).length;
  const result = {};
  for (const coefficient of q.coefficients) {
    const agreement = coefficient.measure(sums);
    const error = coefficient.standardError(nominal);
    const beside = { pa: agreement.observed, pe: agreement.expected, se: error };
    if (agreement.value !== null && error.value !== null) {
      const { low, high } = q.studentInterval(agreement.value, error.value, rated);
      beside.ci95 = [low, high];
    }
    if (coefficient.id === 'cohen') Object.assign(beside, errorsOfCohen(nominal, q));
    result[NAMES[coefficient.id]] = { figure: agreement, beside };
  }
  const numbers = ratings.map((unit) => unit.map((rating) => (rating === null ? null : Number(rating))));
  for (const [name, metric] of Object.entries(METRICS))
    result[`krippendorff_alpha_${name}`] = q.alphaBy(numbers, q[metric]);
  return result;
}

function errorsOfCohen(ratings, q) {
  const { ofValue, ofChance } = q.cohenErrors(q.confusionOf(ratings, 0, 1).counts);
  return { se_fleiss_cohen_everitt: ofValue, se_null: ofChance };
}
