import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { qcode } from '../cli/run.js';
import { describeCorpus, filesOf, textOf } from './corpus.js';

/*
 * An independent count of every code of welfare.yaml: its keywords written out in Traditional characters by hand and
 * sought with plain expressions in the files as they are; no table of folding, no parser of transcripts, no automaton.
 */

interface Turn {
  readonly speaker: string;
  readonly speech: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/** What one rule finds in a turn, before exceptions and overlaps. */
type Seek = (turn: Turn) => Found[];

interface Count {
  readonly seek: readonly Seek[];
  readonly except?: RegExp;
  readonly segment?: 'paragraph' | 'turn';
}

/** A heading begins a turn, a title is nobody's speech; markers become blanks of their length. */
function turnsOf(text: string): Turn[] {
  const speeches = text.split(/^### (.+?)：?[ ]*$/m);
  const turns = [{ speaker: '', speech: speeches[0]!.replace(/^# .*$/m, '') }];
  for (let i = 1; i < speeches.length; i += 2) turns.push({ speaker: speeches[i]!, speech: speeches[i + 1]! });
  return turns.map(({ speaker, speech }) => ({
    speaker,
    speech: speech.replace(/（(?:笑|點頭|舉手|中午休息)）/g, (marker) => ' '.repeat(marker.length)),
  }));
}

const all = (pattern: RegExp, text: string): Found[] =>
  [...text.matchAll(new RegExp(pattern.source, 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Alternatives of one length never hide one another; those that begin alike are sought longest first. */
const words =
  (pattern: RegExp): Seek =>
  ({ speech }) =>
    all(pattern, speech);

/** Words of Latin letters: no letter, digit or underscore on either side. */
const latin = (pattern: string): Seek => words(new RegExp(`(?<![A-Za-z0-9_])(?:${pattern})(?![A-Za-z0-9_])`));

const gapOf = (a: Found, b: Found, speech: string): string =>
  speech.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
const apart = (a: Found, b: Found): boolean => a.end <= b.start || b.end <= a.start;
const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length;

/** At most so many Han characters and Latin words between. */
const within =
  (chars: number, tokens: number) =>
  (a: Found, b: Found, speech: string): boolean => {
    const gap = gapOf(a, b, speech);
    return count(gap, /\p{Script=Han}/gu) <= chars && count(gap, /[A-Za-z0-9]+/g) <= tokens;
  };
const sameLine = (a: Found, b: Found, speech: string): boolean => !gapOf(a, b, speech).includes('\n');
/** The end of a Chinese sentence with its closing quotes, or a line break, stands nowhere between. */
const sameSentence = (a: Found, b: Found, speech: string): boolean => !/[。！？!?；;…\n]/.test(gapOf(a, b, speech));

type Close = (a: Found, b: Found, speech: string) => boolean;
const near =
  (any: RegExp, company: RegExp, close: Close): Seek =>
  ({ speech }) => {
    const others = all(company, speech);
    return all(any, speech).filter((hit) => others.some((other) => apart(hit, other) && close(hit, other, speech)));
  };
const unless =
  (seek: Seek, spoiler: RegExp, close: Close): Seek =>
  (turn) => {
    const others = all(spoiler, turn.speech);
    return seek(turn).filter((hit) => !others.some((other) => !apart(hit, other) || close(hit, other, turn.speech)));
  };

const counts: Record<string, Count> = {
  福利: { seek: [words(/福利|補助|社會救助/)], except: /福利部|內政部/ },
  障碍: { seek: [words(/身心障礙/), words(/障礙者/), words(/視障|聽障|手語/)], except: /無障礙者/ },
  无障碍: { seek: [words(/無障礙|輔具/)] },
  儿少: { seek: [words(/兒虐|兒童|兒少|兒權法/)], except: /兒童權益促進協會/ },
  保护: {
    seek: [unless(near(/保護|安置/, /兒童|兒少|兒虐|孩子/, within(20, 4)), /資料保護|個資保護/, within(20, 4))],
    except: /保護令/,
  },
  资料: { seek: [words(/資料|數據/)], except: /資料夾/ },
  流通: {
    seek: [
      near(/分享|介接|交換|共享/, /資料|數據|系統/, sameLine),
      latin('open\\s+data'),
      words(/(?<![A-Za-z0-9_])(?:key|open)資料/),
    ],
  },
  隐私: { seek: [words(/隱私|個人資料|個資/)], except: /個資料|個資訊|個資源|個資格/ },
  法律: {
    seek: [words(/法規|法律|修法|立法/), words(/第\s*[0-9一二三四五六七八九十百]+\s*條(?:之[0-9一二三四])?/)],
    except: /立法院|立法委員/,
    segment: 'paragraph',
  },
  死刑: { seek: [words(/死刑|無期徒刑/)] },
  团体: {
    seek: [latin('(?:NGO|NPO)[A-Za-z0-9_]*|ＮＧＯ'), words(/非營利|公益團體/)],
    except: /(?<![A-Za-z])(?:NPO\s+Hub[A-Za-z0-9_]*|NPOst(?![A-Za-z]))/,
  },
  '团体-原样': {
    seek: [
      ({ speech }) =>
        [...speech.matchAll(/(?<![A-Za-z0-9_])NGO(?![A-Za-z0-9_])/g)].map(({ index }) => ({
          start: index,
          end: index + 3,
        })),
    ],
  },
  社企: { seek: [words(/社企|社會企業/)] },
  志工: { seek: [words(/志工|義工|志願/), latin('volunteer[a-z0-9_]*')] },
  收容: { seek: [words(/避難收容處所|收容所|收容|避難|災民/)] },
  心理: { seek: [words(/諮商心理師|臨床心理師|心理師|諮商/)], except: /心理師法|心理師公會/, segment: 'turn' },
  '政委-系统': {
    seek: [
      (turn) => (turn.speaker === '唐鳳' ? [...words(/平台|系統/)(turn), ...latin('API[A-Za-z0-9_]*')(turn)] : []),
    ],
  },
  教育: { seek: [unless(words(/教育|學校|老師/), /教育部|親職教育|再教育/, sameSentence)] },
  采购: { seek: [words(/採購|委託|標案/)], except: /委託書/ },
};

/** Exceptions first, then the leftmost and longest of what overlaps. */
function hitsIn(turn: Turn, { seek, except }: Count): Found[] {
  const exceptions = except === undefined ? [] : all(except, turn.speech);
  const found = seek
    .flatMap((one) => one(turn))
    .filter((hit) => !exceptions.some((outer) => outer.start <= hit.start && hit.end <= outer.end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  for (const hit of found) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

/** How many stretches between ends of sentences (or lines, or turns) hold a hit. */
function segmentsOf(turn: Turn, hits: readonly Found[], { segment }: Count): number {
  if (segment === 'turn') return Math.min(1, hits.length);
  const end = segment === 'paragraph' ? /\n/g : /[。！？!?；;…]+[」』）”’"]*|\n/g;
  return new Set(hits.map(({ start }) => count(turn.speech.slice(0, start), end))).size;
}

describeCorpus('zh-tw-social-welfare', (folder) => {
  const table = (...more: string[]): string[][] =>
    parse(
      qcode('.', ['frequency', '--codebook', 'test/corpora/welfare.yaml', folder, '--format', 'csv', ...more]).stdout,
    );
  const meetings = filesOf(folder, '.md').map((file) => turnsOf(textOf(folder, file)));
  const expected = (figure: (turn: Turn, one: Count) => number): string[][] =>
    Object.entries(counts).map(([code, one]) => {
      const row = meetings.map((turns) => turns.reduce((sum, turn) => sum + figure(turn, one), 0));
      return [code, ...row.map(String), String(row.reduce((a, b) => a + b, 0))];
    });

  it('hits of every code in every meeting are those of an independent count', () => {
    expect(table('--count', 'hits').slice(1)).toEqual(expected((turn, one) => hitsIn(turn, one).length));
  });

  it('and so are coded sentences, paragraphs and turns', () => {
    expect(table().slice(1)).toEqual(expected((turn, one) => segmentsOf(turn, hitsIn(turn, one), one)));
  });
});
