import { describe } from '../../store/coded.js';
import type { Source } from '../../store/sources.js';
import type { Study } from '../../store/study.js';
import type { Transcript } from '../../text/transcript.js';
import type { UncountedTurn } from '../model/state.js';

/** The turns of a source that no figure of the study counts, whoever codes them, as `qcode check` tells afterwards. */
export function uncountedTurns(study: Study, source: Source, transcript: Transcript): UncountedTurn[] {
  const { included } = describe(study, source, transcript, { codings: [], lookedAt: () => false });
  const { excludeRoles } = study.settings;
  return transcript.turns.flatMap((turn) => {
    const { start, end, role } = turn;
    if (excludeRoles.includes(role)) return [{ start, end, why: `turns of ${role}s are left out (exclude_roles)` }];
    return included(turn) ? [] : [{ start, end, why: 'who speaks did not consent' }];
  });
}
