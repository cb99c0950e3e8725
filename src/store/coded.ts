import type { Codebook } from '../codebook/codebook.js';
import type { LaidCoding } from '../coding/laid.js';
import { unplacedIn } from '../coding/unplaced.js';
import { type Diagnostic, type Outcome, isError } from '../core/diagnostic.js';
import type { Span } from '../core/span.js';
import { autocode } from '../match/autocode.js';
import { compileMatcher } from '../match/matcher.js';
import { type AnalysisSet, holdsRules, inSet, layCodings, lookedAt } from '../measure/analysis-set.js';
import type { CodedSource, LaidVerdict } from '../measure/coded-source.js';
import type { CaseFacts } from '../measure/query/case-facts.js';
import { type Values, valuesIn } from '../measure/values.js';
import type { ReadSoFar } from '../report/caveats.js';
import { labelKey } from '../text/speaker.js';
import type { Transcript, Turn } from '../text/transcript.js';
import { caseOf, ownCase } from './case-of.js';
import { guardedExpressions } from './expressions.js';
import { type Filters, includedTurns, isSelective } from './filters.js';
import { unreadable } from './finding.js';
import { type Hand, handReader } from './hands.js';
import { type LogAccount, NO_LOGS, accountOf, readSoFar } from './log-account.js';
import type { Log } from './logs.js';
import { personsOf } from './persons.js';
import { askerOf } from './query-pass.js';
import { transcriptOf } from './read-transcript.js';
import { createReader } from './reader.js';
import { type Snapshots, readSnapshots } from './snapshots.js';
import { withoutRules } from './stopped-rules.js';
import type { Source } from './sources.js';
import { loadStemmer } from './stemmer.js';
import type { Study } from './study.js';

/** How sources are coded in a pass: plain data, the same in every worker. */
export interface PassOptions {
  readonly set: AnalysisSet;
  readonly filters: Filters;
  /** Expressions, as written, that ran away in an earlier pass and are not run again. */
  readonly excluded: ReadonlySet<string>;
  /** What sources say of their cases, where the query asks for it; `gather` to find that out, by a pass before. */
  readonly facts?: CaseFacts | 'gather';
  /** Other sets of which the codings are laid out beside the chosen one's, in the same pass; no query selects of them. */
  readonly besides?: readonly AnalysisSet[];
  /** Attributes whose values are wanted of all that is read, whatever the filters leave of it. */
  readonly valuesOf?: readonly string[];
}

/** A source read and coded. */
export interface CodedReading extends Outcome<CodedSource>, LogAccount {
  readonly diagnostics: readonly Diagnostic[];
  /** How far coders who mark units as seen have come. */
  readonly read: readonly ReadSoFar[];
  /** Why the source is in no figure; absent where it is, or where filters leave it out. */
  readonly unread?: string;
  /** Turns that the filters leave in, left out since their speaker did not consent. */
  readonly silentTurns: number;
  /** Whether somebody wrote what the case attribute of the source, or of a speaker, is. */
  readonly attributed?: boolean;
  /** Which of the speakers that the filters name speak in turns that pass. */
  readonly heard?: readonly string[];
  /** What it says of its cases, where that is gathered. */
  readonly facts?: CaseFacts;
  /** Positions of codes that the query asks about and nobody looked for here. */
  readonly unlooked?: readonly number[];
  /** Its values of the attributes that are wanted. */
  readonly values?: Values;
}

/** Reads sources one after another and lays codes over them. */
export interface SourceCoder {
  /** The coded source, lent until the next call; without a value it could not be read or no turn of it passes. */
  read(source: Source): Promise<CodedReading>;
  /** Expressions that ran away so far. */
  readonly runaways: ReadonlySet<string>;
}

/** Prepares reading, matching and laying codings for a pass. Without a codebook sources are read but not coded. */
export async function createSourceCoder(study: Study, options: PassOptions): Promise<SourceCoder> {
  const { codebook } = study;
  const { set, filters, excluded, besides = [], valuesOf = [] } = options;
  const read = createReader();
  const expressions = guardedExpressions(excluded);
  const ask = await askerOf(study, options, expressions.run);
  const code = codebook
    ? await coderOf(withoutRules(codebook, excluded), study, [set, ...besides], expressions.run)
    : uncoded;
  const coded = async (source: Source): Promise<CodedReading> => {
    const { value: transcript, diagnostics } = await transcriptOf(read(source.path), study, source);
    if (!transcript) return failed(diagnostics, diagnostics.find(isError));
    const laid = code(transcript);
    const whole = describe(study, source, transcript, laid);
    const { caseAttribute } = study.settings;
    const { value: passing, silentTurns } = filtered(whole, filters, caseAttribute);
    const { unplaced, moved, lost, hands } = laid;
    const soFar = passing ? readSoFar(hands, passing) : [];
    const value = passing && {
      ...asFarAsDecided(passing, set, soFar),
      ...(besides.length > 0 && {
        besides: laid.besides.map(({ hands: theirs, ...codes }, at) =>
          asFarAsDecided({ ...passing, ...codes }, besides[at]!, readSoFar(theirs, passing)),
        ),
      }),
    };
    const own = ownCase(study, source, transcript.header).attributes;
    return {
      ...(value && { ...ask(value), heard: heardIn(value, filters) }),
      diagnostics: [...diagnostics, ...laid.diagnostics],
      unplaced,
      moved,
      lost,
      read: soFar,
      silentTurns,
      ...(valuesOf.length > 0 && { values: valuesIn(whole, valuesOf) }),
      attributed: Object.hasOwn(own, caseAttribute) || whole.personal?.has(caseAttribute) === true,
    };
  };
  return {
    runaways: expressions.runaways,
    read: async (source) => {
      try {
        return await coded(source);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
        const fault = unreadable(source.shown, error);
        return failed([fault], fault);
      }
    },
  };
}

function failed(diagnostics: readonly Diagnostic[], fault: Diagnostic | undefined): CodedReading {
  return { ...NO_LOGS, read: [], diagnostics, unread: fault?.message ?? 'no transcript', silentTurns: 0 };
}

/** The codings of one set, and who laid them. */
interface Layer {
  readonly codings: readonly LaidCoding[];
  readonly lookedAt: (code: number) => boolean;
  readonly readFor?: (code: number) => boolean;
  readonly hands: readonly Hand[];
}

interface Laid extends LogAccount, Layer {
  readonly ruled?: () => readonly LaidCoding[];
  readonly seen?: readonly Span[] | null;
  readonly verdicts?: readonly LaidVerdict[];
  readonly doubtful?: CodedSource['doubtful'];
  readonly besides: readonly Layer[];
}

type Coder = (transcript: Transcript) => Laid;

const uncoded: Coder = () => ({ codings: [], lookedAt: () => false, hands: [], besides: [], ...NO_LOGS });

async function coderOf(
  codebook: Codebook,
  study: Study,
  sets: readonly AnalysisSet[],
  run: ReturnType<typeof guardedExpressions>['run'],
): Promise<Coder> {
  const match = compileMatcher(codebook, { stem: await loadStemmer(codebook), run });
  const positions = new Map(codebook.codes.map(({ id }, i) => [id, i]));
  const ran = (code: number): boolean => codebook.codes[code]?.rules.some(({ any }) => any.length > 0) ?? false;
  const bySource = grouped(study.logs.filter(({ coder }) => sets.some((set) => inSet(coder, set))));
  const snapshots: Snapshots = bySource.size > 0 ? readSnapshots(study.folder) : new Map();
  const handsOf = handReader(codebook, snapshots);
  return (transcript) => {
    const all = handsOf(bySource.get(transcript.source) ?? [], transcript);
    const wantsRules = sets.some(holdsRules) || all.some(({ log }) => log.verdicts.length > 0);
    const ruled = (): readonly LaidCoding[] => autocode(match(transcript), transcript, codebook);
    const rules = wantsRules ? ruled() : [];
    const [chosen, ...besides] = sets.map((set): Layer => {
      const hands = all.filter(({ log }) => inSet(log.coder, set));
      const logs = hands.map(({ log }) => log);
      const reads = hands.map(({ log, read }) => ({ log, looked: read }));
      return {
        codings: layCodings(rules, logs, set, positions),
        lookedAt: lookedAt(hands, set, ran),
        readFor: lookedAt(reads, set, ran),
        hands,
      };
    });
    const { hands } = chosen!;
    return {
      ...chosen!,
      besides,
      ruled: wantsRules ? () => rules : ruled,
      seen: seenBy(hands),
      verdicts: verdictsOf(hands, positions),
      doubtful: doubtfulIn(hands, positions, transcript),
      // What logs of another set lost is missing in its figures too.
      ...accountOf(all, transcript.source),
    };
  };
}

/** What coders marked as seen; null where one of them worked on the source without marking anything. */
function seenBy(hands: readonly Hand[]): readonly Span[] | null {
  const worked = hands.filter(
    ({ log: { codings, verdicts, seen } }) => codings.length + verdicts.length + seen.length > 0,
  );
  if (worked.some(({ seen }) => seen === null)) return null;
  return worked.flatMap(({ seen }) => seen ?? []);
}

function verdictsOf(hands: readonly Hand[], positions: ReadonlyMap<string, number>): LaidVerdict[] {
  return hands.flatMap(({ log: { verdicts } }) =>
    verdicts.map(({ segment: { start, end }, code, verdict }) => ({
      ...{ start, end, code: positions.get(code)! },
      isAccepted: verdict === 'accept',
    })),
  );
}

/** Where codings without a sure place may be: those that are lost, anywhere. */
function doubtfulIn(
  hands: readonly Hand[],
  positions: ReadonlyMap<string, number>,
  { text }: Transcript,
): (Span & { readonly code: number })[] {
  return hands.flatMap(({ log: { doubtful } }) => {
    const { spans, lost } = unplacedIn(doubtful);
    const anywhere = [...lost].map((code) => ({ start: 0, end: text.length, code }));
    return [...spans, ...anywhere].map(({ start, end, code }) => ({ start, end, code: positions.get(code)! }));
  });
}

function grouped(logs: readonly Log[]): Map<string, Log[]> {
  const bySource = new Map<string, Log[]>();
  for (const log of logs) bySource.set(log.source, [...(bySource.get(log.source) ?? []), log]);
  return bySource;
}

export function describe(
  study: Study,
  source: Source,
  transcript: Transcript,
  laid: Pick<Laid, 'codings' | 'lookedAt' | 'readFor' | 'ruled' | 'seen' | 'verdicts' | 'doubtful'>,
): CodedSource {
  const persons = personsOf(study, source.id);
  return {
    transcript,
    ...caseOf(study, source, transcript.header),
    codings: laid.codings,
    lookedAt: laid.lookedAt,
    ...(laid.readFor && { readFor: laid.readFor }),
    ...(laid.ruled && { ruled: laid.ruled }),
    ...(laid.seen !== undefined && { seen: laid.seen }),
    ...(laid.verdicts && { verdicts: laid.verdicts }),
    ...(laid.doubtful && { doubtful: laid.doubtful }),
    // Who did not consent at all is neither quoted nor counted.
    included: persons.silent ? (turn) => persons.of(turn)?.consent !== 'none' : everyTurn,
    turnAttribute: persons.attribute,
    personal: persons.personal,
    ...(persons.reserved && { quotable: (turn: Turn) => (persons.of(turn)?.consent ?? 'quote') === 'quote' }),
  };
}

/** Which of the speakers named by filters speak here. */
function heardIn({ transcript, included }: CodedSource, { speakers }: Filters): string[] {
  if (speakers.length === 0) return [];
  const keys = new Set(
    transcript.turns.flatMap((turn) => (turn.speaker !== null && included(turn) ? labelKey(turn.speaker) : [])),
  );
  return speakers.filter((speaker) => keys.has(labelKey(speaker)));
}

/**
 * A source whose adjudication is not through: a code that is not in what was decided may be in what is open, and its 0 would
 * be none. One that is in it is there, at least so often. What was decided is read for all the same (`readFor`).
 */
function asFarAsDecided(source: CodedSource, set: AnalysisSet, soFar: readonly ReadSoFar[]): CodedSource {
  if (set.kind !== 'adjudicated' || soFar.every(({ seen, units }) => seen >= units)) return source;
  const laid = new Set(source.codings.map(({ code }) => code));
  return { ...source, lookedAt: (code) => laid.has(code) && source.lookedAt(code) };
}

const everyTurn = (): boolean => true;

/** The source with the turns that pass marked, or nothing where filters leave none of it; and how many of them are silent. */
function filtered(
  source: CodedSource,
  filters: Filters,
  caseAttribute: string,
): { value?: CodedSource; silentTurns: number } {
  const passes = includedTurns(source, filters, caseAttribute);
  const consents = source.included;
  if (passes === null && consents === everyTurn) return { value: source, silentTurns: 0 };
  const { turns } = source.transcript;
  const counted = turns.map((turn) => (passes?.[turn.index] ?? true) && consents(turn));
  const silentTurns = turns.filter(({ index }) => (passes?.[index] ?? true) && !counted[index]).length;
  if (isSelective(filters) && !counted.includes(true)) return { silentTurns };
  return { value: { ...source, included: ({ index }) => counted[index] ?? false }, silentTurns };
}
