import { type Compared, differingCodes, unitsIn } from '../measure/agree/compared.js';
import { WITHHELD, mayQuote } from '../measure/quotation.js';
import { onOneLine, spoken } from '../measure/excerpt.js';
import type { AgreementBasis } from '../report/agreement-table.js';
import {
  type DisputedRow,
  type DisputedUnit,
  disputedRowsTable,
  disputedUnitsTable,
} from '../report/disagreements-table.js';
import type { Table } from '../report/model.js';
import { differencesIn } from '../store/adjudged.js';
import type { StudyComparison, StudySource } from '../store/compared-study.js';
import { lineIndex } from '../text/offset.js';

/** Which disagreements are listed: those on some codes, all where none is named; only those that are not settled. */
export interface WantedDisagreements {
  readonly codes: readonly string[];
  readonly onlyOpen: boolean;
}

/** The units of a study that `--disagreements` lists. */
export function disagreementsOfStudy(
  { sources, compared }: Pick<StudyComparison, 'sources' | 'compared'>,
  { codes, onlyOpen }: WantedDisagreements,
  basis: AgreementBasis,
): Table {
  const all = sources.flatMap((source) => disputedUnitsIn(source, compared));
  const found = all.filter(({ settled }) => !onlyOpen || settled === null).flatMap((one) => onCodes(one, codes));
  const shown = found.map((one) => ({
    ...one,
    unknown: one.unknown.filter(({ code }) => one.differing.includes(code)),
  }));
  const of = { coders: compared.coders, units: unitsIn(compared), isDecided: codes.length === 0 };
  return disputedUnitsTable(shown, of, basis);
}

/** The rows of a table of ratings that `--disagreements` lists. */
export function disagreementsOfRatings(
  compared: Compared,
  names: readonly { readonly source: string; readonly unit: string }[],
  { codes }: WantedDisagreements,
  basis: AgreementBasis,
): Table {
  const found = compared.sources
    .flatMap(({ units }) => units)
    .flatMap(({ sets }, i): DisputedRow[] => {
      const differing = differingCodes(sets);
      return differing.length === 0 ? [] : onCodes({ ...names[i]!, codes: sets, differing }, codes);
    });
  return disputedRowsTable(found, { coders: compared.coders, units: unitsIn(compared) }, basis);
}

/** A disagreement with what is said there of some codes alone; nothing where it is on others. */
function onCodes<T extends Pick<DisputedRow, 'codes' | 'differing'>>(one: T, codes: readonly string[]): T[] {
  if (codes.length === 0) return [one];
  const differing = one.differing.filter((code) => codes.includes(code));
  if (differing.length === 0) return [];
  return [{ ...one, differing, codes: one.codes.map((set) => set && set.filter((code) => codes.includes(code))) }];
}

/** The units of a source to be looked at, and of which codes one coder could not say what another did. */
function disputedUnitsIn(of: StudySource, { coders, codes }: Compared): DisputedUnit[] {
  const { source, described, points, hands } = of;
  const { transcript } = described;
  const lines = lineIndex(transcript.text);
  return differencesIn(of, codes).map(({ unit: { place, applied }, differing, stored }): DisputedUnit => {
    const { start, end, turn } = place;
    const unknown = differing.flatMap((code) =>
      coders
        .filter((_, coder) => applied[coder] && !applied[coder].includes(code))
        .filter((coder) => hands[coders.indexOf(coder)]?.asked(place)?.has(code) === false)
        .map((coder) => ({ code, coder })),
    );
    const quotable = mayQuote(described, { start, end, code: 0, hits: [], coders: [] });
    return {
      source: source.id,
      start: points.toCodePoints(start),
      end: points.toCodePoints(end),
      line: transcript.linesBefore + lines.lineOf(start),
      speaker: transcript.turns[turn]?.speaker ?? null,
      codes: applied,
      differing,
      unknown,
      settled: stored.isSettled ? stored.codes : null,
      apart: stored.apart,
      text: quotable ? onOneLine(spoken(transcript, start, end)).trim() : WITHHELD,
    };
  });
}
