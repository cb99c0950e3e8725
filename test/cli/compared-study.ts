import { anchorOf } from '../../src/coding/anchor.js';
import type { Event } from '../../src/coding/event.js';
import { printEvent } from '../../src/coding/print-event.js';
import { fingerprintOf } from '../../src/coding/seen.js';
import { digestOf } from '../../src/text/digest.js';
import { codePointIndex } from '../../src/text/offset.js';
import { parseTranscript } from '../../src/text/parse.js';
import { units } from '../../src/text/unit.js';
import { encode } from '../../src/text/utf8.js';
import { folderWith } from './run.js';

/** What a coder did in a source: turns seen, by position, and words that got a code. */
export interface Work {
  readonly seen?: readonly number[];
  /** Seen with hits and codings of others in view. */
  readonly open?: true;
  readonly codes?: readonly (readonly [words: string, code: string])[];
  readonly at?: string;
  /** The codebook in use, as YAML; that of the study when absent. */
  readonly codebook?: string;
}

export const YAML = 'codes:\n  - id: money\n  - id: trust\n  - id: fear\n';

/** The lines of a log. */
export function logOf(
  file: string,
  { seen = [], open, codes = [], at = '2026-03-01T09:00:00Z', codebook = YAML }: Work,
): string {
  const transcript = parseTranscript('a.txt', encode(file), { file: 'a.txt' }).value!;
  const { text } = transcript;
  const digest = digestOf(text);
  const points = codePointIndex(text);
  const turns = units(transcript, 'turn');
  const marks = seen.map((i): Event => {
    const span = turns[i]!;
    const [start, end] = [points.toCodePoints(span.start), points.toCodePoints(span.end)];
    const unit = { kind: 'turn', start, end, digest, text: fingerprintOf(text, span) };
    return {
      event: 'seen',
      id: `s${i}${at}`,
      at,
      unit,
      codebook: digestOf(encode(codebook)),
      ...(!open && { blind: true }),
    };
  });
  const applied = codes.map(([words, code], i): Event => {
    const start = Buffer.from(text).indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not there`);
    const anchor = anchorOf({ start, end: start + encode(words).length }, text, digest);
    return { event: 'apply', id: `c${i}${at}`, at, code, anchor };
  });
  return [...marks, ...applied].map((event) => `${printEvent(event)}\n`).join('');
}

/** Answers of one letter's turns: interviewer, then respondent. */
export const A = '问：钱呢？\n答：钱不够，我们怕。\n问：信任呢？\n答：信任有。\n问：还有吗？\n答：没有了。\n';
export const B =
  'Interviewer: Money?\nRespondent: Money is late. We fear it.\nInterviewer: Trust?\nRespondent: Trust, yes.\n';

/** A study of the two interviews with logs by coder, for `transcripts/a.txt` and `transcripts/b.txt`. */
export function comparedStudy(
  work: Readonly<Record<string, { readonly a?: Work | readonly Work[]; readonly b?: Work | readonly Work[] }>>,
  more: Readonly<Record<string, string>> = {},
): string {
  const list = (one: Work | readonly Work[]): readonly Work[] =>
    Array.isArray(one) ? (one as readonly Work[]) : [one as Work];
  const logs = Object.entries(work).flatMap(([coder, { a, b }]) => [
    ...(a
      ? [
          [
            `codings/${coder}/transcripts/a.txt.jsonl`,
            list(a)
              .map((one) => logOf(A, one))
              .join(''),
          ],
        ]
      : []),
    ...(b
      ? [
          [
            `codings/${coder}/transcripts/b.txt.jsonl`,
            list(b)
              .map((one) => logOf(B, one))
              .join(''),
          ],
        ]
      : []),
  ]);
  return folderWith({
    'qcode.yaml': 'title: Compared\nunit: turn\nexclude_roles: [interviewer]\n',
    'codebook.yaml': YAML,
    'transcripts/a.txt': A,
    'transcripts/b.txt': B,
    ...more,
    ...(Object.fromEntries(logs) as Record<string, string>),
  });
}

/** Ann saw all answers of both interviews; Bo too. They differ on 没有了 and on Money. */
export const BOTH = {
  ann: {
    a: {
      seen: [1, 3, 5],
      codes: [
        ['钱不够', 'money'],
        ['信任有', 'trust'],
      ],
    },
    b: {
      seen: [1, 3],
      codes: [
        ['Money is late.', 'money'],
        ['We fear it.', 'fear'],
      ],
    },
  },
  bo: {
    a: {
      seen: [1, 3, 5],
      codes: [
        ['钱不够', 'money'],
        ['信任有', 'trust'],
        ['没有了', 'fear'],
      ],
    },
    b: { seen: [1, 3], codes: [['Money is late. We fear it.', 'money']] },
  },
} as const;

/** Which codes codebooks had, as a study keeps it. */
export function snapshotsOf(...yamls: string[]): Record<string, string> {
  return Object.fromEntries(
    yamls.map((yaml) => {
      const codes = [...yaml.matchAll(/id: (\S+)/g)].map(([, id]) => id);
      return [`codings/.codebooks/${digestOf(encode(yaml))}.json`, `${JSON.stringify({ codes })}\n`];
    }),
  );
}
