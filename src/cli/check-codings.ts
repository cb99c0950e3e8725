import { type CheckedLog, decidedApart, idle, isUncounted, twins, uncounted } from '../check/codings.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { ADJUDICATOR } from '../measure/analysis-set.js';
import { type AdjudicatedHand, readAdjudicated } from '../store/adjudicated-hand.js';
import { readSnapshots } from '../store/snapshots.js';
import { type StoredSource, readStored } from '../store/stored-codings.js';
import type { Study } from '../store/study.js';
import { lineIndex } from '../text/offset.js';
import type { Transcript } from '../text/transcript.js';
import { ruleCodings } from './rule-codings.js';
import type { CodedStudy } from './study-options.js';

/**
 * What is doubtful about stored codings themselves. That logs can be read, and codings have a place, a pass has looked at
 * already: but not of what was adjudicated, for that is in no set beside coders.
 */
export async function codingFindings(study: Study): Promise<Diagnostic[]> {
  const { codebook } = study;
  if (!codebook) return [];
  const snapshots = readSnapshots(study.folder);
  const rulesOf = ruleCodings(study as CodedStudy);
  const findings: Diagnostic[] = [];
  for (const source of study.sources) {
    const logs = study.logs.filter((log) => log.source === source.id);
    if (logs.length === 0) continue;
    const { value } = await readStored(study, source, () => true);
    if (!value) continue;
    const { transcript } = value.described;
    for (const log of logs.filter(({ coder }) => coder === ADJUDICATOR)) {
      const hand = readAdjudicated(log, transcript, codebook, snapshots);
      findings.push(...hand.diagnostics, ...decidedApart(log.id, linesDecidedApart(hand, transcript)));
    }
    if (value.codings.length === 0) continue;
    const isLaid = await rulesOf(source);
    for (const { coder, id: file } of logs) {
      const codings = placedOf(value, coder);
      const left = codings.filter(({ span }) => isUncounted(value.described, study.settings.excludeRoles, span));
      const unasked = codings.filter(({ isVerdict, span, code }) => isVerdict && !isLaid(span, code));
      findings.push(...uncounted(idsOf(left), { file }), ...idle(idsOf(unasked), { file }, 'info'));
      // The same decision taken twice, by adjudications that were joined, counts once.
      if (coder !== ADJUDICATOR) findings.push(...twins({ coder, file, codings }));
    }
  }
  return findings;
}

function idsOf(codings: CheckedLog['codings']): string[] {
  return codings.map(({ id }) => id);
}

function placedOf({ codings }: StoredSource, coder: string): CheckedLog['codings'] {
  return codings.flatMap(({ coder: by, event: { id, code, verdict }, span }) =>
    by === coder && span ? [{ id, code, isVerdict: verdict !== undefined, span }] : [],
  );
}

/** Lines of the units that were decided twice, apart, and not alike. */
function linesDecidedApart({ seen, apart }: AdjudicatedHand, transcript: Transcript): number[] {
  const marks = seen?.marks({ start: 0, end: transcript.text.length }) ?? [];
  const lines = lineIndex(transcript.text);
  const found = marks
    .filter(({ span }) => apart({ ...span, turn: 0, pieces: [span] }).length > 0)
    .map(({ span }) => transcript.linesBefore + lines.lineOf(span.start));
  return [...new Set(found)];
}
