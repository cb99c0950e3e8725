/** How a piece of a line looks. Colours are `#rrggbb`; the painter brings them down to what the terminal has. */
export interface Look {
  readonly color?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
}

export interface Piece {
  readonly text: string;
  readonly look: Look;
}

/** One row of the screen, its pieces from left to right, no wider than the screen. */
export type Line = readonly Piece[];

/** A whole screen: as many lines as the terminal has rows. */
export type Frame = readonly Line[];
