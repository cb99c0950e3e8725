import type { Action, Key } from '../../../src/tui/model/action.js';
import type { Effect } from '../../../src/tui/model/effect.js';
import { draftOf } from '../../../src/tui/model/draft.js';
import { hasCode } from '../../../src/tui/model/marks.js';
import { exactly } from '../../../src/tui/model/overlapping.js';
import { reduce } from '../../../src/tui/modes/reduce.js';
import { type Loaded, startState } from '../../../src/tui/model/start.js';
import type { Batch, CodeEntry, ForeignCoding, Laid, OpenSource, TagState } from '../../../src/tui/model/state.js';
import type { Span } from '../../../src/core/span.js';
import { codePointIndex, lineIndex } from '../../../src/text/offset.js';
import { uncountedBy } from '../../../src/tui/model/uncounted.js';
import { parseTranscript } from '../../../src/text/parse.js';
import { decode, encode } from '../../../src/text/utf8.js';

/** A source that is open and as yet without codings. */
export function open(id: string, text: string, more: Partial<OpenSource> = {}): OpenSource {
  const speakers = {
    Interviewer: { role: 'interviewer' },
    陳生: { role: 'respondent' },
    'Ms Lee': { role: 'respondent' },
  } as const;
  const transcript = parseTranscript(id, encode(text), { file: id, speakers }).value!;
  return {
    id,
    transcript,
    digest: `digest of ${id}`,
    lines: lineIndex(transcript.text),
    points: codePointIndex(transcript.text),
    codings: [],
    verdicts: [],
    seen: [],
    suggestions: [],
    others: [],
    unplaced: 0,
    memo: '',
    ...more,
  };
}

/** Where words stand in a source, in bytes; the nth time. */
export function at({ transcript: { text } }: OpenSource, words: string, nth = 1): Span {
  const whole = decode(text);
  let index = -1;
  for (let i = 0; i < nth; i++) index = whole.indexOf(words, index + 1);
  if (index < 0) throw new RangeError(`no ${words}`);
  const start = encode(whole.slice(0, index)).length;
  return { start, end: start + encode(words).length };
}

/** What is said in a stretch. */
export function said(state: TagState, { start, end }: Span): string {
  return decode(state.source.transcript.text, start, end);
}

/** A rule's coding of some words. */
export function rule(source: OpenSource, code: string, words: string): ForeignCoding {
  return { ...at(source, words), code, coder: null };
}

export function code(id: string, name: string, parent: string | null = null): CodeEntry {
  return { id, name, parent, depth: parent === null ? 0 : 1, color: '#336699' };
}

/** A key by its name in the table of keys. */
export function key(name: string): Key {
  const plain = { ctrl: false, shift: false, meta: false };
  if (name === 'space') return { ...plain, text: ' ', name: '' };
  const [, held, rest] = /^(ctrl|shift|meta)-(.+)$/u.exec(name) ?? [];
  if (held !== undefined) return { ...plain, [held]: true, text: '', name: rest! };
  return [...name].length === 1 ? { ...plain, text: name, name: '' } : { ...plain, text: '', name };
}

/** What the shell has, so that it can answer: other sources, and whether the disk is full. */
export interface Disk {
  readonly sources?: readonly OpenSource[];
  readonly fails?: boolean;
  /** A source whose log alone cannot be written. */
  readonly refuses?: string;
}

/** An edit of the codebook that can be taken back: the codes before and after it, and which codings it gave another code. */
interface Edit {
  readonly before: readonly CodeEntry[];
  readonly after: readonly CodeEntry[];
  readonly from: string;
  readonly to: string;
  readonly recoded: ReadonlySet<string>;
  /** The memo on the source before and after it. */
  readonly memo: readonly [before: string, after: string];
}

/** What the shell remembers: the number of the next id, the time, and edits of the codebook and of memos. */
interface Memory {
  next: number;
  clock: number;
  edits: { readonly done: readonly Edit[]; readonly undone: readonly Edit[] };
}

/** The terminal UI with a shell that keeps everything in memory. Every step gives a new one. */
export class Coder {
  constructor(
    readonly state: TagState,
    /** What was asked of the shell by the last press or typing. */
    readonly effects: readonly Effect[] = [],
    private readonly disk: Disk = {},
    private readonly ids: Memory = { next: 1, clock: 0, edits: { done: [], undone: [] } },
  ) {}

  static begin(loaded: Partial<Loaded> & Pick<Loaded, 'source' | 'codes'>, disk: Disk = {}): Coder {
    const entry = { case: 'A', units: 0, seen: 0, codings: 0, assigned: true };
    const all = [loaded.source, ...(disk.sources ?? [])];
    const state = startState({
      title: 'Study',
      coder: 'chan',
      blind: false,
      size: { columns: 80, rows: 24 },
      counts: {},
      sources: all.map(({ id }) => ({ ...entry, id })),
      at: null,
      walk: 'turn',
      done: [],
      undone: [],
      queue: null,
      ...loaded,
    });
    return new Coder(state, [], disk);
  }

  /** Presses keys, named and parted by spaces. */
  press(keys: string): Coder {
    return this.all(keys.split(' ').map((name): Action => ({ kind: 'key', key: key(name) })));
  }

  /** Types or pastes a text at once. */
  type(text: string): Coder {
    return this.all([{ kind: 'key', key: { ...key('x'), text } }]);
  }

  act(action: Action): Coder {
    return this.all([action]);
  }

  /** The same with a disk that is full. */
  full(): Coder {
    return new Coder(this.state, this.effects, { ...this.disk, fails: true }, this.ids);
  }

  /** The same with a disk that takes nothing for one source. */
  refusing(source: string): Coder {
    return new Coder(this.state, this.effects, { ...this.disk, refuses: source }, this.ids);
  }

  /** The same with a disk that takes everything again. */
  mended(): Coder {
    const { sources } = this.disk;
    return new Coder(this.state, this.effects, sources === undefined ? {} : { sources }, this.ids);
  }

  with(change: Partial<TagState>): Coder {
    return new Coder({ ...this.state, ...change }, this.effects, this.disk, { ...this.ids });
  }

  private all(actions: readonly Action[]): Coder {
    // Presses from the same state must not share ids that were given since.
    const ids = { ...this.ids };
    const effects: Effect[] = [];
    let { state } = this;
    const run = (action: Action): void => {
      const next = reduce(state, action);
      state = next.state;
      for (const [i, effect] of next.effects.entries()) {
        effects.push(effect);
        const answer = this.answer(state, effect, ids);
        if (answer?.kind === 'failed') return run({ ...answer, dropped: next.effects.slice(i + 1) });
        if (answer !== null) run(answer);
        if (answer?.kind === 'kept') return;
      }
    };
    actions.forEach(run);
    return new Coder(state, effects, this.disk, ids);
  }

  private answer(state: TagState, effect: Effect, ids: Memory): Action | null {
    const refused = effect.kind === 'record' && effect.source === this.disk.refuses;
    if ((this.disk.fails || refused) && effect.kind !== 'quit' && effect.kind !== 'suspend')
      return { kind: 'failed', message: 'no space left on device', effect: effect.kind };
    const sources = [state.source, ...(this.disk.sources ?? [])];
    switch (effect.kind) {
      case 'record': {
        const { undoes } = effect;
        const source = sources.find(({ id }) => id === effect.source)!;
        const draft = draftOf(effect.changes, source, {
          at: timeOf(ids),
          newId: (prefix) => `${prefix}${ids.next++}`,
          codebook: 'codebook',
          blind: state.blind,
          codeOf: (id) => id,
          ...(undoes !== undefined && { undoes }),
        });
        const { batch } = draft;
        const uncounted = uncountedBy(source, batch);
        return { kind: 'recorded', batch, uncounted, ...(undoes !== undefined && { undoes }) };
      }
      case 'decide': {
        const { unit, codes } = effect;
        const gone = exactly(state.source.codings, unit).filter((one) => !codes.includes(one.code));
        const changes = [
          ...codes.flatMap((each) =>
            hasCode(state.source, unit, each) ? [] : [{ kind: 'apply' as const, segment: unit, code: each }],
          ),
          { kind: 'seen' as const, unit, unitKind: 'turn' },
          ...(gone.length > 0 ? [{ kind: 'remove' as const, targets: gone.map(({ id }) => id) }] : []),
        ];
        const { batch } = draftOf(changes, state.source, {
          at: '2026-01-02T03:04:05.678Z',
          newId: (prefix) => `${prefix}${ids.next++}`,
          codebook: 'codebook',
          blind: false,
          codeOf: (id) => id,
        });
        const { queue } = state;
        const there = (queue?.kind === 'adjudicate' ? queue.places : []).filter(
          ({ source }) => source === effect.source,
        );
        const places = there.map((place) =>
          place.start === unit.start ? { ...place, done: true, decided: codes } : place,
        );
        return { kind: 'recorded', batch, decided: codes, places };
      }
      case 'open': {
        const source = sources.find(({ id }) => id === effect.source)!;
        const { blind } = state;
        return { kind: 'opened', source, at: effect.at ?? 0, done: [], undone: [], blind };
      }
      case 'add code': {
        const made = effect.name.toLowerCase().replaceAll(' ', '-');
        const codes = [...state.codes, code(made, effect.name, effect.parent)];
        remember(ids, state, { before: state.codes, after: codes, from: made, to: made });
        const { counts, source, done, undone } = state;
        const edit = { told: `new code: ${effect.name}`, time: timeOf(ids) };
        return { kind: 'codebook', codes, counts, ...digitsAmong(state, codes), source, done, undone, made, ...edit };
      }
      case 'rename code': {
        const codes = state.codes.map((each) =>
          each.id === effect.code ? { ...each, id: effect.id, name: effect.name } : each,
        );
        remember(ids, state, { before: state.codes, after: codes, from: effect.code, to: effect.id });
        const told = `renamed ${nameIn(state.codes, effect.code)} to ${effect.name}`;
        return { ...this.codebook(state, codes, effect.code, effect.id), told, time: timeOf(ids) };
      }
      case 'merge codes': {
        const codes = state.codes.filter(({ id }) => id !== effect.from);
        remember(ids, state, { before: state.codes, after: codes, from: effect.from, to: effect.into });
        const told = `merged ${nameIn(state.codes, effect.from)} into ${nameIn(state.codes, effect.into)}`;
        return { ...this.codebook(state, codes, effect.from, effect.into), told, time: timeOf(ids) };
      }
      case 'preview merge':
        return { kind: 'preview', from: effect.from, into: effect.into, lines: ['No coding by hand has the code.'] };
      case 'restore':
        return this.restored(state, effect.which, ids);
      case 'memo': {
        const { on, text } = effect;
        const source = 'source' in on ? { ...state.source, memo: text } : state.source;
        const codes = state.codes.map((each) => ('code' in on && each.id === on.code ? { ...each, memo: text } : each));
        remember(ids, state, { before: state.codes, after: codes, from: '', to: '' }, source.memo);
        return { kind: 'memo', source, codes, told: 'memo', time: timeOf(ids) };
      }
      case 'editor':
        return { kind: 'written', text: `${effect.text} and more\n` };
      case 'quit':
      case 'suspend':
        return null;
    }
  }

  private restored(state: TagState, which: 'done' | 'undone', ids: Memory): Action {
    const { edits } = ids;
    const edit = edits[which].at(-1)!;
    const others = { ...edits, [which]: edits[which].slice(0, -1) };
    const gone = edit.before.every(({ id }) => id !== edit.to) ? edit.to : null;
    if (which === 'done' && edit.from === edit.to && state.source.codings.some((each) => each.code === gone)) {
      ids.edits = others;
      return { kind: 'kept', which, message: 'the codebook stays as it is: 1 coding has the code' };
    }
    const other = which === 'done' ? 'undone' : 'done';
    ids.edits = { ...others, [other]: [...others[other], edit] };
    const back = which === 'done';
    const [from, to] = back ? [edit.to, edit.from] : [edit.from, edit.to];
    const answer = this.codebook(
      state,
      back ? edit.before : edit.after,
      from,
      to,
      (id) => !back || edit.recoded.has(id),
    );
    const memo = edit.memo[back ? 0 : 1];
    return { ...answer, source: { ...answer.source, memo }, told: '', time: timeOf(ids), restored: which };
  }

  private codebook(
    state: TagState,
    codes: readonly CodeEntry[],
    from: string,
    to: string,
    isMeant: (id: string) => boolean = () => true,
  ) {
    const now = <T extends Laid>(each: T): T =>
      'code' in each && each.code === from && isMeant(each.id) ? { ...each, code: to } : each;
    const after = (batches: readonly Batch[]): Batch[] =>
      batches.map((batch) => ({
        ...batch,
        events: batch.events.map((event) =>
          event.kind === 'remove' ? { ...event, removed: event.removed.map(now) } : now(event),
        ),
      }));
    const source = { ...state.source, codings: state.source.codings.map(now) };
    const [done, undone] = [after(state.done), after(state.undone)];
    const renamed = { [from]: to };
    const digits = digitsAmong(state, codes, renamed);
    return {
      kind: 'codebook' as const,
      codes,
      counts: state.counts,
      ...digits,
      source,
      done,
      undone,
      made: null,
      renamed,
    };
  }
}

/** Keeps an edit of the codebook, and which codings it gives another code. */
function remember(
  ids: Memory,
  { source, done, undone }: TagState,
  edit: Omit<Edit, 'recoded' | 'memo'>,
  memo = source.memo,
): void {
  const logged = [...done, ...undone].flatMap(({ events }) =>
    events.flatMap((event): readonly Laid[] => (event.kind === 'remove' ? event.removed : [event])),
  );
  const held = [...source.codings, ...source.verdicts, ...logged].filter(
    (each) => 'code' in each && each.code === edit.from,
  );
  const kept = { ...edit, recoded: new Set(held.map(({ id }) => id)), memo: [source.memo, memo] as const };
  ids.edits = { done: [...ids.edits.done, kept], undone: [] };
}

/** A time later than all before. */
function timeOf(ids: Memory): string {
  return new Date(Date.UTC(2026, 0, 2) + ids.clock++).toISOString();
}

function nameIn(codes: readonly CodeEntry[], id: string): string {
  return codes.find((each) => each.id === id)?.name ?? id;
}

/** The digits by the present ids of codes, without those that are no more. */
function digitsAmong(
  { recent, lastUsed }: TagState,
  codes: readonly CodeEntry[],
  renamed: Readonly<Record<string, string>> = {},
): Pick<TagState, 'recent' | 'lastUsed'> {
  const known = new Set(codes.map(({ id }) => id));
  const now = (ids: readonly string[]): string[] =>
    [...new Set(ids.map((id) => renamed[id] ?? id))].filter((id) => known.has(id));
  return { recent: now(recent), lastUsed: now(lastUsed) };
}
