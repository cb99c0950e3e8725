const RESAMPLES = 20_000;

/**
 * The exact distribution where it can be gone through, and beside it the seeded one within what chance allows: mean within
 * .01, sd within 5%, each limit between the exact quantiles of 1.5 and 3.5%, of 96.5 and 98.5%.
 */
export function figures({ clusters, categories }, q) {
  const units = clusters.flat();
  const ratings = q.nominalRatings(units, categories);
  let from = 0;
  const sums = clusters.map((cluster) => q.sumsOf(ratings, from, (from += cluster.length)));
  const alphaOf = (values) => q.krippendorffAlpha.measure({ ...sums[0], sums: values }).value;
  const vectors = sums.map((one) => one.sums);
  const exact = q.exactBootstrap(vectors, alphaOf);
  const [sampled] = q.bootstrap(vectors, [alphaOf], { resamples: RESAMPLES, seed: 1 });
  const alpha = q.krippendorffAlpha.measure(q.sumsOf(ratings));
  if (exact.value === null || sampled.value === null) return { alpha };

  const { mean, sd, median, interval, undefinedShare, distribution } = exact.value;
  const cumulated = distribution.reduce(
    (all, { value, weight }) => [...all, [value, (all.at(-1)?.[1] ?? 0) + weight]],
    [],
  );
  const below = (limit) => cumulated.findLast(([value]) => value <= limit + 1e-12)?.[1] ?? 0;
  const near = (name, holds, got) =>
    holds ? [] : [`${name}: ${got} in ${RESAMPLES} resamples is further from the exact one than chance allows`];
  const { value: drawn } = sampled;
  return {
    alpha,
    mean: { figure: mean, problems: near('mean', Math.abs(drawn.mean - mean) <= 0.01, drawn.mean) },
    sd: { figure: sd, problems: near('sd', Math.abs(drawn.sd - sd) <= 0.05 * sd, drawn.sd) },
    q025: {
      figure: interval.low,
      problems: near('q025', covers(cumulated, drawn.interval.low, 0.015, 0.035), drawn.interval.low),
    },
    q975: {
      figure: interval.high,
      problems: near('q975', covers(cumulated, drawn.interval.high, 0.965, 0.985), drawn.interval.high),
    },
    median,
    undefined_share: undefinedShare,
    support: distribution.length,
    cdf: cumulated.map(([value]) => [value, below(value)]),
  };
}

/** Whether a limit can be a quantile of some p from `low` to `high`: its step of the distribution reaches into that. */
function covers(cumulated, limit, low, high) {
  const at = cumulated.findIndex(([value]) => Math.abs(value - limit) <= 1e-9);
  const before = at > 0 ? cumulated[at - 1][1] : 0;
  return at >= 0 && cumulated[at][1] >= low && before <= high;
}
