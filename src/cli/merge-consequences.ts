import type { Codebook } from '../codebook/codebook.js';
import type { Merging } from '../codebook/edit/merge.js';
import { bySpan, type Span } from '../core/span.js';
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
  let doubled = 0;
  const overturned: string[] = [];
  for (const source of study.sources) {
    const hits = await hitsNow(source);
    const remain = (await hitsThen(source)).get(codes.into) ?? new Set();
    const segments = new Set([...(hits.get(codes.from) ?? []), ...(hits.get(codes.into) ?? [])]);
    for (const segment of segments) if (!remain.has(segment)) fallen++;
    if (!study.logs.some((log) => log.source === source.id)) continue;
    const stored = await storedOn(study, source);
    doubled += doubledIn(codes, stored);
    const [now, then] = [stored.filter(isVerdict), (await storedOn(merged, source)).filter(isVerdict)];
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
    ...(doubled > 0
      ? [
          `${counted(doubled, 'segment has', 'segments have')} both codes from one coder: two codings with ${codes.into} will lie on ${doubled === 1 ? 'it' : 'each'}, and count once.`,
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

type Placed = StoredCoding & { readonly span: Span };

/** What all coders stored of a source and holds, where it stands. */
async function storedOn(study: CodedStudy, source: Source): Promise<Placed[]> {
  const { value } = await readStored(study, source, () => true);
  return (value?.codings ?? []).filter((one): one is Placed => one.span !== null);
}

function isVerdict({ event }: Placed): boolean {
  return event.verdict !== undefined;
}

/** How many segments a coder gave both codes, but for those where both are answers to rules: of these one is left. */
function doubledIn({ from, into }: Merging, stored: readonly Placed[]): number {
  const given = (code: string): Placed[] =>
    stored.filter(({ event }) => event.code === code && event.verdict !== 'reject');
  const others = given(into);
  const doubled = given(from).filter((one) =>
    others.some((other) => {
      const isThere = other.coder === one.coder && bySpan(other.span, one.span) === 0;
      return isThere && !(isVerdict(one) && isVerdict(other));
    }),
  );
  return new Set(doubled.map(({ coder, span }) => JSON.stringify([coder, keyOf(span)]))).size;
}

/** What verdicts on one of the codes will say of the other, a sentence each. */
function overturnedIn(
  source: Source,
  { from, into }: Merging,
  hits: Hits,
  now: readonly Placed[],
  then: readonly Placed[],
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
