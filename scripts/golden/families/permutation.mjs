export function figures({ values, group }, q) {
  const first = group.includes(1) ? 1 : group[0];
  const test = q.permuteTwoGroups(
    values,
    group.map((one) => one === first),
    { exactUpTo: 5_000_000 },
  );
  if (test.value === null) return { difference: test, p_two_sided_abs: test, p_greater: test };
  const { difference, twoSided, greater, less, allocations } = test.value;
  return { difference, p_two_sided_abs: twoSided, p_greater: greater, p_less: less, allocations };
}
