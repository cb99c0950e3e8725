import { pair } from './pair.mjs';

export function figures({ pairs }, q) {
  const counts = q.ruleCounts(pairs.map(([fired, coded]) => ({ fired: fired > 0, coded: coded > 0 })));
  const share = (measured) => (measured.value === null ? measured : measured.value.share);
  const interval = (measured) => (measured.value === null ? measured : pair({ value: measured.value.interval }));
  return {
    tp: counts.hits,
    fp: counts.falseHits,
    fn: counts.misses,
    tn: counts.neither,
    precision: share(q.rulePrecision(counts)),
    recall: share(q.ruleRecall(counts)),
    f1: share(q.ruleF1(counts)),
    precision_ci95: interval(q.rulePrecision(counts)),
    recall_ci95: interval(q.ruleRecall(counts)),
    jaccard_ci95: interval(q.ruleJaccard(counts)),
    f1_ci95_via_jaccard: interval(q.ruleF1(counts)),
  };
}
