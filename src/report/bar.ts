/** How many columns the longest bar takes: no table is squeezed so far that it would be broken in two. */
const WIDTH = 8;
/** Braille, since it is one column wide on every terminal, as the signs of shading are. */
const [WHOLE, HALF] = ['⣿', '⡇'];

/** A bar for a figure ≥ 0 against the largest of its column, to half a sign; whatever is more than 0 has one. */
export function barOf(value: number, most: number): string {
  if (!(value > 0) || !(most > 0)) return '';
  const halves = Math.max(1, Math.round((value / most) * WIDTH * 2));
  return WHOLE.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? HALF : '');
}
