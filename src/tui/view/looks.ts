import type { Look } from './frame.js';
import { readableColor } from './palette.js';
import type { CodeEntry, TagState } from '../model/state.js';
import type { Role } from '../../text/transcript.js';

/* What things look like. Each look that has a colour has something else that tells, for terminals without. */

export const ACCENT = '#2f87c1';
export const GOOD = '#3d9140';
export const BAD = '#d9485f';

export const ROLE_LOOK: Readonly<Record<Role, Look>> = {
  interviewer: { bold: true, color: '#8a7a5c' },
  respondent: { bold: true, color: ACCENT },
  other: { bold: true },
};

export const MATCH: Look = { underline: true, background: '#ffe08a', color: '#1c1c1c' };

const noCode: CodeEntry = { id: '', name: '', parent: null, depth: 0, color: '#7b7f88' };

const byId = new WeakMap<readonly CodeEntry[], ReadonlyMap<string, CodeEntry>>();

/** The code with an id, its colour made readable; one without a definition where the codebook has it no longer. */
export function codeShown({ codes }: Pick<TagState, 'codes'>, id: string): CodeEntry {
  let known = byId.get(codes);
  if (known === undefined) {
    known = new Map(codes.map((code) => [code.id, { ...code, color: readableColor(code.color) }]));
    byId.set(codes, known);
  }
  return known.get(id) ?? { ...noCode, id, name: id };
}
