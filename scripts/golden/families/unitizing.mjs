export function figures({ length, coders, documents }, q) {
  const continuum = documents
    ? q.concatenated(documents.map((one) => ({ length: one.length, coders: one.coders.map(unitsOf) })))
    : { length, coders: coders.map(unitsOf) };
  const coincidences = q.coincidencesOf(continuum);
  if (coincidences.value === null) {
    const names = ['u_alpha', 'bar_u_alpha', 'cu_alpha', 'cu_coverage', 'ku_alpha', 'ku_coverage'];
    return Object.fromEntries(names.map((name) => [name, coincidences]));
  }
  const { alpha, coverage } = q.codingAlpha(coincidences.value);
  const codes = q.codeAlphas(coincidences.value);
  return {
    u_alpha: q.unitizingAlpha(coincidences.value),
    bar_u_alpha: q.segmentationAlpha(coincidences.value),
    cu_alpha: alpha,
    cu_coverage: coverage,
    ku_alpha: Object.fromEntries(codes.map((one) => [one.code, one.alpha])),
    ku_coverage: Object.fromEntries(codes.map((one) => [one.code, one.coverage])),
  };
}

/** A coder's units stand in a list, or under `units`. */
function unitsOf(coder) {
  return Array.isArray(coder) ? coder : coder.units;
}
