import { type CheckedLog, idle, isUncounted, twins, uncounted } from '../check/codings.js';
import type { Diagnostic } from '../core/diagnostic.js';
import { type StoredSource, readStored } from '../store/stored-codings.js';
import type { Study } from '../store/study.js';
import { ruleCodings } from './rule-codings.js';
import type { CodedStudy } from './study-options.js';

/** What is doubtful about stored codings themselves; that logs can be read, a pass has looked at already. */
export async function codingFindings(study: Study): Promise<Diagnostic[]> {
  if (!study.codebook) return [];
  const rulesOf = ruleCodings(study as CodedStudy);
  const findings: Diagnostic[] = [];
  for (const source of study.sources) {
    const logs = study.logs.filter((log) => log.source === source.id);
    if (logs.length === 0) continue;
    const { value } = await readStored(study, source, () => true);
    if (!value || value.codings.length === 0) continue;
    const isLaid = await rulesOf(source);
    for (const { coder, id: file } of logs) {
      const codings = placedOf(value, coder);
      const left = codings.filter(({ span }) => isUncounted(value.described, study.settings.excludeRoles, span));
      const unasked = codings.filter(({ isVerdict, span, code }) => isVerdict && !isLaid(span, code));
      findings.push(...uncounted(idsOf(left), { file }), ...idle(idsOf(unasked), { file }, 'info'));
      findings.push(...twins({ coder, file, codings }));
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
