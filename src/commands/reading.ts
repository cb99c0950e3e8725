/*
 * The commands that read a study and measure it. They share nearly all their weight, so that they are loaded together:
 * one file is found and compiled faster than forty.
 */
export { check } from './check.js';
export { code } from './code.js';
export { codebook } from './codebook.js';
export { compare } from './compare.js';
export { cooccurrence } from './cooccurrence.js';
export { frequency } from './frequency.js';
export { kwic } from './kwic.js';
export { map } from './map.js';
export { qca } from './qca.js';
export { quotes } from './quotes.js';
export { report } from './report.js';
export { ruleCheck } from './rule-check.js';
export { saturation } from './saturation.js';
export { sources } from './sources.js';
export { theory } from './theory.js';
export { words } from './words.js';
