export const relative = () => true;

export function figures({ p }, q) {
  return { bh: q.benjaminiHochberg(p), holm: q.holm(p), bonferroni: q.bonferroni(p) };
}
