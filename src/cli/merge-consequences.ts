import type { Codebook } from '../codebook/codebook.js';
import type { Merging } from '../codebook/edit/merge.js';
import type { Span } from '../core/span.js';
import { counted } from '../report/basis.js';
import { createSourceCoder } from '../store/coded.js';
import { NO_FILTERS } from '../store/filters.js';
import type { Source } from '../store/sources.js';
import { type StoredCoding, readStored } from '../store/stored-codings.js';
import type { CodedStudy } from './study-options.js';

/** As many verdicts are named one by one. */
const NAMED = 10;

/**
 * What counts now and will not once a code is part of another, in words: segments that an exception of one code takes from
 * the keywords of the other, and verdicts on one code that will answer the other.
 *
 * @param after the codebook with the two merged
 */
export async function mergeConsequences(study: CodedStudy, codes: Merging, after: Codebook): Promise<string[]> {
  const merged = { ...study, codebook: after };
  const [hitsNow, hitsThen] = [await hitsOf(study), await hitsOf(merged)];
  let fallen = 0;
  const overturned: string[] = [];
  for (const source of study.sources) {
    const hits = await hitsNow(source);
    const remain = (await hitsThen(source)).get(codes.into) ?? new Set();
    const segments = new Set([...(hits.get(codes.from) ?? []), ...(hits.get(codes.into) ?? [])]);
    for (const segment of segments) if (!remain.has(segment)) fallen++;
    if (!study.logs.some((log) => log.source === source.id)) continue;
    const [now, then] = [await verdictsOn(study, source), await verdictsOn(merged, source)];
    overturned.push(...overturnedIn(source, codes, hits, now, then));
  }
  const few = overturned.slice(0, NAMED);
  const more = overturned.length - few.length;
  return [
    ...(fallen > 0
      ? [
          `${counted(fallen, 'segment')} that keywords code now will not be coded: exceptions of one code hold for the keywords of the other.`,
        ]
      : []),
    ...few,
    ...(more > 0 ? [`So do ${counted(more, 'more verdict')}.`] : []),
  ];
}

type Hits = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the segments that rules code in a source, by the ids of codes. */
async function hitsOf(study: CodedStudy): Promise<(source: Source) => Promise<Hits>> {
  const coder = await createSourceCoder(study, { set: { kind: 'rules' }, filters: NO_FILTERS, excluded: new Set() });
  return async (source) => {
    const hits = new Map<string, Set<string>>();
    for (const { start, end, code } of (await coder.read(source)).value?.codings ?? []) {
      const { id } = study.codebook.codes[code]!;
      hits.set(id, (hits.get(id) ?? new Set()).add(keyOf({ start, end })));
    }
    return hits;
  };
}

type Verdict = StoredCoding & { readonly span: Span };

/** The verdicts of all coders on a source that hold. */
async function verdictsOn(study: CodedStudy, source: Source): Promise<Verdict[]> {
  const { value } = await readStored(study, source, () => true);
  return (value?.codings ?? []).filter((one): one is Verdict => one.event.verdict !== undefined && one.span !== null);
}

/** What verdicts on one of the codes will say of the other, a sentence each. */
function overturnedIn(
  source: Source,
  { from, into }: Merging,
  hits: Hits,
  now: readonly Verdict[],
  then: readonly Verdict[],
): string[] {
  const rejectedThen = new Set(
    then.flatMap(({ coder, event, span }) =>
      event.code === into && event.verdict === 'reject' ? JSON.stringify([coder, keyOf(span)]) : [],
    ),
  );
  return now.flatMap(({ coder, event, span }) => {
    if (event.code !== from && event.code !== into) return [];
    if (!rejectedThen.has(JSON.stringify([coder, keyOf(span)]))) return [];
    const other = event.code === from ? into : from;
    const where = `at ${event.anchor.start}–${event.anchor.end} of ${source.id}`;
    if (event.verdict === 'accept')
      return `${coder} accepted ${event.code} ${where} and rejected ${other} later: the acceptance will not count.`;
    const judged = now.some(
      (one) => one.coder === coder && one.event.code === other && keyOf(one.span) === keyOf(span),
    );
    if (judged || !hits.get(other)?.has(keyOf(span))) return [];
    return `${coder} rejected ${event.code} ${where}, where keywords find ${other}: this will be rejected too.`;
  });
}

function keyOf({ start, end }: Span): string {
  return `${start}:${end}`;
}
