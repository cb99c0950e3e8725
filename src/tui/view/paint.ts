import { Chalk, type ChalkInstance } from 'chalk';
import type { Frame, Line, Look } from './frame.js';

/** How many colours the terminal has: none, 16, 256, or all (`#rrggbb`). */
export type Colours = 0 | 1 | 2 | 3;

/** Turns rows into what the terminal is sent for them. */
export type Painter = (frame: Frame) => string[];

/**
 * Without colours there is still bold, dim, underlined and inverse: NO_COLOR asks for no colour, not for no emphasis.
 */
export function painter(colours: Colours): Painter {
  const chalk = new Chalk({ level: colours === 0 ? 1 : colours });
  const styles = new Map<string, ChalkInstance | null>();
  const styleOf = (look: Look): ChalkInstance | null => {
    const key = `${look.color}${look.background}${look.bold}${look.dim}${look.underline}${look.inverse}`;
    let style = styles.get(key);
    if (style === undefined) styles.set(key, (style = styleFor(chalk, look, colours)));
    return style;
  };
  const rowOf = (line: Line): string =>
    line.map(({ text, look }) => (text === '' ? '' : (styleOf(look)?.(text) ?? text))).join('');
  return (frame) => frame.map(rowOf);
}

function styleFor(chalk: ChalkInstance, look: Look, colours: Colours): ChalkInstance | null {
  let style: ChalkInstance | null = null;
  const add = (next: (style: ChalkInstance) => ChalkInstance): void => {
    style = next(style ?? chalk);
  };
  if (look.color !== undefined && colours > 0) add((each) => each.hex(look.color!));
  if (look.background !== undefined && colours > 0) add((each) => each.bgHex(look.background!));
  if (look.bold) add((each) => each.bold);
  if (look.dim) add((each) => each.dim);
  if (look.underline) add((each) => each.underline);
  if (look.inverse) add((each) => each.inverse);
  return style;
}

/** The rows as plain text, without white space at their ends. */
export function plainRows(frame: Frame): string[] {
  return frame.map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );
}
