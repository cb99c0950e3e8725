import type { Diagnostic } from '../core/diagnostic.js';
import { finding } from '../core/finding.js';
import type { SourceGlance } from '../measure/glance.js';
import type { Role } from '../text/transcript.js';

/** Sources whose speakers look as if labels had been missed: too little or too much of them would be counted. */
export function doubtfulSpeakers(glances: readonly SourceGlance[], excluded: readonly Role[]): Diagnostic[] {
  return glances.flatMap((glance) => doubtOf(glance, excluded) ?? []);
}

function doubtOf({ source, speakers }: SourceGlance, excluded: readonly Role[]): Diagnostic | null {
  if (speakers.length === 0) return null;
  const say = (code: string, message: string): Diagnostic => finding(code, message, { file: source }, 'warning');
  const labels = speakers.flatMap(({ label }) => label ?? []);
  const left = speakers.filter(({ role }) => !excluded.includes(role));
  if (left.length === 0)
    return say('QC427', `all speech is of ${labels.join(', ')}, and left out: nothing of this source is counted`);
  if (excluded.length > 0 && left.length === speakers.length) {
    const there =
      labels.length > 0
        ? `there ${labels.length === 1 ? 'is' : 'are'} ${labels.join(', ')}`
        : 'no label was recognised';
    return say('QC429', `nobody here is of a role that is left out (${excluded.join(', ')}); ${there}`);
  }
  return labels.length === 1 ? say('QC428', `only ${labels[0] ?? ''} speaks here`) : null;
}
