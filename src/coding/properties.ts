/** Properties as one cell: `stance=denies; weight=2`, with a backslash before `;` and `\` that belong to a value. */
export function propertiesCell(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map((entry) => entry.map((part) => part.replace(/[\\;]/g, '\\$&')).join('='))
    .join('; ');
}

/** Reads such a cell; null where a part of it has no name before an equals sign, or a property has two values. */
export function propertiesIn(cell: string): Record<string, string> | null {
  const parts = [...cell.matchAll(/((?:[^\\;]|\\[^])+)(?:;|$)/g)].map(([, part = '']) =>
    part.trim().replace(/\\([^])/g, '$1'),
  );
  const entries = parts.filter((part) => part !== '').map(propertyIn);
  return entries.includes(null) ? null : propertiesOf(entries as [string, string][]);
}

/** Properties by their names; null where one is given two values. */
export function propertiesOf(entries: readonly (readonly [string, string])[]): Record<string, string> | null {
  const properties = Object.fromEntries(entries) as Record<string, string>;
  return entries.every(([name, value]) => properties[name] === value) ? properties : null;
}

/** `name=value`; null where there is no name. */
export function propertyIn(text: string): [name: string, value: string] | null {
  const equals = text.indexOf('=');
  return equals < 1 ? null : [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
}
