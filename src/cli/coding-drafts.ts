import { isUncounted } from '../check/codings.js';
import { anchorOf } from '../coding/anchor.js';
import { isPlace } from '../coding/asked-place.js';
import type { ApplyEvent, Verdict } from '../coding/event.js';
import { type WishedPlace, findWished } from '../coding/wished-place.js';
import type { Diagnostic } from '../core/diagnostic.js';
import type { Span } from '../core/span.js';
import { newEventId } from '../store/identity.js';
import type { Source } from '../store/sources.js';
import { type StoredSource, readStored } from '../store/stored-codings.js';
import type { Role } from '../text/transcript.js';
import type { Flaw } from './coding-names.js';
import { type IsLaid, ruleCodings } from './rule-codings.js';
import type { CodedStudy } from './study-options.js';

/** A coding that is to be stored, all but its place found. */
export interface Wish extends WishedPlace {
  readonly source: Source;
  readonly coder: string;
  /** The present id of its code. */
  readonly code: string;
  readonly at: string;
  readonly id?: string;
  readonly verdict?: Verdict;
  readonly memo?: string;
  readonly properties: Readonly<Record<string, string>>;
  /** What messages of a later wish for the same call it; absent: by its id. */
  readonly called?: string;
}

/** A coding ready to be stored. */
export interface Draft {
  readonly source: Source;
  readonly coder: string;
  readonly event: ApplyEvent;
  /** Whether it is of speech that no figure counts. */
  readonly isUncounted: boolean;
  /** Whether it is a verdict that answers no coding of a rule. */
  readonly isIdle: boolean;
}

/** Makes codings of wishes, one after another; each knows those before it. */
export interface Drafter {
  draft(wish: Wish): Promise<Draft | Flaw>;
  /** What was found while sources and logs were read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of a source that codings are made for. */
interface Desk {
  readonly stored: StoredSource;
  /** Codings by coder, place and code, stored and drafted: their ids, or what they are called. */
  readonly taken: Map<string, string>;
  readonly ids: Set<string>;
}

export function createDrafter(study: CodedStudy): Drafter {
  const diagnostics: Diagnostic[] = [];
  const desks = new Map<string, Promise<Desk | null>>();
  const rulesOf = ruleCodings(study);
  const open = async (source: Source): Promise<Desk | null> => {
    const { value: stored, diagnostics: found } = await readStored(study, source, () => true);
    diagnostics.push(...found);
    if (!stored) return null;
    const codings = stored.codings.flatMap(({ coder, event, span }) =>
      span ? [[keyOf(coder, span, event), event.id] as const] : [],
    );
    const ids = new Set(stored.eventIds);
    return { stored, taken: new Map(codings), ids };
  };
  return {
    diagnostics,
    draft: async (wish) => {
      const { source } = wish;
      if (!desks.has(source.id)) desks.set(source.id, open(source));
      const desk = await desks.get(source.id);
      if (!desk) return { code: 'QC444', message: `the source ${source.id} cannot be read` };
      const isLaid = wish.verdict === undefined ? null : await rulesOf(source);
      return draftAt(desk, wish, isLaid, study.settings.excludeRoles);
    },
  };
}

function draftAt(desk: Desk, wish: Wish, isLaid: IsLaid | null, excluded: readonly Role[]): Draft | Flaw {
  const { source, coder, code, at, verdict, memo, properties } = wish;
  const { lookup } = desk.stored;
  const { text } = lookup.transcript;
  const span = findWished(wish, lookup);
  if (!isPlace(span)) return { code: 'QC442', ...span };
  const key = keyOf(coder, span, { code, ...(verdict && { verdict }) });
  const earlier = desk.taken.get(key);
  if (earlier !== undefined) {
    return { code: 'QC443', message: `${coder} has laid ${code} over this segment already: ${earlier}` };
  }
  const id = wish.id === undefined || desk.ids.has(wish.id) ? newEventId('c') : wish.id;
  desk.taken.set(key, wish.called ?? id);
  desk.ids.add(id);
  const event: ApplyEvent = {
    event: 'apply',
    id,
    at,
    code,
    anchor: anchorOf(span, text, lookup.anchoring.digest(), lookup.anchoring.index),
    ...(verdict && { verdict }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(memo && { memo }),
  };
  return {
    source,
    coder,
    event,
    isUncounted: isUncounted(desk.stored.described, excluded, span),
    isIdle: isLaid !== null && !isLaid(span, code),
  };
}

/** A verdict is no coding: both may stand on one segment and code. */
function keyOf(coder: string, { start, end }: Span, { code, verdict }: Pick<ApplyEvent, 'code' | 'verdict'>): string {
  return JSON.stringify([coder, start, end, code, verdict ?? '']);
}
