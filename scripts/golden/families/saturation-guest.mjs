export function figures({ new_codes: fresh, parameters }, q) {
  return {
    results: parameters.map(({ base_size: baseSize, run_length: runLength, threshold }) => {
      const result = q.guest(fresh, { baseSize, runLength, threshold });
      return {
        base_size: result.baseSize,
        run_length: result.runLength,
        threshold: result.threshold,
        base_codes: result.baseCodes,
        runs: result.runs.map(({ from, to, fresh: codes, ratio, met }) => ({
          from_doc: from,
          to_doc: to,
          new: codes,
          ratio,
          ok: met,
        })),
        saturated_at: result.reachedAt,
        notation: result.notation,
      };
    }),
  };
}
