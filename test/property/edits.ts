import { skeletonPoints } from '../../src/coding/skeleton.js';

/** A character of a text that is being corrected, and where it comes from. */
interface Tracked {
  readonly point: string;
  /** Its number in the first text; NEW where it was put in, LABEL where it belongs to a label put in. */
  readonly origin: number;
}

/** Put in by an edit. */
const NEW = -1;
/** Put in as the label of a speaker. */
const LABEL = -2;

/** Whole numbers below `n`, from a seed: mulberry32. */
export type Dice = (n: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.trunc((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

export const EDITS = ['insert', 'delete', 'change', 'move', 'duplicate', 'reflow', 'relabel', 'decompose'] as const;
export type Edit = (typeof EDITS)[number];

/** A text that knows of each character which one of the first text it is, through all edits. */
export class TrackedText {
  private characters: Tracked[];
  /** Characters of the first text that labels put in later have replaced. */
  readonly relabelled = new Set<number>();
  private places: Map<number, number[]> | undefined;

  constructor(text: string) {
    this.characters = Array.from(text, (point, origin) => ({ point, origin }));
  }

  toString(): string {
    return this.characters.map(({ point }) => point).join('');
  }

  get length(): number {
    return this.characters.length;
  }

  /** The origins of the words of a stretch, labels put in left out, each once. */
  originsOf(start: number, end: number): number[] {
    const origins: number[] = [];
    for (const { point, origin } of this.characters.slice(start, end)) {
      if (origin === LABEL || isBlank(point) || (origin >= 0 && origins[origins.length - 1] === origin)) continue;
      origins.push(origin);
    }
    return origins;
  }

  /** The code points where a stretch of these origins begins: one for each copy that is whole. */
  copiesOf(origins: readonly number[]): number[] {
    if (this.places === undefined) {
      this.places = new Map();
      for (const [at, { origin }] of this.characters.entries()) {
        const list = this.places.get(origin);
        if (list) list.push(at);
        else this.places.set(origin, [at]);
      }
    }
    return (this.places.get(origins[0]!) ?? []).filter((at) => {
      if (this.characters[at - 1]?.origin === origins[0]) return false;
      let place = at;
      for (const origin of origins) {
        while (place < this.length && this.isPassedOver(place)) place++;
        if (this.characters[place]?.origin !== origin) return false;
        while (this.characters[place]?.origin === origin) place++;
      }
      return true;
    });
  }

  private isPassedOver(place: number): boolean {
    const { point, origin } = this.characters[place]!;
    return origin === LABEL || isBlank(point);
  }

  /** How many of some characters stand within fifty of either side of a stretch. */
  amongBeside(origins: ReadonlySet<number>, start: number, end: number): number {
    const beside = [...this.characters.slice(Math.max(0, start - 50), start), ...this.characters.slice(end, end + 50)];
    return new Set(beside.flatMap(({ origin }) => (origins.has(origin) ? [origin] : []))).size;
  }

  edit(kind: Edit, dice: Dice): void {
    this.places = undefined;
    this[kind](dice);
  }

  private insert(dice: Dice): void {
    this.characters.splice(dice(this.length + 1), 0, ...this.fresh(1 + dice(30), dice, new Set()));
  }

  private delete(dice: Dice): void {
    this.characters.splice(dice(this.length), 1 + dice(60));
  }

  private change(dice: Dice): void {
    const [at, count] = [dice(this.length), 1 + dice(20)];
    const gone = new Set(this.characters.slice(at, at + count).map(({ point }) => point));
    this.characters.splice(at, count, ...this.fresh(1 + dice(20), dice, gone));
  }

  /** Characters of the text in a chance order, none of them one that they take the place of. */
  private fresh(count: number, dice: Dice, without: ReadonlySet<string>): Tracked[] {
    const points = Array.from({ length: count }, () => this.characters[dice(this.length)]?.point ?? 'x');
    return points.filter((point) => !without.has(point)).map((point) => ({ point, origin: NEW }));
  }

  private move(dice: Dice): void {
    const [start, end] = this.paragraph(dice);
    const taken = this.characters.splice(start, end - start);
    this.characters.splice(this.paragraph(dice)[0], 0, ...taken);
  }

  private duplicate(dice: Dice): void {
    const [start, end] = this.paragraph(dice);
    const copy = this.characters.slice(start, end);
    this.characters.splice(dice(2) === 0 ? end : this.paragraph(dice)[0], 0, ...copy);
  }

  /** A line with its line feed, and the blank lines after it. */
  private paragraph(dice: Dice): [number, number] {
    const at = dice(this.length);
    let start = at;
    while (start > 0 && this.characters[start - 1]!.point !== '\n') start--;
    let end = at;
    while (end < this.length && this.characters[end]!.point !== '\n') end++;
    while (end < this.length && this.characters[end]!.point === '\n') end++;
    return [start, end];
  }

  /** Breaks lines at a margin, or joins broken ones. */
  private reflow(dice: Dice): void {
    const margin = 20 + dice(60);
    const [from, to] = [dice(this.length), dice(this.length)].sort((a, b) => a - b) as [number, number];
    const isJoining = dice(2) === 0;
    let column = 0;
    this.characters = this.characters.flatMap((character, at) => {
      const { point } = character;
      column = point === '\n' ? 0 : column + 1;
      if (at < from || at >= to) return [character];
      if (isJoining) return point === '\n' && dice(3) > 0 ? [{ point: ' ', origin: NEW }] : [character];
      if (column < margin) return [character];
      if (point === ' ') {
        column = 0;
        return [{ point: '\n', origin: NEW }];
      }
      if (!/\p{Script=Han}/u.test(point)) return [character];
      column = 0;
      return [character, { point: '\n', origin: NEW }];
    });
  }

  /** Gives a speaker another name throughout. */
  private relabel(dice: Dice): void {
    const text = this.toString();
    const labels = [...text.matchAll(/(?<=^|\n)[^\n:：?!。！？]{1,30}[:：]/gu)].map(([label]) => label);
    const often = [...new Set(labels)].filter((label) => labels.indexOf(label) !== labels.lastIndexOf(label));
    if (often.length === 0) return;
    const label = [...often[dice(often.length)]!];
    const name = [...['受访者：', 'Ms Chan:', 'R:', '问：', 'Speaker 2:'][dice(5)]!];
    const characters: Tracked[] = [];
    for (let at = 0; at < this.length; at++) {
      const startsLine = at === 0 || this.characters[at - 1]!.point === '\n';
      if (startsLine && label.every((point, i) => this.characters[at + i]?.point === point)) {
        for (let i = 0; i < label.length; i++) this.relabelled.add(this.characters[at + i]!.origin);
        characters.push(...name.map((point) => ({ point, origin: LABEL })));
        at += label.length - 1;
      } else characters.push(this.characters[at]!);
    }
    this.characters = characters;
  }

  /** Takes letters and their marks apart, as some systems store them. */
  private decompose(): void {
    this.characters = this.characters.flatMap(({ point, origin }) =>
      Array.from(point.normalize('NFD'), (part) => ({ point: part, origin })),
    );
  }
}

function isBlank(point: string): boolean {
  return skeletonPoints(point).length === 0;
}
