/** The statistical measures, family by family: pure functions of plain data. METHODS.md says when each is of use. */
export type { Interval, Measured } from './measured.js';
export { type Draw, seeded, shuffle } from './random.js';
export { type Summary, summary } from './summary.js';

export type { Association, PairCounts } from './association/association.js';
export { atLeast } from './association/at-least.js';
export { conditional } from './association/conditional.js';
export { dice } from './association/dice.js';
export { fisherOfPair } from './association/fisher.js';
export { type Fourfold, fourfold } from './association/fourfold.js';
export { g2 } from './association/g2.js';
export { jaccard } from './association/jaccard.js';
export { lift } from './association/lift.js';
export { npmi } from './association/npmi.js';
export { phi } from './association/phi.js';
export { pmi } from './association/pmi.js';
export { associations } from './association/registry.js';

export { adjustedResiduals } from './crosstab/adjusted-residuals.js';
export { type Test, chiSquare } from './crosstab/chi-square.js';
export { cramersV } from './crosstab/cramers-v.js';
export { expectedCounts, shareBelowFive } from './crosstab/expected.js';
export { fisherExact } from './crosstab/fisher-exact.js';
export { type FisherTest, fisher } from './crosstab/fisher.js';
export { gSquared } from './crosstab/g-squared.js';
export { oddsRatio } from './crosstab/odds-ratio.js';
export { columnPercent, rowPercent } from './crosstab/percent.js';
export { type Rate, rate } from './crosstab/rate.js';
export { type Counts, type Margins, marginsOf, withoutEmpty } from './crosstab/table.js';
export { yates } from './crosstab/yates.js';

export { type Alpha, type AlphaModel, alphaBy, alphaModel } from './agreement/alpha-metric.js';
export { krippendorffAlpha } from './agreement/alpha.js';
export { brennanPrediger } from './agreement/brennan-prediger.js';
export type { Agreement, Coefficient } from './agreement/coefficient.js';
export { cohenErrors, cohenKappa, kappaOfPair } from './agreement/cohen.js';
export { type Confusion, confusionOf } from './agreement/confusion.js';
export { congerKappa } from './agreement/conger.js';
export { fleissKappa } from './agreement/fleiss.js';
export { gwetAC1 } from './agreement/gwet.js';
export { type Applications, applicationsOf, holsti, holstiComposite } from './agreement/holsti.js';
export { lightKappa } from './agreement/light.js';
export { intervalMetric } from './agreement/metric/interval.js';
export { jaccardMetric } from './agreement/metric/jaccard.js';
export { masiMetric, masiWith } from './agreement/metric/masi.js';
export type { Metric } from './agreement/metric/metric.js';
export { nominalMetric } from './agreement/metric/nominal.js';
export { ordinalMetric } from './agreement/metric/ordinal.js';
export { ratioMetric } from './agreement/metric/ratio.js';
export { setMetric } from './agreement/metric/sets.js';
export { percentAgreement } from './agreement/percent.js';
export { pooledKappa } from './agreement/pooled-kappa.js';
export { type NominalRatings, type Ratings, nominalRatings } from './agreement/ratings.js';
export { coefficients } from './agreement/registry.js';
export { scottPi } from './agreement/scott.js';
export { type CodedSpan, exactF1, exactMatches, partialF1 } from './agreement/span-f1.js';
export { studentInterval } from './agreement/standard-error.js';
export { type NominalSums, sumsOf } from './agreement/sums.js';
export { type CodeAgreement, type TwoByTwo, codeAgreement, twoByTwo } from './agreement/two-by-two.js';
export { unanimous } from './agreement/unanimous.js';

export { type CodeAlpha, codeAlphas, codingAlpha, segmentationAlpha, unitizingAlpha } from './unitizing/alpha.js';
export { type Coincidences, coincidencesOf } from './unitizing/coincidences.js';
export { type Continuum, concatenated, ofCode } from './unitizing/continuum.js';

export { type ExactBootstrap, exactBootstrap } from './interval/bootstrap-exact.js';
export { type Bootstrap, type BootstrapOptions, type Statistic, bootstrap } from './interval/bootstrap.js';
export type { Weighted } from './interval/distribution.js';
export { garwood } from './interval/garwood.js';
export { wilson } from './interval/wilson.js';

export type { PValue } from './multiple/adjusted.js';
export { benjaminiHochberg } from './multiple/benjamini-hochberg.js';
export { bonferroni } from './multiple/bonferroni.js';
export { holm } from './multiple/holm.js';

export { allocationsOf, choose, smallestP, smallestPOf } from './permutation/allocations.js';
export { cliffsDelta } from './permutation/cliffs-delta.js';
export { type SeveralGroups, permuteGroups } from './permutation/several-groups.js';
export { type PermutationOptions, type TwoGroups, permuteTwoGroups } from './permutation/two-groups.js';

export { type Keyness, keyness } from './rule/keyness.js';
export {
  type RuleCounts,
  type Share,
  ruleCounts,
  ruleF1,
  ruleJaccard,
  rulePrecision,
  ruleRecall,
} from './rule/validation.js';

export { type Step, accumulation, accumulationOverOrders, newCodes } from './saturation/accumulation.js';
export { type Richness, chao2, chao2Corrected } from './saturation/chao2.js';
export { sampleCoverage } from './saturation/coverage.js';
export { extrapolation } from './saturation/extrapolation.js';
export { type GuestParameters, type GuestResult, type Run, guest } from './saturation/guest.js';
export { type Frequencies, type Incidence, frequenciesOf } from './saturation/incidence.js';
export { jackknife1, jackknife2 } from './saturation/jackknife.js';
export { type Rarefied, rarefaction, rarefactionSpread } from './saturation/rarefaction.js';

export { betaLower, betaQuantile } from './distribution/beta.js';
export { chiSquareQuantile, chiSquareUpper } from './distribution/chi-square.js';
export { logGamma } from './distribution/log-gamma.js';
export { normalQuantile, normalUpper } from './distribution/normal.js';
export { studentQuantile } from './distribution/student.js';

export { crispCases, negated } from './qca/crisp-cases.js';
export { type Fit, type TermFit, fitOf } from './qca/fit.js';
export { type Implicant, primeImplicants, written as writtenImplicant } from './qca/implicant.js';
export { type Model, minimise } from './qca/minimise.js';
export { type Necessity, necessityOf } from './qca/necessity.js';
export { type Expectation, type Intermediate, type Solutions, solutionsOf } from './qca/solutions.js';
export { type CrispCases, type Cuts, type TruthRow, truthTable } from './qca/truth-table.js';

export { type CaseExpression, type Explained, explain, obstacles, themesRead } from './theory/expression.js';
export { type Derived, type RuleTrace, type TheoryRule, inOnePass, toFixpoint } from './theory/rules.js';
export { type Strata, type Unstratified, readTooEarly, strataOf } from './theory/strata.js';
export type { Truth } from './theory/truth.js';
