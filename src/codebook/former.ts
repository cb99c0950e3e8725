import type { Codebook } from './codebook.js';

/**
 * The present id of a code by an id that it bears or once bore: logs of codings are not rewritten when a code is renamed
 * or merged. Undefined for an id that no code has or had.
 */
export function currentId({ codes }: Pick<Codebook, 'codes'>): (id: string) => string | undefined {
  const current = new Map(codes.flatMap(({ id, was }) => was.map((former) => [former, id])));
  for (const { id } of codes) current.set(id, id);
  return (id) => current.get(id);
}
