import { queryConsequences } from '../../cli/query-consequences.js';
import type { Codebook } from '../../codebook/codebook.js';
import type { Study } from '../../store/study.js';

/** What a new id of a code means for theory.yaml and the saved queries: the weightiest of it, where there is something. */
export async function queryRemark(
  study: Study,
  before: Codebook,
  after: Codebook,
  { code, id }: { readonly code: string; readonly id: string },
): Promise<{ readonly besides?: string }> {
  const [first, ...more] = await queryConsequences(study, before, after, { touches: code, becomes: id });
  if (first === undefined) return {};
  return { besides: more.length > 0 ? `${first} ${more.length} more: qcode check` : first };
}
