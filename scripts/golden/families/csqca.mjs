/** Crisp-set QCA. Products may stand in any order; what is unique of one is so among those of all tied models. */
export function figures(input, q, expected) {
  const { conditions, outcome, incl_cut, n_cut, cases: given } = input;
  const cases = q.crispCases(
    conditions,
    given.map((one) => one.case),
    given.map((one) => conditions.map((name) => one[name])),
    given.map((one) => one[outcome]),
  );
  const rows = q.truthTable(cases, { consistency: incl_cut, cases: n_cut });
  const expectations = input.directional_expectations?.split(',').map(Number) ?? conditions.map(() => null);
  const { conservative, parsimonious, intermediate } = q.solutionsOf(rows, expectations);
  const solution = (models, name) => ({
    models: models.map((model) => named(model, conditions, q)).sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    ...fit(models, cases, q, expected[name]?.value.terms ?? []),
  });
  const between = intermediate.flatMap((one) => one.models);
  return {
    truth_table: rows.map((row) => rowOf(row, cases)),
    conservative: solution(conservative, 'conservative'),
    parsimonious: solution(parsimonious, 'parsimonious'),
    intermediate: {
      models: Object.fromEntries(
        intermediate.map(({ conservative: c, parsimonious: p, models }) => [
          `C${c + 1}P${p + 1}`,
          models.flatMap((model) => named(model, conditions, q)),
        ]),
      ),
      ...fit(between, cases, q, expected.intermediate?.value.terms ?? []),
    },
  };
}

function named(model, conditions, q) {
  return model.map((term) => q.writtenImplicant(term, conditions)).sort();
}

function rowOf({ configuration, cases: own, consistency, outcome }, { conditions, names }) {
  const values = conditions.map((name, i) => [name, String((configuration >> (conditions.length - 1 - i)) & 1)]);
  const figure = consistency === null ? '-' : String(consistency);
  return {
    ...Object.fromEntries(values),
    OUT: outcome === null ? '?' : String(outcome),
    n: String(own.length),
    incl: figure,
    PRI: figure,
    cases: own.map((i) => names[i]).join(','),
    row: String(configuration + 1),
  };
}

function fit(models, cases, q, order) {
  const { conditions, names, configurations } = cases;
  const terms = new Map(models.flat().map((term) => [q.writtenImplicant(term, conditions), term]));
  const { terms: fits } = q.fitOf([...terms.values()], cases);
  const found = [...terms.keys()].map((term, i) => ({
    inclS: fits[i].consistency,
    PRI: fits[i].consistency,
    covS: fits[i].coverage,
    covU: fits[i].unique,
    cases: byRow(fits[i].cases, configurations, names),
    term,
  }));
  const place = ({ term }) => {
    const at = order.findIndex((one) => one.term === term);
    return at < 0 ? order.length : at;
  };
  const { consistency, coverage } = q.fitOf(models[0] ?? [], cases).overall;
  return {
    overall: { inclS: consistency, PRI: consistency, covS: coverage },
    terms: found.sort((a, b) => place(a) - place(b)),
  };
}

function byRow(own, configurations, names) {
  const rows = [...new Set(own.map((i) => configurations[i]))].sort((a, b) => a - b);
  return rows
    .map((row) =>
      own
        .filter((i) => configurations[i] === row)
        .map((i) => names[i])
        .join(','),
    )
    .join('; ');
}
