import { readFileSync } from 'node:fs';
import type { Codebook } from '../../codebook/codebook.js';
import { currentId } from '../../codebook/former.js';
import { parseCodebook } from '../../codebook/parse.js';
import type { Outcome } from '../../core/diagnostic.js';
import type { ComparisonRequest } from '../../store/compared-study.js';
import { readCodebookText } from '../../store/edit-codebook.js';
import { type KeptEdits, NO_KEPT_EDITS, readKeptEdits } from '../../store/kept-edits.js';
import { shownPath } from '../../store/locate.js';
import { readMemo } from '../../store/memos.js';
import { type ReadLog, readLogOf } from '../../store/read-log.js';
import type { Study } from '../../store/study.js';
import { digestOf } from '../../text/digest.js';
import type { UnitKind } from '../../text/transcript.js';
import { codeEntries } from '../model/code-entries.js';
import type { CodeEntry, WalkKind } from '../model/state.js';
import { type Suggest, suggester } from './suggestions.js';

/** What the terminal works on: a study with its codebook, and whose hand it is. */
export interface Desk {
  readonly coder: string;
  readonly study: Study;
  readonly codebook: Codebook;
  readonly codebookPath: string;
  /** Its file as it was read. */
  readonly codebookBytes: Uint8Array;
  /** SHA-256 (hex) of that. */
  readonly codebookDigest: string;
  /** The present id of a code for a present or former one. */
  readonly currentId: (id: string) => string | undefined;
  /** Whether all sources are coded blind. */
  readonly blind: boolean;
  /** Ids of the sources assigned to the coder, and whether blind; empty where nothing was assigned. */
  readonly assigned: ReadonlyMap<string, boolean>;
  /** What the coder walks through at first, and what sources are counted in. */
  readonly walk: WalkKind;
  readonly suggest: Suggest;
  /** What is adjudicated at this desk; absent where somebody codes. */
  readonly adjudication?: ComparisonRequest;
}

/** What of a desk does not follow from its codebook. */
export type BareDesk = Omit<Desk, 'suggest' | 'codebook' | 'codebookBytes' | 'codebookDigest' | 'currentId'>;

/** The desk with its codebook as it was just read. */
export async function withCodebook(desk: BareDesk, codebook: Codebook): Promise<Desk> {
  const codebookBytes = readFileSync(desk.codebookPath);
  return {
    ...desk,
    codebook,
    codebookBytes,
    codebookDigest: digestOf(codebookBytes),
    currentId: currentId(codebook),
    study: { ...desk.study, codebook },
    suggest: await suggester(codebook),
  };
}

/** The desk with its codebook as it is on the disk now. */
export async function readAgain(desk: Desk): Promise<Outcome<Desk>> {
  const shown = shownPath(desk.study.folder, desk.codebookPath);
  const read = readCodebookText(desk.codebookPath, shown);
  if (!read.value) return { diagnostics: read.diagnostics };
  const { value, diagnostics } = parseCodebook(read.value.yaml, shown);
  return value ? { value: await withCodebook(desk, value), diagnostics } : { diagnostics };
}

const WALKS: readonly string[] = ['turn', 'paragraph', 'sentence'] satisfies WalkKind[];

/** What a coder walks through where units are of a kind. */
export function walkOfUnit(unit: UnitKind): WalkKind {
  return WALKS.includes(unit) ? (unit as WalkKind) : 'paragraph';
}

/** Whether suggestions, other coders' codings and memos are hidden in a source. */
export function isBlind({ blind, assigned }: Desk, source: string): boolean {
  return blind || assigned.get(source) === true;
}

/** Whether memos on codes are hidden: others write them, too, and they are the same in all sources. */
export function hidesMemos({ blind, assigned }: Desk): boolean {
  return blind || [...assigned.values()].includes(true);
}

/** The codes with their memos. */
export function codesOf(desk: Desk): CodeEntry[] {
  const { codebook, study } = desk;
  return codeEntries(codebook, (code) => (hidesMemos(desk) ? '' : readMemo(study.folder, { code })));
}

/** The memo on a source. */
export function memoOf(desk: Desk, source: string): string {
  return isBlind(desk, source) ? '' : readMemo(desk.study.folder, { source });
}

/** The edits of shared files that the coder may take back: none while they are hidden. */
export function keptEdits(desk: Desk): KeptEdits {
  return hidesMemos(desk) ? NO_KEPT_EDITS : readKeptEdits(desk.study.folder, desk.coder);
}

/** A coder's log of a source, with present ids of codes. */
export function logOf({ study, currentId: current }: Desk, coder: string, source: string): Outcome<ReadLog> {
  return readLogOf(study.folder, coder, source, current);
}
