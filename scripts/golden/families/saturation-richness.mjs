import { pair } from './pair.mjs';

export function figures({ matrix }, q) {
  const frequencies = q.frequenciesOf(matrix);
  const rarefied = q.rarefaction(matrix);
  const chao2 = q.chao2(frequencies);
  const ofChao2 = (figure) => (chao2.value === null ? chao2 : figure(chao2.value));
  return {
    accumulation_in_order: q.accumulation(matrix),
    new_codes_in_order: q.newCodes(matrix),
    S_obs: frequencies.observed,
    Q1: frequencies.once,
    Q2: frequencies.twice,
    rarefaction_mao_tau: rarefied.map(({ codes }) => codes),
    // The reference is vegan's, which approximates.
    rarefaction_sd: q.rarefactionSpread(matrix),
    chao2: ofChao2(({ codes }) => codes),
    chao2_se: ofChao2(({ se }) => se),
    chao2_ci95_lognormal: ofChao2(({ interval }) => pair(interval)),
    chao2_bias_corrected: q.chao2Corrected(frequencies),
    jackknife1: q.jackknife1(frequencies),
    jackknife2: q.jackknife2(frequencies),
    sample_coverage: q.sampleCoverage(frequencies),
    interpolation_extrapolation_1_to_2T: q.extrapolation(matrix),
  };
}
