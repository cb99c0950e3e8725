import { Chalk } from 'chalk';
import type { Style } from '../report/style.js';

/** Shades of amber from faint to strong, with dark letters on all of them: readable on light and dark terminals. */
const SHADES = [230, 223, 216, 209] as const;
const INK = 16;

/** How a terminal with colours emphasises. */
export function colourStyle(): Style {
  const chalk = new Chalk({ level: 2 });
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    heat: (level, text) => chalk.bgAnsi256(SHADES[level - 1] ?? SHADES[3]).ansi256(INK)(text),
  };
}
