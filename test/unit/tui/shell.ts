import type { Action, Key } from '../../../src/tui/model/action.js';
import type { Effect } from '../../../src/tui/model/effect.js';
import { draftOf } from '../../../src/tui/model/draft.js';
import { reduce } from '../../../src/tui/modes/reduce.js';
import { type Loaded, startState } from '../../../src/tui/model/start.js';
import type { Batch, CodeEntry, ForeignCoding, Laid, OpenSource, TagState } from '../../../src/tui/model/state.js';
import type { Span } from '../../../src/core/span.js';
import { codePointIndex, lineIndex } from '../../../src/text/offset.js';
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

/** The terminal UI with a shell that keeps everything in memory. Every step gives a new one. */
export class Coder {
  constructor(
    readonly state: TagState,
    /** What was asked of the shell by the last press or typing. */
    readonly effects: readonly Effect[] = [],
    private readonly disk: Disk = {},
    private readonly ids = { next: 1 },
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
      }
    };
    actions.forEach(run);
    return new Coder(state, effects, this.disk, ids);
  }

  private answer(state: TagState, effect: Effect, ids: { next: number }): Action | null {
    const refused = effect.kind === 'record' && effect.source === this.disk.refuses;
    if ((this.disk.fails || refused) && effect.kind !== 'quit' && effect.kind !== 'suspend')
      return { kind: 'failed', message: 'no space left on device', effect: effect.kind };
    const sources = [state.source, ...(this.disk.sources ?? [])];
    switch (effect.kind) {
      case 'record': {
        const { undoes } = effect;
        const draft = draftOf(
          effect.changes,
          sources.find(({ id }) => id === effect.source)!,
          {
            at: '2026-01-02T03:04:05.678Z',
            newId: (prefix) => `${prefix}${ids.next++}`,
            codebook: 'codebook',
            blind: state.blind,
            codeOf: (id) => id,
            ...(undoes !== undefined && { undoes }),
          },
        );
        return { kind: 'recorded', batch: draft.batch, ...(undoes !== undefined && { undoes }) };
      }
      case 'open': {
        const source = sources.find(({ id }) => id === effect.source)!;
        const { sources: entries, blind } = state;
        return { kind: 'opened', source, at: effect.at ?? 0, sources: entries, done: [], undone: [], blind };
      }
      case 'add code': {
        const made = effect.name.toLowerCase().replaceAll(' ', '-');
        const codes = [...state.codes, code(made, effect.name, effect.parent)];
        const { counts, source, done, undone } = state;
        return { kind: 'codebook', codes, counts, source, done, undone, made };
      }
      case 'rename code': {
        const codes = state.codes.map((each) =>
          each.id === effect.code ? { ...each, id: effect.id, name: effect.name } : each,
        );
        return this.codebook(state, codes, effect.code, effect.id);
      }
      case 'merge codes':
        return this.codebook(
          state,
          state.codes.filter(({ id }) => id !== effect.from),
          effect.from,
          effect.into,
        );
      case 'memo': {
        const { on, text } = effect;
        const source = 'source' in on ? { ...state.source, memo: text } : state.source;
        const codes = state.codes.map((each) => ('code' in on && each.id === on.code ? { ...each, memo: text } : each));
        return { kind: 'memo', source, codes };
      }
      case 'editor':
        return { kind: 'written', text: `${effect.text} and more\n` };
      case 'quit':
      case 'suspend':
        return null;
    }
  }

  private codebook(state: TagState, codes: readonly CodeEntry[], from: string, to: string): Action {
    const now = <T extends Laid>(each: T): T => ('code' in each && each.code === from ? { ...each, code: to } : each);
    const after = (batches: readonly Batch[]): Batch[] =>
      batches.map((batch) => ({
        ...batch,
        events: batch.events.map((event) =>
          event.kind === 'remove' ? { ...event, removed: event.removed.map(now) } : now(event),
        ),
      }));
    const source = { ...state.source, codings: state.source.codings.map(now) };
    const [done, undone] = [after(state.done), after(state.undone)];
    return { kind: 'codebook', codes, counts: state.counts, source, done, undone, made: null, renamed: { [from]: to } };
  }
}
