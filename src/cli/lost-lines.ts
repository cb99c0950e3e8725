import { type AnalysisSet, inSet } from '../measure/analysis-set.js';
import { counted } from '../report/basis.js';
import type { LossReason, Lost } from '../store/log-account.js';
import type { Study } from '../store/study.js';

/** Why a log, or a line of one, is in no figure, in words. */
const REASONS: Readonly<Record<LossReason, string>> = {
  QC402: 'it does not exist',
  QC409: 'it cannot be read',
  QC201: 'not JSON',
  QC202: 'not written to the end',
  QC203: 'a field is missing or of a wrong kind',
  QC204: 'an event of an unknown kind',
  QC206: 'an anchor that does not fit its quotation',
  QC208: 'a code that the codebook lacks',
};

/** What of the logs of codings is in no figure: a caveat for each source, coder and reason. */
export function lostLines(lost: readonly Lost[]): string[] {
  return lost.map(({ source, coder, lines, reason }) => {
    const why = `${REASONS[reason]} (${reason}).`;
    if (reason === 'QC402' || reason === 'QC409') return `The log of ${coder} for ${source} is in no figure: ${why}`;
    const are = lines === 1 ? 'is' : 'are';
    return `${counted(lines, 'line')} in the log of ${coder} for ${source} ${are} in no figure: ${why}`;
  });
}

/** The logs that an analysis set would hold, were there a source for them. */
export function strayLogs({ logs, known }: Study, set: AnalysisSet): string[] {
  const ids = new Set(known.map(({ id }) => id));
  return logs
    .filter(({ source, coder }) => !ids.has(source) && inSet(coder, set))
    .map(({ id, source }) => `Nothing of ${id} is in any figure: the study has no source ${source} (QC422).`);
}
