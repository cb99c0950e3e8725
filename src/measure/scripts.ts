/** How many sources are mostly of Han characters, and how many of spaced words; those without speech are neither. */
export interface Scripts {
  han: number;
  spaced: number;
}

/** A source is of Han characters when more than this share of its words is. */
const MOST = 0.5;

/** Counts a source. Every Han character is one of its words. */
export function addScript(scripts: Scripts, words: number, hanCharacters: number): void {
  if (words === 0) return;
  if (hanCharacters > MOST * words) scripts.han++;
  else scripts.spaced++;
}
