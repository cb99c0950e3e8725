import { readFileSync } from 'node:fs';
import type { Codebook } from '../codebook/codebook.js';
import { currentId } from '../codebook/former.js';
import type { Event } from '../coding/event.js';
import { withCurrentCodes } from '../coding/current-codes.js';
import type { Outcome } from '../core/diagnostic.js';
import { readMemo } from '../store/memos.js';
import { readLogOf } from '../store/own-log.js';
import type { Study } from '../store/study.js';
import { codeEntries } from './code-entries.js';
import type { CodeEntry, WalkKind } from './state.js';
import { type Suggest, suggester } from './suggestions.js';

/** What the terminal works on: a study with its codebook, and whose hand it is. */
export interface Desk {
  readonly coder: string;
  readonly study: Study;
  readonly codebook: Codebook;
  readonly codebookPath: string;
  /** Its file as it was read. */
  readonly codebookBytes: Uint8Array;
  /** Whether all sources are coded blind. */
  readonly blind: boolean;
  /** Ids of the sources assigned to the coder, and whether blind; empty where nothing was assigned. */
  readonly assigned: ReadonlyMap<string, boolean>;
  /** What the coder walks through at first, and what sources are counted in. */
  readonly walk: WalkKind;
  readonly suggest: Suggest;
}

/** The desk with its codebook as it was just read. */
export async function withCodebook(
  desk: Omit<Desk, 'suggest' | 'codebook' | 'codebookBytes'>,
  codebook: Codebook,
): Promise<Desk> {
  const codebookBytes = readFileSync(desk.codebookPath);
  return { ...desk, codebook, codebookBytes, study: { ...desk.study, codebook }, suggest: await suggester(codebook) };
}

/** Whether suggestions and other coders' codings are hidden in a source. */
export function isBlind({ blind, assigned }: Desk, source: string): boolean {
  return blind || assigned.get(source) === true;
}

/** The codes with their memos. */
export function codesOf({ codebook, study }: Desk): CodeEntry[] {
  return codeEntries(codebook, (code) => readMemo(study.folder, { code }));
}

/** A coder's log of a source, in its order, each event once, with present ids of codes. */
export function eventsOf({ study, codebook }: Desk, coder: string, source: string): Outcome<readonly Event[]> {
  const { value, diagnostics } = readLogOf(study, coder, source);
  if (value === undefined) return { diagnostics };
  const known = new Set<string>();
  const once = value.filter(({ id }) => !known.has(id) && known.add(id));
  return { value: withCurrentCodes(once, currentId(codebook)), diagnostics };
}
