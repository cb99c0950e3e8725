import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Outcome } from '../core/diagnostic.js';
import { ADJUDICATOR } from '../measure/analysis-set.js';
import { finding } from './finding.js';

/** Digits and small letters without those that are taken for one another: i, l, o, u. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/**
 * A new id of an event: `c` a coding or verdict, `r` a removal, `s` a unit seen. Fifty random bits: of ten thousand
 * events in a log two are alike once in twenty million logs.
 */
export function newEventId(prefix: 'c' | 'r' | 's'): string {
  return prefix + [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** The time as events have it: UTC, with milliseconds. */
export function timeNow(): string {
  return new Date().toISOString();
}

/**
 * Whose codings are stored: `--coder`, else QCODE_CODER, else the user's name on this system.
 *
 * @param values the options of the command line
 * @param environment such as `process.env`
 * @param coders those who have codings in the study
 * @param user asks the system for the user's name
 */
export function coderName(
  values: { one(name: string): string | undefined },
  environment: Readonly<Record<string, string | undefined>>,
  coders: readonly string[] = [],
  user: () => string | undefined = systemUser,
): Outcome<string> {
  const declared = environment['QCODE_CODER'];
  const given = values.one('coder') ?? (declared === '' ? undefined : declared) ?? user();
  if (given === undefined) return refused('the system does not say who you are');
  const name = given.normalize('NFC');
  const fault = name === ADJUDICATOR ? 'is the one of agreed codings, not of a person' : coderFault(name, coders);
  return fault === null ? { value: name, diagnostics: [] } : refused(`the coder "${name}" ${fault}`);
}

/** Names that Windows keeps for devices, with any extension. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Bytes that the name of a folder may have. */
const LONGEST = 255;

/**
 * Why a name cannot be that of a folder of codings on every system; null where it can.
 *
 * @param coders whose folders are there
 */
export function coderFault(name: string, coders: readonly string[] = []): string | null {
  if (name.trim() === '') return 'has an empty name';
  if (name !== name.trim()) return 'has a name with white space around it';
  if (name.startsWith('.') || name.endsWith('.')) return 'has a name that begins or ends with a dot';
  if (/[/\\<>:"|?*\p{Cc}]/u.test(name)) return 'has a name with a character that is no part of file names everywhere';
  if (DEVICES.test(name)) return 'has a name that Windows keeps for itself';
  if (Buffer.byteLength(name) > LONGEST) return 'has a name too long for a folder';
  const other = coders.includes(name) ? undefined : coders.find((each) => each.toLowerCase() === name.toLowerCase());
  if (other !== undefined) return `differs only in capitals from "${other}", who codes here`;
  return null;
}

function refused(message: string): Outcome<string> {
  return { diagnostics: [finding('QC441', message)] };
}

function systemUser(): string | undefined {
  try {
    return userInfo().username || undefined;
  } catch {
    return undefined;
  }
}
