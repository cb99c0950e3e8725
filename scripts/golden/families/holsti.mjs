export function figures({ ratings }, q) {
  const sets = ratings.map((unit) => unit.map((codes) => (typeof codes === 'string' ? [codes] : codes)));
  const coders = Math.max(...ratings.map((unit) => unit.length));
  const { both, first, second } = q.applicationsOf(sets, 0, 1);
  const mean = q.holsti(sets);
  return {
    M: both,
    N1: first,
    N2: second,
    holsti: mean,
    holsti_mean_pairwise: mean,
    holsti_composite: q.holstiComposite(mean, coders),
    unanimous_agreement: q.unanimous(
      sets.map((unit) => unit.map((codes) => codes && JSON.stringify([...codes].sort()))),
    ),
  };
}
