/**
 * Colours for codes that declare none, neighbours far apart. Each stands out from a black ground and from a white one
 * (contrast at least 3.8 : 1 with either).
 */
export const PALETTE: readonly string[] = [
  '#2f87c1',
  '#b8691b',
  '#3d9140',
  '#c94fa0',
  '#128a8f',
  '#d9485f',
  '#8f63d2',
  '#85820f',
  '#6a78d6',
  '#a3702f',
  '#2f8f6f',
  '#b34ac2',
];

/** The colour of the code at a 0-based position of the codebook. */
export function paletteColor(position: number): string {
  return PALETTE[position % PALETTE.length]!;
}

/** Luminances (WCAG) between which letters are read on a black ground and on a white one: contrast at least 3.2 : 1. */
const DARKEST = 0.115;
const LIGHTEST = 0.275;

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function written(part: number): string {
  const share = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');
}

const readable = new Map<string, string>();

/**
 * The colour, `#rrggbb`, made as much darker or lighter as letters need, whatever the ground of the terminal is: what a
 * codebook declares may be meant for paper.
 */
export function readableColor(color: string): string {
  let found = readable.get(color);
  if (found === undefined) readable.set(color, (found = adjusted(color)));
  return found;
}

function adjusted(color: string): string {
  const parts = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16)));
  const [red = 0, green = 0, blue = 0] = parts;
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (luminance >= DARKEST && luminance <= LIGHTEST) return color;
  const darker = LIGHTEST / luminance;
  const lighter = (DARKEST - luminance) / (1 - luminance);
  const change = luminance > LIGHTEST ? (part: number) => part * darker : (part: number) => part + (1 - part) * lighter;
  return `#${parts.map((part) => written(change(part))).join('')}`;
}
