/** A sign for each level of shading that needs no colour. Braille, since it is one column wide on every terminal. */
const SIGNS = ['', '⣀', '⣤', '⣶', '⣿'] as const;

/** The level of a shade of 0…1: 0 for none, then quarters, 1 to 4. */
export function levelOf(heat: number | undefined): number {
  return heat === undefined || !(heat > 0) ? 0 : Math.min(4, Math.ceil(heat * 4));
}

/** The sign of a level, or nothing for level 0. */
export function signOf(level: number): string {
  return SIGNS[level] ?? '';
}

/** How the signs are explained beneath a table. */
export const legend = `${SIGNS.slice(1).join(' ')} up to 25, 50, 75 and 100% of`;
