/** How a terminal emphasises: injected, so that the renderer knows of no escape sequence. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  /** Shades `text` by `level`, 1 (faint) to 4 (strong). */
  heat(level: number, text: string): string;
}

function unchanged(text: string): string {
  return text;
}

/** No colour, no emphasis: for pipes, files and NO_COLOR. */
export const plain: Style = { bold: unchanged, dim: unchanged, heat: (_level, text) => text };
