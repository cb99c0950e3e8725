import { alternation, couldSpeak } from './alternation.js';
import { bareHeadings, bracketedNames, itemNames, lineNames } from './choice-bare.js';
import type { LabelStyle } from './label-line.js';
import { initials, withoutAffiliation } from './name.js';
import { count, type Candidate, type Name, type NameTable } from './name-table.js';
import { isWeakLabel, roleOf } from './speaker.js';

/*
 * Which of the lines that could begin a turn do so. `戏剧方面：在升高三之前…` and `注：…` have the form of a label and are
 * prose, so the whole file is seen before any label is taken:
 *
 * 1. A declared label is taken. A word that heads a remark (注, 建议, Note) is not.
 * 2. A label that names a role or a speaker in general (访谈者, Q, Speaker 3) is taken, even once.
 * 3. A dressed label (heading, emphasis, `<…:>`, time beside the name) is taken when it recurs, or when another of its
 *    dress does: a meeting's participant who spoke once. Where five headings are labels, all with a colon are.
 * 4. A plain label is taken when it recurs: twice when it looks like a name; else three times, in 1 % of the labelled
 *    lines, and with others speaking in a third of the gaps between its occurrences (the items of a list follow one
 *    another within one turn). In a file of dressed labels, plain ones must be a tenth as many. Where the
 *    sure labels stand after blank lines, so must half of its occurrences.
 * 5. A full name is taken, even once, when its initials are a label (`Rae Armantrout:` … `RA:`).
 * 6. Whatever recurs between two turns of the same sure speaker is taken; so is a name that stands there once, when that
 *    speaker interviews (`alternation.ts`). Labels without a colon and in lists: `choice-bare.ts`.
 *
 * What has the form of a plain label, could speak and is not taken is told (QC307).
 */

/** The choice among a file's candidates. */
export interface Choice {
  taken(candidate: Candidate): boolean;
  /** Labels taken for speech that look like a name and stand once: possibly a speaker. The first line of each. */
  readonly doubtful: readonly Candidate[];
  /** Labels taken for speech that recur or part two turns of a speaker: probably a speaker. The first line of each. */
  readonly suspect: readonly Candidate[];
}

const dresses = ['heading', 'emphasis', 'enclosed', 'timed', 'id'] as const;
/** So many headings that are labels make every heading with a colon one. */
const MANY_HEADINGS = 5;
/** Plain labels in a file of dressed ones: the share of the dressed that they must reach, and from how many on. */
const BESIDE_DRESSED = 0.1;
const FEW_DRESSED = 3;
/** A plain label that does not look like a name: how often, and in which share of the labelled lines, it must stand. */
const UNLIKELY_TIMES = 3;
const UNLIKELY_SHARE = 0.01;
/** And in which share of the gaps between its occurrences others must speak. */
const UNLIKELY_GAPS = 1 / 3;
/** From so many sure labels on, nearly all of them after blank lines, the others must stand after blank lines too. */
const SURE_LINES = 5;
const SURE_AFTER_BLANK = 0.9;

function sum(names: Iterable<Name>, style: LabelStyle): number {
  let lines = 0;
  for (const name of names) lines += count(name, style);
  return lines;
}

/** Judges all candidates of a file by the rules above. */
export function chooseLabels({ candidates, names }: Pick<NameTable, 'candidates' | 'names'>): Choice {
  const all = [...names.values()];
  const chosen: Partial<Record<LabelStyle, ReadonlySet<Name>>> = { voice: new Set(all) };
  let dressedLines = 0;
  for (const style of dresses) {
    const worn = dressedNames(all, style);
    chosen[style] = worn;
    dressedLines += sum(worn, style);
  }
  const plain = plainNames(candidates, all, dressedLines);
  const worn = new Set(
    all.filter(
      (name) =>
        !plain.has(name) && (name.head ? count(name, 'plain') >= 2 : count(name, 'plain') > 0 && couldSpeak(name)),
    ),
  );
  const sure = new Set([...plain, ...dresses.flatMap((style) => [...chosen[style]!])]);
  const { speakers, suspects } = alternation(candidates, sure, worn, (name) => count(name, 'plain'));
  for (const name of speakers) plain.add(name);
  chosen.plain = plain;
  chosen.bracketed = bracketedNames(all);
  chosen.item = itemNames(all, plain);
  chosen['bare line'] = lineNames(all);
  chosen.below = new Set(
    all.filter((name) => name.declared || name.known || (name.shape === 'name' && count(name, 'below') >= 2)),
  );
  const depths = headingDepths(candidates, chosen.heading!);
  const labelled = plain.size + dressedLines + chosen.bracketed.size + chosen.item.size > 0;
  const bare = bareHeadings(candidates, all, labelled);
  for (const depth of bare.depths) depths.add(depth);
  chosen['bare heading'] = new Set(
    depths.size === 0 ? [] : [...all.filter((name) => isBareHeading(name, chosen.heading!)), ...bare.names],
  );
  const taken = ({ line, name }: Candidate): boolean =>
    chosen[line.style]!.has(name) && (line.style !== 'bare heading' || depths.has(line.depth));
  const told = new Set<Name>();
  const doubtful: Candidate[] = [];
  const suspect: Candidate[] = [];
  for (const candidate of worn.size === 0 ? [] : candidates) {
    const {
      line: { style },
      name,
    } = candidate;
    if (!worn.has(name) || style !== 'plain' || told.has(name) || taken(candidate)) continue;
    told.add(name);
    if (count(name, 'plain') >= 2 ? !name.head || suspects.has(name) : suspects.has(name) && couldBeSomebody(name))
      suspect.push(candidate);
    else if (labelled && couldBeSomebody(name)) doubtful.push(candidate);
  }
  return { taken, doubtful, suspect };
}

/** Whether a label that stands once is worth telling of: a name, or a word as short as one. */
function couldBeSomebody(name: Name): boolean {
  return !name.head && (name.shape === 'name' || (name.shape === 'label' && [...name.shown].length <= 4));
}

/** The names taken in one dress. */
function dressedNames(all: readonly Name[], style: (typeof dresses)[number]): Set<Name> {
  const worn = all.filter((name) => count(name, style) > 0);
  if (style === 'id') return new Set(worn);
  const able = worn.filter((name) => name.declared || (!name.head && (name.known || name.shape !== 'prose')));
  if (style === 'heading' && sum(able, style) >= MANY_HEADINGS) {
    return new Set(worn.filter((name) => name.declared || (!name.head && !/[。！？!?]/.test(name.shown))));
  }
  return new Set(able.some((name) => name.declared || name.known || count(name, style) >= 2) ? able : []);
}

/** The depths at which at least three headings are labels. */
function headingDepths(candidates: readonly Candidate[], labels: ReadonlySet<Name>): Set<number> {
  const lines = new Map<number, number>();
  if (labels.size > 0) {
    for (const { line, name } of candidates) {
      if (line.style === 'heading' && labels.has(name)) lines.set(line.depth, (lines.get(line.depth) ?? 0) + 1);
    }
  }
  return new Set([...lines].filter(([, n]) => n >= 3).map(([depth]) => depth));
}

/** A heading that lost its colon is known by its name or by the office in brackets (`### 高振傑（台灣臨床心理學會）`). */
function isBareHeading(name: Name, labels: ReadonlySet<Name>): boolean {
  return labels.has(name) || (name.shape !== 'prose' && !name.head && withoutAffiliation(name.shown) !== name.shown);
}

/** The names taken as plain labels. */
function plainNames(candidates: readonly Candidate[], all: readonly Name[], dressedLines: number): Set<Name> {
  const worn = all.filter((name) => count(name, 'plain') > 0);
  const enough = dressedLines >= FEW_DRESSED ? Math.max(2, dressedLines * BESIDE_DRESSED) : 0;
  const shown = worn.map((name) => name.shown);
  const isKnown = (name: Name): boolean =>
    name.known || (/^a\d*$/.test(name.key) && roleOf(name.shown, shown) !== undefined);
  const sure = worn.filter((name) => name.declared || (isKnown(name) && count(name, 'plain') >= enough));
  const likely = worn.filter(
    (name) => name.shape !== 'prose' && !name.head && count(name, 'plain') >= Math.max(2, enough),
  );
  const lines = sum(new Set([...sure, ...likely]), 'plain');
  const needsBlank = standAfterBlank(sure);
  const surer = new Set([...sure, ...likely.filter((name) => name.shape === 'name')]);
  const gaps = surer.size > 0 && likely.length + sure.length > surer.size ? gapsWithOthers(candidates, surer) : null;
  const taken = new Set(sure);
  const pair = worn.filter((name) => isWeakLabel(name.shown) && count(name, 'plain') >= Math.max(2, enough));
  if (new Set(pair.map((name) => roleOf(name.shown))).size >= 2) for (const name of pair) taken.add(name);
  for (const name of likely) {
    const times = count(name, 'plain');
    if (needsBlank && name.afterBlank < times / 2) continue;
    const alternates = gaps === null || (gaps.get(name) ?? 0) >= (times - 1) * UNLIKELY_GAPS;
    if (name.shape === 'name' || (times >= UNLIKELY_TIMES && times >= UNLIKELY_SHARE * lines && alternates))
      taken.add(name);
  }
  const keys = new Set([...taken].map((name) => name.key));
  for (const name of worn) if (!name.head && name.shape === 'name' && keys.has(initials(name.shown))) taken.add(name);
  return taken;
}

/** In how many of the gaps between its occurrences a surer name begins a line, by doubtful name. */
function gapsWithOthers(candidates: readonly Candidate[], surer: ReadonlySet<Name>): Map<Name, number> {
  const gaps = new Map<Name, number>();
  const last = new Map<Name, number>();
  let surerLines = 0;
  for (const { line, name } of candidates) {
    if (surer.has(name)) surerLines++;
    else if (line.style === 'plain' && name.shape === 'label') {
      if (surerLines > (last.get(name) ?? Infinity)) gaps.set(name, (gaps.get(name) ?? 0) + 1);
      last.set(name, surerLines);
    }
  }
  return gaps;
}

/** Whether the sure labels of a file are many and nearly always follow a blank line. */
function standAfterBlank(sure: readonly Name[]): boolean {
  const lines = sum(sure, 'plain');
  const afterBlank = sure.reduce((n, name) => n + Math.min(name.afterBlank, count(name, 'plain')), 0);
  return lines >= SURE_LINES && afterBlank >= SURE_AFTER_BLANK * lines;
}
