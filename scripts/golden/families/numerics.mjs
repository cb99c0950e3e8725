export const relative = () => true;

export function figures(input, q) {
  const each = ({ x, p = x, ...parameters } = {}, compute) =>
    p?.map((value, i) => compute(value, ...Object.values(parameters).map((list) => list[i])));
  return {
    chisq_upper: each(input.chisq, q.chiSquareUpper),
    qchisq: each(input.qchisq, q.chiSquareQuantile),
    pnorm_upper: input.pnorm?.map(q.normalUpper),
    qnorm: input.qnorm?.map(q.normalQuantile),
    lgamma: input.lgamma?.map(q.logGamma),
    qt: each(input.qt, q.studentQuantile),
    pbeta: each(input.pbeta, (x, a, b) => q.betaLower(x, a, b)),
    qbeta: each(input.qbeta, q.betaQuantile),
  };
}
