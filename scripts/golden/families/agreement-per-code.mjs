export function figures({ ratings, codes, categories = codes }, q) {
  const used = ratings.flatMap((unit) => unit.flatMap((set) => set ?? []));
  const names = categories ?? [...new Set(used)].sort();
  const tables = names.map((code) => q.twoByTwo(ratings, code));
  const perCode = names.map((code, i) => {
    const { both, onlyFirst, onlySecond, neither } = tables[i];
    const { percent, kappa, alpha } = q.codeAgreement(tables[i]);
    return [code, { n11: both, n10: onlyFirst, n01: onlySecond, n00: neither, percent, kappa, alpha_binary: alpha }];
  });
  return { per_code: Object.fromEntries(perCode), pooled_kappa: q.pooledKappa(tables) };
}
