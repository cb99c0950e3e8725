/** Ordered rules over the codes of cases. The cases know of no unknown: what a case lacks is 0. */
export function figures({ cases, rules: given }, q) {
  const names = [...new Set(Object.values(cases).flat())];
  const themes = new Set(given.map(({ add }) => add));
  const read = (part) => {
    if (typeof part === 'string') return themes.has(part) ? { kind: 'theme', name: part } : factOf(part);
    const [kind, ...parts] = part;
    if (kind === 'not') return { kind, of: read(parts[0]) };
    return parts.map(read).reduce((left, right) => ({ kind, left, right }));
  };
  const factOf = (name) => {
    if (!names.includes(name)) names.push(name);
    return { kind: 'fact', at: names.indexOf(name) };
  };
  const rules = given.map(({ name, if: condition, add }) => ({ name, condition: read(condition), adds: [add] }));
  const strata = q.strataOf(rules);
  const ofCases = (derive, show) =>
    Object.fromEntries(
      Object.entries(cases).map(([name, codes]) => {
        const facts = names.map((one) => (codes.includes(one) ? 1 : 0));
        return [name, show(derive(facts), codes)];
      }),
    );
  const once = (facts) => q.inOnePass(rules, facts);
  const state = ({ themes: added }, codes) => [...codes, ...added.keys()].sort();
  const single = ofCases(once, state);
  return {
    single_pass: single,
    fired: ofCases(once, ({ trace }) => trace.filter(({ fired }) => fired === 1).map(({ rule }) => rules[rule].name)),
    fixpoint: ofCases((facts) => q.toFixpoint(rules, strata, facts), state),
    goal_cases: Object.keys(cases).filter((name) => single[name].includes('GOAL')),
  };
}
