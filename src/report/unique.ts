/** What a column is called, and what tells it from another of that name. */
export interface Name {
  readonly name: string;
  readonly group: string | null;
}

/** Names for CSV and JSON that differ: the bare name where it is free, else with its group, else with a number. */
export function uniqueNames(names: readonly Name[], taken: readonly string[]): string[] {
  const used = new Set(taken);
  return names.map(({ name, group }) => {
    const candidates = [name, ...(group === null ? [] : [`${name} (${group})`])];
    let free = candidates.find((candidate) => !used.has(candidate));
    for (let n = 2; free === undefined; n++) {
      const numbered = `${candidates.at(-1)!} #${n}`;
      if (!used.has(numbered)) free = numbered;
    }
    used.add(free);
    return free;
  });
}
