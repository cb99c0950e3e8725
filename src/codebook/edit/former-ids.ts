import { addEntry, appendItems } from './append.js';
import { codeIn } from './found.js';
import { entryEnd, entryOf } from './layout.js';
import { scalar } from './scalar.js';
import { insertion, type Draft, type Splice } from './splice.js';

/** Adds ids to the `was` of a code, which is made below its id where there is none. */
export function addFormer(draft: Draft, id: string, ids: readonly string[]): readonly Splice[] {
  const former = ids.map(scalar);
  const { mapping } = codeIn(draft, id);
  const entry = entryOf(mapping, 'was');
  if (!entry) return [addEntry(draft, mapping, entryOf(mapping, 'id')!, 'was', `[${former.join(', ')}]`)];
  const { value } = entry;
  if (value.kind === 'list') {
    return appendItems(
      draft,
      mapping,
      'was',
      former.map((one) => ({ lines: (dash) => [`${dash}- ${one}`], flow: one })),
    );
  }
  if (value.kind !== 'text') return [insertion(entryEnd(draft.text, entry), ` [${former.join(', ')}]`)];
  return [insertion(value.start, '['), insertion(value.end, `, ${former.join(', ')}]`)];
}
